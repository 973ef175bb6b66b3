//! The place of the visitor: requested by a button only, and sent nowhere.

use catalogue::map::{Bbox, LonLat};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};

use super::{engine::WITHIN, map_view::Notice, overview_state::OverviewState};

/// How coarsely a visitor's place decides what is seen, in degrees. What is seen
/// is told to the server to find the markers in it, so it must not give away more
/// than a region.
const REGION: f64 = 0.5;

/// Shows the region around the visitor, and where in it they are. The place
/// itself stays in the browser.
pub fn show(state: OverviewState) {
    let map = state.map;
    let found = Closure::once_into_js(move |position: JsValue| {
        let coordinate = |name: &str| {
            let coordinates = Reflect::get(&position, &"coords".into()).ok()?;
            Reflect::get(&coordinates, &name.into()).ok()?.as_f64()
        };
        let Some(place) = coordinate("longitude")
            .zip(coordinate("latitude"))
            .map(|(lon, lat)| LonLat::new(lon, lat))
        else {
            return map.show_notice(Notice::NoPlace);
        };
        let near = |degrees: f64| (degrees / REGION).round() * REGION;
        if !WITHIN.contains(place) {
            return map.show_notice(Notice::NoPlace);
        }
        let (lon, lat) = (near(place.lon), near(place.lat));
        let region = Bbox::new(lon - REGION, lat - REGION / 2.0, lon + REGION, lat + REGION / 2.0);
        state.show_me(place);
        map.when_awake(move || map.go(region));
    });
    let refused = Closure::once_into_js(move |_: JsValue| map.show_notice(Notice::NoPlace));
    // Only secure pages may ask.
    let asked = window().navigator().geolocation().and_then(|geolocation| {
        geolocation.get_current_position_with_error_callback(
            found.unchecked_ref(),
            Some(refused.unchecked_ref()),
        )
    });
    if asked.is_err() {
        map.show_notice(Notice::NoPlace);
    }
}
