//! The layers of both maps: the basemap from the server, that of the engine above it
//! once the engine is awake, and our own drawing on top.

use catalogue::map::{Viewport, views::view_box};
use leptos::{
    attr::{Attribute, custom::custom_attribute},
    prelude::*,
    tachys::html::directive::directive,
};

use super::{
    BasemapOf, MapView, basemap, controls,
    marker::{Open, press, shut},
};
use crate::{
    piece::{IntoPiece as _, Piece},
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
    /// Which marker's list is open, where markers have lists.
    pub open: Option<Open>,
}

impl Surface {
    /// The map with a drawing on it, and with the lists of its markers.
    pub fn with(self, drawing: Piece, lists: Option<Piece>) -> Piece {
        let Self { site, map, view, basemap: of, wake, open } = self;
        // Without a script no key moves it, so there is nothing to stop at. Written as custom
        // attributes, since only those are written during hydration, too.
        let moves = cfg!(not(feature = "ssr"));
        let tabindex = custom_attribute("tabindex", moves.then_some("0"));
        let label = if moves { site.t.map_keys } else { site.t.map };
        let label = custom_attribute("aria-label", label);
        view! {
            <div
                class="map-surface"
                role="group"
                data-engine=move || controls::engine_state(map)
                on:pointerenter=move |_| map.wake(view)
                on:focusin=move |_| map.wake(view)
                on:keydown=move |event| {
                    controls::key(map, &event);
                    match (event.key().as_str(), open) {
                        ("Escape", Some(open)) => shut(open),
                        (" ", _) => press(&event),
                        _ => {}
                    }
                }
                {..tabindex}
                {..label}
            >
                {basemap(of, &view)}
                {engine(map, wake.then_some(view))}
                {drawing}
                {controls::notice(site, map)}
                {lists}
            </div>
        }
        .into_piece()
    }
}

/// The element that the engine draws into; it has no children of ours. With `wake` the
/// engine starts at once.
fn engine(map: MapView, wake: Option<Viewport>) -> impl IntoView {
    let target = whenever_shown(move |element| {
        map.target(element);
        if let Some(view) = wake {
            map.wake(view);
        }
    });
    view! { <div class="map-engine" aria-hidden="true" {..target}></div> }
}

/// The drawing that moves with the basemap and is never part of it.
pub fn drawing(map: MapView, view: &Viewport, label: String, layers: Piece) -> Piece {
    let view = *view;
    view! {
        <svg
            class="markers"
            viewBox=move || view_box(&map.placed(&view))
            role="group"
            aria-label=label
            on:pointerdown=move |event| map.take(&event)
            on:wheel=move |event| map.take(&event)
            on:dragstart=|event| event.prevent_default()
            {..whenever_shown(move |element| map.markers(element))}
        >
            {layers}
        </svg>
    }
    .into_piece()
}

/// Runs in the browser whenever an element is put up or shows another view.
pub fn whenever_shown(run: impl Fn(web_sys::Element) + 'static) -> impl Attribute {
    directive::<(web_sys::Element,), (), _>(run, ())
}
