//! Facets at any size: the part of a catalogue that knows no texts and no places.
//!
//! An [`Engine`] is made from [`Columns`], the properties of all projects, and
//! computes in advance everything that does not depend on a filter. It keeps a
//! [bitmap](super::bits::Bits) for every value of every facet, one bit per project: a
//! filter is the *and* of what its parts admit ([`narrow`]), a count is the
//! number of bits that two sets share ([`popcount`](super::bits)). Years and budgets are sets
//! too ([`years`], [`budgets`]): what lies between two bounds is what begins
//! before the one without what begins before the other. The [orders](order) of
//! the list are sorted once.
//!
//! So no query looks at projects one by one, and two million of them take
//! milliseconds. [`Catalogue`](super::Catalogue) makes the columns from a
//! document and adds text, places and cards; benchmarks make them by themselves.

mod budgets;
mod columns;
mod facet;
mod narrow;
mod order;
mod subset;
mod years;

use std::cmp::Reverse;

use super::{
    answer::{FacetValues, Facets},
    bits::Bits,
};
use crate::{
    facet::Facet,
    filter::{Filter, Page, Part, Sort},
};

pub use columns::{Column, Columns};

pub(crate) use {facet::FacetIndex, narrow::Narrowed, order::part_sorted, subset::SubsetCounter};

use {budgets::Budgets, order::Order, years::Years};

/// The indexed properties of all projects.
#[derive(Debug)]
pub struct Engine {
    len: usize,
    facets: Vec<FacetIndex>,
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
        let Columns { facets, start, end, budget, doubtful, title } = columns;
        let len = start.len();
        Self {
            len,
            facets: facets.into_iter().map(FacetIndex::new).collect(),
            years: Years::new(&start, &end),
            budgets: Budgets::new(&budget, &doubtful),
            by_title: Order::by(len, |n| title[n]),
            // What is not known sorts last, since `None` is the least.
            by_start: Order::by(len, |n| Reverse(start[n])),
            by_end: Order::by(len, |n| Reverse(end[n])),
        }
    }

    /// The index of a facet.
    pub(super) fn facet(&self, facet: Facet) -> &FacetIndex {
        &self.facets[facet as usize]
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
            page: self.sorted(filter.sort, &narrowed, page.skip(), Page::SIZE),
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

    /// The projects admitted by every part, for callers that need no counts.
    pub(super) fn found(&self, filter: &Filter, others: Vec<Bits>) -> Bits {
        let own = self.admitted(filter).map(|(_, set)| set);
        let all = own.chain(others).reduce(|one, other| one.and(&other));
        all.unwrap_or_else(|| Bits::all(self.len))
    }

    /// What each part that narrows admits.
    fn admitted(&self, filter: &Filter) -> impl Iterator<Item = (Part, Bits)> {
        let admitted = |part| match part {
            Part::Facet(facet) => self.facet(facet).admitted(filter.choice(facet)),
            Part::Years => self.years.admitted(filter.years),
            Part::Budget => self.budgets.admitted(filter.budget),
            Part::Text | Part::Bbox => None,
        };
        Part::all().filter_map(move |part| Some((part, admitted(part)?)))
    }

    /// The projects that a filter finds, without its text and its part of the map.
    pub fn found_by(&self, filter: &Filter) -> Bits {
        self.found(filter, Vec::new())
    }

    /// Every value of every facet with its count.
    pub(super) fn facets(&self, filter: &Filter, narrowed: &Narrowed) -> Facets {
        let values = |(facet, index): (&Facet, &FacetIndex)| FacetValues {
            facet: *facet,
            values: index.count(narrowed.excluding(Part::Facet(*facet)), filter.choice(*facet)),
        };
        Facets {
            lists: Facet::ALL.iter().zip(&self.facets).map(values).collect(),
            years: self.years.count(narrowed.excluding(Part::Years)),
            budget: self.budgets.count(narrowed.excluding(Part::Budget)),
        }
    }

    /// The projects on one page of those found. The order by relevance is here
    /// the catalogue's own, as it is wherever nothing is looked for.
    pub(super) fn sorted(
        &self,
        sort: Sort,
        narrowed: &Narrowed,
        skip: usize,
        take: usize,
    ) -> Vec<usize> {
        let found = narrowed.found();
        let order = match sort {
            Sort::Relevance => return found.set().skip(skip).take(take).collect(),
            Sort::Title => &self.by_title,
            Sort::Start => &self.by_start,
            Sort::End => &self.by_end,
            Sort::Budget => self.budgets.order(),
        };
        order.page(found.set(), found.count(), skip, take)
    }
}

/// The page that is shown when `page` is asked for, and how many there are.
pub(super) fn page_of(page: Page, found: usize) -> (Page, u32) {
    let pages = u32::try_from(found.div_ceil(Page::SIZE).max(1)).unwrap_or(u32::MAX);
    (Page(page.0.clamp(1, pages)), pages)
}
