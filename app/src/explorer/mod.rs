//! The parts of the explorer. Each is a function from plain data to a view: an
//! answer comes in whole, and what differs from the one before is patched, so
//! that focus and scroll stay where they are.

mod bar;
mod card;
mod chips;
mod facet;
mod filters;
pub mod labels;
mod list;
mod nothing;
mod notices;
mod opening;
mod paging;
mod seek;
mod table;
mod title;

pub use bar::bar;
pub use card::{status, tags};
pub use chips::chips;
pub use filters::filters;
pub use list::{list, order};
pub use notices::notices;
pub use opening::opening;
pub use seek::plain;
pub use title::title;
#[cfg(feature = "ssr")]
pub use {
    chips::of_filter as chips_of,
    facet::Row,
    filters::{budget_fields, budget_rows, rows, year_fields},
};
