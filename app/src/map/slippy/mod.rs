//! A map that can be moved, from before its engine is there.
//!
//! The engine draws the ground and feels the pointer; what it may do is decided
//! here. Pins are ours, before, during and after: the engine reports every frame
//! that it is about to draw, and the pins follow in that very frame. While the map
//! is dragged they move as one picture; only when the scale changes is each placed
//! anew ([`frames`]). [`moves`] is where it can be sent.

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
use crate::pulse::Pulse;

/// How long a hint stays: how the map is moved.
const HINT: Duration = Duration::from_secs(4);

/// How long a notice stays: what went wrong.
const NOTICE: Duration = Duration::from_secs(12);

/// What has become of the engine.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// Nobody has shown interest.
    Asleep,
    /// It is on its way.
    Waking,
    /// It draws, but its first picture is not whole yet.
    Awake,
    /// Its picture stands and the drawing from the server is not seen any more.
    Ready,
    /// It could not be had. The map stays what it was.
    Failed,
}

/// What the map has to say to a visitor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Said {
    /// The wheel alone scrolls the page.
    Wheel,
    /// One finger alone scrolls the page.
    Fingers,
    /// The ground that the operator chose cannot be had.
    NoGround,
    /// The visitor's place is not known or not given.
    NoPlace,
}

/// A map that can be moved, from before its engine is there.
#[derive(Clone, Copy)]
pub struct Slippy {
    parts: StoredValue<Option<SendWrapper<Parts>>>,
    /// Beats when the state has changed, or what there is to say.
    changed: Pulse,
    /// Beats when the pins must be placed anew.
    placed: Pulse,
    /// Beats whenever it comes to rest.
    rests: Pulse,
}

/// What the browser has of it; the server has none.
struct Parts {
    state: State,
    said: Option<Said>,
    target: Option<Element>,
    pins: Option<SvgElement>,
    engine: Option<Engine>,
    /// Kept as long as the engine may call them.
    calls: Vec<JsValue>,
    /// CSS pixels for a pixel of the drawing.
    unit: f64,
    /// What the engine shows.
    view: Option<Viewport>,
    /// How large its last frame was, in CSS pixels.
    size: Option<(f64, f64)>,
    /// Whether it has another size than somebody knows.
    resized: bool,
    /// Whether it is being printed, and no frame of the engine's counts.
    on_paper: bool,
    /// Where the pins are placed for.
    placed: Option<Viewport>,
    /// Where pins stand, in the world: x and y in turn; and what is there.
    marks: (Vec<f64>, Array),
    /// What to do once it is awake.
    pending: Vec<Box<dyn FnOnce()>>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            state: State::Asleep,
            said: None,
            target: None,
            pins: None,
            engine: None,
            calls: Vec::new(),
            unit: 0.0,
            view: None,
            size: None,
            resized: false,
            on_paper: false,
            placed: None,
            marks: (Vec::new(), Array::new()),
            pending: Vec::new(),
        }
    }
}

impl Slippy {
    /// A map that sleeps.
    pub fn new() -> Self {
        let map = Self {
            parts: StoredValue::new(None),
            changed: Pulse::new(),
            placed: Pulse::new(),
            rests: Pulse::new(),
        };
        on_cleanup(move || map.stop());
        #[cfg(not(feature = "ssr"))]
        for (event, on_paper) in [("beforeprint", true), ("afterprint", false)] {
            let handle = window_event_listener_untyped(event, move |_| map.print(on_paper));
            on_cleanup(move || handle.remove());
        }
        map
    }

    /// What has become of the engine.
    pub fn state(self) -> State {
        self.changed.follow();
        self.state_now()
    }

    /// The same for whoever does not follow it.
    pub fn state_now(self) -> State {
        self.with(|parts| parts.state).unwrap_or(State::Asleep)
    }

    fn become_state(self, state: State) {
        self.change(|parts| parts.state = state);
        self.changed.beat();
    }

    /// Whether it moves by itself now.
    pub fn is_awake(self) -> bool {
        matches!(self.state_now(), State::Awake | State::Ready)
    }

    /// What pins are placed for: what the engine shows, or `otherwise`.
    pub fn placed(self, otherwise: &Viewport) -> Viewport {
        self.placed.follow();
        self.with(|parts| parts.placed).flatten().unwrap_or(*otherwise)
    }

    /// What is seen at this moment, if the engine shows it.
    pub fn view(self) -> Option<Viewport> {
        self.with(|parts| parts.view).flatten()
    }

    /// Follows the map coming to rest.
    pub fn rests(self) -> u32 {
        self.rests.follow()
    }

    /// What it has to say.
    pub fn said(self) -> Option<Said> {
        self.changed.follow();
        self.with(|parts| parts.said).flatten()
    }

