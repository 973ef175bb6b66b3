//! Clusters beside the slow, obvious way to make them.

mod arbitrary;
mod naive;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{apart::APART, *};
use crate::map::{Shown, grid::MAX_CELLS, views};

use arbitrary::{Case, case, view};
use naive::naive;

proptest! {
    #[test]
    fn clusters_are_what_grouping_point_by_point_makes(case in case(), view in view()) {
        let points = case.points();
        let clusters = case.clusters(&points, &view);
        let expected = naive(&case, &view);
        prop_assert_eq!(clusters.list.len(), expected.len());
        for (cluster, (site, projects, participations, places)) in clusters.list.iter().zip(expected) {
            prop_assert_eq!(points.site(cluster.place), site);
            prop_assert_eq!(cluster.projects, projects.len());
            prop_assert_eq!(clusters.projects(cluster), projects.into_iter().collect::<Vec<_>>());
            prop_assert_eq!(cluster.participations, participations);
            prop_assert_eq!(cluster.places, places.len());
            let mut seen = BTreeSet::new();
            clusters.each_place(cluster, |place| { seen.insert((points.site(place).lon, points.site(place).lat)); });
            prop_assert_eq!(seen, places);
        }
    }

    #[test]
    fn every_point_found_in_view_is_under_one_pin_and_none_beyond(case in case(), view in view()) {
        let points = case.points();
        let clusters = case.clusters(&points, &view);
        prop_assert!(clusters.list.len() <= MAX_CELLS);
        let mut under: BTreeMap<usize, usize> = BTreeMap::new();
        for (n, cluster) in clusters.list.iter().enumerate() {
            clusters.each_place(cluster, |place| assert_eq!(under.insert(place, n), None));
        }
        let all = clusters.of_places();
        for (project, place) in case.found.iter().flat_map(|p| points.places_of(*p).map(move |n| (*p, n))) {
            let expected = view.bbox().contains(points.at(place));
            prop_assert_eq!(under.contains_key(&place), expected);
            prop_assert_eq!(all[place].map(usize::from), under.get(&place).copied());
            if let Some(n) = under.get(&place) {
                prop_assert!(clusters.projects(&clusters.list[*n]).contains(&project));
            }
        }
    }

    #[test]
    fn no_two_markers_touch_and_who_touches_none_is_at_its_place(case in case(), view in view()) {
        let points = case.points();
        let clusters = case.clusters(&points, &view).list;
        let apart = |a: LonLat, b: LonLat| {
            let ((ax, ay), (bx, by)) = (view.project(a), view.project(b));
            (ax - bx).hypot(ay - by)
        };
        for (n, cluster) in clusters.iter().enumerate() {
            let own = points.at(cluster.place);
            for other in &clusters[n + 1..] {
                prop_assert!(apart(cluster.at, other.at) > APART - 1e-3);
            }
            // A marker that moved would otherwise overlap another, where that is or was.
            let mut others = clusters.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, other)| other);
            if cluster.at != own {
                prop_assert!(apart(cluster.at, own) <= APART / 2.0 * 1.42);
                let touched = others.any(|other| {
                    apart(own, other.at).min(apart(own, points.at(other.place))) < APART + 1e-3
                });
                prop_assert!(touched);
            }
        }
    }

    #[test]
    fn who_pans_sees_the_same_markers(case in case(), view in view(), by in (-0.9..0.9, -0.9..0.9)) {
        let points = case.points();
        let before = case.clusters(&points, &view);
        let center = view.world_at(view.width * (0.5 + by.0), view.height * (0.5 + by.1));
        let panned = Viewport { center, ..view };
        let after = case.clusters(&points, &panned);
        prop_assert_eq!(before.grid.side, after.grid.side);
        // Those of which all cells are in view, before and after.
        let whole = |clusters: &Clusters, view: &Viewport, of: &Viewport| -> Vec<Cluster> {
            let inside = |cluster: &&Cluster| cluster.runs.iter().all(|run| {
                let cell = clusters.grid.cell(points.keys[run.start]);
                let pixels = clusters.grid.pixels(cell, cell);
                [view, of].into_iter().all(|view| {
                    let at = |x: f64, y: f64| view.place(World { x: x / view.scale, y: y / view.scale });
                    let ((left, top), (right, bottom)) = (at(pixels.left, pixels.top), at(pixels.right, pixels.bottom));
                    left >= 0.01 && top >= 0.01 && right <= view.width - 0.01 && bottom <= view.height - 0.01
                })
            });
            clusters.list.iter().filter(inside).cloned().collect()
        };
        let pairs = whole(&before, &view, &panned).into_iter().zip(whole(&after, &panned, &view));
        prop_assert_eq!(whole(&before, &view, &panned).len(), whole(&after, &panned, &view).len());
        for (one, other) in pairs {
            // A marker may stand aside for one at the edge that comes or goes.
            let (at, then) = (view.project(one.at), view.project(other.at));
            prop_assert!((at.0 - then.0).abs().max((at.1 - then.1).abs()) <= APART / 2.0 + 1e-3);
            prop_assert_eq!(Cluster { at: other.at, ..one }, other);
        }
    }

    #[test]
    fn few_many_and_all_are_found_alike(case in case(), from in 0usize..150, len in 0usize..150) {
        let points = case.points();
        let start = from.min(points.places());
        let run = start..(start + len).min(points.places());
        let found = MatchingPoints::new(&points, &case.bits(), std::slice::from_ref(&run));
        let mut seen = Vec::new();
        found.each(run.clone(), |place, count| seen.push((place, count)));
        let at = |place: &usize| points.at_place(*place).filter(|n| case.found.contains(&points.project(*n)));
        let expected: Vec<_> =
            run.clone().map(|place| (place, at(&place).count())).filter(|(_, count)| *count > 0).collect();
        prop_assert_eq!(seen, expected);
        let members: Vec<u32> = run.clone().flat_map(|place| at(&place)).map(|n| n as u32).collect();
        prop_assert_eq!(found.points(&run), members);
    }
}

