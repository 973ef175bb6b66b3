//! What is inside a lock.

use super::{
    Catalogue,
    answer::{Facets, Value},
    engine::{Bits, Narrowed},
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
            keep(&mut facets.city, &inside.city);
            keep(&mut facets.theme, &inside.theme);
            keep(&mut facets.programme, &inside.programme);
            keep(&mut facets.period, &inside.period);
            keep(&mut facets.country, &inside.country);
            keep(&mut facets.role, &inside.role);
            keep(&mut facets.status, &inside.status);
        }
        facets
    }
}

/// Keeps the values that there are, and those that somebody chose all the same.
fn keep<T: PartialEq>(values: &mut Vec<Value<T>>, inside: &[Value<T>]) {
    let mut there = inside.iter().map(|value| value.count > 0);
    values.retain(|value| there.next().unwrap_or_default() || value.chosen != Chosen::No);
}
