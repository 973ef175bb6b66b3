//! Everything about a catalogue that can be worked out before anybody asks.

use std::collections::{BTreeSet, HashMap};

use super::{
    engine::{Column, Columns, Engine, Facet},
    fold,
    layers::Layers,
    organisations::Organisations,
    takes_part,
    text_index::TextIndex,
};
use crate::{
    filter::LeadRole,
    model::{Country, Day, Document, HomeCity, Lang, Period, Project, Slug, Status, Theme},
};

/// The index: the engine, and what it does not know.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) engine: Engine,
    pub(crate) by_slug: HashMap<Slug, usize>,
    pub(crate) programmes: HashMap<Slug, usize>,
    /// Projects in which a home city merely takes part.
    pub(crate) takes_part: Facet<Slug>,
    pub(crate) text: TextIndex,
    pub(crate) layers: Layers,
    pub(crate) organisations: Organisations,
}

impl Index {
    pub(crate) fn new(document: &Document, today: Day) -> Self {
        let Document { projects, home_cities, programmes, .. } = document;
        let takes_part = projects.iter().map(|p| takes_part::merely_takes_part(p, home_cities));
        Self {
            engine: Engine::new(columns(document, today)),
            by_slug: positions(projects.iter().map(|project| &project.slug)),
            programmes: positions(programmes.iter().map(|programme| &programme.slug)),
            takes_part: Facet::new(Column::of(cities(home_cities), takes_part)),
            text: TextIndex::new(projects),
            layers: Layers::new(document),
            organisations: Organisations::new(projects),
        }
    }
}

/// What the engine knows of each project.
fn columns(document: &Document, today: Day) -> Columns {
    let Document { projects, home_cities, programmes, .. } = document;
    let periods: HashMap<&Slug, Period> = programmes.iter().map(|p| (&p.slug, p.period)).collect();
    let mut by_name: Vec<_> = programmes.iter().collect();
    by_name.sort_by_cached_key(|p| (fold::sort_key(&p.name), p.period));
    let countries = |p: &Project| -> BTreeSet<Country> {
        p.participations.iter().filter_map(|part| part.country).collect()
    };
    let all_countries: BTreeSet<Country> = projects.iter().flat_map(countries).collect();
    let lead = |p: &Project| p.led_by_presenting_city().then_some(LeadRole::Lead);
    Columns {
        city: Column::of(cities(home_cities), projects.iter().map(|p| &p.presented_by)),
        theme: Column::of(unnamed(Theme::ALL), projects.iter().map(|p| &p.themes)),
        programme: Column::of(
            by_name.into_iter().map(|p| (p.slug.clone(), Some(p.name.clone()))),
            projects.iter().map(|p| [&p.programme]),
        ),
        period: Column::of(
            unnamed(Period::ALL),
            projects.iter().map(|p| periods.get(&p.programme).copied()),
        ),
        country: Column::of(unnamed(all_countries), projects.iter().map(countries)),
        role: Column::of(unnamed([LeadRole::Lead]), projects.iter().map(lead)),
        status: Column::of(unnamed(Status::ALL), projects.iter().map(|p| [p.status(today)])),
        start: projects.iter().map(|p| p.start.map(|date| date.earliest())).collect(),
        end: projects.iter().map(|p| p.end.map(|date| date.latest())).collect(),
        budget: projects.iter().map(|p| p.total_budget.map(|money| money.eur)).collect(),
        title: ranks(projects.iter().map(|p| fold::sort_key(p.name(Lang::En))).collect()),
    }
}

fn positions<'a>(slugs: impl Iterator<Item = &'a Slug>) -> HashMap<Slug, usize> {
    slugs.enumerate().map(|(n, slug)| (slug.clone(), n)).collect()
}

/// Home cities as values with their names.
fn cities(cities: &[HomeCity]) -> impl Iterator<Item = (Slug, Option<String>)> {
    cities.iter().map(|city| (city.slug.clone(), Some(city.name.clone())))
}

/// Values whose names the translations have.
fn unnamed<T>(values: impl IntoIterator<Item = T>) -> impl Iterator<Item = (T, Option<String>)> {
    values.into_iter().map(|value| (value, None))
}

/// For each key its place among all; equal keys have the same.
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
