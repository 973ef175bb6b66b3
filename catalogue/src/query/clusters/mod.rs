//! The markers of any view, for any filter, over any number of points.
//!
//! - A **point** is a project at a place. [`points`] has all of a layer in the
//!   order of the map's [cells](crate::map::grid), so that each cell, of every
//!   level, is one run of places and of points.
//! - [`found`] turns the projects that a filter leaves into points.
//! - A **tally** is what was found in a cell; the cells of a view are of the level
//!   at which a marker has room in each.
//! - [`merge`] takes cells together whose markers would be too close, [`apart`] lets
//!   those step back that are still so close that they would touch.
//! - A **cluster** is what comes of it: a marker, and what stands under it.
//!
//! Nothing is looked at but the blocks that the view touches, and there nothing
//! but the places where something was found. Which cells share a marker depends on
//! scale and size of the view and on what was found in their block, not on where
//! the view is: a visitor who pans sees the same markers.

mod apart;
mod matching_points;
mod merge;
mod points;
mod tally;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::{
    map::{
        Bbox, LonLat, Viewport, World,
        grid::{Cell, Grid},
    },
    query::bits::Bits,
};

pub(crate) use matching_points::MatchingPoints;
pub use points::{Point, Points, Site};

use apart::{Placement, step_back};
use merge::{Group, merge};
use tally::{Reach, Run, Tally};

/// A marker with what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// How many projects have a point here, each once.
    pub projects: usize,
    /// How many participations they have here.
    pub participations: usize,
    /// How many places there are.
    pub places: usize,
    /// The place with most projects, by its position among the points' places.
    pub place: usize,
    /// Where the marker stands: there, if there is room.
    pub at: LonLat,
    /// The smallest part of the map around the places, without any room.
    pub area: (LonLat, LonLat),
    /// The places, found or not, that may be under it.
    runs: Vec<Run>,
}

/// All markers of a view.
#[derive(Debug)]
pub struct Clusters<'a> {
    found: MatchingPoints<'a>,
    points: &'a Points,
    grid: Grid,
    reach: Reach,
    /// The markers, in the order of the sites that their places were made from.
    pub list: Vec<Cluster>,
}

/// A cell in which something was found.
struct Filled {
    cell: Cell,
    run: Run,
    tally: Tally,
}

impl<'a> Clusters<'a> {
    /// The markers of `found` in a view; only those inside `part`, where that was asked
    /// for. A project found there may have other points elsewhere, but a marker for
    /// these would say less than following it finds.
    pub fn new(points: &'a Points, found: &Bits, view: &Viewport, part: Option<Bbox>) -> Self {
        let grid = Grid::over(view);
        let blocks: Vec<Run> = grid
            .blocks(merge::BLOCK)
            .iter()
            .map(|keys| points.run(0..points.places(), keys))
            .filter(|places| !places.is_empty())
            .collect();
        let found = MatchingPoints::new(points, found, &blocks);
        let reach = part.map(Reach::of).into_iter().fold(Reach::of(view.bbox()), Reach::and);
        let mut clusters = Self { found, points, grid, reach, list: Vec::new() };
        let mut markers = Vec::new();
        for block in blocks {
            let filled = clusters.filled(block);
            let groups = filled.iter().enumerate().map(|(n, filled)| clusters.group(n, filled));
            for group in merge(groups.collect()) {
                markers.extend(clusters.take(&group, &filled));
            }
        }
        step_back(&mut markers);
        for (cluster, marker) in clusters.list.iter_mut().zip(markers) {
            let own = pixels(&clusters.grid, cluster.at);
            // Only a marker that had to step back does not stand at its place.
            if own != marker.at {
                let scale = clusters.grid.scale;
                let at = World { x: marker.at.0 / scale, y: marker.at.1 / scale };
                cluster.at = at.to_lonlat();
            }
        }
        clusters.in_order();
        clusters
    }

    /// Puts the clusters into the order of the sites that their places were made
    /// from, which no filter and no view changes.
    fn in_order(&mut self) {
        self.list.sort_by_cached_key(|cluster| self.points.origin(cluster.place));
    }

