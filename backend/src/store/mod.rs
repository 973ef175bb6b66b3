//! Where the catalogue is kept, and how it changes.
//!
//! A *store* holds one catalogue: projects with their participations, the
//! programmes and home cities they refer to, and what the catalogue says about
//! itself. It is shared: any number of processes may have it open, one of which
//! at a time may change it.
//!
//! - **Reading** is all at once: [`Store::load`] gives the whole catalogue as it
//!   was at one moment, with a name for that state, the *revision of the store*.
//!   [`Store::version`] says cheaply which state is the latest. Nobody who reads
//!   waits for anybody who writes.
//! - **Writing** is a [`Change`]: somebody, for a reason, puts and removes things
//!   through a [`Writer`]. All of it is kept at [`Writer::commit`], or none of it.
//!   What is put as it already is changes nothing.
//! - **Looking back**: what a change makes of one thing is a [`Revision`] of that
//!   thing, with the whole thing as it was from then on. [`Store::history`] lists
//!   them, and [`Store::revert`] brings one back, as a new revision.
//! - **The default catalogue** goes in with [`Store::seed`] and is replaced by a
//!   newer one for as long as nobody has changed anything.
//!
//! What is the same for every kind of database stands in this folder: comparing,
//! counting, checking references, seeding, reverting. A kind of database, such as
//! `sqlite/`, only has to keep and to find. Nothing above can tell which it is.

mod change;
mod error;
mod seed;
mod sqlite;
mod writer;

use std::path::Path;

use catalogue::model::{HomeCity, Project, Slug};

pub use change::{About, Change, Committed, Fingerprint, Key, Revision, Seeded, Stored, What};
pub use error::StoreError;
pub use writer::Writer;

/// A catalogue that is kept.
#[derive(Debug)]
pub struct Store {
    kind: Kind,
}

/// The databases there are. Each has the same functions.
#[derive(Debug)]
enum Kind {
    Sqlite(sqlite::Database),
}

impl Store {
    /// Opens the store in a directory; makes directory and database where they
    /// are missing, and brings an older database up to date.
    pub async fn open(dir: &Path) -> Result<Self, StoreError> {
        Ok(Self { kind: Kind::Sqlite(sqlite::Database::open(dir).await?) })
    }

    /// The whole catalogue as it is now.
    pub async fn load(&self) -> Result<Stored, StoreError> {
        let (stored, path) = match &self.kind {
            Kind::Sqlite(database) => (database.load().await?, database.path()),
        };
        stored.ok_or_else(|| StoreError::Empty { path: path.to_owned() })
    }

    /// The cities that the catalogue is about.
    pub async fn home_cities(&self) -> Result<Vec<HomeCity>, StoreError> {
        match &self.kind {
            Kind::Sqlite(database) => database.home_cities().await,
        }
    }

    /// The name of the state as it is now: the [`Stored::revision`] that
    /// [`Store::load`] would give. Cheap enough to ask every second.
    pub async fn version(&self) -> Result<String, StoreError> {
        match &self.kind {
            Kind::Sqlite(database) => database.revision().await,
        }
    }

    /// Begins a change and waits a while for whoever else is at one. A writer that
    /// is dropped without [`Writer::commit`] leaves everything as it was.
    pub async fn change(&self, by: Change) -> Result<Writer<'_>, StoreError> {
        match &self.kind {
            Kind::Sqlite(database) => Writer::begin(database.change(by).await?).await,
        }
    }

    /// What became of a project in the course of time, the first revision first.
    pub async fn history(&self, slug: &Slug) -> Result<Vec<Revision>, StoreError> {
        let history = match &self.kind {
            Kind::Sqlite(database) => database.history(slug).await?,
        };
        if history.is_empty() {
            return Err(StoreError::NoProject { slug: slug.clone() });
        }
        Ok(history)
    }

    /// Makes a project again what it was from the revision `number` on: brings it
    /// back where it has been removed since, and removes it where it was then.
    pub async fn revert(
        &self,
        slug: &Slug,
        number: u32,
        by: Change,
    ) -> Result<Committed, StoreError> {
        let body = match &self.kind {
            Kind::Sqlite(database) => database.body(slug, number).await?,
        };
        let Some(body) = body else {
            // Says first of all when there is no such project.
            self.history(slug).await?;
            return Err(StoreError::NoRevision { slug: slug.clone(), number });
        };
        let mut writer = self.change(by).await?;
        match body {
            Some(body) => {
                let project: Project = serde_json::from_str(&body).map_err(|cause| {
                    StoreError::OldFormat { slug: slug.clone(), number, cause: cause.to_string() }
                })?;
                writer.put_project(&project).await?;
            }
            None => {
                writer.remove_project(slug).await?;
            }
        }
        writer.commit().await
    }

    /// Lets go of the database. Dropping does so too, a little later.
    pub async fn close(self) {
        match self.kind {
            Kind::Sqlite(database) => database.close().await,
        }
    }
}
