//! Where projects are kept and found.
//!
//! Hands out one [`Backend`]: what the pages and server functions ask. Behind it
//! stands a catalogue file for now; a database can stand there later without
//! anything above noticing. Readers work on an immutable snapshot that is
//! swapped whole.

mod clock;
pub mod file;
pub mod gazetteer;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use arc_swap::ArcSwap;
use catalogue::{
    map::{Basemap, LonLat, Named, sheet},
    model::{Day, Document, HomeCity, Lang, Slug},
    query::{Catalogue, Exploration, ProjectDetail},
};
use sha2::{Digest, Sha256};

pub use clock::Clock;
pub use file::FileError;

/// The default catalogue: ten projects of four Dutch cities.
const DEFAULT_CATALOGUE: &str = include_str!("../../data/northern-netherlands.json");

/// The offline basemap, made by `cargo xtask basemap`.
const BASEMAP: &[u8] = include_bytes!("../../public/basemap.bin");

/// Drawings of project maps that are kept.
const MAX_DRAWINGS: usize = 256;

/// Why the backend cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The catalogue file cannot be read or does not validate.
    #[error(transparent)]
    File(#[from] FileError),
    /// The basemap in this program is damaged.
    #[error("the basemap inside this program is damaged ({0}): install the program again")]
    Basemap(#[from] catalogue::map::BasemapError),
}

/// What pages and server functions ask.
#[derive(Debug)]
pub struct Backend {
    document: Arc<Document>,
    revision: String,
    clock: Clock,
    snapshot: ArcSwap<Catalogue>,
    basemap: Basemap,
    overview: OnceLock<String>,
    drawings: Mutex<HashMap<Slug, Arc<str>>>,
}

impl Backend {
    /// Serves the catalogue that is part of this program.
    pub fn with_default_catalogue(clock: Clock) -> Result<Self, OpenError> {
        Self::with_text("northern-netherlands.json", DEFAULT_CATALOGUE, clock)
    }

    /// Serves a catalogue file.
    pub fn with_catalogue_file(path: &std::path::Path, clock: Clock) -> Result<Self, OpenError> {
        let text = file::read(path)?;
        Self::with_text(&path.display().to_string(), &text, clock)
    }

    fn with_text(name: &str, text: &str, clock: Clock) -> Result<Self, OpenError> {
        let document = Arc::new(file::parse(name, text)?);
        let snapshot = ArcSwap::from_pointee(Catalogue::new(document.clone(), clock.today()));
        let revision = Sha256::digest(text.as_bytes());
        let revision = revision.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self {
            document,
            revision,
            clock,
            snapshot,
            basemap: Basemap::read(BASEMAP)?,
            overview: OnceLock::new(),
            drawings: Mutex::default(),
        })
    }

    /// Answers a filter, written as the query of an address.
    pub fn explore(&self, query: &str, lang: Lang) -> Exploration {
        self.catalogue().explore(query, lang)
    }

    /// Everything about one project.
    pub fn project(&self, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.catalogue().project(slug, lang)
    }

    /// The whole catalogue as it was read.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The basemap under the overview, as the content of an SVG. It shows the
    /// whole catalogue, so it is drawn once and stays.
    pub fn overview_basemap(&self) -> &str {
        self.overview.get_or_init(|| {
            let view = sheet::overview(self.catalogue().extent());
            let cities: Vec<Named> = self.document.home_cities.iter().map(named).collect();
            let pins = sheet::reserved(&view, cities.iter().map(|city| city.place));
            self.basemap.draw(&view, &pins, &cities)
        })
    }

    /// The basemap under one project's partners, as the content of an SVG.
    pub fn project_basemap(&self, slug: &Slug) -> Option<Arc<str>> {
        if let Some(drawing) = self.drawings().get(slug) {
            return Some(drawing.clone());
        }
        let project = self.document.projects.iter().find(|project| project.slug == *slug)?;
        let view = sheet::partnership(project);
        let towns = sheet::towns(project);
        let pins = sheet::reserved(&view, towns.iter().map(|town| town.place));
        let drawing: Arc<str> = self.basemap.draw(&view, &pins, &sheet::names(&towns)).into();
        let mut drawings = self.drawings();
        // Some 40 kB each: what robots walk through need not all stay.
        if drawings.len() >= MAX_DRAWINGS {
            drawings.clear();
        }
        drawings.insert(slug.clone(), drawing.clone());
        Some(drawing)
    }

    /// A panic while drawing leaves nothing half done in here.
    fn drawings(&self) -> MutexGuard<'_, HashMap<Slug, Arc<str>>> {
        self.drawings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A name for the catalogue's content that changes when it does.
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The day that decides which projects are under way.
    pub fn today(&self) -> Day {
        self.clock.today()
    }

    /// The snapshot for today. Shortly after midnight the first to ask makes
    /// the new day's; two who ask at once may both make it, which is harmless.
    fn catalogue(&self) -> Arc<Catalogue> {
        let snapshot = self.snapshot.load_full();
        let today = self.clock.today();
        if snapshot.today() == today {
            return snapshot;
        }
        let fresh = Arc::new(Catalogue::new(self.document.clone(), today));
        self.snapshot.store(fresh.clone());
        fresh
    }
}

fn named(city: &HomeCity) -> Named<'_> {
    let place = LonLat::new(city.location.lon.into(), city.location.lat.into());
    Named { name: &city.name, place }
}
