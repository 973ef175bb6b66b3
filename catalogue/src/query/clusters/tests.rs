//! Clusters beside the slow, obvious way to make them.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    apart::APART,
    merge::{BLOCK, MOST, NEAR},
    *,
};
use crate::map::{
    Shown,
    grid::{self, MAX_CELLS, SIDE},
    sheet,
};

/// A case: sites, points, and who was found.
#[derive(Clone, Debug)]
struct Case {
    sites: Vec<Site>,
    points: Vec<Point>,
    projects: usize,
    found: BTreeSet<usize>,
}

fn case() -> impl Strategy<Value = Case> {
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

fn view() -> impl Strategy<Value = Viewport> {
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
    fn points(&self) -> Points {
        Points::new(&self.sites, self.points.clone(), self.projects)
    }

    fn bits(&self) -> Bits {
        Bits::collect(self.projects, self.found.iter().copied())
    }

    fn clusters<'a>(&self, points: &'a Points, view: &Viewport) -> Clusters<'a> {
        Clusters::new(points, &self.bits(), self.found.len(), view)
    }
}

/// A pin as the oracle has it: its site, its projects, participations and places.
type Naive = (Site, BTreeSet<usize>, usize, BTreeSet<(i32, i32)>);

/// A group of the oracle: columns and rows, from and to.
type Square = [u32; 4];

/// Groups points one by one, and merges the closest two until none are close.
fn naive(case: &Case, view: &Viewport) -> Vec<Naive> {
    let level = (0..=28_u32)
        .filter(|level| {
            let side = view.scale / f64::from(*level).exp2();
            let across = (view.width / side).ceil() + 1.0;
            let down = (view.height / side).ceil() + 1.0;
            *level == 0 || (side >= SIDE && across * down <= MAX_CELLS as f64)
        })
        .max()
        .unwrap();
    let cells = f64::from(level).exp2();
    let cell = |site: Site| -> [u32; 2] {
        let world = site.at().to_world();
        [(world.x * cells) as u32, (world.y * cells) as u32]
    };
    let mut blocks: BTreeMap<[u32; 2], BTreeSet<Square>> = BTreeMap::new();
    let found: Vec<(Site, Point)> = case
        .points
        .iter()
        .filter(|point| case.found.contains(&(point.project as usize)))
        .map(|point| (case.sites[point.place as usize], *point))
        .collect();
    for (site, _) in &found {
        let [column, row] = cell(*site);
        let up = BLOCK.min(level);
        blocks.entry([column >> up, row >> up]).or_default().insert([column, row, column, row]);
    }
    let within = |square: &Square, site: Site| {
        let [column, row] = cell(site);
        (square[0]..=square[2]).contains(&column) && (square[1]..=square[3]).contains(&row)
    };
    let lead = |square: &Square, shown: &dyn Fn(Site) -> bool| -> Option<Site> {
        let mut weights: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for (site, point) in &found {
            if within(square, *site) && shown(*site) {
                weights.entry(point.place).or_default().insert(point.project);
            }
        }
        let most = weights.into_iter().max_by_key(|(place, of)| {
            (of.len(), Reverse(grid::key(case.sites[*place as usize].at().to_world())))
        })?;
        Some(case.sites[most.0 as usize])
    };
    let mut pins = Vec::new();
    let bbox = view.bbox();
    for (_, mut squares) in blocks {
        while let Some((gone, merged)) = closest(&squares, view, &|square| lead(square, &|_| true))
        {
            squares.retain(|square| !gone.contains(square));
            squares.insert(merged);
        }
        for square in squares {
            let shown = |site: Site| bbox.contains(site.at());
            let Some(site) = lead(&square, &shown) else { continue };
            let under = found.iter().filter(|(site, _)| within(&square, *site) && shown(*site));
            pins.push((
                site,
                under.clone().map(|(_, point)| point.project as usize).collect(),
                under.clone().map(|(_, point)| point.participations as usize).sum(),
                under.map(|(site, _)| (site.lon, site.lat)).collect(),
            ));
        }
    }
    pins.sort_by_key(|pin: &Naive| case.sites.iter().position(|site| *site == pin.0));
    pins
}

