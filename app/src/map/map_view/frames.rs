//! Markers that follow the basemap, in each animation frame.

use catalogue::map::{Viewport, World};
use leptos::prelude::Notify as _;
use web_sys::SvgElement;

use super::{EngineState, MapView};

impl MapView {
    /// The engine is about to draw a frame: the middle in the world, the world's
    /// width and the map's own size in CSS pixels.
    pub fn frame(self, x: f64, y: f64, scale: f64, width: f64, height: f64) {
        let Some(unit) = self.with(|parts| parts.unit).filter(|unit| *unit > 0.0) else { return };
        let view = Viewport {
            center: World { x, y },
            scale: scale / unit,
            width: width / unit,
            height: height / unit,
        };
        // Against the frame before and not against the drawing, which the engine's
        // element matches to a fraction of a pixel only.
        self.change(|parts| {
            parts.view = Some(view);
            let before = parts.size.replace((width, height));
            parts.resized |= before.is_some_and(|before| before != (width, height));
        });
        if self.is_on_paper() {
            return;
        }
        let placed = self.with(|parts| parts.placed).flatten();
        let moved = placed.and_then(|placed| drift(&placed, &view));
        if moved.is_none() {
            self.place(view);
        }
        let (dx, dy) = moved.unwrap_or_default();
        self.drift(dx * unit, dy * unit);
    }

    /// Moves all markers as one picture, by CSS pixels.
    pub(super) fn drift(self, dx: f64, dy: f64) {
        let style = self.with(|parts| parts.markers.as_ref().map(SvgElement::style)).flatten();
        let Some(style) = style else { return };
        let _ = if dx == 0.0 && dy == 0.0 {
            style.remove_property("transform").map(drop)
        } else {
            let [dx, dy] = [dx, dy].map(hundredths);
            style.set_property("transform", &format!("translate({dx}px,{dy}px)"))
        };
    }

    /// The map has come to rest: the markers are placed where they drifted to.
    pub fn rest(self) {
        // A map that is being printed does not move.
        if self.is_on_paper() {
            return;
        }
        if let Some(view) = self.view()
            && self.with(|parts| parts.placed != Some(view)) == Some(true)
        {
            self.place(view);
            self.drift(0.0, 0.0);
        }
        if self.engine_state_untracked() == EngineState::Awake {
            self.set_engine_state(EngineState::Ready);
        }
        self.rests.notify();
    }

    fn is_on_paper(self) -> bool {
        self.with(|parts| parts.on_paper) == Some(true)
    }

    fn place(self, view: Viewport) {
        self.change(|parts| parts.placed = Some(view));
        self.placed.notify();
    }

    /// On paper the basemap is the drawing from the server, so the markers stand where
    /// they stand on that.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn print(self, on_paper: bool) {
        if self.is_awake() {
            let seen = self.view();
            self.change(|parts| {
                parts.on_paper = on_paper;
                parts.placed = seen.filter(|_| !on_paper);
            });
            self.placed.notify();
            self.drift(0.0, 0.0);
        }
    }
}

/// How far a picture made for `before` has moved in `now`, in pixels of the
/// drawing; none where it would have to change.
fn drift(before: &Viewport, now: &Viewport) -> Option<(f64, f64)> {
    let same = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-9;
    let rigid = same(before.scale, now.scale)
        && same(before.width, now.width)
        && same(before.height, now.height);
    rigid.then(|| {
        let by = |from: f64, to: f64| (from - to) * now.scale;
        (by(before.center.x, now.center.x), by(before.center.y, now.center.y))
    })
}

/// Pixels to the hundredth. (What the language itself has for writing numbers
/// with a fraction weighs several kilobytes.)
fn hundredths(pixels: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "screens are small")]
    let hundredths = (pixels * 100.0).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_drifts_while_the_scale_stays_and_not_when_it_changes() {
        let before = Viewport {
            center: World { x: 0.5, y: 0.25 },
            scale: 1000.0,
            width: 400.0,
            height: 380.0,
        };
        let east = Viewport { center: World { x: 0.51, y: 0.25 }, ..before };
        let (dx, dy) = drift(&before, &east).unwrap();
        assert!((dx + 10.0).abs() < 1e-9 && dy.abs() < 1e-9);
        let place = World { x: 0.6, y: 0.3 };
        assert!((before.place(place).0 + dx - east.place(place).0).abs() < 1e-9);
        assert_eq!(drift(&before, &Viewport { scale: 1001.0, ..before }), None);
        assert_eq!(drift(&before, &Viewport { width: 500.0, ..before }), None);
    }
}
