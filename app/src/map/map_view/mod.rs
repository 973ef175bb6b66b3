//! A map that can be moved, including the time before its engine is loaded.
//!
//! The engine draws the basemap and handles the pointer; what it may do is decided
//! here. The markers are elements of our own at all times: the engine reports every
//! animation frame before it draws it, and the markers follow in the same frame. While
//! the map is dragged they move as one picture; each is placed anew only when the scale
//! changes ([`frames`]). [`moves`] moves the map to other views.

mod frames;
mod moves;

use std::time::Duration;

use catalogue::map::{LonLat, Viewport, World};
use js_sys::Array;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, SvgElement, UiEvent};

use super::{
    engine::{Engine, Module, is_framed, reaches},
    source::Source,
};
/// How long a hint on how to move the map is shown.
const HINT: Duration = Duration::from_secs(4);

/// How long a notice about an error is shown.
const NOTICE: Duration = Duration::from_secs(12);

/// The state of the engine.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EngineState {
    /// The visitor has not used the map yet.
    Asleep,
    /// It is being loaded.
    Waking,
    /// It draws, but its first picture is not complete yet.
    Awake,
    /// Its picture is complete and covers the drawing from the server.
    Ready,
    /// It could not be loaded. The map stays the drawing from the server.
    Failed,
}

/// A short text that the map shows to the visitor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Notice {
    /// The wheel alone scrolls the page.
    Wheel,
    /// One finger alone scrolls the page.
    Fingers,
    /// The basemap that the operator chose cannot be loaded.
    NoBasemap,
    /// The visitor's place is not known or not given.
    NoPlace,
}

/// A map that can be moved. A handle: copies share one map.
#[derive(Clone, Copy)]
pub struct MapView {
    parts: StoredValue<Option<SendWrapper<Parts>>>,
    /// Notified when the state or the notice has changed.
    changed: Trigger,
    /// Notified when the markers must be placed anew.
    placed: Trigger,
    /// Notified whenever it comes to rest.
    rests: Trigger,
}

/// The map in the client; the server has none.
struct Parts {
    state: EngineState,
    notice: Option<Notice>,
    target: Option<Element>,
    markers: Option<SvgElement>,
    engine: Option<Engine>,
    /// Kept as long as the engine may call them.
    calls: Vec<JsValue>,
    /// CSS pixels for a pixel of the drawing.
    unit: f64,
    /// What the engine shows.
    view: Option<Viewport>,
    /// How large its last frame was, in CSS pixels.
    size: Option<(f64, f64)>,
    /// Whether its size has changed since `has_resized` was last called.
    resized: bool,
    /// Whether it is being printed; frames of the engine are then ignored.
    on_paper: bool,
    /// The view that the markers are placed for.
    placed: Option<Viewport>,
    /// The markers in world coordinates, x and y in turn; their names; and how many km
    /// from its marker a name may stand.
    marks: (Vec<f64>, Array, f64),
    /// Called once the engine is awake.
    pending: Vec<Box<dyn FnOnce()>>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            state: EngineState::Asleep,
            notice: None,
            target: None,
            markers: None,
            engine: None,
            calls: Vec::new(),
            unit: 0.0,
            view: None,
            size: None,
            resized: false,
            on_paper: false,
            placed: None,
            marks: (Vec::new(), Array::new(), f64::INFINITY),
            pending: Vec::new(),
        }
    }
}

impl MapView {
    /// A map without an engine.
    pub fn new() -> Self {
        let map = Self {
            parts: StoredValue::new(None),
            changed: Trigger::new(),
            placed: Trigger::new(),
            rests: Trigger::new(),
        };
        on_cleanup(move || map.stop());
        #[cfg(not(feature = "ssr"))]
        for (event, on_paper) in [("beforeprint", true), ("afterprint", false)] {
            let handle = window_event_listener_untyped(event, move |_| map.print(on_paper));
            on_cleanup(move || handle.remove());
        }
        map
    }

