//! Files become projects.
//!
//! A *source* (keep.eu's export, the template, or a future one) is a table of columns,
//! see [`mapping`]. Reading and judging are the same for all sources:
//!
//! 1. [`table`] opens a workbook or CSV files and gives rows of cells.
//! 2. `recognise` finds the source by the headers. `read` makes a *draft* of each row,
//!    with every value read by [`value`]. A value that cannot be read is left out, and a
//!    [`Problem`] names its sheet, row and column.
//! 3. `assemble` makes a project of a draft: towns get coordinates, texts get languages.
//! 4. `merge` combines the project with the one that the catalogue already has.
//! 5. `put` writes all projects in one change, or nothing.
//!
//! [`check`](fn@check) does the first three steps and stores nothing.

mod assemble;
mod check;
mod doubts;
mod draft;
mod drafts;
mod echo;
pub mod field;
mod files;
pub(crate) mod header;
mod headers;
mod home_city;
mod identity;
mod index;
mod keep;
mod key;
mod language;
mod lengths;
mod letters;
pub mod mapping;
mod mappings;
mod merge;
mod names;
mod nearest;
mod notation;
mod partner_row;
mod problem;
mod problem_kind;
mod problems;
mod programmes;
mod progress;
mod project_row;
mod put;
mod read;
mod recognise;
mod rejection;
mod report;
mod row;
mod same_project;
mod shrink;
mod slug;
pub(crate) mod split;
pub mod table;
pub mod template;
#[cfg(test)]
mod tests;
mod unread;
pub mod value;

pub use assemble::Located;
pub use check::check;
pub use files::{Reading, Request, read};
pub use home_city::home_city;
pub use problem::{Problem, RowRef};
pub use problem_kind::{ProblemKind, Severity};
pub use problems::Problems;
pub use progress::{Progress, Quiet, Stage};
pub use put::{ImportError, ImportOptions, import};
pub use rejection::Rejection;
pub use report::{Change, FoundOut, InputFormat, Outcome, Report};
pub use shrink::Shrink;