    /// The cells of a block in which something was found.
    fn filled(&self, block: Run) -> Vec<Filled> {
        let mut filled = Vec::new();
        let mut next = block.start;
        while next < block.end {
            let key = self.points.keys[next];
            let run = self.points.run(next..block.end, &self.grid.around(key));
            next = run.end;
            if let Some(tally) = Tally::of(&self.found, self.points, run.clone(), None) {
                filled.push(Filled { cell: self.grid.cell(key), run, tally });
            }
        }
        filled
    }

    fn group(&self, n: usize, filled: &Filled) -> Group {
        let Filled { cell, tally, .. } = filled;
        let at = pixels(&self.grid, self.points.at(tally.lead.1.0));
        Group { least: *cell, most: *cell, lead: tally.lead, at, cells: vec![n] }
    }

    /// Makes a cluster of a group, as far as it is in view.
    fn take(&mut self, group: &Group, filled: &[Filled]) -> Option<Placement> {
        let members = || group.cells.iter().filter_map(|n| filled.get(*n));
        let mut whole = true;
        let in_view = |member: &Filled| {
            if self.reach.encloses(&member.tally) {
                return Some(member.tally.clone());
            }
            whole = false;
            let reach = self.reach.meets(&member.tally).then_some(&self.reach)?;
            Tally::of(&self.found, self.points, member.run.clone(), Some(reach))
        };
        let tally = members().filter_map(in_view).reduce(Tally::and)?;
        let runs: Vec<Run> = members().map(|member| member.run.clone()).collect();
        let repeated =
            tally::repeated(&self.found, self.points, &runs, (!whole).then_some(&self.reach));
        let at = self.points.at(tally.lead.1.0);
        let marker = Placement {
            at: pixels(&self.grid, at),
            within: self.grid.pixels(group.least, group.most),
        };
        self.list.push(Cluster {
            projects: tally.points - repeated,
            participations: tally.participations,
            places: tally.places,
            place: tally.lead.1.0,
            at,
            area: tally.corners(),
            runs,
        });
        Some(marker)
    }

    /// The cluster that each place is under, found or not; none for places that are
    /// not in view.
    pub(crate) fn of_places(&self) -> Vec<Option<u16>> {
        let mut of_place = vec![None; self.points.places()];
        for (cluster, number) in self.list.iter().zip(0..u16::MAX) {
            for place in cluster.runs.iter().cloned().flatten() {
                of_place[place] = self.shows(place).then_some(number);
            }
        }
        of_place
    }

    /// Whether a place is in view.
    pub(crate) fn shows(&self, place: usize) -> bool {
        self.reach.holds(self.points.site(place))
    }

    /// Visits the places under a marker at which something was found.
    pub(crate) fn each_place(&self, cluster: &Cluster, mut visit: impl FnMut(usize)) {
        for run in &cluster.runs {
            self.found.each(run.clone(), |place, _| {
                if self.shows(place) {
                    visit(place);
                }
            });
        }
    }

    /// The projects under a marker, ascending, each once.
    pub(crate) fn projects(&self, cluster: &Cluster) -> Vec<usize> {
        let mut projects = Vec::new();
        for run in &cluster.runs {
            let points = self.found.points(run).into_iter().map(|point| point as usize);
            let shown = points.filter(|point| self.shows(self.points.place[*point] as usize));
            projects.extend(shown.map(|point| self.points.project(point)));
        }
        projects.sort_unstable();
        projects.dedup();
        projects
    }
}

/// Where a place is, in pixels from the world's corner.
fn pixels(grid: &Grid, at: LonLat) -> (f64, f64) {
    let world = at.to_world();
    (world.x * grid.scale, world.y * grid.scale)
}

impl Points {
    /// Of some places those with these keys.
    fn run(&self, among: Run, keys: &Range<u64>) -> Run {
        let of = &self.keys[among.clone()];
        let start = of.partition_point(|key| *key < keys.start);
        let len = of[start..].partition_point(|key| *key < keys.end);
        among.start + start..among.start + start + len
    }
}

impl Cluster {
    /// The part of the map around its places, with some room.
    pub(crate) fn area(&self, room: f64) -> Option<Bbox> {
        let (south_west, north_east) = self.area;
        Bbox::around([south_west, north_east].into_iter(), room)
    }
}
