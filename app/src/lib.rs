//! What people see.
//!
//! One library, two sides that share every component: with the feature `ssr` the
//! server renders whole pages and answers the server functions in [`api`]; with the
//! feature `hydrate` it is the client, which hydrates the page it received. Both
//! build the same view from the same plain data, so that nothing moves during
//! hydration.

mod actions;
pub mod api;
mod app;
mod choice;
mod client;
mod doubts;
mod explorer;
mod failure;
mod head;
mod i18n;
mod layout;
mod links;
mod map;
mod menu;
mod pages;
mod payload;
mod piece;
mod project;
#[cfg(feature = "ssr")]
mod server_only;
mod site;
mod sorting;
mod table;
mod words;

pub use app::App;
#[cfg(feature = "ssr")]
pub use failure::Failure;
#[cfg(feature = "ssr")]
pub use payload::{Answer, Payload};
#[cfg(feature = "ssr")]
pub use server_only::{
    MapKind, MapSource, fragment, generator,
    generator::snippets::ALLOW,
    overload_page,
    pages::{Checked, MAX_MEGABYTES},
    preview, refused_frame, report,
    shell::{Faults, Operator, Pages, fault_page, shell},
};
#[cfg(feature = "ssr")]
pub use site::widget;
