//! When a store is filled with the default catalogue, and when a newer one replaces it.

use catalogue::model::{Document, PartialDate};

use super::change::Seeded;

/// How a store came to what it holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Filling {
    /// It is new.
    Nothing,
    /// From a default catalogue, which was not changed.
    Default {
        /// Which one.
        release: String,
        /// When its facts were collected.
        collected: Option<PartialDate>,
    },
    /// From an import, or from a default catalogue that was changed.
    Own,
}

impl Filling {
    /// What seeding with a default catalogue has to do.
    pub(super) fn task(&self, default: &Document, hash: &str) -> Seeded {
        match self {
            Self::Nothing => Seeded::Created,
            Self::Own => Seeded::Kept,
            Self::Default { release, .. } if release == hash => Seeded::Kept,
            // An older release that is started again does not replace a newer catalogue.
            Self::Default { collected: Some(known), .. }
                if default.collected.latest() < known.latest() =>
            {
                Seeded::Kept
            }
            Self::Default { .. } => Seeded::Renewed,
        }
    }
}
