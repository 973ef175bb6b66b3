//! The layers of both maps: the basemap from the server, that of the engine above it
//! once the engine is awake, and our own drawing on top.

use catalogue::map::{Viewport, views::view_box};

use super::{BasemapOf, MapView, basemap, controls};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// A map without its markers.
pub struct Surface {
    /// The language.
    pub site: Site,
    /// The state of the map.
    pub map: MapView,
    /// The view that it shows at first.
    pub view: Viewport,
    /// Which basemap lies under it.
    pub basemap: BasemapOf,
    /// Whether the engine is woken at once, since the visitor has opened the map itself.
    pub wake: bool,
}

impl Surface {
    /// The map with a drawing on it.
    pub fn with(self, drawing: Element) -> Element {
        let Self { site, map, view, basemap: of, wake } = self;
        // Without a script no key moves it, so there is nothing to stop at.
        let moves = || cfg!(not(feature = "ssr"));
        el("div")
            .class("map-surface")
            .attr("role", "group")
            .live("tabindex", move || moves().then_some("0"))
            .live("aria-label", move || if moves() { site.t.map_keys } else { site.t.map })
            .live("data-engine", move || controls::engine_state(map))
            .on("pointerenter", move |_| map.wake(view))
            .on("focusin", move |_| map.wake(view))
            .on("keydown", move |event| controls::key(map, &event))
            .child(basemap(of, &view))
            .child(engine(map, wake.then_some(view)))
            .child(drawing)
            .child(controls::notice(site, map))
    }
}

/// The element that the engine draws into; it has no children of ours. With `wake` the
/// engine starts at once.
fn engine(map: MapView, wake: Option<Viewport>) -> Element {
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

/// The drawing that moves with the basemap and is never part of it.
pub fn drawing(map: MapView, view: &Viewport, label: impl Into<String>) -> Element {
    let view = *view;
    let drawing = svg("svg")
        .class("markers")
        .live("viewBox", move || view_box(&map.placed(&view)))
        .attr("role", "group")
        .attr("aria-label", label.into())
        .on("pointerdown", move |event| map.take(&event))
        .on("wheel", move |event| map.take(&event))
        .on("dragstart", |event| event.prevent_default());
    #[cfg(not(feature = "ssr"))]
    let drawing = drawing.mounted(move |element| map.markers(element));
    drawing
}
