//! What people see.
//!
//! One library, two halves that share every component: with the feature `ssr`
//! the server renders whole pages and answers the server functions in [`api`];
//! with the feature `hydrate` the browser takes over the page it received. Both
//! build the same view from the same plain data, so that nothing moves when the
//! browser takes over.

mod actions;
pub mod api;
mod app;
mod choice;
#[cfg(feature = "ssr")]
pub mod embed;
mod explorer;
#[cfg(feature = "ssr")]
mod fragment;
mod frame;
mod head;
mod i18n;
mod map;
mod markup;
mod memory;
mod pages;
#[cfg(feature = "ssr")]
pub mod preview;
mod project;
mod pulse;
#[cfg(feature = "ssr")]
mod refused;
#[cfg(feature = "ssr")]
pub mod report;
#[cfg(feature = "ssr")]
mod shell;
mod site;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
mod structured;
mod wire;
mod words;

pub use app::App;
#[cfg(feature = "ssr")]
pub use embed::snippets::ALLOW;
#[cfg(feature = "ssr")]
pub use fragment::fragment;
#[cfg(feature = "ssr")]
pub use pages::{Checked, MAX_MEGABYTES};
#[cfg(feature = "ssr")]
pub use refused::refused_frame;
#[cfg(feature = "ssr")]
pub use shell::{Faults, Operator, Pages, fault_page, shell};
#[cfg(feature = "ssr")]
pub use site::widget;
#[cfg(feature = "ssr")]
pub use source::{MapKind, MapSource};
#[cfg(feature = "ssr")]
pub use wire::Parcel;

/// Where the browser begins.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn hydrate() {
    // A fault in here would otherwise end without a word.
    std::panic::set_hook(Box::new(|fault| leptos::logging::error!("{fault}")));
    explorer::Typed::remember();
    leptos::mount::hydrate_body(App);
}
