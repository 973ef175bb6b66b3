//! The parts of a project page.

mod facts;
mod partners;
mod related;
mod sheet;
mod sources;

pub use sheet::sheet;
