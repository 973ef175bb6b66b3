//! Reports on spreadsheets, as text for a terminal, as a list for a spreadsheet
//! program, and as part of a page. The judgement is the backend's; here it gets
//! its words. Only the server makes reports.

mod csv;
mod page;
mod sentences;
mod text;

pub use csv::csv;
pub use page::page;
pub use sentences::{rejected, undo};
pub use text::text;
