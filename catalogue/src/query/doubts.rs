//! Which amounts of all projects are doubtful.

use std::collections::HashMap;

use crate::model::{
    Project,
    plausibility::{Amount, Amounts, Doubt, Doubtful, Yardsticks},
};

/// The doubtful amounts of the few projects that have any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    of: HashMap<usize, Vec<Doubt>>,
}

impl FromIterator<Vec<Doubt>> for Doubts {
    /// Those of each project, in the order of the catalogue.
    fn from_iter<I: IntoIterator<Item = Vec<Doubt>>>(projects: I) -> Self {
        let of = projects.into_iter().enumerate().filter(|(_, doubts)| !doubts.is_empty());
        Self { of: of.collect() }
    }
}

impl Doubts {
    pub(crate) fn new(projects: &[Project]) -> Self {
        let mut yardsticks = Yardsticks::default();
        let mut contradicted = Vec::new();
        for (position, project) in projects.iter().enumerate() {
            let amounts = Amounts::from(project);
            let contradictions = amounts.contradictions();
            yardsticks.add(&amounts, &contradictions);
            if !contradictions.is_empty() {
                contradicted.push((position, contradictions));
            }
        }
        let doubts = contradicted.into_iter().map(|(position, contradictions)| {
            let programme = &projects[position].programme;
            (position, yardsticks.doubts(programme, &contradictions))
        });
        Self { of: doubts.collect() }
    }

    /// Those of a project, sorted by amount.
    pub(crate) fn all(&self, position: usize) -> &[Doubt] {
        self.of.get(&position).map_or(&[], Vec::as_slice)
    }

    /// Why an amount of a project is doubtful, if it is.
    pub(crate) fn of(&self, position: usize, amount: Amount) -> Option<Doubt> {
        self.all(position).iter().find(|doubt| doubt.of == amount).copied()
    }

    /// What of the money of each of the first `len` projects is doubtful.
    pub(crate) fn column(&self, len: usize) -> Vec<Doubtful> {
        (0..len).map(|position| Doubtful::of(self.all(position))).collect()
    }
}
