//! How a catalogue is queried.
//!
//! A [`Catalogue`] is an immutable snapshot: the document and an index over it
//! for one day (the day decides which projects are planned, ongoing or closed).
//! [`Catalogue::explore`] answers a [`Filter`](crate::filter::Filter) with
//! everything the explorer shows, [`Catalogue::project`] with everything a
//! project page shows.
//!
//! The index is an [`Engine`](engine::Engine), which has the facets and the
//! orders of the list, beside the words of all texts, the places of all markers by
//! layer and the organisations of all projects. Each facet is counted under all parts of
//! the filter but its own ("drill sideways"), so that a value says how many
//! projects it would leave if it were chosen instead of, or beside, the ones
//! already chosen.

mod answer;
pub mod bits;
pub mod clusters;
mod detail;
mod doubts;
pub mod engine;
mod explore;
mod index;
mod layers;
mod markers;
mod named_site;
mod network;
mod network_tables;
mod opening;
mod organisations;
mod places;
mod related;
mod scope;
mod takes_part;
mod text_index;

#[cfg(test)]
mod oracle;

use std::sync::Arc;

use crate::filter::Layer;
use crate::map::Shown;
use crate::model::{Day, Document, Lang, Programme, Project, Slug};

pub use crate::fold::fold;
pub use answer::{
    BudgetFacet, Card, CardRow, CityMoney, Exploration, FacetValues, Facets, Further, Hint, Item,
    Link, Marker, Markers, NetworkOrganisation, NetworkTables, NetworkTown, Outside, TownPair,
    Value, YearCount,
};
pub use detail::{Neighbours, ProjectDetail, Related, Tie};
pub use opening::Opening;
pub use takes_part::sits_in;

use index::Index;

/// An immutable, indexed catalogue as it stands on one day.
#[derive(Debug)]
pub struct Catalogue {
    document: Arc<Document>,
    today: Day,
    index: Index,
    opening: Arc<Opening>,
}

impl Catalogue {
    /// Indexes a document for the day `today`. The document must be
    /// [valid](Document::validate); what refers to nothing is skipped.
    pub fn new(document: impl Into<Arc<Document>>, today: Day) -> Self {
        let document = document.into();
        let index = Index::new(&document, today);
        Self { document, today, index, opening: Arc::default() }
    }

    /// The same, opened by an operator's words.
    #[must_use]
    pub fn with_opening(self, opening: Arc<Opening>) -> Self {
        Self { opening, ..self }
    }

    /// The operator's words.
    pub fn opening(&self) -> &Arc<Opening> {
        &self.opening
    }

    /// The document this was made from.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The day it was indexed for.
    pub fn today(&self) -> Day {
        self.today
    }

    /// What the map shows of the whole catalogue.
    pub fn shown(&self) -> Shown {
        self.index.layers.of(Layer::default()).whole
    }

    fn position(&self, slug: &Slug) -> Option<usize> {
        self.index.by_slug.get(slug).copied()
    }

    fn programme(&self, slug: &Slug) -> Option<&Programme> {
        self.document.programmes.get(*self.index.programmes.get(slug)?)
    }

    fn item(&self, project: &Project, lang: Lang) -> Item {
        Item {
            slug: project.slug.clone(),
            name: project.name(lang).to_owned(),
            cities: project.presented_by.clone(),
        }
    }
}
