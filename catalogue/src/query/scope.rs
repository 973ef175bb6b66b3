//! What is inside a lock.

use std::collections::HashSet;

use super::{
    Catalogue,
    answer::{Facets, Value},
    bits::Bits,
    engine::Narrowed,
};
use crate::filter::{Chosen, Filter, Lock};

impl Catalogue {
    /// The projects inside a lock; nothing where it locks nothing.
    pub(super) fn scope(&self, lock: &Lock) -> Option<Bits> {
        if lock.is_broken() {
            return Some(Bits::none(self.document.projects.len()));
        }
        // What a city or programme is that is no longer in the catalogue, nothing
        // is; a filter of a visitor leaves such a value out.
        (!lock.is_open()).then(|| self.found(lock.filter(), None))
    }

    /// The projects of a scope that a filter finds.
    pub(super) fn found(&self, filter: &Filter, scope: Option<Bits>) -> Bits {
        let matches = self.index.text.find(&filter.text);
        let others = self.elsewhere(filter, matches.as_ref()).map(|(_, set)| set).chain(scope);
        self.index.engine.found(filter, others.collect())
    }

    /// Every value of every facet with its count; of a scope only those that any
    /// project in it has.
    pub(super) fn facets(
        &self,
        filter: &Filter,
        narrowed: &Narrowed,
        scope: Option<&Bits>,
    ) -> Facets {
        let engine = &self.index.engine;
        let mut facets = engine.facets(filter, narrowed);
        if let Some(scope) = scope {
            let inside = engine.narrow(&Filter::default(), scope.clone(), Vec::new());
            let inside = engine.facets(&Filter::default(), &inside);
            for (list, inside) in facets.lists.iter_mut().zip(&inside.lists) {
                keep(&mut list.values, &inside.values);
            }
            facets.budget.doubtful.take_if(|_| inside.budget.doubtful == Some(0));
        }
        facets
    }
}

/// Keeps the values that projects inside have, and those that are chosen all the same.
fn keep(values: &mut Vec<Value>, inside: &[Value]) {
    let there: HashSet<&str> =
        inside.iter().filter(|value| value.count > 0).map(|value| &*value.value).collect();
    values.retain(|value| value.chosen != Chosen::No || there.contains(&*value.value));
}
