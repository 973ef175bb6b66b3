//! The scope that an embed is confined to.

use super::{Decoded, Filter, Part, pairs};

/// The scope that an embed is confined to: a filter of its own, which everything
/// that a visitor asks for is cut with. It is a scope and no secret, since the
/// catalogue is public.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock {
    filter: Filter,
    /// Whether something of it was not understood. Such a lock opens nothing:
    /// leaving the part out would show what was to be kept out, and an empty list
    /// is noticed sooner than a long one.
    is_broken: bool,
}

impl Lock {
    /// A query that no lock understands.
    const BROKEN: &str = "bbox=none";

    /// Reads the query of a filter. Order, page and view of it lock nothing.
    pub fn from_query(query: &str) -> Self {
        let Decoded { filter, ignored, has_others, .. } = Filter::decode(query);
        Self { filter: filter.scope().first_page(), is_broken: !ignored.is_empty() || has_others }
    }

    /// The lock in the query of an address.
    pub fn in_query(query: &str) -> Self {
        let lock = pairs(query).find(|(key, value)| key == "lock" && !value.trim().is_empty());
        lock.map(|(_, lock)| Self::from_query(&lock)).unwrap_or_default()
    }

    /// The canonical query of its filter; a broken one stays broken.
    pub fn to_query(&self) -> String {
        if self.is_broken { Self::BROKEN.to_owned() } else { self.filter.to_query() }
    }

    /// The filter of a query together with the lock, for links that leave the embed: the
    /// locked parts become ordinary parts of the filter.
    pub fn left(&self, query: &str) -> Filter {
        let locked = if self.is_broken { String::new() } else { self.to_query() };
        Filter::from_query(&format!("{query}&{locked}")).0
    }

    /// Whether everything is inside.
    pub fn is_open(&self) -> bool {
        !self.is_broken && self.filter.is_open()
    }

    /// Whether something of it was not understood, so that nothing is inside.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// What is inside, where it was understood.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The parts that it narrows: no visitor changes them.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.filter.parts()
    }
}
