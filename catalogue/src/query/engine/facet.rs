//! One facet: its values, and for each the set of projects that have it.

use std::sync::Arc;

use super::{columns::Column, subset::SubsetCounter};
use crate::query::bits::Bits;
use crate::{
    facet::Offered,
    filter::{Choice, Chosen},
    query::answer::Value,
};

/// The values of a facet in the order in which they are offered.
#[derive(Debug)]
pub(crate) struct FacetIndex {
    len: usize,
    /// Those that no project has as well: they are known, but not counted.
    values: Vec<Offer>,
}

#[derive(Debug)]
struct Offer {
    value: Arc<str>,
    label: Option<Arc<str>>,
    set: Bits,
    /// The members of `set`.
    total: usize,
}

impl FacetIndex {
    /// The index of a column.
    pub(crate) fn new(column: Column) -> Self {
        let len = column.len();
        let mut sets = vec![Bits::none(len); column.values().len()];
        for (project, positions) in column.rows().enumerate() {
            for position in positions {
                if let Some(set) = sets.get_mut(usize::from(*position)) {
                    set.insert(project);
                }
            }
        }
        let offer = |((value, label), set): (Offered, Bits)| {
            let total = set.count();
            Offer { value: value.into(), label: label.map(Into::into), set, total }
        };
        Self { len, values: column.into_values().into_iter().zip(sets).map(offer).collect() }
    }

    /// Whether the catalogue has such a value, even if no project does.
    pub(crate) fn knows(&self, value: &str) -> bool {
        self.values.iter().any(|offer| *offer.value == *value)
    }

    /// The projects that have a value.
    pub(crate) fn having(&self, value: &str) -> Option<&Bits> {
        self.values.iter().find(|offer| *offer.value == *value).map(|offer| &offer.set)
    }

    /// The projects that a choice admits; `None` where it admits all.
    pub(crate) fn admitted(&self, choice: &Choice) -> Option<Bits> {
        if choice.is_empty() {
            return None;
        }
        let union = |wanted: Chosen| {
            let chosen = self.values.iter().filter(|offer| choice.of(&offer.value) == wanted);
            let mut sets = chosen.map(|offer| &offer.set);
            let first = sets.next().cloned()?;
            Some(sets.fold(first, |union, set| union.or(set)))
        };
        // A choice of values that no project has admits no project.
        let base = if choice.included().next().is_none() {
            Bits::all(self.len)
        } else {
            union(Chosen::Included).unwrap_or_else(|| Bits::none(self.len))
        };
        Some(match union(Chosen::Excluded) {
            Some(unwanted) => base.and_not(&unwanted),
            None => base,
        })
    }

    /// Every value that any project has, with the number of those of `subset`.
    pub(crate) fn count(&self, subset: &SubsetCounter, choice: &Choice) -> Vec<Value> {
        let value = |Offer { value, label, set, total }: &Offer| Value {
            value: value.clone(),
            label: label.clone(),
            count: subset.count_with(set, *total),
            chosen: choice.of(value),
        };
        self.values.iter().filter(|offer| offer.total > 0).map(value).collect()
    }
}
