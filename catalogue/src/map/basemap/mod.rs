//! The offline basemap: coast, rivers, lakes, borders and towns, drawn as SVG.
//!
//! `public/basemap.bin` (made by `cargo xtask basemap`, sources in
//! `public/basemap.md`) holds Europe at three *levels* of detail. A level is a
//! grid of whole numbers over the projected world with six *layers* of shapes
//! on it, and says which part of the world it covers and how far its lines may
//! stray from the truth (its *tolerance*). A drawing takes the coarsest level
//! whose tolerance cannot be seen at its scale, so that it never reads a fjord
//! that would be half a pixel wide.
//!
//! Drawing is then the same for every layer: [`clip`] to the viewport, [`thin`]
//! to what its pixels can show, and write as a path with relative commands
//! (`path`). [`label`] chooses and places the names of towns (`fan` says on
//! which side), and `names` writes them. The sea is not drawn: it is the
//! background. Only class names go into the drawing, never colours, so that the
//! page's style, dark scheme and print decide how it looks.

pub mod clip;
mod fan;
pub mod label;
mod names;
mod path;
mod read;
mod shape;
pub mod thin;

use std::fmt::Write;

pub use label::Named;
pub use read::BasemapError;
pub use shape::{Layer, Level, Shape, Town};

use self::path::Path;
use super::{Rect, Viewport};

/// Pixels beyond the drawing up to which shapes are kept, so that the edge where
/// they are clipped never shows as a coast.
const MARGIN: f64 = 6.0;

/// How far a line may stray when it is thinned, in pixels.
const STRAY: f64 = 0.65;

/// Islands that cover fewer square pixels than this are left out.
const LEAST_ISLAND: f64 = 2.0;

/// The same for lakes, of which Finland alone has thousands.
const LEAST_LAKE: f64 = 5.0;

/// Rivers are drawn from this scale on; on a whole continent they would outweigh
/// its coast.
const RIVERS_FROM: f64 = 6_000.0;

/// Province borders are drawn from this scale on (pixels per world width);
/// further out they would be a net over the whole continent.
const PROVINCES_FROM: f64 = 18_000.0;

/// Dykes are drawn from this scale on; further out they would close the
/// IJsselmeer to a dot.
const DYKES_FROM: f64 = 25_000.0;

/// Europe's coast, rivers, lakes, borders and towns, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Basemap {
    levels: Vec<Level>,
    towns: Vec<Town>,
}

impl Basemap {
    /// Draws what the viewport shows, as the children of an
    /// `<svg viewBox="0 0 WIDTH HEIGHT">`.
    ///
    /// Names of towns keep clear of the `reserved` boxes (markers). The towns in
    /// `must` come first and are always named where they are in view; the others
    /// follow by population as long as there is room.
    #[must_use]
    pub fn draw(&self, view: &Viewport, reserved: &[Rect], must: &[Named]) -> String {
        let mut out = String::new();
        if let Some(level) = self.level_for(view) {
            self.draw_shapes(&mut out, level, view);
        }
        names::write(&mut out, &label::place(&self.towns, view, reserved, must));
        out
    }

    fn draw_shapes(&self, out: &mut String, level: &Level, view: &Viewport) {
        for layer in Layer::ALL {
            let wanted = match layer {
                Layer::River => view.scale >= RIVERS_FROM,
                Layer::Province => view.scale >= PROVINCES_FROM,
                Layer::Dyke => view.scale >= DYKES_FROM,
                Layer::Land | Layer::Lake | Layer::Border => true,
            };
            if !wanted {
                continue;
            }
            let d = trace(level, layer, view);
            if !d.is_empty() {
                // An island in a lake is a ring inside the lake's own path.
                let rule = if layer == Layer::Lake { " fill-rule=\"evenodd\"" } else { "" };
                let _ = write!(out, "<path class=\"{}\"{rule} d=\"{d}\"/>", layer.class());
            }
        }
    }

    /// The coarsest level that is fine enough for the viewport and covers it;
    /// failing that the finest that covers it; failing that the coarsest of all.
    fn level_for(&self, view: &Viewport) -> Option<&Level> {
        let covering = || self.levels.iter().filter(|level| level.covers(view));
        covering()
            .find(|level| level.tolerance * view.scale <= STRAY)
            .or_else(|| covering().next_back())
            .or_else(|| self.levels.first())
    }

    /// The towns, the most populous first.
    #[must_use]
    pub fn towns(&self) -> &[Town] {
        &self.towns
    }
}

/// One layer of a level as the data of an SVG path.
fn trace(level: &Level, layer: Layer, view: &Viewport) -> String {
    let canvas = Rect::new(0.0, 0.0, view.width, view.height).grown(MARGIN);
    let least = if layer == Layer::Lake { LEAST_LAKE } else { LEAST_ISLAND };
    let mut path = Path::new();
    for shape in level.shapes(layer) {
        let bounds = level.bounds(shape, view);
        let too_small =
            layer.is_area() && (bounds.right - bounds.left) * (bounds.bottom - bounds.top) < least;
        if too_small || !bounds.overlaps(&canvas) {
            continue;
        }
        let points: Vec<_> = level.pixels(shape, view).collect();
        let inside = canvas.encloses(&bounds);
        if layer.is_area() {
            let ring = if inside { points } else { clip::ring(&points, &canvas) };
            let ring = thin::ring(&ring, STRAY);
            if thin::area(&ring).abs() >= least {
                path.ring(&ring);
            }
        } else {
            for line in clip::line(&points, &canvas) {
                path.line(&thin::line(&line, STRAY));
            }
        }
    }
    path.finish()
}

#[cfg(test)]
mod tests;
