//! Related projects: every project compared with every other.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::arbitrary::catalogue;
use crate::{
    filter::Lock,
    model::{Lang, Participation, Project, Slug},
    query::{Related, Tie, fold},
};

/// A home city's municipality is one whatever it is called; others go by name.
fn same(a: &Participation, b: &Participation) -> bool {
    match (&a.city, &b.city) {
        (None, None) => fold(&a.organisation).eq(fold(&b.organisation)),
        (a, b) => a == b,
    }
}

fn ties(project: &Project, other: &Project) -> (usize, Vec<Tie>) {
    let shared = |part: &&Participation| other.participations.iter().any(|p| same(part, p));
    let partners: Vec<String> =
        project.participations.iter().filter(shared).map(|p| p.organisation.clone()).collect();
    let themes: Vec<_> =
        project.themes.iter().copied().filter(|theme| other.themes.contains(theme)).collect();
    let programme = project.programme == other.programme;
    let nearness = 3 * partners.len() + 2 * themes.len() + usize::from(programme);
    let mut ties = vec![];
    ties.extend((!partners.is_empty()).then_some(Tie::Partners(partners)));
    ties.extend((!themes.is_empty()).then_some(Tie::Themes(themes)));
    ties.extend(programme.then_some(Tie::Programme));
    (nearness, ties)
}

proptest! {
    #[test]
    fn the_nearest_projects_are_found_with_all_that_ties_them(
        catalogue in catalogue(), which in any::<proptest::sample::Index>(),
    ) {
        let projects = &catalogue.document().projects;
        prop_assume!(!projects.is_empty());
        let project = which.get(projects);
        let others = projects.iter().filter(|other| other.slug != project.slug);
        let mut near: Vec<(usize, Vec<Tie>, Slug)> = others
            .map(|other| (ties(project, other), other.slug.clone()))
            .map(|((nearness, ties), slug)| (nearness, ties, slug))
            .filter(|(nearness, ..)| *nearness > 0)
            .collect();
        near.sort_by_key(|(nearness, ..)| Reverse(*nearness));
        let found = catalogue.project(&Lock::default(), &project.slug, Lang::En).unwrap().related;
        let found = found.into_iter().map(|Related { item, ties }| (ties, item.slug));
        let expected = near.into_iter().take(4).map(|(_, ties, slug)| (ties, slug));
        prop_assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}
