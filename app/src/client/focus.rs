//! Where the focus is, and putting it elsewhere.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, SvgElement};

/// Puts the focus on an element.
pub fn focus(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        focus_on(&element);
    }
}

/// Whether what is selected holds the focus.
pub fn has_focus(selector: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(selector).is_ok_and(|holder| holder.is_some()))
}

/// Puts the focus on an element if what had it is gone.
pub fn refocus(selector: &str) {
    if document().active_element().is_none_or(|active| active.local_name() == "body") {
        focus(selector);
    }
}

/// Puts the focus on an element at hand, be it of HTML or of SVG.
pub fn focus_on(element: &Element) {
    let _ = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.focus(),
        None => element.dyn_ref::<SvgElement>().map_or(Ok(()), SvgElement::focus),
    };
}
