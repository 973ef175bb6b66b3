//! The squares of the map that markers are gathered by: cells of a quadtree.
//!
//! The world is divided into four squares, each of them into four, and so on. A
//! *level* of that is a grid over the whole world, which does not move when the
//! map does: a visitor who pans sees the same cells, and so the same markers.
//!
//! A place's *key* has the bits of its column and its row by turns (Morton). In
//! the order of keys every cell of every level is one unbroken run, so whatever
//! is sorted by key has all cells of all levels at once.

use std::ops::{Range, RangeInclusive};

use super::{Rect, Viewport, World};

/// The level of the smallest cells: 2^28 to each side, 15 cm on the equator.
const DEPTH: u32 = 28;

/// The least side of a cell, in pixels. The largest is twice as long, where the
/// map is not so large that there would be too many of them.
pub(crate) const SIDE: f64 = 28.0;

/// So many cells at most are touched by a view, and so many markers stand in it. What
/// is asked for is two and a quarter times what is seen, so that two hundred are.
pub(crate) const MAX_CELLS: usize = 450;

/// A cell of a level, as column from the west and row from the north.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Cell {
    pub(crate) column: u32,
    pub(crate) row: u32,
}

/// The level for a view, and what of it the view touches.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Grid {
    level: u32,
    /// The side of a cell in pixels.
    pub(crate) side: f64,
    /// How many pixels wide the whole world is.
    pub(crate) scale: f64,
    columns: RangeInclusive<u32>,
    rows: RangeInclusive<u32>,
}

/// The place of a point of the world in the order of cells.
pub(crate) fn key(at: World) -> u64 {
    interleaved(index(at.x, DEPTH)) | interleaved(index(at.y, DEPTH)) << 1
}

impl Grid {
    /// The finest level whose cells are large enough and few enough. It depends
    /// on scale and size only, not on where the view is.
    pub(crate) fn over(view: &Viewport) -> Self {
        let mut level = 0;
        let fits = |level: u32| {
            let side = view.scale / f64::from(1_u32 << level);
            let touched = |pixels: f64| (pixels / side).ceil() + 1.0;
            side >= SIDE && touched(view.width) * touched(view.height) <= MAX_CELLS as f64
        };
        while level < DEPTH && fits(level + 1) {
            level += 1;
        }
        let (least, most) = (view.world_at(0.0, 0.0), view.world_at(view.width, view.height));
        Self {
            level,
            side: view.scale / f64::from(1_u32 << level),
            scale: view.scale,
            columns: index(least.x, level)..=index(most.x, level),
            rows: index(least.y, level)..=index(most.y, level),
        }
    }

    /// Whether the view touches a cell.
    #[cfg(test)]
    fn touches(&self, cell: Cell) -> bool {
        self.columns.contains(&cell.column) && self.rows.contains(&cell.row)
    }

    /// The cell that a key is in.
    pub(crate) fn cell(&self, key: u64) -> Cell {
        let cell = key >> (2 * (DEPTH - self.level));
        Cell { column: every_other(cell), row: every_other(cell >> 1) }
    }

    /// The keys in the cell of `key`.
    pub(crate) fn around(&self, key: u64) -> Range<u64> {
        let bits = 2 * (DEPTH - self.level);
        let first = key >> bits << bits;
        first..first + (1 << bits)
    }

    /// The keys of all blocks that the view touches, ascending. A block is a cell
    /// so many levels up; at the top of the world there are no more.
    pub(crate) fn blocks(&self, up: u32) -> Vec<Range<u64>> {
        let up = up.min(self.level);
        let bits = 2 * (DEPTH - self.level + up);
        let over = |cells: &RangeInclusive<u32>| cells.start() >> up..=cells.end() >> up;
        let columns = over(&self.columns);
        let mut blocks: Vec<Range<u64>> = over(&self.rows)
            .flat_map(|row| columns.clone().map(move |column| (column, row)))
            .map(|(column, row)| (interleaved(column) | interleaved(row) << 1) << bits)
            .map(|first| first..first + (1 << bits))
            .collect();
        blocks.sort_unstable_by_key(|keys| keys.start);
        blocks
    }

