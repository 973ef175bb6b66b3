//! Where projects are kept and found.
//!
//! Hands out one [`Backend`]: what the pages and server functions ask. It serves
//! an immutable [`Snapshot`], which is swapped whole: of a [`Store`], where the
//! catalogue is kept and changes, or of a catalogue file, which does not.

mod clock;
pub mod default_catalogue;
mod drawings;
pub mod file;
pub mod gazetteer;
pub mod import;
mod snapshot;
pub mod store;

use std::{
    path::Path,
    sync::{Arc, PoisonError},
    time::Duration,
};

use arc_swap::ArcSwap;
use catalogue::{
    filter::Lock,
    map::{Basemap, Shown, Viewport},
    model::{Day, Document, DocumentError, Lang, Slug},
    query::{Exploration, Pins, ProjectDetail},
};

pub use clock::Clock;
pub use file::FileError;
pub use snapshot::Snapshot;
pub use store::{Store, StoreError};

/// The offline basemap, made by `cargo xtask basemap`.
const BASEMAP: &[u8] = include_bytes!("../../public/basemap.bin");

/// How often a store is asked for news: a change by another process is served
/// within two seconds.
const EVERY: Duration = Duration::from_secs(1);

/// Why the backend cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The catalogue file cannot be read or does not validate.
    #[error(transparent)]
    File(#[from] FileError),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What is kept in the store does not hold together.
    #[error(
        "the catalogue in the store does not hold together: {0}. Revert the last change of it, or put back a backup"
    )]
    Catalogue(#[from] DocumentError),
    /// The basemap in this program is damaged.
    #[error("the basemap inside this program is damaged ({0}): install the program again")]
    Basemap(#[from] catalogue::map::BasemapError),
    /// Indexing it failed, or the program is ending.
    #[error(
        "the catalogue could not be indexed ({0}). This is a fault of the program: please report it"
    )]
    Index(#[from] tokio::task::JoinError),
}

/// What pages and server functions ask.
#[derive(Debug)]
pub struct Backend {
    clock: Clock,
    basemap: Arc<Basemap>,
    /// Absent where a fixed catalogue is served.
    store: Option<Store>,
    current: ArcSwap<Snapshot>,
    /// Held by whoever loads, so that two do not load the same. Inside: the
    /// revision that was loaded in vain, which another try would not better.
    loading: tokio::sync::Mutex<Option<String>>,
    /// Held for the moment of a swap, so that a new day does not put an old
    /// catalogue back.
    swapping: std::sync::Mutex<()>,
}

impl Backend {
    /// Serves the catalogue that is part of this program.
    pub fn with_default_catalogue(clock: Clock) -> Result<Self, OpenError> {
        Self::with_text(default_catalogue::NAME, default_catalogue::TEXT, clock)
    }

    /// Serves a catalogue file.
    pub fn with_catalogue_file(path: &Path, clock: Clock) -> Result<Self, OpenError> {
        let text = file::read(path)?;
        Self::with_text(&path.display().to_string(), &text, clock)
    }

    /// Serves what is kept in a store, and whatever becomes of it: see
    /// [`Backend::watch`].
    pub async fn with_store(store: Store, clock: Clock) -> Result<Self, OpenError> {
        let basemap = Arc::new(Basemap::read(BASEMAP)?);
        let first = load(&store, &clock, &basemap).await?;
        Ok(Self::new(first, clock, basemap, Some(store)))
    }

    fn with_text(name: &str, text: &str, clock: Clock) -> Result<Self, OpenError> {
        let document = file::parse(name, text)?;
        let basemap = Arc::new(Basemap::read(BASEMAP)?);
        let revision = default_catalogue::hash(text);
        let first = Snapshot::new(document, revision, clock.today(), basemap.clone());
        Ok(Self::new(first, clock, basemap, None))
    }

    fn new(first: Snapshot, clock: Clock, basemap: Arc<Basemap>, store: Option<Store>) -> Self {
        Self {
            clock,
            basemap,
            store,
            current: ArcSwap::from_pointee(first),
            loading: tokio::sync::Mutex::default(),
            swapping: std::sync::Mutex::default(),
        }
    }

