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
        let Some(form) = form() else { return };
        // The form as it was sent. Not the address: the page may have left out
        // something of it, and then says so.
        let sent = form.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into().ok());
        let sent = sent.and_then(|copy: HtmlFormElement| {
            copy.reset();
            query_of(&copy)
        });
        let asked = query_of(&form);
        TYPED.set(asked.filter(|asked| sent.as_ref() != Some(asked)));
    }
}

/// What was typed early, once.
pub fn take_typed() -> Option<String> {
    TYPED.take()
}
