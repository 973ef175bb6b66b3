//! Points: places and the projects that have points there, in the
//! order of the map's cells.
//!
//! Everything is a column of small numbers, so that two million points take
//! some fifty megabytes and are read from front to back.

use std::ops::Range;

use super::{MatchingPoints, tally::Reach};
use crate::{
    map::{Bbox, LonLat, grid},
    query::bits::Bits,
};

/// Parts of a degree that tell places apart, some eleven metres.
const UNITS: f64 = 1e4;

/// A place in ten-thousandths of a degree, so that two places are never nearer
/// to each other than one of these.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Site {
    pub(super) lon: i32,
    pub(super) lat: i32,
}

impl Site {
    /// The site of these degrees, which must be on earth.
    #[must_use]
    pub fn of(at: LonLat) -> Self {
        let units = |degrees| Self::units_of(degrees, f64::round);
        Self { lon: units(at.lon), lat: units(at.lat) }
    }

    /// Degrees in ten-thousandths.
    #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
    pub(super) fn units_of(degrees: f64, to_whole: impl Fn(f64) -> f64) -> i32 {
        to_whole(degrees * UNITS) as i32
    }

    /// Its degrees.
    pub(crate) fn at(self) -> LonLat {
        LonLat::new(f64::from(self.lon) / UNITS, f64::from(self.lat) / UNITS)
    }

    /// Its whole ten-thousandths east of the date line and north of the pole.
    pub(crate) fn units(self) -> (i32, i32) {
        (self.lon + 1_800_000, self.lat + 900_000)
    }
}

/// A project at a place.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Point {
    /// The place, by its position among the sites.
    pub place: u32,
    /// The project, by its position in the catalogue.
    pub project: u32,
    /// How many participations it has there, at least one.
    pub participations: u32,
}

/// All points of a layer. Places and points are known by their positions in the
/// order of keys.
#[derive(Debug)]
pub struct Points {
    /// For each place its key, ascending.
    pub(super) keys: Vec<u64>,
    /// For each place where it is.
    sites: Vec<Site>,
    /// For each place its position among the sites it was made from.
    origin: Vec<u32>,
    /// For each place its first point, and behind the last where that would be.
    pub(super) first: Vec<u32>,
    /// For each point its place.
    pub(super) place: Vec<u32>,
    /// For each point its project.
    pub(super) project: Vec<u32>,
    /// The points with more than one participation, and how many more.
    pub(super) more: Vec<(u32, u32)>,
    /// The points whose project has a point before, and the last of those.
    pub(super) repeats: Vec<(u32, u32)>,
    /// The points of all projects, of each ascending.
    own: Vec<u32>,
    /// For each project its first in `own`, and behind the last where that would be.
    own_first: Vec<u32>,
}

impl Points {
    /// The points at these sites, of so many projects. Those of one project at one
    /// place become one. At most 2^32 points.
    #[must_use]
    pub fn new(sites: &[Site], mut points: Vec<Point>, projects: usize) -> Self {
        let mut order: Vec<(u64, u32)> =
            sites.iter().map(|site| grid::key(site.at().to_world())).zip(0..u32::MAX).collect();
        order.sort_unstable();
        let mut position = vec![0_u32; order.len()];
        for ((_, origin), now) in order.iter().zip(0..) {
            position[*origin as usize] = now;
        }
        for point in &mut points {
            point.place = position[point.place as usize];
        }
        points.sort_unstable();
        points.dedup_by(|next, kept| {
            let same = (next.place, next.project) == (kept.place, kept.project);
            kept.participations += if same { next.participations } else { 0 };
            same
        });
        let mut known = Self {
            sites: order.iter().map(|(_, origin)| sites[*origin as usize]).collect(),
            origin: order.iter().map(|(_, origin)| *origin).collect(),
            first: starts(points.iter().map(|point| point.place), order.len()),
            keys: order.into_iter().map(|(key, _)| key).collect(),
            place: points.iter().map(|point| point.place).collect(),
            project: points.iter().map(|point| point.project).collect(),
            more: (0..u32::MAX)
                .zip(&points)
                .filter(|(_, point)| point.participations > 1)
                .map(|(n, point)| (n, point.participations - 1))
                .collect(),
            repeats: Vec::new(),
            own_first: starts(points.iter().map(|point| point.project), projects),
            own: vec![0; points.len()],
        };
        drop(points);
        known.fill_own();
        known
    }

