//! Cells whose markers would be too close share one.
//!
//! Two places at either side of an edge may be neighbours. The closest two markers
//! are taken together first, and so on, as long as what comes of it is a small
//! rectangle. Whatever is in that rectangle comes along, so that a marker stands for
//! a part of the map that it shares with no other.
//!
//! What is merged must not depend on what else is in view, or markers would regroup
//! while the map moves. So this happens in *blocks*, cells of a few levels up,
//! each by itself and always whole; nothing is merged across the edge of one.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::map::grid::Cell;

/// How many levels up from a cell its block is: eight by eight cells.
pub(super) const BLOCK: u32 = 3;

/// Markers that are nearer to each other are merged, in pixels.
pub(super) const NEAR: f64 = 32.0;

/// The most cells to each side that are merged.
pub(super) const MOST: u32 = 2;

/// The place that weighs most, and its weight; of several the first in the order
/// of cells.
pub(super) type Lead = (usize, Reverse<usize>);

/// Cells that share a marker: all that are filled in a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Its north-western cell.
    pub(super) least: Cell,
    /// Its south-eastern cell.
    pub(super) most: Cell,
    /// The place that weighs most.
    pub(super) lead: Lead,
    /// Where that is, in pixels from the world's corner.
    pub(super) at: (f64, f64),
    /// Which of the filled cells of the block, ascending.
    pub(super) cells: Vec<usize>,
}

/// Merges the groups of one block.
pub(super) fn merge(groups: Vec<Group>) -> Vec<Group> {
    let mut near = BinaryHeap::new();
    for (b, other) in groups.iter().enumerate() {
        near.extend(groups[..b].iter().enumerate().filter_map(|(a, one)| pair(a, one, b, other)));
    }
    // New groups are appended; a merged group becomes `None`.
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    while let Some(Reverse((_, a, b))) = near.pop() {
        let (Some(Some(one)), Some(Some(other))) = (groups.get(a), groups.get(b)) else { continue };
        let Some(members) = closure(&groups, rectangle(one, other)) else { continue };
        let taken = members.into_iter().filter_map(|n| groups[n].take());
        let Some(merged) = taken.reduce(united) else { continue };
        let end = groups.len();
        let left = groups.iter().enumerate().filter_map(|(n, group)| Some((n, group.as_ref()?)));
        near.extend(left.filter_map(|(n, group)| pair(n, group, end, &merged)));
        groups.push(Some(merged));
    }
    groups.into_iter().flatten().collect()
}

/// Two groups whose markers are near, the nearest first.
fn pair(a: usize, one: &Group, b: usize, other: &Group) -> Option<Reverse<(u64, usize, usize)>> {
    let (x, y) = (one.at.0 - other.at.0, one.at.1 - other.at.1);
    let square = x * x + y * y;
    // The bits of numbers that are not negative are in the order of the numbers.
    (square < NEAR * NEAR).then_some(Reverse((square.to_bits(), a, b)))
}

type Corners = (Cell, Cell);

fn rectangle(one: &Group, other: &Group) -> Corners {
    around((one.least, one.most), (other.least, other.most))
}

fn around(one: Corners, other: Corners) -> Corners {
    let cell = |pick: fn(u32, u32) -> u32, a: Cell, b: Cell| Cell {
        column: pick(a.column, b.column),
        row: pick(a.row, b.row),
    };
    (cell(u32::min, one.0, other.0), cell(u32::max, one.1, other.1))
}

/// Everything that must come along where a rectangle is merged; `None` where that
/// would be too large.
fn closure(groups: &[Option<Group>], mut corners: Corners) -> Option<Vec<usize>> {
    loop {
        let (least, most) = corners;
        if most.column - least.column >= MOST || most.row - least.row >= MOST {
            return None;
        }
        let mut members = Vec::new();
        for (n, group) in groups.iter().enumerate() {
            let Some(group) = group else { continue };
            if group.least.column <= most.column
                && group.most.column >= least.column
                && group.least.row <= most.row
                && group.most.row >= least.row
            {
                members.push(n);
                corners = around(corners, (group.least, group.most));
            }
        }
        if corners == (least, most) {
            return Some(members);
        }
    }
}

fn united(one: Group, other: Group) -> Group {
    let (least, most) = rectangle(&one, &other);
    let mut cells = [one.cells, other.cells].concat();
    cells.sort_unstable();
    let (lead, at) =
        if one.lead >= other.lead { (one.lead, one.at) } else { (other.lead, other.at) };
    Group { least, most, lead, at, cells }
}
