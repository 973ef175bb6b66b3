//! One facet: its values, and for each the set of projects that have it.

use super::{among::Among, bits::Bits, columns::Column};
use crate::{
    filter::{Choice, Chosen},
    query::answer::Value,
};

/// The values of a facet in the order in which they are offered.
#[derive(Debug)]
pub(crate) struct Facet<T> {
    len: usize,
    values: Vec<Offer<T>>,
}

#[derive(Debug)]
struct Offer<T> {
    value: T,
    label: Option<String>,
    set: Bits,
    /// The members of `set`.
    total: usize,
}

impl<T: Ord + Clone> Facet<T> {
    /// The facet of a column. Values that no project has are left out.
    pub(crate) fn new(column: Column<T>) -> Self {
        let len = column.len();
        let mut sets = vec![Bits::none(len); column.values().len()];
        for (project, positions) in column.rows().enumerate() {
            for position in positions {
                if let Some(set) = sets.get_mut(usize::from(*position)) {
                    set.insert(project);
                }
            }
        }
        let offer = |((value, label), set): ((T, Option<String>), Bits)| {
            let total = set.count();
            (total > 0).then_some(Offer { value, label, set, total })
        };
        Self { len, values: column.into_values().into_iter().zip(sets).filter_map(offer).collect() }
    }

    /// The projects that have a value.
    pub(crate) fn having(&self, value: &T) -> Option<&Bits> {
        self.values.iter().find(|offer| offer.value == *value).map(|offer| &offer.set)
    }

    /// The projects that a choice admits; `None` where it admits all.
    pub(crate) fn admitted(&self, choice: &Choice<T>) -> Option<Bits> {
        if choice.is_empty() {
            return None;
        }
        let union = |wanted: Chosen| {
            let chosen = self.values.iter().filter(|offer| choice.of(&offer.value) == wanted);
            let mut sets = chosen.map(|offer| &offer.set);
            let first = sets.next().cloned()?;
            Some(sets.fold(first, |union, set| union.or(set)))
        };
        // Whoever asks only for values that no project has asks for no project.
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

    /// Every value with the number of projects of `among` that have it.
    pub(crate) fn count(&self, among: &Among, choice: &Choice<T>) -> Vec<Value<T>> {
        let value = |Offer { value, label, set, total }: &Offer<T>| Value {
            value: value.clone(),
            label: label.clone(),
            count: among.count_with(set, *total),
            chosen: choice.of(value),
        };
        self.values.iter().map(value).collect()
    }
}