    /// The pixels, from the world's corner, of the cells between two.
    pub(crate) fn pixels(&self, least: Cell, most: Cell) -> Rect {
        let edge = |cells: u32| f64::from(cells) * self.side;
        Rect::new(edge(least.column), edge(least.row), edge(most.column + 1), edge(most.row + 1))
    }
}

/// Which of the cells of a level a share of the world's width falls into; what
/// is beside the world falls into its outermost.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
fn index(share: f64, level: u32) -> u32 {
    let cells = f64::from(1_u32 << level);
    (share * cells).floor().clamp(0.0, cells - 1.0) as u32
}

/// The bits of a number with a zero in front of each.
fn interleaved(number: u32) -> u64 {
    let spread = |bits: u64, by: u32, mask: u64| (bits | bits << by) & mask;
    let bits = spread(number.into(), 16, 0x0000_FFFF_0000_FFFF);
    let bits = spread(bits, 8, 0x00FF_00FF_00FF_00FF);
    let bits = spread(bits, 4, 0x0F0F_0F0F_0F0F_0F0F);
    let bits = spread(bits, 2, 0x3333_3333_3333_3333);
    spread(bits, 1, 0x5555_5555_5555_5555)
}

/// The number whose bits are every other bit of these.
#[expect(clippy::cast_possible_truncation, reason = "half of the bits are left")]
fn every_other(bits: u64) -> u32 {
    let gather = |bits: u64, by: u32, mask: u64| (bits | bits >> by) & mask;
    let bits = gather(bits & 0x5555_5555_5555_5555, 1, 0x3333_3333_3333_3333);
    let bits = gather(bits, 2, 0x0F0F_0F0F_0F0F_0F0F);
    let bits = gather(bits, 4, 0x00FF_00FF_00FF_00FF);
    let bits = gather(bits, 8, 0x0000_FFFF_0000_FFFF);
    gather(bits, 16, 0x0000_0000_FFFF_FFFF) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::map::LonLat;

    fn view() -> impl Strategy<Value = Viewport> {
        let center = (0.0..1.0, 0.0..1.0).prop_map(|(x, y)| World { x, y });
        let size = || 1.0..4096.0;
        (center, 8.0..30.0_f64, size(), size()).prop_map(|(center, zoom, width, height)| {
            Viewport::checked(center, zoom.exp2(), width, height).unwrap()
        })
    }

    proptest! {
        #[test]
        fn a_view_touches_few_cells_of_a_good_size(view in view()) {
            let grid = Grid::over(&view);
            let count = grid.columns.clone().count() * grid.rows.clone().count();
            prop_assert!(count <= MAX_CELLS, "{count}");
            prop_assert!(grid.side >= SIDE || grid.level == 0);
            // A finer level would be too fine, or have too many.
            let finer = (2.0 * view.width / grid.side + 2.0) * (2.0 * view.height / grid.side + 2.0);
            prop_assert!(grid.side < 2.0 * SIDE || finer > MAX_CELLS as f64);
        }

        #[test]
        fn a_place_s_cell_is_where_it_is_drawn(
            view in view(), lon in -180.0..180.0, lat in -85.0..85.0, up in 0u32..4,
        ) {
            let grid = Grid::over(&view);
            let world = LonLat::new(lon, lat).to_world();
            let key = key(world);
            let cell = grid.cell(key);
            // The keys are to 15 cm, which is four pixels at the closest scale.
            let pixels = grid.pixels(cell, cell).grown(4.0);
            prop_assert!(pixels.holds(world.x * view.scale, world.y * view.scale));
            prop_assert!(grid.around(key).contains(&key));
            prop_assert_eq!(grid.cell(grid.around(key).start), cell);
            prop_assert_eq!(grid.cell(grid.around(key).end - 1), cell);
            let in_blocks = grid.blocks(up).iter().any(|keys| keys.contains(&key));
            prop_assert!(in_blocks || !grid.touches(cell));
        }

        #[test]
        fn bits_are_interleaved_and_parted(number in 0_u32..1 << 28) {
            prop_assert_eq!(every_other(interleaved(number)), number);
            prop_assert_eq!(every_other(interleaved(number) >> 1), 0);
        }
    }
}
