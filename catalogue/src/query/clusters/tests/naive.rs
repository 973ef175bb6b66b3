//! Clusters point by point, straight from the definitions.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::Case;
use crate::{
    map::{
        Viewport,
        grid::{self, MAX_CELLS, SIDE},
    },
    query::clusters::{
        Point, Site,
        merge::{BLOCK, MOST, NEAR},
    },
};

/// A marker as the oracle has it: its site, its projects, participations and places.
pub(super) type Naive = (Site, BTreeSet<usize>, usize, BTreeSet<(i32, i32)>);

/// A group of the oracle: columns and rows, from and to.
type Square = [u32; 4];

/// Groups points one by one, and merges the closest two until none are close.
pub(super) fn naive(case: &Case, view: &Viewport) -> Vec<Naive> {
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
    let mut markers = Vec::new();
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
            markers.push((
                site,
                under.clone().map(|(_, point)| point.project as usize).collect(),
                under.clone().map(|(_, point)| point.participations as usize).sum(),
                under.map(|(site, _)| (site.lon, site.lat)).collect(),
            ));
        }
    }
    markers.sort_by_key(|marker: &Naive| case.sites.iter().position(|site| *site == marker.0));
    markers
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