    /// Says something, for a while.
    pub fn say(self, said: Said) {
        let before = self.change(|parts| parts.said.replace(said)).flatten();
        if before == Some(said) {
            return;
        }
        self.changed.beat();
        let fall_silent = move || {
            let silent = self.change(|parts| {
                let same = parts.said == Some(said);
                parts.said = parts.said.filter(|_| !same);
                same
            });
            if silent == Some(true) {
                self.changed.beat();
            }
        };
        let stays = if matches!(said, Said::Wheel | Said::Fingers) { HINT } else { NOTICE };
        set_timeout(fall_silent, stays);
    }

    /// Remembers the element that the engine fills.
    #[cfg(not(feature = "ssr"))]
    pub fn target(self, element: Element) {
        self.change(|parts| parts.target = Some(element));
    }

    /// Remembers the pins.
    #[cfg(not(feature = "ssr"))]
    pub fn pins(self, element: Element) {
        self.change(|parts| parts.pins = element.dyn_into().ok());
    }

    /// Pins stand at these places now, some with a name: the engine writes it
    /// beside the pin, and other names of the ground keep clear.
    pub fn mark<'a>(self, places: impl Iterator<Item = (LonLat, &'a str)>) {
        if cfg!(feature = "ssr") {
            return;
        }
        let (mut at, names) = (Vec::new(), Array::new());
        for (place, name) in places {
            let World { x, y } = place.to_world();
            at.extend([x, y]);
            names.push(&name.into());
        }
        self.change(|parts| parts.marks = (at, names));
        self.show_marks();
    }

    fn show_marks(self) {
        self.with(|parts| {
            if let Some(engine) = &parts.engine {
                engine.pins(&parts.marks.0, &parts.marks.1);
            }
        });
    }

    /// Somebody is interested: fetches the engine, once, and starts it with what
    /// the drawing shows.
    pub fn wake(self, shown: Viewport) {
        if self.state_now() != State::Asleep || !reaches(&shown) {
            return;
        }
        let Some(source) = Source::here() else {
            self.become_state(State::Failed);
            return;
        };
        let Some(target) = self.with(|parts| parts.target.clone()).flatten() else { return };
        // A map that is not seen has no size to start with.
        if target.client_width() == 0 {
            return;
        }
        self.become_state(State::Waking);
        leptos::task::spawn_local(async move {
            let started = match Module::load(&source.engine).await {
                Ok(module) => self.start(&module, &source, &target, shown),
                Err(cause) => Err(cause),
            };
            if let Err(cause) = started {
                web_sys::console::warn_2(&"the map stays a picture:".into(), &cause);
                self.change(|parts| parts.pending.clear());
                self.become_state(State::Failed);
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
        if self.state_now() != State::Waking {
            return Ok(());
        }
        let unit = f64::from(target.client_width()) / shown.width;
        self.change(|parts| {
            parts.unit = unit;
            parts.view = Some(shown);
            // Else a finger on a pin scrolls the page, whatever the ground beneath
            // makes of it.
            if let Some(pins) = &parts.pins {
                let fingers = if is_framed() { "pan-y" } else { "none" };
                let _ = pins.style().set_property("touch-action", fingers);
            }
        });
        let (engine, calls) = module.start_for(self, source, target, shown, unit)?;
        self.change(|parts| {
            parts.engine = Some(engine);
            parts.calls = calls;
        });
        self.show_marks();
        self.become_state(State::Awake);
        let pending = self.change(|parts| std::mem::take(&mut parts.pending));
        pending.unwrap_or_default().into_iter().for_each(|act| act());
        Ok(())
    }

    /// Goes back to the drawing from the server, where that shows what the engine
    /// has no ground for. The next interest wakes it again.
    pub fn sleep(self) {
        if let Some((engine, _)) = self.engine() {
            engine.stop();
        }
        self.drift(0.0, 0.0);
        self.change(|parts| {
            // A finger on a pin scrolls the page again.
            if let Some(pins) = &parts.pins {
                let _ = pins.style().remove_property("touch-action");
            }
            let (target, pins) = (parts.target.take(), parts.pins.take());
            let marks = std::mem::take(&mut parts.marks);
            *parts = Parts { target, pins, marks, ..Parts::default() };
        });
        self.placed.beat();
        self.changed.beat();
    }

    /// Whether it has another size than when this was last asked. Whoever makes a
    /// map larger has not moved it.
    pub fn has_resized(self) -> bool {
        self.change(|parts| std::mem::take(&mut parts.resized)) == Some(true)
    }

    /// Does something as soon as the map can be moved; at once, where it cannot be,
    /// for what of it needs no engine.
    pub fn when_awake(self, act: impl FnOnce() + 'static) {
        if self.state_now() == State::Waking {
            self.change(|parts| parts.pending.push(Box::new(act)));
        } else {
            act();
        }
    }

    /// Hands on what hit a pin and is meant for the ground.
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
