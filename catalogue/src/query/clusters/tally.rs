//! What was found in a run of places.

use std::{cmp::Reverse, ops::Range};

use super::{MatchingPoints, Points, Site, merge::Lead};
use crate::map::{Bbox, LonLat};

/// Places one behind the other.
pub(crate) type Run = Range<usize>;

/// What was found in a run, or in several.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tally {
    /// A project counts at each of its places.
    pub(super) points: usize,
    pub(super) participations: usize,
    pub(super) places: usize,
    /// The place with most projects.
    pub(super) lead: Lead,
    /// Its outermost places.
    bounds: Reach,
}

/// A part of the map, its edges included.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reach {
    west: i32,
    south: i32,
    east: i32,
    north: i32,
}

impl Tally {
    /// What was found at these places, as far as they are within reach.
    pub(super) fn of(
        found: &MatchingPoints,
        points: &Points,
        run: Run,
        reach: Option<&Reach>,
    ) -> Option<Self> {
        let shown = |place| reach.is_none_or(|reach| reach.holds(points.site(place)));
        let mut tally: Option<Self> = None;
        found.each(run.clone(), |place, count| {
            if !shown(place) {
                return;
            }
            let site = points.site(place);
            let bounds = Reach { west: site.lon, south: site.lat, east: site.lon, north: site.lat };
            match &mut tally {
                None => {
                    let lead = (count, Reverse(place));
                    let (points, participations) = (count, count);
                    tally = Some(Self { points, participations, places: 1, lead, bounds });
                }
                Some(tally) => {
                    tally.points += count;
                    tally.participations += count;
                    tally.places += 1;
                    tally.lead = tally.lead.max((count, Reverse(place)));
                    tally.bounds.stretch(&bounds);
                }
            }
        });
        let mut tally = tally?;
        let more = points.in_run(&points.more, &run).iter();
        let more = more.filter(|(point, _)| {
            found.contains(*point) && shown(points.place[*point as usize] as usize)
        });
        tally.participations += more.map(|(_, more)| *more as usize).sum::<usize>();
        Some(tally)
    }

    /// Both together.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.points += other.points;
        self.participations += other.participations;
        self.places += other.places;
        self.lead = self.lead.max(other.lead);
        self.bounds.stretch(&other.bounds);
        self
    }

    /// The south-western and the north-eastern corner.
    pub(super) fn corners(&self) -> (LonLat, LonLat) {
        let Reach { west, south, east, north } = self.bounds;
        (Site { lon: west, lat: south }.at(), Site { lon: east, lat: north }.at())
    }
}

/// How many points in the runs, as far as they are within reach, are not the
/// first of their project there.
///
/// The points of a project are in the order of cells, so within one cell it is
/// the point before that tells. Over several, or within a part of one, those
/// further before may be in it while that one is not.
pub(super) fn repeated(
    found: &MatchingPoints,
    points: &Points,
    runs: &[Run],
    reach: Option<&Reach>,
) -> usize {
    let ranges: Vec<Range<u32>> =
        runs.iter().map(|run| points.first[run.start]..points.first[run.end]).collect();
    let first = ranges.iter().map(|range| range.start).min().unwrap_or_default();
    let shown = |point: u32| {
        reach.is_none_or(|reach| reach.holds(points.site(points.place[point as usize] as usize)))
    };
    let is_in = |point: &u32| ranges.iter().any(|range| range.contains(point)) && shown(*point);
    let has_earlier = |point: u32, before: u32| {
        if runs.len() == 1 && reach.is_none() {
            return before >= first;
        }
        let own = points.of(points.project(point as usize));
        let earlier = own.partition_point(|own| *own < point);
        own[..earlier].iter().rev().take_while(|point| **point >= first).any(is_in)
    };
    let repeats = runs.iter().flat_map(|run| points.in_run(&points.repeats, run));
    repeats
        .filter(|(point, before)| *before >= first && found.contains(*point) && shown(*point))
        .filter(|(point, before)| has_earlier(*point, *before))
        .count()
}

impl Reach {
    pub(super) fn of(part: Bbox) -> Self {
        // What is whole in an address may be a little off it as a number.
        let least = |degrees: f64| Site::units_of(degrees, |units| (units - 1e-6).ceil());
        let most = |degrees: f64| Site::units_of(degrees, |units| (units + 1e-6).floor());
        Self {
            west: least(part.west),
            south: least(part.south),
            east: most(part.east),
            north: most(part.north),
        }
    }

    /// What is within both.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            west: self.west.max(other.west),
            south: self.south.max(other.south),
            east: self.east.min(other.east),
            north: self.north.min(other.north),
        }
    }

    pub(super) fn holds(&self, site: Site) -> bool {
        (self.west..=self.east).contains(&site.lon) && (self.south..=self.north).contains(&site.lat)
    }

    /// Whether all places of a tally are within.
    pub(super) fn encloses(&self, tally: &Tally) -> bool {
        let other = &tally.bounds;
        self.west <= other.west
            && self.south <= other.south
            && self.east >= other.east
            && self.north >= other.north
    }

    /// Whether some place of a tally may be within.
    pub(super) fn meets(&self, tally: &Tally) -> bool {
        let other = &tally.bounds;
        self.west <= other.east
            && self.south <= other.north
            && self.east >= other.west
            && self.north >= other.south
    }

    fn stretch(&mut self, other: &Self) {
        self.west = self.west.min(other.west);
        self.south = self.south.min(other.south);
        self.east = self.east.max(other.east);
        self.north = self.north.max(other.north);
    }
}

impl Points {
    /// Of a list by point, what it says of the points of some places.
    fn in_run<'a>(&self, list: &'a [(u32, u32)], run: &Run) -> &'a [(u32, u32)] {
        let at = |place: usize| list.partition_point(|(point, _)| *point < self.first[place]);
        let (start, end) = (at(run.start), at(run.end));
        &list[start..end]
    }
}