    /// What is served now. Who needs several things that must fit together takes
    /// them from one snapshot.
    ///
    /// Shortly after midnight the first to ask makes the new day's; two who ask at
    /// once may both make it, which is harmless.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        let current = self.current.load_full();
        let today = self.clock.today();
        if current.today() == today {
            return current;
        }
        let fresh = Arc::new(current.on(today));
        let _swapping = self.swapping.lock().unwrap_or_else(PoisonError::into_inner);
        if self.current.load().revision() == fresh.revision() {
            self.current.store(fresh.clone());
        }
        fresh
    }

    /// Looks whether the store has changed, and if so serves what is there now.
    /// Says whether it does. What cannot be loaded, or does not hold together, is
    /// not served: the catalogue from before stays, and the error is told once.
    pub async fn refresh(&self) -> Result<bool, OpenError> {
        let Some(store) = &self.store else { return Ok(false) };
        let mut refused = self.loading.lock().await;
        let latest = store.version().await?;
        if *latest == *self.current.load().revision() || refused.as_ref() == Some(&latest) {
            return Ok(false);
        }
        let fresh = load(store, &self.clock, &self.basemap).await.inspect_err(|error| {
            if matches!(
                error,
                OpenError::Catalogue(_) | OpenError::Store(StoreError::Damaged { .. })
            ) {
                *refused = Some(latest);
            }
        })?;
        let revision = fresh.revision();
        {
            let _swapping = self.swapping.lock().unwrap_or_else(PoisonError::into_inner);
            self.current.store(Arc::new(fresh));
        }
        tracing::info!(%revision, "the catalogue has changed and is served anew");
        Ok(true)
    }

    /// Refreshes every second, until it is dropped.
    pub async fn watch(self: Arc<Self>) {
        loop {
            tokio::time::sleep(EVERY).await;
            if let Err(error) = self.refresh().await {
                tracing::error!(%error, "the catalogue from before stays in service");
            }
        }
    }

    /// Answers a filter, written as the query of an address.
    pub fn explore(&self, lock: &Lock, query: &str, lang: Lang) -> Exploration {
        self.snapshot().explore(lock, query, lang)
    }

    /// The pins of a query in any part of the map.
    pub fn pins(&self, lock: &Lock, query: &str, view: &Viewport, lang: Lang) -> Pins {
        self.snapshot().pins(lock, query, view, lang)
    }

    /// Everything about one project.
    pub fn project(&self, lock: &Lock, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.snapshot().project(lock, slug, lang)
    }

    /// The whole catalogue.
    pub fn document(&self) -> Arc<Document> {
        self.snapshot().document()
    }

    /// The basemap under the overview, as the content of an SVG.
    pub fn overview_basemap(&self, shown: &Shown) -> Arc<str> {
        self.snapshot().overview_basemap(shown)
    }

    /// The basemap under one project's partners, as the content of an SVG.
    pub fn project_basemap(&self, slug: &Slug) -> Option<Arc<str>> {
        self.snapshot().project_basemap(slug)
    }

    /// A name for the catalogue's content that changes when it does.
    pub fn revision(&self) -> Arc<str> {
        self.snapshot().revision()
    }

    /// The day that decides which projects are under way.
    pub fn today(&self) -> Day {
        self.clock.today()
    }
}

/// Fills a store that is new, or that has an older default catalogue which nobody
/// touched, with the default catalogue of this program.
pub async fn seed(store: &Store) -> Result<(), OpenError> {
    let document = default_catalogue::document()?;
    store.seed(&document, &default_catalogue::release()).await?;
    Ok(())
}

/// What the store holds, ready to be served. Indexing a large catalogue takes a
/// second of computing, during which the threads that answer stay free.
async fn load(store: &Store, clock: &Clock, basemap: &Arc<Basemap>) -> Result<Snapshot, OpenError> {
    let store::Stored { document, revision } = store.load().await?;
    let (today, basemap) = (clock.today(), basemap.clone());
    let build = move || {
        document.validate()?;
        Ok(Snapshot::new(document, revision, today, basemap))
    };
    tokio::task::spawn_blocking(build).await?
}
