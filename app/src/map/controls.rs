//! What a visitor moves the map with: buttons and keys, beside the pointer.

use catalogue::{
    filter::{Filter, Layer},
    map::Viewport,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::{
    following::follow as following,
    map_view::{EngineState, MapView, Notice},
    my_place,
    overview_state::OverviewState,
};
use crate::{
    choice::{Choice, choice},
    client::{focus, navigation::Navigation},
    piece::{Flag, IntoPiece as _, Piece, icon},
    site::Site,
};

/// What one press of a button or key makes of the scale.
const STEP: f64 = 2.0;

/// What the map shows: links, so that they work without a script.
pub fn layers(site: Site, filter: &Filter) -> Piece {
    let t = site.t;
    let layer = |(layer, name): (Layer, &'static str)| {
        let href = site.filtered(&Filter { layer, ..filter.clone() });
        Choice { href, name, icon: None, is_chosen: layer == filter.layer }
    };
    let layers = Layer::ALL.into_iter().zip(t.layer_names).map(layer);
    choice("choice layers", t.layers, layers.collect())
}

/// The box that makes the list follow the map.
pub fn follow(
    site: Site,
    filter: &Filter,
    state: OverviewState,
    navigation: Navigation,
    shown: Viewport,
) -> Piece {
    let checked = filter.bbox.is_some();
    let change = move |event: Event| {
        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let on = input.is_some_and(|input| input.checked());
        if on {
            state.map.wake(shown);
        }
        state.follow(on, navigation);
    };
    view! {
        <label class="tick follow">
            <input type="checkbox" checked=checked prop:checked=Flag(checked) on:change=change/>
            <span>{site.t.follow_map}</span>
        </label>
    }
    .into_piece()
}

/// The buttons on the map.
pub fn buttons(site: Site, map: MapView, shown: Viewport, more: Vec<Piece>) -> Piece {
    let t = site.t;
    let zoom = |label, path, factor: f64| {
        button(label, path, move |_| act(map, shown, move || map.zoom(factor)))
    };
    let full = button(t.full_screen, FULL, move |event| {
        map.wake(shown);
        full_screen(&event);
    });
    view! {
        <div class="map-buttons" role="group" aria-label=t.map_buttons>
            {zoom(t.zoom_in, "M10 4v12M4 10h12", STEP)}
            {zoom(t.zoom_out, "M4 10h12", 1.0 / STEP)}
            {more}
            {full}
        </div>
    }
    .into_piece()
}

/// The overview's own buttons: back to everything found, and to the visitor.
pub fn overview_buttons(
    site: Site,
    state: OverviewState,
    navigation: Navigation,
    shown: Viewport,
) -> Vec<Piece> {
    let map = state.map;
    let fit = button(site.t.fit, FIT, move |_| act(map, shown, move || state.fit(navigation)));
    let place = button(site.t.my_place, HERE, move |_| {
        map.wake(shown);
        my_place::show(state);
    });
    vec![fit, place]
}

/// Back to what a map showed at first.
pub fn fit(site: Site, map: MapView, shown: Viewport) -> Piece {
    button(site.t.fit, FIT, move |_| act(map, shown, move || _ = map.show(shown)))
}

/// Four corners, drawn together.
const FIT: &str = "M8 3v5H3M12 3v5h5M17 12h-5v5M3 12h5v5";

/// Four corners.
const FULL: &str = "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5";

/// A sight.
const HERE: &str = "M10 2v3M10 15v3M2 10h3M15 10h3M10 5a5 5 0 1 1 0 10a5 5 0 1 1 0-10";

/// Wakes the map first; what was asked of a sleeping map is done when it is up.
fn act(map: MapView, shown: Viewport, act: impl Fn() + 'static) {
    map.wake(shown);
    map.when_awake(act);
}

fn button(label: &'static str, path: &'static str, press: impl Fn(MouseEvent) + 'static) -> Piece {
    // Of one type, so that all buttons share their code.
    let press: Box<dyn Fn(MouseEvent)> = Box::new(press);
    view! {
        <button type="button" class="map-button" aria-label=label title=label on:click=press>
            {icon(path)}
        </button>
    }
    .into_piece()
}

/// What the map says: how it is moved, and what went wrong.
pub fn notice(site: Site, map: MapView) -> Piece {
    let t = site.t;
    let text = move |notice| match notice {
        Notice::Wheel if is_apple() => t.hint_wheel_apple,
        Notice::Wheel => t.hint_wheel,
        Notice::Fingers => t.hint_fingers,
        Notice::NoBasemap => t.no_basemap,
        Notice::NoPlace => t.no_place,
    };
    let text = following(move || map.notice().map(text).into_piece());
    view! {
        <p class="map-said" role="status">
            {text}
        </p>
    }
    .into_piece()
}

fn is_apple() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

/// Moves the map by keys. Whatever has the focus on it, a marker too, keeps it.
pub fn key(map: MapView, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || !map.is_awake() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => map.stride(-1.0, 0.0),
        "ArrowRight" => map.stride(1.0, 0.0),
        "ArrowUp" => map.stride(0.0, -1.0),
        "ArrowDown" => map.stride(0.0, 1.0),
        "+" | "=" => map.zoom(STEP),
        "-" | "_" => map.zoom(1.0 / STEP),
        _ => return,
    }
    event.prevent_default();
}

/// The map with all its controls on the whole screen, or back.
fn full_screen(event: &Event) {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
        return;
    }
    let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(map) = button.and_then(|button| button.closest(".map").ok().flatten()) {
        // A browser that has none leaves the map as it is.
        let _ = map.request_fullscreen();
    }
}

/// A link past the map, for visitors who use the keyboard.
pub fn skip(site: Site, to: &'static str) -> Piece {
    let go = move |event: MouseEvent| {
        event.prevent_default();
        focus::focus(to);
    };
    view! {
        <a class="skip skip-map" href=to on:click=go>
            {site.t.skip_map}
        </a>
    }
    .into_piece()
}

/// What style may know of the engine.
pub fn engine_state(map: MapView) -> Option<&'static str> {
    match map.state() {
        EngineState::Asleep => None,
        EngineState::Failed => Some("failed"),
        EngineState::Waking => Some("waking"),
        EngineState::Awake => Some("awake"),
        EngineState::Ready => Some("ready"),
    }
}
