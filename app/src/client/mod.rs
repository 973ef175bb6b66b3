//! What happens in the browser once it has hydrated a page: the filter last asked for, the
//! history, the focus, the connection.
//!
//! All but the entry compiles on the server too, since the event handlers of the components
//! name it; there it never runs.

pub mod connection;
pub mod events;
pub mod filter_sheet;
pub mod focus;
pub mod form;
#[cfg(feature = "hydrate")]
mod hydrate;
pub mod memory;
pub mod menus;
pub mod navigation;
pub mod share;
