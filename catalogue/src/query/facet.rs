//! One facet: its values, and for each the set of projects that have it.

use super::{answer::Value, bits::Bits};
use crate::filter::Choice;

/// The values of a facet in the order in which they are offered.
#[derive(Debug)]
pub(crate) struct Facet<T> {
    len: usize,
    values: Vec<(T, Bits)>,
}

impl<T: Ord + Clone> Facet<T> {
    /// A facet over `len` projects with these values; `has` lists those of a
    /// project. Values that no project has are left out.
    pub(crate) fn new<I: IntoIterator<Item = T>>(
        len: usize,
        values: impl IntoIterator<Item = T>,
        has: impl Fn(usize) -> I,
    ) -> Self {
        let mut values: Vec<(T, Bits)> =
            values.into_iter().map(|value| (value, Bits::none(len))).collect();
        for project in 0..len {
            for value in has(project) {
                if let Some((_, set)) = values.iter_mut().find(|(known, _)| *known == value) {
                    set.insert(project);
                }
            }
        }
        values.retain(|(_, set)| set.count() > 0);
        Self { len, values }
    }

    /// The projects that a choice admits; `None` where it admits all.
    pub(crate) fn admitted(&self, choice: &Choice<T>) -> Option<Bits> {
        if choice.is_empty() {
            return None;
        }
        let union = |wanted: Vec<&T>| {
            let mut union = Bits::none(self.len);
            for (value, set) in &self.values {
                if wanted.contains(&value) {
                    union.or_with(set);
                }
            }
            union
        };
        let included: Vec<&T> = choice.included().collect();
        let base = if included.is_empty() { Bits::all(self.len) } else { union(included) };
        Some(base.and_not(&union(choice.excluded().collect())))
    }

    /// Every value with the number of projects of `among` that have it.
    pub(crate) fn count(
        &self,
        among: &Bits,
        choice: &Choice<T>,
        label: impl Fn(&T) -> Option<String>,
    ) -> Vec<Value<T>> {
        let value = |(value, set): &(T, Bits)| Value {
            value: value.clone(),
            label: label(value),
            count: set.count_with(among),
            chosen: choice.of(value),
        };
        self.values.iter().map(value).collect()
    }
}
