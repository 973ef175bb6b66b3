//! The parts of a filter: each narrows the catalogue by itself.

use std::iter::successors;

use serde::{Deserialize, Serialize};

use super::Facet;

/// A part of a filter that narrows the catalogue; sorted in canonical order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Part {
    /// What was typed.
    Text,
    /// The values of a facet.
    Facet(Facet),
    /// The years in which a project is known to have run.
    Years,
    /// Its total budget.
    Budget,
    /// A part of the map.
    Bbox,
}

impl Part {
    /// Every part, in canonical order.
    pub fn all() -> impl Iterator<Item = Self> {
        successors(Some(Self::Text), |part| part.next())
    }

    /// The part behind this one. Every part must have its turn here, so that none is
    /// missing in [`Part::all`].
    fn next(self) -> Option<Self> {
        match self {
            Self::Text => Facet::ALL.first().copied().map(Self::Facet),
            Self::Facet(facet) => {
                let next = Facet::ALL.get(facet as usize + 1).copied().map(Self::Facet);
                Some(next.unwrap_or(Self::Years))
            }
            Self::Years => Some(Self::Budget),
            Self::Budget => Some(Self::Bbox),
            Self::Bbox => None,
        }
    }

    /// The name of its parameter in addresses; for years the first of its two.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "q",
            Self::Facet(facet) => facet.key(),
            Self::Years => "from",
            Self::Budget => "budget",
            Self::Bbox => "bbox",
        }
    }
}