    /// The state of the engine; tracks it.
    pub fn state(self) -> EngineState {
        self.changed.track();
        self.engine_state_untracked()
    }

    /// The state of the engine, without tracking it.
    pub fn engine_state_untracked(self) -> EngineState {
        self.with(|parts| parts.state).unwrap_or(EngineState::Asleep)
    }

    fn set_engine_state(self, state: EngineState) {
        self.change(|parts| parts.state = state);
        self.changed.notify();
    }

    /// Whether it moves by itself now.
    pub fn is_awake(self) -> bool {
        matches!(self.engine_state_untracked(), EngineState::Awake | EngineState::Ready)
    }

    /// The view that markers are placed for: that of the engine, or `otherwise`.
    pub fn placed(self, otherwise: &Viewport) -> Viewport {
        self.placed.track();
        self.with(|parts| parts.placed).flatten().unwrap_or(*otherwise)
    }

    /// The view that the engine shows now.
    pub fn view(self) -> Option<Viewport> {
        self.with(|parts| parts.view).flatten()
    }

    /// Tracks the map coming to rest.
    pub fn track_rests(self) {
        self.rests.track();
    }

    /// The notice to show; tracks it.
    pub fn notice(self) -> Option<Notice> {
        self.changed.track();
        self.with(|parts| parts.notice).flatten()
    }

    /// Shows a notice for some seconds.
    pub fn show_notice(self, notice: Notice) {
        let before = self.change(|parts| parts.notice.replace(notice)).flatten();
        if before == Some(notice) {
            return;
        }
        self.changed.notify();
        let hide = move || {
            let hidden = self.change(|parts| {
                let same = parts.notice == Some(notice);
                parts.notice = parts.notice.filter(|_| !same);
                same
            });
            if hidden == Some(true) {
                self.changed.notify();
            }
        };
        let time = if matches!(notice, Notice::Wheel | Notice::Fingers) { HINT } else { NOTICE };
        set_timeout(hide, time);
    }

    /// Remembers the element that the engine fills.
    pub fn target(self, element: Element) {
        self.change(|parts| parts.target = Some(element));
    }

    /// Remembers the markers.
    pub fn markers(self, element: Element) {
        self.change(|parts| parts.markers = element.dyn_into().ok());
    }

