//! Something to follow that carries nothing.
//!
//! Every type that a signal holds brings all of a signal's code once more to the
//! browser. What belongs together therefore lives in one stored value, and views
//! follow a pulse that beats when it has changed.

use leptos::prelude::*;

/// Beats when something has changed.
#[derive(Clone, Copy)]
pub struct Pulse(RwSignal<u32>);

impl Pulse {
    /// One that has not beaten yet.
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// Follows it, and tells how often it has beaten. Whatever follows one that is
    /// gone hears nothing any more.
    pub fn follow(self) -> u32 {
        self.0.try_get().unwrap_or_default()
    }

    /// Tells all who follow.
    pub fn beat(self) {
        self.0.try_update(|beats| *beats = beats.wrapping_add(1));
    }
}
