//! Menus are `<details class="menu">`, which open and close without a script. With it they
//! also close by Escape and when something beside them is pressed.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The menu that is open. Opening one by the mouse closes another.
fn open() -> Option<Element> {
    document().query_selector("details.menu[open]").ok().flatten()
}

/// Closes the menu that is open. A focus inside goes to what opens the menu.
pub fn close() {
    let Some(menu) = open() else { return };
    let active = document().active_element();
    let held = active.is_some_and(|active| menu.contains(Some(&active)));
    let _ = menu.remove_attribute("open");
    let summary = menu.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.filter(|_| held).and_then(|it| it.dyn_into::<HtmlElement>().ok())
    {
        let _ = summary.focus();
    }
}

/// Listens for what closes menus.
#[cfg(feature = "hydrate")]
pub fn listen() {
    let _ = window_event_listener(leptos::ev::keydown, |event| {
        if event.key() == "Escape" {
            close();
        }
    });
    let _ = window_event_listener(leptos::ev::pointerdown, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if open().is_some_and(|menu| !menu.contains(target.as_ref())) {
            close();
        }
    });
}
