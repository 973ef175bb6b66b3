//! What an event is about.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

/// Whether an event comes from typing rather than from ticking.
pub fn is_text(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "search" | "text"))
}

/// Whether an event comes from a button that sends its form. Enter in a field presses
/// the first of them.
pub fn is_sending(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| matches!(it.closest("button[type=submit]"), Ok(Some(_))))
}
