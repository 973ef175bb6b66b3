//! Where the client begins.

use std::{panic, time::Duration};

use leptos::{logging, mount::hydrate_body, prelude::set_timeout};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{form::remember_typed, menus};
use crate::App;

/// Hydrates the page.
#[wasm_bindgen(start)]
pub fn hydrate() {
    // A panic in here would otherwise end without a word.
    panic::set_hook(Box::new(|info| logging::error!("{info}")));
    // In a task of its own: the browser has just compiled all of this, and a visitor may
    // have begun to scroll.
    set_timeout(
        || {
            remember_typed();
            menus::listen();
            hydrate_body(App);
        },
        Duration::ZERO,
    );
}
