//! Brings what is drawn to the three levels of detail.
//!
//! Each level clips to its extent, thins to its tolerance and rounds to its
//! grid. The numbers were chosen by looking: the coarse level serves drawings of
//! the whole continent, the middle one any country, and the fine one the
//! Netherlands with the German coast, close enough for single towns.

use catalogue::map::basemap::{Layer, clip, thin};
use catalogue::map::{Bbox, LonLat, Rect};

use super::reach::REACH;
use super::rivers::Kind;
use super::{Drawn, Trace};

/// A level's detail and extent.
struct Detail {
    /// The grid has two to this power cells along the world's width.
    bits: u32,
    /// How far a thinned line may stray, in cells.
    tolerance: u32,
    /// What the level covers.
    extent: Bbox,
    /// Which rivers and canals it has: those up to this rank.
    rivers: [u8; 2],
}

const DETAILS: [Detail; 3] = [
    Detail { bits: 16, tolerance: 4, extent: REACH, rivers: [1, 0] },
    Detail { bits: 18, tolerance: 4, extent: Bbox::new(-26.0, 33.0, 46.0, 72.5), rivers: [2, 0] },
    Detail { bits: 21, tolerance: 3, extent: Bbox::new(2.3, 50.6, 9.8, 55.4), rivers: [4, 3] },
];

/// A shape on the grid of its level.
pub(super) type Gridded = Vec<[i32; 2]>;

/// A level ready to be written.
pub(super) struct Level {
    pub(super) bits: u32,
    pub(super) tolerance: u32,
    /// West, north, east and south, in cells.
    pub(super) edges: [i32; 4],
    /// In the order of [`Layer::ALL`].
    pub(super) layers: [Vec<Gridded>; Layer::ALL.len()],
}

/// All levels, the coarsest first.
pub(super) fn all(drawn: &Drawn) -> Vec<Level> {
    DETAILS.iter().map(|detail| detail.of(drawn)).collect()
}

impl Detail {
    fn of(&self, drawn: &Drawn) -> Level {
        let cells = f64::from(1_u32 << self.bits);
        let [south_west, north_east] = self.extent.corners().map(|corner| grid(corner, cells));
        let frame = Rect::new(south_west.0, north_east.1, north_east.0, south_west.1);
        let stray = f64::from(self.tolerance);
        let layers = Layer::ALL.map(|layer| {
            // Never drawn at the scales that the coarse level is for.
            if self.bits < 18 && matches!(layer, Layer::Dyke | Layer::Province) {
                return Vec::new();
            }
            let lines: Box<dyn Iterator<Item = &Trace>> = match layer {
                Layer::Land => Box::new(drawn.land.iter()),
                Layer::River => Box::new(drawn.rivers.iter().filter_map(|river| {
                    let [rivers, canals] = self.rivers;
                    let least = if river.kind == Kind::River { rivers } else { canals };
                    (river.rank <= least).then_some(&river.course)
                })),
                Layer::Lake => Box::new(drawn.lakes.iter()),
                Layer::Dyke => Box::new(drawn.dykes.iter()),
                Layer::Province => Box::new(drawn.provinces.iter()),
                Layer::Border => Box::new(drawn.borders.iter()),
            };
            let on_grid =
                lines.map(|line| line.iter().map(|p| grid(*p, cells)).collect::<Vec<_>>());
            let mut shapes: Vec<Gridded> = if layer.is_area() {
                let rings = on_grid.map(|ring| thin::ring(&clip::ring(&ring, &frame), stray));
                // What is not two tolerances wide is a speck at this level.
                rings
                    .filter(|ring| thin::area(ring).abs() >= 4.0 * stray * stray)
                    .map(rounded)
                    .collect()
            } else {
                let lines = on_grid.flat_map(|line| clip::line(&line, &frame));
                lines.map(|line| rounded(thin::line(&line, stray))).collect()
            };
            shapes.retain(|shape| shape.len() >= if layer.is_area() { 3 } else { 2 });
            shapes
        });
        let edges = rounded(vec![(frame.left, frame.top), (frame.right, frame.bottom)]).concat();
        let edges = edges.try_into().unwrap_or_default();
        Level { bits: self.bits, tolerance: self.tolerance, edges, layers }
    }
}

fn grid(place: LonLat, cells: f64) -> (f64, f64) {
    let world = place.to_world();
    (world.x * cells, world.y * cells)
}

fn rounded(line: Vec<(f64, f64)>) -> Gridded {
    #[expect(clippy::cast_possible_truncation, reason = "cells of a grid of 2^21 at most")]
    let mut shape: Gridded =
        line.into_iter().map(|(x, y)| [x.round() as i32, y.round() as i32]).collect();
    shape.dedup();
    shape
}
