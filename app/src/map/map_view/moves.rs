//! Where a map can be sent.

use catalogue::map::{Bbox, Canvas, LonLat, Viewport};

use super::MapView;
use crate::map::engine::is_still;

/// How long the map takes to get where it is sent, in milliseconds.
const GLIDE: f64 = 350.0;

/// How far what is approached stays from the edge, in pixels of the drawing.
const APART: f64 = 48.0;

/// How much of itself the map moves by at one press of an arrow key.
const STRIDE: f64 = 0.25;

impl MapView {
    /// Goes to a view: its middle, and as close as shows all of it. Gives the view
    /// that this will be.
    pub fn show(self, view: Viewport) -> Viewport {
        let Some((engine, unit)) = self.engine() else { return view };
        let Viewport { width, height, .. } = self.view().unwrap_or(view);
        let scale = view.scale * (width / view.width).min(height / view.height);
        engine.show(view.center.x, view.center.y, scale * unit, glide());
        Viewport { scale, width, height, ..view }
    }

    /// Goes to a part of the map.
    pub fn go(self, area: Bbox) {
        self.go_as_close(area, 0.0);
    }

    /// Goes to a part of what is seen, and closer to it in any case.
    pub fn approach(self, area: Bbox) {
        self.go_as_close(area, 2.0);
    }

    fn go_as_close(self, area: Bbox, closer: f64) {
        let Some(view) = self.view() else { return };
        let canvas = Canvas::new(view.width, view.height).padded(APART);
        let near = Viewport::showing(area, canvas);
        self.show(Viewport { scale: near.scale.max(view.scale * closer), ..near });
    }

    /// Closer by a factor, or farther by one below one.
    pub fn zoom(self, factor: f64) {
        if let Some((engine, _)) = self.engine() {
            engine.zoom(factor, glide());
        }
    }

    /// To the side, by shares of what is seen.
    pub fn stride(self, across: f64, down: f64) {
        if let (Some((engine, unit)), Some(view)) = (self.engine(), self.view()) {
            let by = |share: f64, size: f64| share * STRIDE * size * unit;
            engine.pan(by(across, view.width), by(down, view.height), glide());
        }
    }

    /// Brings a place into view that is not.
    pub fn reveal(self, place: LonLat) {
        if let Some(view) = self.view().filter(|view| !view.contains(place)) {
            self.show(Viewport { center: place.to_world(), ..view });
        }
    }
}

fn glide() -> f64 {
    if is_still() { 0.0 } else { GLIDE }
}