#[test]
fn the_four_cities_keep_their_markers_where_they_are() {
    let cities = [(6.5665, 53.2194), (6.9069, 52.7792), (6.5642, 52.9967), (5.7999, 53.2012)]
        .map(|(lon, lat)| LonLat::new(lon, lat));
    let shown = Shown::around(Some(Bbox::new(5.7499, 52.7292, 6.9569, 53.2694)));
    let case = Case {
        sites: cities.map(Site::of).to_vec(),
        points: (0..4).map(|n| Point { place: n, project: n, participations: 1 }).collect(),
        projects: 4,
        found: (0..4).collect(),
    };
    let points = case.points();
    let clusters = case.clusters(&points, &views::overview(&shown)).list;
    assert_eq!(clusters.iter().map(|cluster| cluster.at).collect::<Vec<_>>(), cities);
}

#[test]
fn neighbours_across_an_edge_share_a_pin_and_a_project_there_counts_once() {
    // Either side of a meridian that is an edge of cells, and at the first zoom not
    // of blocks.
    let edge = 5.625 + 360.0 / 1024.0;
    let at = |lon: f64| Site::of(LonLat::new(lon, 53.0));
    let view = |zoom: f64| {
        let center = LonLat::new(edge, 53.0).to_world();
        Viewport::checked(center, 256.0 * zoom.exp2(), 400.0, 380.0).unwrap()
    };
    let point = |place, project| Point { place, project, participations: 2 };
    let case = Case {
        sites: vec![at(edge - 0.01), at(edge + 0.01), at(edge + 0.5)],
        points: vec![point(0, 0), point(1, 0), point(1, 1), point(2, 2)],
        projects: 3,
        found: (0..3).collect(),
    };
    let points = case.points();
    let said: Vec<_> = (9..14)
        .map(|zoom| case.clusters(&points, &view(f64::from(zoom))).list)
        .map(|list| {
            list.iter().map(|c| (c.projects, c.participations, c.places)).collect::<Vec<_>>()
        })
        .collect();
    assert!(said.iter().any(|markers| markers.contains(&(2, 6, 2))), "{said:?}");
    assert!(
        said.iter().any(|markers| markers.contains(&(1, 2, 1)) && markers.contains(&(2, 4, 1))),
        "{said:?}"
    );
}
