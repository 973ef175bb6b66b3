//! What the things that the model enumerates are called in the four languages.
//!
//! They stand here and not among the other words of the site, since officials
//! write them into spreadsheets: pages and imports must know the same names.

mod country;
mod theme;

pub use country::{countries, country, look_up};
pub use theme::theme;
