//! The native half of the Interreg Explorer: storage, import, export, and the data
//! that pages are made from.
//!
//! A page reads from a [`Snapshot`]: the catalogue at one moment, which never changes.
//! [`Backend`] holds the current snapshot. It makes it from a [`Store`], the database
//! that keeps the catalogue, or from a catalogue file. When the store changes, the
//! backend loads it again and replaces the snapshot as a whole.
//!
//! - [`store`] keeps the catalogue and its history.
//! - [`import`] turns spreadsheets into projects of the store; [`export`] writes the
//!   store as a file; [`file`](mod@file) reads and writes the exchange format (JSON).
//! - [`gazetteer`] finds the coordinates of towns, without a network.

mod clock;
pub mod default_catalogue;
mod drawing_cache;
pub mod export;
pub mod file;
mod followed;
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
use followed::Followed;

use catalogue::{
    map::Basemap,
    model::{Day, Document, DocumentError, Slug},
    query::Opening,
};

pub use clock::Clock;
pub use file::FileError;
pub use snapshot::Snapshot;
pub use store::{Store, StoreError};

/// The offline basemap, made by `cargo xtask basemap`.
const BASEMAP: &[u8] = include_bytes!("../../public/basemap.bin");

/// How often the backend checks whether the store has changed. A change by another
/// process is therefore served within two seconds.
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
    /// The catalogue in the store is not valid as a whole.
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

/// The catalogue that is served, and where it comes from.
#[derive(Debug)]
pub struct Backend {
    clock: Clock,
    basemap: Arc<Basemap>,
    /// `None` where a catalogue file is served. The lock is held while a catalogue is
    /// loaded, so that two tasks do not load the same one.
    followed: Option<tokio::sync::Mutex<Followed>>,
    current: ArcSwap<Snapshot>,
    opening: Arc<Opening>,
    /// Held while the snapshot is replaced. Without it, the snapshot of a new day could
    /// replace a newer catalogue.
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

    /// Serves a store. [`Backend::watch`] then follows its changes.
    pub async fn with_store(store: Store, clock: Clock) -> Result<Self, OpenError> {
        let basemap = Arc::new(Basemap::read(BASEMAP)?);
        let first = match load(&store, &clock, &basemap).await {
            Ok(first) => first,
            Err(error) => {
                store.close().await;
                return Err(error);
            }
        };
        if store.is_read_only() {
            tracing::info!(file = %store.path().display(), "it cannot be written here, and is read");
        }
        let dir = store.path().parent().unwrap_or(Path::new("")).to_owned();
        let followed = Followed { dir, store: Some(store), rejected: None, closed: false };
        Ok(Self::new(first, clock, basemap, Some(followed)))
    }

    /// Opens the explorer by an operator's words.
    #[must_use]
    pub fn opened_by(self, opening: Opening) -> Self {
        let opening = Arc::new(opening);
        let first = Arc::try_unwrap(self.current.into_inner());
        let first = first.unwrap_or_else(|shared| shared.on(shared.today()));
        let first = first.opened_by(opening.clone());
        Self { current: ArcSwap::from_pointee(first), opening, ..self }
    }

    /// Closes the store, if there is one, so that it is complete in its one file. The
    /// last snapshot can still be read.
    pub async fn close(&self) {
        let Some(followed) = &self.followed else { return };
        let mut followed = followed.lock().await;
        followed.closed = true;
        if let Some(store) = followed.store.take() {
            store.close().await;
        }
    }

    fn with_text(name: &str, text: &str, clock: Clock) -> Result<Self, OpenError> {
        let document = file::parse(name, text)?;
        let basemap = Arc::new(Basemap::read(BASEMAP)?);
        let revision = default_catalogue::hash(text);
        let first = Snapshot::new(document, revision, clock.today(), basemap.clone());
        Ok(Self::new(first, clock, basemap, None))
    }

    fn new(
        first: Snapshot,
        clock: Clock,
        basemap: Arc<Basemap>,
        followed: Option<Followed>,
    ) -> Self {
        Self {
            clock,
            basemap,
            followed: followed.map(tokio::sync::Mutex::new),
            current: ArcSwap::from_pointee(first),
            opening: Arc::default(),
            swapping: std::sync::Mutex::default(),
        }
    }

    /// The current snapshot. Code that needs several things of the same catalogue takes
    /// them from one snapshot.
    ///
    /// The first call after midnight makes the snapshot of the new day. Two calls at the
    /// same time may both make it, which is harmless.
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

    /// Loads the catalogue again if the store has changed, and returns whether it has.
    /// A catalogue that cannot be loaded or is not valid is not served: the snapshot
    /// from before stays, and the error is returned once.
    pub async fn refresh(&self) -> Result<bool, OpenError> {
        let Some(followed) = &self.followed else { return Ok(false) };
        let mut followed = followed.lock().await;
        if followed.closed {
            return Ok(false);
        }
        let Followed { store, rejected, .. } = followed.as_it_stands().await?;
        let Some(store) = store else { return Ok(false) };
        let latest = store.version().await?;
        if *latest == *self.current.load().revision() || rejected.as_ref() == Some(&latest) {
            return Ok(false);
        }
        let fresh = load(store, &self.clock, &self.basemap).await.inspect_err(|error| {
            let lasting = match error {
                OpenError::Catalogue(_) => true,
                OpenError::Store(error) => error.is_damage(),
                _ => false,
            };
            if lasting {
                *rejected = Some(latest);
            }
        })?;
        let fresh = fresh.opened_by(self.opening.clone());
        let revision = fresh.revision();
        {
            let _swapping = self.swapping.lock().unwrap_or_else(PoisonError::into_inner);
            self.current.store(Arc::new(fresh));
        }
        tracing::info!(%revision, "the catalogue has changed and is served anew");
        Ok(true)
    }

    /// Refreshes every second, until the future is dropped. An error is logged once
    /// and not every second.
    pub async fn watch(self: Arc<Self>) {
        let mut told = None;
        loop {
            tokio::time::sleep(EVERY).await;
            match self.refresh().await {
                Err(error) => {
                    // Logged as text, line breaks are escaped: one line for each error.
                    let cause = error.to_string();
                    if told.as_ref() != Some(&cause) {
                        tracing::error!(cause, "the catalogue from before stays in service");
                        told = Some(cause);
                    }
                }
                Ok(_) => told = None,
            }
        }
    }

    /// The whole catalogue.
    pub fn document(&self) -> Arc<Document> {
        self.snapshot().document()
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

/// Puts the default catalogue of this program into a store that is new, or that still
/// has an older default catalogue without any change.
pub async fn seed(store: &Store) -> Result<(), OpenError> {
    let document = default_catalogue::document()?;
    store.seed(&document, &default_catalogue::release()).await?;
    Ok(())
}

/// Loads the catalogue of a store. Indexing a large catalogue takes a second, so it
/// runs on a thread of its own and does not block the threads that answer requests.
async fn load(store: &Store, clock: &Clock, basemap: &Arc<Basemap>) -> Result<Snapshot, OpenError> {
    let store::Stored { mut document, revision } = store.load().await?;
    let (today, basemap) = (clock.today(), basemap.clone());
    let build = move || {
        for bad in document.drop_bad_addresses() {
            tracing::warn!(place = bad.path, cause = bad.message, "a link is left out");
        }
        document.validate()?;
        Ok(Snapshot::new(document, revision, today, basemap))
    };
    tokio::task::spawn_blocking(build).await?
}
