//! The index of a catalogue: everything that does not depend on a filter.

use std::collections::HashMap;

use super::{
    doubts::Doubts,
    engine::{Column, Columns, Engine, FacetIndex},
    layers::Layers,
    organisations::Organisations,
    takes_part,
    text_index::TextIndex,
};
use crate::{
    facet::{self, Around, Facet, Source},
    fold,
    model::{Day, Document, Lang, Slug},
};

/// The index: the engine, and the data that it does not hold.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) engine: Engine,
    pub(crate) by_slug: HashMap<Slug, usize>,
    pub(crate) programmes: HashMap<Slug, usize>,
    /// Projects in which a home city merely takes part.
    pub(crate) takes_part: FacetIndex,
    pub(crate) text: TextIndex,
    pub(crate) layers: Layers,
    pub(crate) organisations: Organisations,
    pub(crate) doubts: Doubts,
}

impl Index {
    pub(crate) fn new(document: &Document, today: Day) -> Self {
        Self::doubting(document, today, Doubts::new(&document.projects))
    }

    /// The index where it is known already which amounts are doubtful.
    pub(crate) fn doubting(document: &Document, today: Day, doubts: Doubts) -> Self {
        let Document { projects, home_cities, programmes, .. } = document;
        let takes_part = Column::of(facet::cities(home_cities), projects, |project, add| {
            takes_part::merely_takes_part(project, home_cities).for_each(|city| add(city.as_str()));
        });
        Self {
            engine: Engine::new(columns(document, today, &doubts)),
            by_slug: positions(projects.iter().map(|project| &project.slug)),
            programmes: positions(programmes.iter().map(|programme| &programme.slug)),
            takes_part: FacetIndex::new(takes_part),
            text: TextIndex::new(projects),
            layers: Layers::new(document),
            organisations: Organisations::new(projects),
            doubts,
        }
    }
}

/// What the engine knows of each project.
fn columns(document: &Document, today: Day, doubts: &Doubts) -> Columns {
    let projects = &document.projects;
    let around = Around::new(document, today);
    let column = |facet: &Facet| {
        let Source { offered, of } = facet.source();
        Column::of(offered(&around), projects, |project, add| of(&around, project, add))
    };
    Columns {
        facets: Facet::ALL.iter().map(column).collect(),
        start: projects.iter().map(|p| p.start.map(|date| date.earliest())).collect(),
        end: projects.iter().map(|p| p.end.map(|date| date.latest())).collect(),
        budget: projects.iter().map(|p| p.total_budget.map(|money| money.eur)).collect(),
        doubtful: doubts.column(projects.len()),
        title: ranks(projects.iter().map(|p| fold::sort_key(p.name(Lang::En))).collect()),
    }
}

fn positions<'a>(slugs: impl Iterator<Item = &'a Slug>) -> HashMap<Slug, usize> {
    slugs.enumerate().map(|(n, slug)| (slug.clone(), n)).collect()
}

/// The rank of each key in the order of all keys; equal keys have the same rank.
fn ranks(keys: Vec<String>) -> Vec<u32> {
    let mut sorted: Vec<(&String, usize)> = keys.iter().zip(0..).collect();
    sorted.sort_unstable();
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in sorted.windows(2) {
        rank += u32::from(pair[0].0 != pair[1].0);
        ranks[pair[1].1] = rank;
    }
    ranks
}
