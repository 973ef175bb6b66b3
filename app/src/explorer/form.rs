//! What the filter form says, read from the document.
//!
//! The form is the truth about what a visitor has ticked and typed; the same
//! codec that reads addresses reads it. So there is no second copy of the state
//! in signals, and what was typed before the browser took over is not lost.

use std::cell::Cell;

use catalogue::filter::Filter;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

/// The form's query as a browser would send it, made canonical.
pub fn query_of(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    let params = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(Filter::from_query(&params.to_string().as_string()?).0.to_query())
}

/// The filter form of this page.
pub fn form() -> Option<HtmlFormElement> {
    document().query_selector("form.finder").ok().flatten()?.dyn_into().ok()
}

thread_local! {
    static TYPED: Cell<Option<String>> = const { Cell::new(None) };
}

/// Remembers what was typed and ticked while the page was still without its
/// script. Called before the browser takes over, which resets tick boxes.
#[cfg(feature = "hydrate")]
pub struct Typed;

#[cfg(feature = "hydrate")]
impl Typed {
    /// Looks at the form.
    pub fn remember() {
        let asked = form().and_then(|form| query_of(&form));
        let search = window().location().search().unwrap_or_default();
        let shown = Filter::from_query(&search).0.first_page().to_query();
        TYPED.set(asked.filter(|asked| *asked != shown));
    }
}

/// What was typed early, once.
pub fn take_typed() -> Option<String> {
    TYPED.take()
}
