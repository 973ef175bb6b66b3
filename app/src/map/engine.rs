//! The engine of a map that moves: the module `engine.js`, loaded by its address
//! when a visitor uses the map. This file is all that Rust knows of it.

use catalogue::map::{Bbox, LonLat, Viewport, World};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Element, Event};

use super::{
    map_view::{MapView, Notice},
    source::Source,
};

#[wasm_bindgen(inline_js = "export const load = address => import(address)")]
extern "C" {
    /// A module that is not part of the page until it is asked for.
    #[wasm_bindgen(catch)]
    async fn load(address: &str) -> Result<JsValue, JsValue>;
}

// The module `engine.js`; what each of these does is said there.
#[wasm_bindgen]
extern "C" {
    /// The module.
    pub type Module;
    #[wasm_bindgen(method, catch)]
    fn start(
        this: &Module,
        target: &Element,
        settings: &Object,
        on: &Object,
    ) -> Result<Engine, JsValue>;

    /// A map of the module's.
    #[derive(Clone)]
    pub type Engine;
    #[wasm_bindgen(method)]
    pub fn show(this: &Engine, x: f64, y: f64, scale: f64, milliseconds: f64);
    #[wasm_bindgen(method)]
    pub fn zoom(this: &Engine, factor: f64, milliseconds: f64);
    #[wasm_bindgen(method)]
    pub fn pan(this: &Engine, dx: f64, dy: f64, milliseconds: f64);
    #[wasm_bindgen(method)]
    pub fn markers(this: &Engine, places: &[f64], names: &Array, reach: f64);
    #[wasm_bindgen(method)]
    pub fn take(this: &Engine, event: &Event);
    #[wasm_bindgen(method)]
    pub fn moved(this: &Engine) -> bool;
    #[wasm_bindgen(method)]
    pub fn stop(this: &Engine);
}

/// The farthest: all of Europe on the smallest screen.
const FARTHEST: f64 = 1000.0;

/// Where the middle of the map may be: the basemap has tiles around it.
pub const WITHIN: Bbox = Bbox::new(-32.0, 27.0, 46.0, 74.0);

/// Whether the engine can show it. Réunion and Guadeloupe take part as well, and
/// only the server draws those.
pub fn reaches(view: &Viewport) -> bool {
    let [south_west, north_east] = WITHIN.corners().map(LonLat::to_world);
    let World { x, y } = view.center;
    (south_west.x..=north_east.x).contains(&x) && (north_east.y..=south_west.y).contains(&y)
}

impl Module {
    /// Fetches the module.
    pub async fn load(address: &str) -> Result<Self, JsValue> {
        load(address).await.map(JsValue::unchecked_into)
    }

    /// Starts an engine for a map that shows `shown` with `unit` CSS pixels for each
    /// pixel of it. What the engine calls is given back, to be kept as long as it.
    pub fn start_for(
        &self,
        map: MapView,
        source: &Source,
        target: &Element,
        shown: Viewport,
        unit: f64,
    ) -> Result<(Engine, Vec<JsValue>), JsValue> {
        let settings = source.settings();
        let [south_west, north_east] = WITHIN.corners().map(LonLat::to_world);
        for (name, value) in [
            ("x", shown.center.x),
            ("y", shown.center.y),
            ("scale", shown.scale * unit),
            ("closest", source.closest()),
            ("farthest", FARTHEST.min(shown.scale * unit)),
            ("west", south_west.x),
            ("south", south_west.y),
            ("east", north_east.x),
            ("north", north_east.y),
            ("fingers", if is_framed() { 2.0 } else { 1.0 }),
        ] {
            put(&settings, name, &value.into());
        }
        put(&settings, "still", &is_still().into());
        let frame = Closure::<dyn FnMut(f64, f64, f64, f64, f64)>::new(move |x, y, scale, w, h| {
            map.frame(x, y, scale, w, h);
        });
        let rest = Closure::<dyn FnMut()>::new(move || map.rest());
        let failed = Closure::<dyn FnMut()>::new(move || map.show_notice(Notice::NoBasemap));
        let hint = Closure::<dyn FnMut(String)>::new(move |kind: String| {
            map.show_notice(if kind == "wheel" { Notice::Wheel } else { Notice::Fingers });
        });
        let on = Object::new();
        let calls = [
            ("frame", frame.into_js_value()),
            ("rest", rest.into_js_value()),
            ("failed", failed.into_js_value()),
            ("hint", hint.into_js_value()),
        ];
        calls.iter().for_each(|(name, call)| put(&on, name, call));
        let engine = self.start(target, &settings, &on)?;
        Ok((engine, calls.map(|(_, call)| call).into()))
    }
}

/// A property of a plain object, which nothing can refuse.
pub(super) fn put(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Whether the visitor wants nothing to move by itself.
pub fn is_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether this is the explorer in an iframe, where one finger must scroll the page
/// around it.
pub fn is_framed() -> bool {
    let top = window().top().ok().flatten();
    top.is_none_or(|top| !Object::is(&top, &window()))
}
