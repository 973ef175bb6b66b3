//! The database in which the catalogue is kept, and how it changes.
//!
//! A *store* holds one catalogue: the projects with their participations, the
//! programmes and home cities that they refer to, and the text about the catalogue
//! itself. Any number of processes can have it open; one of them at a time can write.
//!
//! - **Reading**: [`Store::load`] returns the whole catalogue as it was at one moment,
//!   with the name of that state, the *revision of the store*. [`Store::version`]
//!   returns the name of the latest state and is cheap. Readers do not wait for writers.
//! - **Writing**: a [`Change`] has an author and a reason. It adds, replaces and removes
//!   entities through a [`Writer`]. [`Writer::commit`] keeps all of it; otherwise nothing
//!   is kept. Writing an entity as it already is changes nothing.
//! - **History**: a [`Revision`] is what one change made of one entity, with the whole
//!   entity as it was from then on. [`Store::history`] lists the revisions of a project,
//!   and [`Store::revert`] restores one, as a new revision. [`Store::changes`] lists the
//!   changes, and [`Store::revert_change`] undoes a whole one (`undo.rs`), as a new change.
//! - **Damage**: what is read is compared with a fingerprint of what was written
//!   (`seal.rs`). A damaged entity is an error and is never returned.
//! - **Default catalogue**: [`Store::seed`] fills a new store with it, and replaces it by
//!   the one of a newer release as long as the catalogue has not been changed.
//!
//! `database.rs` has the two traits that a kind of database implements, such as
//! `sqlite/`: it only stores and finds. Comparing, counting, checking references,
//! seeding and undoing are in this folder and are the same for every database.

mod batch;
mod change;
mod database;
mod entity;
mod error;
mod history;
mod order;
mod replace;
mod seal;
mod seed;
mod sqlite;
mod undo;
mod valid;
mod writer;

use std::path::Path;

use catalogue::model::{Document, HomeCity, Project, Slug};

pub use change::{
    About, Change, ChangeKind, Committed, Entry, Fingerprint, Key, Revision, Seeded, Stored,
};
pub(crate) use database::Standing;
pub use error::StoreError;
pub use replace::replace;
pub use writer::Writer;

use database::Database;
use sqlite::SqliteDatabase;

/// A catalogue in a database.
#[derive(Debug)]
pub struct Store {
    database: Box<dyn Database>,
}

impl Store {
    /// Opens the store in a directory. Creates the directory and the database if they
    /// are missing, and migrates an older database. In a directory that cannot be
    /// written, an existing database is opened for reading.
    pub async fn open(dir: &Path) -> Result<Self, StoreError> {
        Ok(Self { database: Box::new(SqliteDatabase::open(dir, true).await?) })
    }

    /// Opens an existing store and creates nothing.
    pub(crate) async fn open_again(dir: &Path) -> Result<Self, StoreError> {
        Ok(Self { database: Box::new(SqliteDatabase::open(dir, false).await?) })
    }

    /// The path of the database, for messages.
    pub fn path(&self) -> &Path {
        self.database.path()
    }

    /// Whether it can only be read, because its directory cannot be written.
    pub fn is_read_only(&self) -> bool {
        self.database.is_read_only()
    }

    /// Whether the file that was opened is still the file of that name.
    pub(crate) async fn standing(&self) -> Result<Standing, StoreError> {
        self.database.standing().await
    }

    /// The whole catalogue as it is now. An error if it is not what was written.
    pub async fn load(&self) -> Result<Stored, StoreError> {
        let loaded = self.database.load().await?;
        let path = self.path().to_owned();
        let Some(loaded) = loaded else { return Err(StoreError::Empty { path }) };
        // Verifying a large catalogue takes a second, so it runs on a thread of its own
        // and does not block the threads that answer requests.
        let verify = {
            let path = path.clone();
            move || loaded.verified(&path)
        };
        let verified = tokio::task::spawn_blocking(verify).await;
        verified.map_err(|error| StoreError::Other { path, cause: error.to_string() })?
    }

    /// The cities that the catalogue is about.
    pub async fn home_cities(&self) -> Result<Vec<HomeCity>, StoreError> {
        self.database.home_cities().await
    }

    /// The name of the latest state: the [`Stored::revision`] that [`Store::load`] would
    /// return. Cheap enough to call every second.
    pub async fn version(&self) -> Result<String, StoreError> {
        self.database.revision().await
    }

    /// Begins a change. Waits up to ten seconds for a process that is writing. A writer
    /// that is dropped without [`Writer::commit`] leaves the store as it was.
    pub async fn change(&self, by: Change) -> Result<Writer<'_>, StoreError> {
        Writer::begin(self.database.change(by).await?).await
    }

    /// The revisions of a project, oldest first.
    pub async fn history(&self, slug: &Slug) -> Result<Vec<Revision>, StoreError> {
        let history = self.database.history(slug).await?;
        if history.is_empty() {
            return Err(StoreError::NoProject { slug: slug.clone() });
        }
        Ok(history)
    }

    /// All changes, oldest first.
    pub async fn changes(&self) -> Result<Vec<Entry>, StoreError> {
        self.database.changes().await
    }

    /// Restores a project to its revision `number`. If that revision removed the
    /// project, it is removed again. A damaged project is written again.
    pub async fn revert(
        &self,
        slug: &Slug,
        number: u32,
        by: Change,
    ) -> Result<Committed, StoreError> {
        let noted = self.database.revision_of(slug, number).await?;
        let Some(noted) = noted else {
            // A project that does not exist has an error of its own.
            self.history(slug).await?;
            return Err(StoreError::NoRevision { slug: slug.clone(), number });
        };
        let mut writer = self.change(by).await?;
        if noted.body.is_some() {
            let damaged =
                matches!(writer.project(slug).await, Err(StoreError::DamagedProject { .. }));
            writer.put(&undo::read::<Project>(&noted)?, damaged).await?;
        } else {
            writer.remove_project(slug).await?;
        }
        writer.commit().await
    }

    /// Undoes a whole change. With `dry_run`, only returns what would change.
    pub async fn revert_change(
        &self,
        number: u32,
        by: Change,
        dry_run: bool,
    ) -> Result<Committed, StoreError> {
        let mut writer = self.change(by).await?;
        undo::undo(&mut writer, number).await?;
        if dry_run { writer.abandon().await } else { writer.commit().await }
    }

    /// Fills a new store with the default catalogue, or replaces an older default
    /// catalogue that was never changed. `release_hash` identifies the default
    /// catalogue. A store that can only be read stays as it is.
    pub async fn seed(&self, default: &Document, release_hash: &str) -> Result<Seeded, StoreError> {
        if self.is_read_only() {
            return Ok(Seeded::Kept);
        }
        // The usual case. A server that starts does not wait for a process that writes.
        if self.database.filling().await?.task(default, release_hash) == Seeded::Kept {
            return Ok(Seeded::Kept);
        }
        let reason = "The default catalogue of this version of the program";
        let mut writer = self.change(Change::now("interreg-explorer", reason)).await?;
        // Another process may have come first.
        let task = writer.filling().await?.task(default, release_hash);
        if task != Seeded::Kept {
            replace(&mut writer, default).await?;
            writer.set_default(release_hash).await?;
            writer.commit().await?;
            // The log is written into the file now, because a server keeps it open for
            // months.
            self.database.fold().await;
        }
        Ok(task)
    }

    /// Closes the database, which is then complete in its one file. Dropping the store
    /// closes it too, but later, and may leave a log beside the file.
    pub async fn close(&self) {
        self.database.close().await
    }
}
