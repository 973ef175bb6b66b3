//! How much an import removes from the catalogue, and when that is too much.
//!
//! An incomplete file, an old file, or a list of partners of other projects would remove
//! data by mistake. So an import stops if it would remove more than a tenth of the
//! projects or of the participations, unless that is allowed. Removing one project or one
//! partner is never too much. An unchanged default catalogue contains no work of the
//! operator and may be removed.

use std::{cmp::Reverse, collections::HashMap};

use catalogue::model::{Project, Slug};
use serde::{Deserialize, Serialize};

use super::key::key;

/// One in this many may be removed.
const PART: u64 = 10;

/// How many projects are named.
const NAMED: usize = 5;

/// What would be removed.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Shrink {
    /// The number of projects that would be removed, and of all projects.
    pub projects: (u64, u64),
    /// The number of participations that would be removed, and of all participations.
    pub participations: (u64, u64),
    /// The projects that would lose most participations, each with their number.
    pub losers: Vec<(Slug, u64)>,
}

impl Shrink {
    /// Nothing is removed yet from this many projects and participations.
    pub fn of(projects: u64, participations: u64) -> Self {
        Self { projects: (0, projects), participations: (0, participations), losers: Vec::new() }
    }

    /// Counts a project that is removed with all its participations.
    pub fn removed(&mut self, old: &Project) {
        self.projects.0 += 1;
        self.lost(old, old.participations.len() as u64);
    }

    /// Counts the participations that a changed project loses: those of organisations that
    /// no longer take part.
    pub fn changed(&mut self, old: &Project, new: &Project) {
        let mut stay: HashMap<String, u64> = HashMap::new();
        for part in &new.participations {
            *stay.entry(key(&part.organisation)).or_default() += 1;
        }
        let gone =
            old.participations.iter().filter(|part| match stay.get_mut(&key(&part.organisation)) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    false
                }
                _ => true,
            });
        let gone = gone.count() as u64;
        self.lost(old, gone);
    }

    fn lost(&mut self, project: &Project, participations: u64) {
        self.participations.0 += participations;
        if participations > 0 {
            self.losers.push((project.slug.clone(), participations));
        }
    }

    /// The result, if it is too much.
    pub fn too_much(mut self) -> Option<Self> {
        let much = |(gone, all): (u64, u64)| gone > 1 && gone * PART > all;
        if !much(self.projects) && !much(self.participations) {
            return None;
        }
        self.losers.sort_by_key(|(slug, gone)| (Reverse(*gone), slug.clone()));
        self.losers.truncate(NAMED);
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_a_tenth_is_too_much_and_one_never_is() {
        let shrink =
            |projects, participations| Shrink { projects, participations, losers: Vec::new() };
        for (projects, participations, much) in [
            ((0, 0), (0, 0), false),
            ((1, 3), (1, 3), false),
            ((2, 20), (10, 100), false),
            ((2, 19), (0, 100), true),
            ((0, 20), (11, 100), true),
            ((2, 2), (0, 0), true),
        ] {
            let shrink = shrink(projects, participations);
            assert_eq!(shrink.too_much().is_some(), much, "{projects:?} {participations:?}");
        }
    }
}
