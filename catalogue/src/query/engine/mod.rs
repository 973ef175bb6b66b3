//! Facets at any size: the part of a catalogue that knows no texts and no places.
//!
//! An [`Engine`] is made from [`Columns`], the properties of all projects, and
//! works everything out that can be known before anybody asks. It keeps a
//! [bitmap](bits::Bits) for every value of every facet, one bit per project: a
//! filter is the *and* of what its parts admit ([`narrow`]), a count is the
//! number of bits that two sets share ([`popcount`]). Years and budgets are sets
//! too ([`years`], [`budgets`]): what lies between two bounds is what begins
//! before the one without what begins before the other. The [orders](order) of
//! the list are sorted once.
//!
//! So no query looks at projects one by one, and two million of them take
//! milliseconds. [`Catalogue`](super::Catalogue) makes the columns from a
//! document and adds text, places and cards; benchmarks make them by themselves.

mod among;
mod bits;
mod budgets;
mod columns;
mod facet;
mod narrow;
mod order;
mod popcount;
mod years;

use std::cmp::Reverse;

use super::{
    answer::Facets,
    clusters::{Clusters, Points},
    explore::PAGE_SIZE,
};
use crate::{
    filter::{Filter, LeadRole, Page, Part, Sort},
    map::Viewport,
    model::{Country, Period, Slug, Status, Theme},
};

pub use columns::{Column, Columns};

pub(crate) use {among::Among, bits::Bits, facet::Facet, narrow::Narrowed, order::part_sorted};

use {budgets::Budgets, order::Order, years::Years};

/// The indexed properties of all projects.
#[derive(Debug)]
pub struct Engine {
    len: usize,
    pub(super) city: Facet<Slug>,
    pub(super) theme: Facet<Theme>,
    pub(super) programme: Facet<Slug>,
    period: Facet<Period>,
    country: Facet<Country>,
    role: Facet<LeadRole>,
    status: Facet<Status>,
    years: Years,
    budgets: Budgets,
    by_title: Order,
    by_start: Order,
    by_end: Order,
}

/// What the list and the filters show for one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Projects found.
    pub found: usize,
    /// What can be filtered by, with counts.
    pub facets: Facets,
    /// The projects on the page asked for, by position.
    pub page: Vec<usize>,
}

impl Engine {
    /// Indexes the columns, which must all be equally long.
    pub fn new(columns: Columns) -> Self {
        let Columns { city, theme, programme, period, country, role, status, .. } = columns;
        let Columns { start, end, budget, title, .. } = columns;
        let len = start.len();
        Self {
            len,
            city: Facet::new(city),
            theme: Facet::new(theme),
            programme: Facet::new(programme),
            period: Facet::new(period),
            country: Facet::new(country),
            role: Facet::new(role),
            status: Facet::new(status),
            years: Years::new(&start, &end),
            budgets: Budgets::new(&budget),
            by_title: Order::by(len, |n| title[n]),
            // What is not known sorts last, since `None` is the least.
            by_start: Order::by(len, |n| Reverse(start[n])),
            by_end: Order::by(len, |n| Reverse(end[n])),
        }
    }

    /// How many projects there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The first and the last year of all.
    pub fn years(&self) -> Option<(u16, u16)> {
        self.years.span()
    }

    /// Answers a filter, without its text and its part of the map: nothing is
    /// known of them here.
    pub fn answer(&self, filter: &Filter) -> Answer {
        let narrowed = self.narrow(filter, Bits::all(self.len), Vec::new());
        let found = narrowed.found().count();
        let (page, _) = page_of(filter.page, found);
        Answer {
            found,
            facets: self.facets(filter, &narrowed),
            page: self.page(filter.sort, page, &narrowed),
        }
    }