    /// Tells the engine the places of the markers, some with a name. The engine writes
    /// the name beside the marker, where it has room within `reach` km of the place, and
    /// keeps other names of the basemap away.
    pub fn mark<'a>(self, places: impl Iterator<Item = (LonLat, &'a str)>, reach: f64) {
        if cfg!(feature = "ssr") {
            return;
        }
        let (mut at, names) = (Vec::new(), Array::new());
        for (place, name) in places {
            let World { x, y } = place.to_world();
            at.extend([x, y]);
            names.push(&name.into());
        }
        self.change(|parts| parts.marks = (at, names, reach));
        self.show_marks();
    }

    fn show_marks(self) {
        self.with(|parts| {
            if let Some(engine) = &parts.engine {
                let (places, names, reach) = &parts.marks;
                engine.markers(places, names, *reach);
            }
        });
    }

    /// Loads the engine, once, and starts it with the view of the drawing. Called when
    /// the visitor begins to use the map.
    pub fn wake(self, shown: Viewport) {
        if self.engine_state_untracked() != EngineState::Asleep || !reaches(&shown) {
            return;
        }
        let Some(source) = Source::here() else {
            self.set_engine_state(EngineState::Failed);
            return;
        };
        let Some(target) = self.with(|parts| parts.target.clone()).flatten() else { return };
        // A map that is not seen has no size to start with.
        if target.client_width() == 0 {
            return;
        }
        self.set_engine_state(EngineState::Waking);
        leptos::task::spawn_local(async move {
            let started = match Module::load(&source.engine).await {
                Ok(module) => self.start(&module, &source, &target, shown),
                Err(cause) => Err(cause),
            };
            if let Err(cause) = started {
                web_sys::console::warn_2(&"the map stays a picture:".into(), &cause);
                self.change(|parts| parts.pending.clear());
                self.set_engine_state(EngineState::Failed);
            }
        });
    }

    fn start(
        self,
        module: &Module,
        source: &Source,
        target: &Element,
        shown: Viewport,
    ) -> Result<(), JsValue> {
        // The visitor may have left meanwhile.
        if self.engine_state_untracked() != EngineState::Waking {
            return Ok(());
        }
        let unit = f64::from(target.client_width()) / shown.width;
        self.change(|parts| {
            parts.unit = unit;
            parts.view = Some(shown);
            // Otherwise a finger on a marker scrolls the page, whatever the map does
            // with it.
            if let Some(markers) = &parts.markers {
                let fingers = if is_framed() { "pan-y" } else { "none" };
                let _ = markers.style().set_property("touch-action", fingers);
            }
        });
        let (engine, calls) = module.start_for(self, source, target, shown, unit)?;
        self.change(|parts| {
            parts.engine = Some(engine);
            parts.calls = calls;
        });
        self.show_marks();
        self.set_engine_state(EngineState::Awake);
        let pending = self.change(|parts| std::mem::take(&mut parts.pending));
        pending.unwrap_or_default().into_iter().for_each(|act| act());
        Ok(())
    }

    /// Goes back to the drawing from the server, which also shows places for which the
    /// engine has no basemap. The next use of the map wakes the engine again.
    pub fn sleep(self) {
        if let Some((engine, _)) = self.engine() {
            engine.stop();
        }
        self.drift(0.0, 0.0);
        self.change(|parts| {
            // A finger on a marker scrolls the page again.
            if let Some(markers) = &parts.markers {
                let _ = markers.style().remove_property("touch-action");
            }
            let (target, markers) = (parts.target.take(), parts.markers.take());
            let marks = std::mem::take(&mut parts.marks);
            *parts = Parts { target, markers, marks, ..Parts::default() };
        });
        self.placed.notify();
        self.changed.notify();
    }

    /// Whether its size has changed since the last call. A visitor who makes the map
    /// larger has not moved it.
    pub fn has_resized(self) -> bool {
        self.change(|parts| std::mem::take(&mut parts.resized)) == Some(true)
    }

    /// Calls `act` as soon as the engine is awake; at once if it is not being loaded,
    /// since a part of `act` may need no engine.
    pub fn when_awake(self, act: impl FnOnce() + 'static) {
        if self.engine_state_untracked() == EngineState::Waking {
            self.change(|parts| parts.pending.push(Box::new(act)));
        } else {
            act();
        }
    }

    /// Passes on an event that hit a marker and is meant for the map.
    pub fn take(self, event: &Event) {
        if let Some((engine, _)) = self.engine() {
            engine.take(event);
        }
    }

    /// Whether a click only ends a drag of the map, so that what it hit was not
    /// meant. A click by the keyboard never does.
    pub fn ends_drag(self, click: &Event) -> bool {
        let by_pointer = click.dyn_ref::<UiEvent>().is_some_and(|click| click.detail() > 0);
        by_pointer && self.engine().is_some_and(|(engine, _)| engine.moved())
    }

    fn stop(self) {
        if let Some((engine, _)) = self.engine() {
            engine.stop();
        }
        self.parts.try_update_value(|parts| *parts = None);
    }

    fn engine(self) -> Option<(Engine, f64)> {
        self.with(|parts| parts.engine.clone().map(|engine| (engine, parts.unit))).flatten()
    }

    fn with<T>(self, look: impl FnOnce(&Parts) -> T) -> Option<T> {
        self.parts.try_with_value(|parts| parts.as_deref().map(look)).flatten()
    }

    fn change<T>(self, change: impl FnOnce(&mut Parts) -> T) -> Option<T> {
        self.parts.try_update_value(|parts| {
            change(parts.get_or_insert_with(|| SendWrapper::new(Parts::default())))
        })
    }
}