/// The squares that come together next, and the square that they make.
fn closest(
    squares: &BTreeSet<Square>,
    view: &Viewport,
    lead: &dyn Fn(&Square) -> Option<Site>,
) -> Option<(BTreeSet<Square>, Square)> {
    let at = |square: &Square| {
        let world = lead(square).unwrap().at().to_world();
        (world.x * view.scale, world.y * view.scale)
    };
    let all: Vec<(Square, (f64, f64))> =
        squares.iter().map(|square| (*square, at(square))).collect();
    let mut best: Option<(f64, BTreeSet<Square>, Square)> = None;
    for (n, (one, a)) in all.iter().enumerate() {
        for (other, b) in &all[n + 1..] {
            let distance = (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2);
            if distance >= NEAR * NEAR {
                continue;
            }
            let mut gone = BTreeSet::from([*one, *other]);
            let merged = loop {
                let merged = gone.iter().fold([u32::MAX, u32::MAX, 0, 0], |r: Square, s| {
                    [r[0].min(s[0]), r[1].min(s[1]), r[2].max(s[2]), r[3].max(s[3])]
                });
                let meets = |s: &&Square| {
                    s[0] <= merged[2] && s[2] >= merged[0] && s[1] <= merged[3] && s[3] >= merged[1]
                };
                let before = gone.len();
                gone.extend(squares.iter().filter(meets));
                if gone.len() == before {
                    break merged;
                }
            };
            let small = merged[2] - merged[0] < MOST && merged[3] - merged[1] < MOST;
            if small && best.as_ref().is_none_or(|(nearest, ..)| distance < *nearest) {
                best = Some((distance, gone, merged));
            }
        }
    }
    best.map(|(_, gone, merged)| (gone, merged))
}

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
            clusters.each_place(cluster, |place, _| { seen.insert((points.site(place).lon, points.site(place).lat)); });
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
            clusters.each_place(cluster, |place, _| assert_eq!(under.insert(place, n), None));
        }
        let all = clusters.of_places();
        for (project, place) in case.found.iter().flat_map(|p| points.places_of(*p).map(move |n| (*p, n))) {
            let expected = view.bbox().contains(points.at(place));
            prop_assert_eq!(under.contains_key(&place), expected);
            prop_assert_eq!(clusters.of_place(place), under.get(&place).copied());
            prop_assert_eq!(all[place].map(usize::from), under.get(&place).copied());
            if let Some(n) = under.get(&place) {
                prop_assert!(clusters.projects(&clusters.list[*n]).contains(&project));
            }
        }
    }

    #[test]
    fn no_two_pins_touch_and_who_touches_none_is_at_its_place(case in case(), view in view()) {
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
            // Who did not stay would touch somebody where that one is, or was.
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
    fn who_pans_sees_the_same_pins(case in case(), view in view(), by in (-0.9..0.9, -0.9..0.9)) {
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
            // A pin may stand aside for one at the edge that comes or goes.
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
        let found = Found::new(&points, &case.bits(), case.found.len(), std::slice::from_ref(&run));
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
fn the_four_cities_keep_their_pins_where_they_are() {
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
    let clusters = case.clusters(&points, &sheet::overview(&shown)).list;
    assert_eq!(clusters.iter().map(|cluster| cluster.at).collect::<Vec<_>>(), cities);
}

#[test]
fn neighbours_across_an_edge_share_a_pin_and_a_project_there_counts_once() {
    // Either side of a meridian that is an edge of cells, and at the first two zooms
    // not of blocks.
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
    assert!(said.iter().any(|pins| pins.contains(&(2, 6, 2))), "{said:?}");
    assert!(
        said.iter().any(|pins| pins.contains(&(1, 2, 1)) && pins.contains(&(2, 4, 1))),
        "{said:?}"
    );
}
