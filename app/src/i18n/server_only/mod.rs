//! Words of pages and reports that only the server makes, so that the client does not carry
//! them.

pub mod about;
pub mod embed;
pub mod overload;
pub mod refused;
pub mod report;

use super::{Pattern, Plural};
