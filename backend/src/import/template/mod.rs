//! The workbook that officials fill in, and the same as CSV.
//!
//! [`TEMPLATE`] is how it is read, [`workbook`] and [`csv`] write it, empty. The
//! export writes it filled, with the same [`Book`].

mod book;
mod cells;
mod choices;
mod columns;
mod example;
mod explanation;
mod layout;
mod rows;
mod words;
mod write;

pub use book::WriteError;
pub(crate) use book::{Book, SHEETS, values};
pub use columns::{EXAMPLES, TEMPLATE};
pub(super) use example::is_example;
pub(crate) use layout::{Column, columns};
pub(crate) use rows::Value;
pub(super) use rows::{Around, partner, project};
pub(super) use words::words;
pub use write::{csv, workbook};
