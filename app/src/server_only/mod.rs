//! What only the server has: the document around each page, what machines are told of
//! it, and whole pages that need no client.

mod fragment;
pub mod generator;
pub mod meta_tags;
mod overload;
pub mod pages;
mod plain;
pub mod preview;
mod refused;
pub mod report;
pub mod shell;
mod source;
mod structured;

pub use fragment::fragment;
pub use overload::overload_page;
pub use refused::refused_frame;
pub use source::{MapKind, MapSource};
