//! Which organisations take part where, so that projects which share one find
//! each other.

use std::collections::HashMap;

use crate::fold;
use crate::model::{Participation, Project};

/// The organisations of all projects, each known by a number.
#[derive(Debug, Default)]
pub(crate) struct Organisations {
    /// For each project the organisation of each participation.
    of: Vec<Vec<u32>>,
    /// For each organisation its projects, ascending.
    projects: Vec<Vec<u32>>,
}

impl Organisations {
    pub(crate) fn new(projects: &[Project]) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut known = Self::default();
        for (position, project) in (0..u32::MAX).zip(projects) {
            let mut number = |part| {
                let next = u32::try_from(known.projects.len()).unwrap_or(u32::MAX);
                let number = *numbers.entry(identity(part)).or_insert(next);
                if number == next {
                    known.projects.push(Vec::new());
                }
                let there = &mut known.projects[number as usize];
                if there.last() != Some(&position) {
                    there.push(position);
                }
                number
            };
            known.of.push(project.participations.iter().map(&mut number).collect());
        }
        known
    }

    /// The organisations of a project, one for each of its participations.
    pub(crate) fn of(&self, project: usize) -> &[u32] {
        &self.of[project]
    }

    /// The projects of an organisation, each once.
    pub(crate) fn projects(&self, organisation: u32) -> impl Iterator<Item = usize> {
        self.projects[organisation as usize].iter().map(|project| *project as usize)
    }
}

/// A municipality is called differently in every project ("City of Groningen",
/// "Gemeente Groningen"), so the home city it is tells it; others go by name.
fn identity(part: &Participation) -> String {
    match &part.city {
        // No folded name has a colon.
        Some(city) => format!("city:{city}"),
        None => fold::sort_key(&part.organisation),
    }
}
