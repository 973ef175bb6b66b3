//! On a narrow screen the filters lie over the list, and going back closes them, as it
//! does in apps: an entry of the history stands for them while they are open.
//!
//! That entry always is the last one. A filter that is chosen meanwhile takes its place,
//! and it is added again behind that, so that going back closes the filters first and
//! then takes back what was chosen, step by step.

use std::{cell::Cell, time::Duration};

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// The state of the entry.
const MARK: &str = "filters";

/// What was chosen last may still be on its way into the history when the filters close.
const SETTLING: Duration = Duration::from_millis(50);

thread_local! {
    /// The entry is being left because the filters were closed otherwise.
    static LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// The filters have opened or closed.
pub fn toggled() {
    if is_open() {
        keep_entry();
    } else if has_entry() {
        set_timeout(
            || {
                if has_entry() && !is_open() {
                    LEAVING.set(true);
                    let _ = window().history().and_then(|history| history.back());
                }
            },
            SETTLING,
        );
    }
}

/// While the filters are open, their entry is the last of the history.
pub fn keep_entry() {
    if is_open() && !has_entry() {
        let push = |history: web_sys::History| history.push_state(&MARK.into(), "");
        let _ = window().history().and_then(push);
    }
}

/// Closes the filters, if they are open.
pub fn close() {
    if let Some(panel) = panel().filter(|_| is_open()) {
        let _ = panel.hide_popover();
    }
}

/// Whether the entry of the filters is the current one.
pub fn has_entry() -> bool {
    let state = window().history().and_then(|history| history.state());
    state.is_ok_and(|state| state.as_string().as_deref() == Some(MARK))
}

/// The visitor or this module went back or forward. Tells whether that was about the
/// filters alone: then the page stays as it is.
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "only a browser has a history"))]
pub fn popped() -> bool {
    let Some(panel) = panel() else { return false };
    if LEAVING.take() {
        true
    } else if is_open() {
        let _ = panel.hide_popover();
        true
    } else {
        // Forward again, to where the filters were open.
        has_entry() && panel.show_popover().is_ok()
    }
}

fn panel() -> Option<HtmlElement> {
    document().get_element_by_id("filters")?.dyn_into().ok()
}

fn is_open() -> bool {
    document().query_selector("#filters:popover-open").is_ok_and(|open| open.is_some())
}
