//! The sources that are recognised by their headers.

use super::{keep::KEEP, mapping::Mapping, template::TEMPLATE};

/// All of them. Where a file could be of two, the first counts.
pub const MAPPINGS: [Mapping; 2] = [KEEP, TEMPLATE];
