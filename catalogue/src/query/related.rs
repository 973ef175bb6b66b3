//! Which projects have something in common, and what.

use std::cmp::Reverse;

use super::{
    Catalogue,
    bits::Bits,
    detail::{Related, Tie},
};
use crate::{
    facet::Facet,
    model::{Lang, Theme},
};

/// More than this is a list, not a suggestion.
const MAX: usize = 4;

impl Catalogue {
    /// The projects nearest to one: a shared organisation counts three, a
    /// shared theme two, the same programme one. Ties keep the catalogue's order.
    pub(super) fn related(
        &self,
        position: usize,
        scope: Option<&Bits>,
        lang: Lang,
    ) -> Vec<Related> {
        let nearness = self.nearness(position);
        let mut nearest: Vec<(Reverse<usize>, usize)> = Vec::with_capacity(MAX + 1);
        for (n, near) in nearness.into_iter().enumerate() {
            let candidate = (Reverse(near), n);
            let better = nearest.len() < MAX || nearest.last().is_some_and(|l| candidate < *l);
            let inside = scope.is_none_or(|scope| scope.contains(n));
            if near > 0 && n != position && inside && better {
                nearest.insert(nearest.partition_point(|known| *known < candidate), candidate);
                nearest.truncate(MAX);
            }
        }
        let projects = &self.document.projects;
        nearest
            .into_iter()
            .map(|(_, n)| Related {
                item: self.item(&projects[n], lang),
                ties: self.ties(position, n),
            })
            .collect()
    }

    /// The nearness of every project: each thing that this one has adds to the projects
    /// that have it too.
    fn nearness(&self, position: usize) -> Vec<usize> {
        let project = &self.document.projects[position];
        let index = &self.index;
        let mut nearness = vec![0; self.document.projects.len()];
        let mut add = |to: &mut dyn Iterator<Item = usize>, weight| {
            to.for_each(|n| nearness[n] += weight);
        };
        for organisation in index.organisations.of(position) {
            add(&mut index.organisations.projects(*organisation), 3);
        }
        for theme in &project.themes {
            if let Some(set) = index.engine.facet(Facet::Theme).having(theme.as_str()) {
                add(&mut set.iter(), 2);
            }
        }
        if let Some(set) = index.engine.facet(Facet::Programme).having(project.programme.as_str()) {
            add(&mut set.iter(), 1);
        }
        nearness
    }

    fn ties(&self, position: usize, other: usize) -> Vec<Tie> {
        let organisations = &self.index.organisations;
        let theirs = organisations.of(other);
        let other = &self.document.projects[other];
        let project = &self.document.projects[position];
        let shared: Vec<String> = organisations
            .of(position)
            .iter()
            .zip(&project.participations)
            .filter(|(organisation, _)| theirs.contains(organisation))
            .map(|(_, part)| part.organisation.clone())
            .collect();
        let themes: Vec<Theme> =
            project.themes.iter().filter(|theme| other.themes.contains(theme)).copied().collect();
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
}
