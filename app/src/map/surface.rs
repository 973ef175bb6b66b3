//! What both maps are: the ground from the server, the engine's above it once that
//! is awake, and our own drawing on top.

use catalogue::map::{Viewport, sheet::view_box};

use super::{Sheet, Slippy, basemap, controls};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// A map without what stands on it.
pub struct Surface {
    /// The language.
    pub site: Site,
    /// What moves it.
    pub map: Slippy,
    /// What it shows at first.
    pub view: Viewport,
    /// Which drawing lies under it.
    pub ground: Sheet,
    /// Whether somebody has come to see just this.
    pub wake: bool,
}

impl Surface {
    /// The map with a drawing on it.
    pub fn with(self, drawing: Element) -> Element {
        let Self { site, map, view, ground, wake } = self;
        // Without a script no key moves it, so there is nothing to stop at.
        let moves = || cfg!(not(feature = "ssr"));
        el("div")
            .class("map-sheet")
            .attr("role", "group")
            .live("tabindex", move || moves().then_some("0"))
            .live("aria-label", move || if moves() { site.t.map_keys } else { site.t.map })
            .live("data-engine", move || controls::engine_state(map))
            .on("pointerenter", move |_| map.wake(view))
            .on("focusin", move |_| map.wake(view))
            .on("keydown", move |event| controls::key(map, &event))
            .child(basemap(ground, &view))
            .child(engine(map, wake.then_some(view)))
            .child(drawing)
            .child(controls::said(site, map))
    }
}

/// Where the engine draws. Nothing of ours stands in it. Who opens the map by
/// itself is interested in it already.
fn engine(map: Slippy, wake: Option<Viewport>) -> Element {
    let target = el("div").class("map-engine").attr("aria-hidden", "true").markup("");
    #[cfg(not(feature = "ssr"))]
    let target = target.mounted(move |element| {
        map.target(element);
        if let Some(view) = wake {
            map.wake(view);
        }
    });
    #[cfg(feature = "ssr")]
    let _ = (map, wake);
    target
}

/// The drawing that moves with the ground and is never part of it.
pub fn drawing(map: Slippy, view: &Viewport, label: impl Into<String>) -> Element {
    let view = *view;
    let drawing = svg("svg")
        .class("pins")
        .live("viewBox", move || view_box(&map.placed(&view)))
        .attr("role", "group")
        .attr("aria-label", label.into())
        .on("pointerdown", move |event| map.take(&event))
        .on("wheel", move |event| map.take(&event))
        .on("dragstart", |event| event.prevent_default());
    #[cfg(not(feature = "ssr"))]
    let drawing = drawing.mounted(move |element| map.pins(element));
    drawing
}
