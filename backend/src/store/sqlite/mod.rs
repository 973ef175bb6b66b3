//! The catalogue in one file of SQLite.
//!
//! - `open.rs` makes the file, or finds it and brings it up to date (`migrations/`).
//! - `read.rs` reads, `revisions.rs` looks back, `row.rs` has the values.
//! - `write.rs` is one change; `put.rs` puts projects into their tables.
//! - `fault.rs` tells SQLite's errors in the words of the store.
//!
//! SQLite has one writer and, in WAL mode, any number of readers who see the
//! state as it was when they began. Both hold between processes.

mod fault;
mod open;
mod put;
mod read;
mod revisions;
mod row;
mod write;

use std::path::{Path, PathBuf};

use catalogue::model::{HomeCity, Slug};
use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

pub(super) use write::{Put, Writing};

use super::{
    StoreError,
    change::{Change, Revision, Stored},
    seed::Filling,
};
use fault::Fault;

/// The database of one catalogue.
#[derive(Debug)]
pub(super) struct Database {
    path: PathBuf,
    pool: SqlitePool,
    /// A connection that never writes: `PRAGMA data_version` tells it when any
    /// other has, in this process or another.
    watch: Mutex<Watch>,
}

#[derive(Debug)]
struct Watch {
    conn: SqliteConnection,
    seen: Option<(i64, String)>,
}

impl Database {
    /// Opens the database in a directory; makes both where they are missing.
    pub(super) async fn open(dir: &Path) -> Result<Self, StoreError> {
        let (path, pool, conn) = open::open(dir).await?;
        Ok(Self { path, pool, watch: Mutex::new(Watch { conn, seen: None }) })
    }

    /// The whole catalogue as it is now; `None` where nothing was ever put in.
    pub(super) async fn load(&self) -> Result<Option<Stored>, StoreError> {
        let load = async {
            let mut tx = self.pool.begin().await?;
            read::all(&mut tx).await
        };
        load.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// The name of the state as it is now. As long as nobody writes, this asks
    /// SQLite for one number of the file's header.
    pub(super) async fn revision(&self) -> Result<String, StoreError> {
        let mut watch = self.watch.lock().await;
        let Watch { conn, seen } = &mut *watch;
        let ask = async {
            // Asked for first: a change in between is then found the next time.
            let data: i64 = sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut *conn).await?;
            match seen {
                Some((known, revision)) if *known == data => Ok(revision.clone()),
                _ => {
                    let revision = read::revision(conn).await?;
                    *seen = Some((data, revision.clone()));
                    Ok(revision)
                }
            }
        };
        ask.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// The cities that the catalogue is about.
    pub(super) async fn home_cities(&self) -> Result<Vec<HomeCity>, StoreError> {
        let cities = async {
            let mut conn = self.pool.acquire().await?;
            read::home_cities(&mut conn).await
        };
        cities.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// How the store came to what it holds.
    pub(super) async fn filling(&self) -> Result<Filling, StoreError> {
        let filling = async {
            let mut conn = self.pool.acquire().await?;
            read::filling(&mut conn).await
        };
        filling.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// Begins a change. Waits a while for whoever is at it.
    pub(super) async fn change(&self, by: Change) -> Result<Writing<'_>, StoreError> {
        let begin = async {
            // IMMEDIATE takes the write lock now: a transaction that begins by
            // reading could be refused when it comes to write.
            let tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
            Writing::begin(tx, &self.path, by).await
        };
        begin.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// The revisions of a project, the first one first.
    pub(super) async fn history(&self, slug: &Slug) -> Result<Vec<Revision>, StoreError> {
        let history = async {
            let mut conn = self.pool.acquire().await?;
            revisions::of_project(&mut conn, slug).await
        };
        history.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// A project in the exchange format as it was from a revision on.
    pub(super) async fn body(
        &self,
        slug: &Slug,
        number: u32,
    ) -> Result<Option<Option<String>>, StoreError> {
        let body = async {
            let mut conn = self.pool.acquire().await?;
            revisions::body(&mut conn, slug, number).await
        };
        body.await.map_err(|fault: Fault| fault.at(&self.path))
    }

    /// What is written here, for messages.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Lets go of the file; the last to do so folds the log into it.
    pub(super) async fn close(self) {
        use sqlx::Connection as _;
        self.pool.close().await;
        // It has nothing to write, so a failure leaves nothing undone.
        let _ = self.watch.into_inner().conn.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody() -> Change {
        Change::now("anna", "a test")
    }

    #[tokio::test]
    async fn whoever_waits_too_long_is_told_that_somebody_else_is_at_it() {
        let dir = tempfile::tempdir().unwrap();
        let (ours, theirs) =
            (Database::open(dir.path()).await.unwrap(), Database::open(dir.path()).await.unwrap());
        let _writing = ours.change(somebody()).await.unwrap();
        let error = theirs.change(somebody()).await.unwrap_err();
        assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    }

    #[tokio::test]
    async fn a_full_disk_is_named_and_nothing_was_changed() {
        let dir = tempfile::tempdir().unwrap();
        let database = Database::open(dir.path()).await.unwrap();
        let mut writing = database.change(somebody()).await.unwrap();
        writing.run(sqlx::query("PRAGMA max_page_count = 1")).await.unwrap();
        let body = "x".repeat(1_000_000);
        let thing = crate::store::writer::Thing::About;
        let error = writing
            .record(thing, "catalogue", crate::store::What::Added, Some(&body))
            .await
            .unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        drop(writing);
        assert!(database.load().await.unwrap().is_none());
    }
}
