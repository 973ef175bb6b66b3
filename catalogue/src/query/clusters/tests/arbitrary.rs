//! Random points, and views of them.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    map::{LonLat, Viewport},
    query::{
        bits::Bits,
        clusters::{Clusters, Point, Points, Site},
    },
};

/// A case: sites, points, and the projects found.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) sites: Vec<Site>,
    pub(super) points: Vec<Point>,
    pub(super) projects: usize,
    pub(super) found: BTreeSet<usize>,
}

pub(super) fn case() -> impl Strategy<Value = Case> {
    let site = prop_oneof![
        4 => (-9.0..30.0, 40.0..65.0),
        6 => (5.0..8.0, 51.5..54.0),
        // Close together, on both sides of an edge of cells of most levels.
        4 => (5.623..5.628, 52.95..52.955),
    ];
    let sites = vec(site, 1..150);
    let points = vec((any::<prop::sample::Index>(), 0u32..90, 1u32..4), 0..400);
    let every = select(vec![1usize, 2, 7, 31]);
    (sites, points, 1usize..90, every).prop_map(|(sites, points, projects, every)| {
        let sites: BTreeSet<_> = sites
            .into_iter()
            .map(|(lon, lat)| Site::of(LonLat::new(lon, lat)))
            .map(|s| (s.lon, s.lat))
            .collect();
        let sites: Vec<Site> =
            sites.into_iter().map(|(lon, lat)| Site { lon, lat }).rev().collect();
        let len = u32::try_from(projects).unwrap();
        let points = points.into_iter().map(|(place, project, participations)| Point {
            place: u32::try_from(place.index(sites.len())).unwrap(),
            project: project % len,
            participations,
        });
        let points = points.collect();
        Case { points, sites, projects, found: (0..projects).step_by(every).collect() }
    })
}

pub(super) fn view() -> impl Strategy<Value = Viewport> {
    let center = (-10.0..30.0, 45.0..60.0);
    let near = (5.0..8.0, 51.5..54.0);
    let center = prop_oneof![center, near, Just((5.6255, 52.9525))];
    (center, 8.5..20.0_f64, 60.0..1500.0, 60.0..1200.0).prop_map(
        |((lon, lat), zoom, width, height)| {
            let center = LonLat::new(lon, lat).to_world();
            Viewport::checked(center, zoom.exp2() * 32.0, width, height).unwrap()
        },
    )
}

impl Case {
    pub(super) fn points(&self) -> Points {
        Points::new(&self.sites, self.points.clone(), self.projects)
    }

    pub(super) fn bits(&self) -> Bits {
        Bits::collect(self.projects, self.found.iter().copied())
    }

    pub(super) fn clusters<'a>(&self, points: &'a Points, view: &Viewport) -> Clusters<'a> {
        Clusters::new(points, &self.bits(), view, None)
    }
}