    fn fill_own(&mut self) {
        let mut next = self.own_first.clone();
        for (point, project) in (0..u32::MAX).zip(&self.project) {
            let (first, next) = (self.own_first[*project as usize], &mut next[*project as usize]);
            if *next > first {
                self.repeats.push((point, self.own[*next as usize - 1]));
            }
            self.own[*next as usize] = point;
            *next += 1;
        }
    }

    /// How many places there are.
    #[must_use]
    pub fn places(&self) -> usize {
        self.sites.len()
    }

    /// Where a place is, in degrees.
    pub(crate) fn at(&self, place: usize) -> LonLat {
        self.sites[place].at()
    }

    /// The site of a place.
    pub(crate) fn site(&self, place: usize) -> Site {
        self.sites[place]
    }

    /// The position of a place among the sites that all was made from.
    pub(crate) fn origin(&self, place: usize) -> usize {
        self.origin[place] as usize
    }

    /// How many points there are.
    pub(crate) fn len(&self) -> usize {
        self.place.len()
    }

    /// How many projects there are, with points or without.
    pub(crate) fn projects(&self) -> usize {
        self.own_first.len() - 1
    }

    /// The project of a point.
    pub(crate) fn project(&self, point: usize) -> usize {
        self.project[point] as usize
    }

    /// The points of a project, ascending.
    pub(crate) fn of(&self, project: usize) -> &[u32] {
        let [first, end] = [project, project + 1].map(|n| self.own_first[n] as usize);
        &self.own[first..end]
    }

    /// The places of a project, ascending, each once.
    pub(crate) fn places_of(&self, project: usize) -> impl Iterator<Item = usize> {
        self.of(project).iter().map(|point| self.place[*point as usize] as usize)
    }

    /// The points at a place.
    pub(crate) fn at_place(&self, place: usize) -> Range<usize> {
        self.first[place] as usize..self.first[place + 1] as usize
    }

    /// How many participations a point stands for.
    pub(crate) fn participations(&self, point: usize) -> usize {
        let more = self.more.binary_search_by_key(&point, |(point, _)| *point as usize);
        1 + more.map_or(0, |n| self.more[n].1 as usize)
    }

    /// How many projects have a point at each place.
    pub(crate) fn weights(&self) -> Vec<(LonLat, usize)> {
        (0..self.places()).map(|n| (self.at(n), self.at_place(n).len())).collect()
    }

    /// The same for `found` only, where it has any.
    pub(crate) fn weights_of(&self, found: &Bits) -> Vec<(LonLat, usize)> {
        let everywhere = 0..self.places();
        let mut weights = Vec::new();
        MatchingPoints::new(self, found, std::slice::from_ref(&everywhere))
            .each(everywhere, |place, count| weights.push((self.at(place), count)));
        weights
    }

    /// The projects that have a point.
    pub(crate) fn located(&self) -> Bits {
        let somewhere = |project: &usize| !self.of(*project).is_empty();
        Bits::collect(self.projects(), (0..self.projects()).filter(somewhere))
    }

    /// The projects with a point inside a part of the map.
    pub(crate) fn within(&self, part: Bbox) -> Bits {
        let reach = Reach::of(part);
        let inside = (0..self.places()).filter(|place| reach.holds(self.site(*place)));
        let points = inside.flat_map(|place| self.at_place(place));
        Bits::collect(self.projects(), points.map(|point| self.project(point)))
    }
}

/// Where the runs of the numbers below `len` would begin if these were sorted, and
/// behind them where the last ends.
fn starts(numbers: impl Iterator<Item = u32>, len: usize) -> Vec<u32> {
    let mut starts = vec![0; len + 1];
    for number in numbers {
        starts[number as usize + 1] += 1;
    }
    for n in 1..starts.len() {
        starts[n] += starts[n - 1];
    }
    starts
}
