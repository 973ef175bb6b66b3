//! Keeps the catalogue in one SQLite file.
//!
//! - `open.rs` creates the file, or opens and migrates it (`migrations/`).
//! - `standing.rs` detects that another file has taken its place.
//! - `read.rs` and `projects.rs` read, `revisions.rs` reads the history of one entity and
//!   `changes.rs` that of one change; `row.rs` has the values.
//! - `transaction.rs` is one change; `put.rs` writes projects into their tables and
//!   `references.rs` everything else.
//! - `error.rs` translates the errors of SQLite.
//!
//! SQLite has one writer and, in WAL mode, any number of readers, which see the state at
//! the beginning of their transaction. This also holds between processes.

mod changes;
mod error;
mod open;
mod projects;
mod put;
mod read;
mod references;
mod revisions;
mod row;
mod standing;
mod transaction;

use std::path::{Path, PathBuf};

use async_trait::async_trait;
use catalogue::model::{HomeCity, Slug};
use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

use super::{
    change::{Change, Entry, Revision},
    database::{Database, Standing, Transaction},
    error::StoreError,
    history::Noted,
    seal::Loaded,
    seed::Filling,
};
use error::SqliteError;
use open::{Opened, Way};
use standing::Stamp;
use transaction::SqliteTransaction;

/// How long a checkpoint of the log waits for readers. If it fails, the next process that
/// closes the database does it.
const FOLD_WAITS: &str = "PRAGMA busy_timeout = 1000";

/// The database of one catalogue.
#[derive(Debug)]
pub(super) struct SqliteDatabase {
    path: PathBuf,
    way: Way,
    /// The file when it was opened.
    stamp: Stamp,
    pool: SqlitePool,
    /// A connection that never writes. Its `PRAGMA data_version` changes when another
    /// connection, in this process or another, has written. `None` after closing.
    watch: Mutex<Option<Watch>>,
}

#[derive(Debug)]
struct Watch {
    conn: SqliteConnection,
    seen: Option<(i64, String)>,
}

impl SqliteDatabase {
    /// Opens the database in a directory. With `create`, creates both if they are missing.
    pub(super) async fn open(dir: &Path, create: bool) -> Result<Self, StoreError> {
        let Opened { path, way, pool, watch } = open::open(dir, create).await?;
        let stamp = Stamp::of(&path, way)?;
        let watch = Mutex::new(Some(Watch { conn: watch, seen: None }));
        Ok(Self { path, way, stamp, pool, watch })
    }

    /// Begins a change. Waits a while for another process that is changing something.
    async fn begin(&self, by: Change) -> Result<SqliteTransaction<'_>, StoreError> {
        if self.is_read_only() {
            let cause = "it was opened for reading, since the directory cannot be written";
            return Err(StoreError::Unwritable {
                path: self.path.clone(),
                cause: cause.to_owned(),
            });
        }
        let begin = async {
            // IMMEDIATE takes the write lock now. A transaction that begins by reading could
            // fail to get it later.
            let tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
            SqliteTransaction::begin(tx, &self.path, by).await
        };
        begin.await.map_err(|error: SqliteError| error.at(&self.path))
    }
}

#[async_trait]
impl Database for SqliteDatabase {
    fn path(&self) -> &Path {
        &self.path
    }

    fn is_read_only(&self) -> bool {
        self.way != Way::Write
    }

    async fn standing(&self) -> Result<Standing, StoreError> {
        let standing = self.stamp.compare(&Stamp::of(&self.path, self.way)?);
        if standing == Standing::Replaced && standing::log_length(&self.path) > 0 {
            // The log belongs to the file before, and is written into it if possible.
            self.fold().await;
            if standing::log_length(&self.path) > 0 {
                return Err(StoreError::ForeignLog { path: self.path.clone() });
            }
        }
        Ok(standing)
    }

    async fn load(&self) -> Result<Option<Loaded>, StoreError> {
        let load = async {
            let mut tx = self.pool.begin().await?;
            read::all(&mut tx).await
        };
        load.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn revision(&self) -> Result<String, StoreError> {
        let mut watch = self.watch.lock().await;
        let closed = || StoreError::Gone { path: self.path.clone() };
        let Watch { conn, seen } = watch.as_mut().ok_or_else(closed)?;
        let ask = async {
            // Read before the revision: a change between the two is then found by the next
            // call.
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
        ask.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn home_cities(&self) -> Result<Vec<HomeCity>, StoreError> {
        let cities = async {
            let mut conn = self.pool.acquire().await?;
            let cities = read::home_cities(&mut conn).await?;
            Ok(cities.into_iter().map(|(city, _)| city).collect())
        };
        cities.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn filling(&self) -> Result<Filling, StoreError> {
        let filling = async {
            let mut conn = self.pool.acquire().await?;
            read::filling(&mut conn).await
        };
        filling.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn change<'s>(&'s self, by: Change) -> Result<Box<dyn Transaction + 's>, StoreError> {
        Ok(Box::new(self.begin(by).await?))
    }

    async fn history(&self, slug: &Slug) -> Result<Vec<Revision>, StoreError> {
        let history = async {
            let mut conn = self.pool.acquire().await?;
            revisions::of_project(&mut conn, slug).await
        };
        history.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn changes(&self) -> Result<Vec<Entry>, StoreError> {
        let changes = async {
            let mut conn = self.pool.acquire().await?;
            changes::all(&mut conn).await
        };
        changes.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn revision_of(&self, slug: &Slug, number: u32) -> Result<Option<Noted>, StoreError> {
        let noted = async {
            let mut conn = self.pool.acquire().await?;
            revisions::of_number(&mut conn, slug, number).await
        };
        noted.await.map_err(|error: SqliteError| error.at(&self.path))
    }

    async fn fold(&self) {
        if self.is_read_only() {
            return;
        }
        let fold = async {
            let mut conn = self.pool.acquire().await?.detach();
            sqlx::query(FOLD_WAITS).execute(&mut conn).await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut conn).await?;
            sqlx::Connection::close(conn).await
        };
        if let Err(error) = fold.await {
            tracing::debug!(%error, "the log stays beside the database");
        }
    }

    async fn close(&self) {
        use sqlx::Connection as _;
        self.fold().await;
        self.pool.close().await;
        if let Some(watch) = self.watch.lock().await.take() {
            // This connection writes nothing, so an error has no effect.
            let _ = watch.conn.close().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> Change {
        Change::now("anna", "a test")
    }

    #[tokio::test]
    async fn a_change_that_waits_too_long_is_told_that_another_process_is_writing() {
        let dir = tempfile::tempdir().unwrap();
        let (ours, theirs) = (
            SqliteDatabase::open(dir.path(), true).await.unwrap(),
            SqliteDatabase::open(dir.path(), true).await.unwrap(),
        );
        let _writing = ours.begin(anna()).await.unwrap();
        let error = theirs.begin(anna()).await.unwrap_err();
        assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    }

    #[tokio::test]
    async fn a_full_disk_is_named_and_nothing_was_changed() {
        let dir = tempfile::tempdir().unwrap();
        let database = SqliteDatabase::open(dir.path(), true).await.unwrap();
        let mut writing = database.begin(anna()).await.unwrap();
        writing.run_for_test("PRAGMA max_page_count = 1").await.unwrap();
        let body = "x".repeat(1_000_000);
        let entity = crate::store::entity::EntityKind::About;
        let error = writing
            .record(entity, "catalogue", crate::store::change::ChangeKind::Added, Some(&body))
            .await
            .unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        drop(writing);
        assert!(database.load().await.unwrap().is_none());
    }
}
