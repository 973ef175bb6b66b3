//! Everything about a catalogue that can be worked out before anybody asks.

use std::collections::{BTreeSet, HashMap};

use super::{
    bits::Bits,
    facet::Facet,
    fold,
    places::{self, Places},
    text_index::TextIndex,
};
use crate::{
    filter::{Filter, LeadRole, Part},
    model::{Country, Day, Document, Euro, Period, Slug, Status, Theme},
};

/// The index: facets as bitmaps, the rest as columns.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) len: usize,
    pub(crate) by_slug: HashMap<Slug, usize>,
    pub(crate) city: Facet<Slug>,
    pub(crate) theme: Facet<Theme>,
    pub(crate) programme: Facet<Slug>,
    pub(crate) period: Facet<Period>,
    pub(crate) country: Facet<Country>,
    pub(crate) role: Facet<LeadRole>,
    pub(crate) status: Facet<Status>,
    /// Projects in which a home city merely takes part.
    pub(crate) takes_part: Facet<Slug>,
    pub(crate) years: Vec<Option<(u16, u16)>>,
    pub(crate) budget: Vec<Option<Euro>>,
    pub(crate) title_keys: Vec<String>,
    pub(crate) text: TextIndex,
    pub(crate) places: Places,
    /// The first and the last year of all.
    pub(crate) all_years: Option<(u16, u16)>,
}

impl Index {
    pub(crate) fn new(document: &Document, today: Day) -> Self {
        let projects = &document.projects;
        let len = projects.len();
        let programmes: HashMap<&Slug, Period> =
            document.programmes.iter().map(|p| (&p.slug, p.period)).collect();
        let countries = |n: usize| -> BTreeSet<Country> {
            projects[n].participations.iter().filter_map(|part| part.country).collect()
        };
        let all_countries: BTreeSet<Country> = (0..len).flat_map(countries).collect();
        let mut by_name: Vec<_> = document.programmes.iter().collect();
        by_name.sort_by_key(|programme| (fold::sort_key(&programme.name), programme.period));
        let cities = || document.home_cities.iter().map(|city| city.slug.clone());
        let years: Vec<Option<(u16, u16)>> =
            projects.iter().map(|project| project.years()).collect();
        Self {
            len,
            by_slug: projects.iter().enumerate().map(|(n, p)| (p.slug.clone(), n)).collect(),
            city: Facet::new(len, cities(), |n| projects[n].presented_by.clone()),
            theme: Facet::new(len, Theme::ALL, |n| projects[n].themes.clone()),
            programme: Facet::new(len, by_name.iter().map(|p| p.slug.clone()), |n| {
                Some(projects[n].programme.clone())
            }),
            period: Facet::new(len, Period::ALL, |n| {
                programmes.get(&projects[n].programme).copied()
            }),
            country: Facet::new(len, all_countries, countries),
            role: Facet::new(len, [LeadRole::Lead], |n| {
                projects[n].led_by_presenting_city().then_some(LeadRole::Lead)
            }),
            status: Facet::new(len, Status::ALL, |n| Some(projects[n].status(today))),
            takes_part: Facet::new(len, cities(), |n| {
                places::merely_takes_part(&projects[n], &document.home_cities)
                    .cloned()
                    .collect::<Vec<_>>()
            }),
            budget: projects.iter().map(|p| p.total_budget.map(|money| money.eur)).collect(),
            title_keys: projects
                .iter()
                .map(|p| fold::sort_key(p.name(crate::model::Lang::En)))
                .collect(),
            text: TextIndex::new(projects),
            places: Places::new(document),
            all_years: years.iter().flatten().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))),
            years,
        }
    }

    /// What one part of a filter admits; `None` where it admits everything.
    pub(crate) fn admitted(&self, filter: &Filter, part: Part) -> Option<Bits> {
        let over = |admits: &dyn Fn(usize) -> bool| {
            Some(Bits::collect(self.len, (0..self.len).filter(|n| admits(*n))))
        };
        match part {
            Part::Text => self.text.find(&filter.text).map(|matches| matches.set),
            Part::City => self.city.admitted(&filter.city),
            Part::Theme => self.theme.admitted(&filter.theme),
            Part::Programme => self.programme.admitted(&filter.programme),
            Part::Period => self.period.admitted(&filter.period),
            Part::Country => self.country.admitted(&filter.country),
            Part::Role => self.role.admitted(&filter.role),
            Part::Status => self.status.admitted(&filter.status),
            Part::Years if filter.years == Default::default() => None,
            Part::Years => over(&|n| self.years[n].is_some_and(|ran| filter.years.touch(ran))),
            Part::Budget if filter.budget == Default::default() => None,
            Part::Budget => over(&|n| filter.budget.admits(self.budget[n])),
            Part::Bbox => filter.bbox.map(|bbox| self.places.within(self.len, bbox)),
        }
    }

    /// The projects admitted by every part, and by every part but one.
    pub(crate) fn narrow(&self, filter: &Filter) -> Narrowed {
        let admitted: Vec<(Part, Bits)> = Part::ALL
            .into_iter()
            .filter_map(|part| Some((part, self.admitted(filter, part)?)))
            .collect();
        let all = Bits::all(self.len);
        let found = admitted.iter().fold(all.clone(), |found, (_, set)| found.and(set));
        let sideways = admitted
            .iter()
            .map(|(own, _)| {
                let others = admitted.iter().filter(|(part, _)| part != own);
                (*own, others.fold(all.clone(), |found, (_, set)| found.and(set)))
            })
            .collect();
        Narrowed { found, sideways }
    }
}

/// The projects a filter leaves.
pub(crate) struct Narrowed {
    /// Admitted by every part.
    pub(crate) found: Bits,
    /// For each part that narrows: admitted by every other part.
    sideways: Vec<(Part, Bits)>,
}

impl Narrowed {
    /// What is counted for the facet of `part`: all other parts applied. A part
    /// that narrows nothing has the same as everybody.
    pub(crate) fn beside(&self, part: Part) -> &Bits {
        let own = self.sideways.iter().find(|(known, _)| *known == part);
        own.map_or(&self.found, |(_, set)| set)
    }

    /// The parts that narrow, each with what would be found without it.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Part, usize)> {
        self.sideways.iter().map(|(part, set)| (*part, set.count()))
    }
}
