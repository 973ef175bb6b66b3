//! What is served at one moment: a catalogue, its index, and what was drawn of it.
//!
//! A snapshot never changes. When the catalogue does, another one takes its place
//! whole, with drawings of its own; whoever still holds the old one finishes with
//! it. A page that asks several things asks one snapshot, so that no page is put
//! together from two catalogues.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use catalogue::{
    map::{Basemap, LonLat, Named, sheet},
    model::{Day, Document, HomeCity, Lang, Slug},
    query::{Catalogue, Exploration, ProjectDetail},
};

/// Drawings of project maps that are kept.
const MAX_DRAWINGS: usize = 256;

/// A catalogue as it stands at one moment, on one day.
#[derive(Debug)]
pub struct Snapshot {
    revision: Arc<str>,
    catalogue: Catalogue,
    drawings: Arc<Drawings>,
}

/// What was drawn of a catalogue. It is the same on every day.
#[derive(Debug)]
struct Drawings {
    basemap: Arc<Basemap>,
    overview: OnceLock<Arc<str>>,
    projects: Mutex<HashMap<Slug, Arc<str>>>,
}

impl Snapshot {
    pub(crate) fn new(
        document: impl Into<Arc<Document>>,
        revision: impl Into<Arc<str>>,
        today: Day,
        basemap: Arc<Basemap>,
    ) -> Self {
        let drawings = Drawings { basemap, overview: OnceLock::new(), projects: Mutex::default() };
        Self {
            revision: revision.into(),
            catalogue: Catalogue::new(document, today),
            drawings: Arc::new(drawings),
        }
    }

    /// The same catalogue on another day.
    pub(crate) fn on(&self, today: Day) -> Self {
        Self {
            revision: self.revision.clone(),
            catalogue: Catalogue::new(self.catalogue.document().clone(), today),
            drawings: self.drawings.clone(),
        }
    }

    /// Answers a filter, written as the query of an address.
    pub fn explore(&self, query: &str, lang: Lang) -> Exploration {
        self.catalogue.explore(query, lang)
    }

    /// Everything about one project.
    pub fn project(&self, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.catalogue.project(slug, lang)
    }

    /// The whole catalogue.
    pub fn document(&self) -> Arc<Document> {
        self.catalogue.document().clone()
    }

    /// A name for the catalogue's content that changes when it does.
    pub fn revision(&self) -> Arc<str> {
        self.revision.clone()
    }

    /// The day that decides which projects are under way.
    pub fn today(&self) -> Day {
        self.catalogue.today()
    }

    /// The basemap under the overview, as the content of an SVG. It shows the
    /// whole catalogue, so it is drawn once and stays.
    pub fn overview_basemap(&self) -> Arc<str> {
        let draw = || {
            let view = sheet::overview(self.catalogue.extent());
            let cities = &self.catalogue.document().home_cities;
            let cities: Vec<Named> = cities.iter().map(named).collect();
            // Names keep clear of every pin that an unfiltered map has.
            let spots = self.catalogue.explore("", Lang::En).spots;
            let spots = spots.iter().map(|spot| LonLat::new(spot.lon, spot.lat));
            let pins = sheet::reserved(&view, spots.chain(cities.iter().map(|city| city.place)));
            self.drawings.basemap.draw(&view, &pins, &cities).into()
        };
        self.drawings.overview.get_or_init(draw).clone()
    }

    /// The basemap under one project's partners, as the content of an SVG.
    pub fn project_basemap(&self, slug: &Slug) -> Option<Arc<str>> {
        if let Some(drawing) = self.drawings.projects().get(slug) {
            return Some(drawing.clone());
        }
        let projects = &self.catalogue.document().projects;
        let project = projects.iter().find(|project| project.slug == *slug)?;
        let view = sheet::partnership(project);
        let towns = sheet::towns(project);
        let pins = sheet::reserved(&view, towns.iter().map(|town| town.place));
        let drawing = self.drawings.basemap.draw(&view, &pins, &sheet::names(&towns));
        let drawing: Arc<str> = drawing.into();
        let mut drawings = self.drawings.projects();
        // Some 40 kB each: what robots walk through need not all stay.
        if drawings.len() >= MAX_DRAWINGS {
            drawings.clear();
        }
        drawings.insert(slug.clone(), drawing.clone());
        Some(drawing)
    }
}

impl Drawings {
    /// A panic while drawing leaves nothing half done in here.
    fn projects(&self) -> MutexGuard<'_, HashMap<Slug, Arc<str>>> {
        self.projects.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn named(city: &HomeCity) -> Named<'_> {
    let place = LonLat::new(city.location.lon.into(), city.location.lat.into());
    Named { name: &city.name, place }
}
