//! The points of the projects that a filter matches.
//!
//! A filter leaves a set of projects; the map counts points. Few projects are
//! scattered to their points, many are gathered by the points that are looked
//! at, and where all are found there is nothing to do.

use std::ops::Range;

use super::Points;
use crate::query::bits::Bits;

/// Scattering a point costs so many times as much as gathering one, since it
/// reads and writes in no order.
const PRICE: usize = 4;

/// The points of the projects found.
#[derive(Debug)]
pub(crate) struct MatchingPoints<'a> {
    points: &'a Points,
    /// `None` where all are matches.
    set: Option<Bits>,
}

impl<'a> MatchingPoints<'a> {
    /// The points of `found`, as far as they are at these places.
    pub(crate) fn new(points: &'a Points, found: &Bits, ranges: &[Range<usize>]) -> Self {
        let (len, projects, count) = (points.len(), points.projects(), found.count());
        if count == projects {
            return Self { points, set: None };
        }
        let ranges = ranges.iter().map(|places| points.points(places));
        let looked_at: usize = ranges.clone().map(|points| points.len()).sum();
        let mut words = vec![0_u64; len.div_ceil(64)];
        if count * len * PRICE < looked_at * projects {
            for point in found.iter().flat_map(|project| points.of(project)) {
                words[*point as usize / 64] |= 1 << (point % 64);
            }
        } else {
            let found = found.words();
            for range in ranges {
                for point in range {
                    let project = points.project(point);
                    let bit = found[project / 64] >> (project % 64) & 1;
                    words[point / 64] |= bit << (point % 64);
                }
            }
        }
        Self { points, set: Some(Bits::of_words(words)) }
    }

    /// Whether a point's project was found.
    pub(crate) fn contains(&self, point: u32) -> bool {
        self.set.as_ref().is_none_or(|set| set.contains(point as usize))
    }

    /// The points found at these places, ascending.
    pub(crate) fn points(&self, places: &Range<usize>) -> Vec<u32> {
        let range = self.points.points(places);
        let mut points = Vec::new();
        match &self.set {
            None => points.extend((0..u32::MAX).skip(range.start).take(range.len())),
            Some(set) => set.each_in(range, |point| points.push(point as u32)),
        }
        points
    }

    /// Each of these places at which something was found, with how many projects,
    /// in ascending order.
    pub(crate) fn each(&self, places: Range<usize>, mut each: impl FnMut(usize, usize)) {
        let range = self.points.points(&places);
        let first = &self.points.first;
        let Some(set) = &self.set else {
            for place in places {
                match (first[place + 1] - first[place]) as usize {
                    0 => {}
                    count => each(place, count),
                }
            }
            return;
        };
        // Where places have many points each they are counted by the word, else
        // one by one as they come.
        if range.len() > 8 * places.len() {
            for place in places {
                match set.count_in(first[place] as usize..first[place + 1] as usize) {
                    0 => {}
                    count => each(place, count),
                }
            }
            return;
        }
        let mut run: Option<(usize, usize)> = None;
        set.each_in(range, |point| {
            let place = self.points.place[point] as usize;
            match &mut run {
                Some((same, count)) if *same == place => *count += 1,
                _ => {
                    if let Some((place, count)) = run.replace((place, 1)) {
                        each(place, count);
                    }
                }
            }
        });
        if let Some((place, count)) = run {
            each(place, count);
        }
    }
}

impl Points {
    /// The points at these places.
    pub(super) fn points(&self, places: &Range<usize>) -> Range<usize> {
        self.first[places.start] as usize..self.first[places.end] as usize
    }
}