    /// The projects of a scope admitted by every part, and by every part but one.
    /// What `others` admit is found elsewhere.
    pub(super) fn narrow(
        &self,
        filter: &Filter,
        scope: Bits,
        others: Vec<(Part, Bits)>,
    ) -> Narrowed {
        let mut all: Vec<_> = self.admitted(filter).chain(others).collect();
        all.sort_by_key(|(part, _)| *part);
        Narrowed::new(self.len, scope, all)
    }

    /// The projects admitted by every part, for who wants no counts.
    pub(super) fn found(&self, filter: &Filter, others: Vec<Bits>) -> Bits {
        let own = self.admitted(filter).map(|(_, set)| set);
        let all = own.chain(others).reduce(|one, other| one.and(&other));
        all.unwrap_or_else(|| Bits::all(self.len))
    }

    /// What each part that narrows admits.
    fn admitted(&self, filter: &Filter) -> impl Iterator<Item = (Part, Bits)> {
        let admitted = |part| match part {
            Part::City => self.city.admitted(&filter.city),
            Part::Theme => self.theme.admitted(&filter.theme),
            Part::Programme => self.programme.admitted(&filter.programme),
            Part::Period => self.period.admitted(&filter.period),
            Part::Country => self.country.admitted(&filter.country),
            Part::Role => self.role.admitted(&filter.role),
            Part::Status => self.status.admitted(&filter.status),
            Part::Years => self.years.admitted(filter.years),
            Part::Budget => self.budgets.admitted(filter.budget),
            Part::Text | Part::Bbox => None,
        };
        Part::ALL.into_iter().filter_map(move |part| Some((part, admitted(part)?)))
    }

    /// The projects that a filter finds, without its text and its part of the map.
    pub fn found_by(&self, filter: &Filter) -> Vec<usize> {
        self.found(filter, Vec::new()).iter().collect()
    }

    /// The pins of what a filter finds, without its text and its part of the map.
    pub fn clusters<'a>(
        &self,
        filter: &Filter,
        points: &'a Points,
        view: &Viewport,
    ) -> Clusters<'a> {
        Clusters::new(points, &self.found(filter, Vec::new()), view, None)
    }

    /// Every value of every facet with its count.
    pub(super) fn facets(&self, filter: &Filter, narrowed: &Narrowed) -> Facets {
        let beside = |part| narrowed.beside(part);
        Facets {
            city: self.city.count(beside(Part::City), &filter.city),
            theme: self.theme.count(beside(Part::Theme), &filter.theme),
            programme: self.programme.count(beside(Part::Programme), &filter.programme),
            period: self.period.count(beside(Part::Period), &filter.period),
            country: self.country.count(beside(Part::Country), &filter.country),
            role: self.role.count(beside(Part::Role), &filter.role),
            status: self.status.count(beside(Part::Status), &filter.status),
            years: self.years.count(beside(Part::Years)),
            budget: self.budgets.count(beside(Part::Budget)),
        }
    }

    /// The projects on one page of those found. The order by relevance is here
    /// the catalogue's own, as it is wherever nothing is looked for.
    pub(super) fn page(&self, sort: Sort, page: Page, narrowed: &Narrowed) -> Vec<usize> {
        let found = narrowed.found();
        let skip = (page.0.max(1) as usize - 1) * PAGE_SIZE;
        let order = match sort {
            Sort::Relevance => return found.set().skip(skip).take(PAGE_SIZE).collect(),
            Sort::Title => &self.by_title,
            Sort::Start => &self.by_start,
            Sort::End => &self.by_end,
            Sort::Budget => self.budgets.order(),
        };
        order.page(found.set(), found.count(), skip, PAGE_SIZE)
    }
}

/// The page that is shown when `page` is asked for, and how many there are.
pub(super) fn page_of(page: Page, found: usize) -> (Page, u32) {
    let pages = u32::try_from(found.div_ceil(PAGE_SIZE).max(1)).unwrap_or(u32::MAX);
    (Page(page.0.clamp(1, pages)), pages)
}
