//! Which projects have something in common, and what.

use std::{cmp::Reverse, collections::HashSet};

use super::{
    Catalogue,
    detail::{Related, Tie},
    fold,
};
use crate::model::{Lang, Participation, Project};

/// More than this is a list, not a suggestion.
const MAX: usize = 4;

impl Catalogue {
    /// The projects nearest to one: a shared organisation counts three, a
    /// shared theme two, the same programme one. Ties keep the catalogue's order.
    pub(super) fn related(&self, position: usize, lang: Lang) -> Vec<Related> {
        let projects = &self.document.projects;
        let project = &projects[position];
        let partners: HashSet<String> = project.participations.iter().map(identity).collect();
        let mut related: Vec<(usize, usize, Vec<Tie>)> = projects
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != position)
            .filter_map(|(n, other)| {
                let ties = ties(project, &partners, other);
                let nearness = ties.iter().map(weight).sum::<usize>();
                (nearness > 0).then_some((nearness, n, ties))
            })
            .collect();
        related.sort_by_key(|(nearness, n, _)| (Reverse(*nearness), *n));
        related
            .into_iter()
            .take(MAX)
            .map(|(_, n, ties)| Related { item: self.item(&projects[n], lang), ties })
            .collect()
    }
}

fn ties(project: &Project, partners: &HashSet<String>, other: &Project) -> Vec<Tie> {
    let themes: Vec<_> =
        project.themes.iter().filter(|theme| other.themes.contains(theme)).copied().collect();
    let theirs: HashSet<String> =
        other.participations.iter().map(identity).filter(|id| partners.contains(id)).collect();
    let shared: Vec<String> = project
        .participations
        .iter()
        .filter(|part| theirs.contains(&identity(part)))
        .map(|part| part.organisation.clone())
        .collect();
    let mut ties = Vec::new();
    if !shared.is_empty() {
        ties.push(Tie::Partners(shared));
    }
    if !themes.is_empty() {
        ties.push(Tie::Themes(themes));
    }
    if project.programme == other.programme {
        ties.push(Tie::Programme);
    }
    ties
}

fn weight(tie: &Tie) -> usize {
    match tie {
        Tie::Partners(partners) => 3 * partners.len(),
        Tie::Themes(themes) => 2 * themes.len(),
        Tie::Programme => 1,
    }
}

/// A municipality is called differently in every project ("City of Groningen",
/// "Gemeente Groningen"), so the home city it is tells it; others go by name.
fn identity(part: &Participation) -> String {
    match &part.city {
        Some(city) => format!("city:{city}"),
        None => fold::sort_key(&part.organisation),
    }
}
