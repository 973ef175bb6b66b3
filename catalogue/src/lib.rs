//! What a project is, and how a catalogue is queried.
//!
//! The pure core of the Interreg Explorer: it compiles for the browser and for
//! the server, does no I/O, reads no clock, and knows neither Leptos nor HTTP
//! nor SQL. `ARCHITECTURE.md` has the words; in short: a *project* is one
//! Interreg operation, a *participation* one organisation's part in it, a
//! *home city* a city this deployment is about, and a *facet* a property to
//! filter by whose values show how many projects they would leave.

pub mod embed;
mod facet;
pub mod filter;
mod fold;
pub mod map;
pub mod model;
pub mod names;
pub mod query;

pub use facet::{Facet, Naming, Offered, PerFacet, Row};
