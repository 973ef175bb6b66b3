//! The workbook that officials fill in, and the same as CSV.
//!
//! [`TEMPLATE`] is how it is read; [`write`](mod@write) makes it, empty or with
//! what a catalogue holds, so that a city can also take its projects out, mend
//! them in a spreadsheet and bring them back.

mod columns;
mod rows;
mod words;
mod write;

pub use columns::TEMPLATE;
pub use write::{WriteError, csv, workbook};
