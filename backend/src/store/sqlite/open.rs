//! Creates the database, or opens and migrates it.

use std::{
    cmp::Ordering,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, SqlSafeStr as _, SqliteConnection, SqlitePool,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{error::SqliteError, read, revisions};
use crate::{
    file,
    store::{change::Fingerprint, error::StoreError},
};

/// The name of the file in the directory.
const FILE: &str = "catalogue.sqlite";

/// The application id in the header of our files ("IREX"). The database of another
/// program is thereby recognised and not used.
const APPLICATION_ID: i32 = 0x4952_4558;

/// How long a change waits for the lock. An import of a large catalogue holds it for some
/// seconds.
const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 10_000 });

/// The migrations, oldest first. A released migration is never edited, since sqlx compares
/// its checksum.
fn migrations() -> Migrator {
    let migration = |version, name: &'static str, sql: &'static str| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(vec![
        migration(1, "catalogue", include_str!("migrations/0001_catalogue.sql")),
        migration(SEALS, "seals", include_str!("migrations/0002_seals.sql")),
    ])
}

/// The migration that adds fingerprints and seals, which `fill` then computes.
const SEALS: i64 = 2;

/// How a database is opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    /// For reading and writing.
    Write,
    /// For reading. Another process may write, and its log is read.
    Read,
    /// For reading a file without a log. SQLite then takes no locks, which it could not
    /// take in a directory that cannot be written.
    Frozen,
}

/// An open database.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    pub(super) way: Way,
    /// The connections for reading and writing.
    pub(super) pool: SqlitePool,
    /// A connection that notices changes.
    pub(super) watch: SqliteConnection,
}

/// Opens the database in `dir`. With `create`, creates both if they are missing. A
/// database that cannot be written is opened for reading.
pub(super) async fn open(dir: &Path, create: bool) -> Result<Opened, StoreError> {
    let path = dir.join(FILE);
    if create {
        std::fs::create_dir_all(dir).map_err(|cause| StoreError::Unwritable {
            path: dir.to_owned(),
            cause: cause.to_string(),
        })?;
    } else {
        // SQLite would create a new database in an empty file.
        match path.metadata() {
            Ok(file) if file.len() == 0 => return Err(StoreError::Foreign { path }),
            Ok(_) => {}
            Err(_) => return Err(StoreError::Gone { path }),
        }
    }
    match open_as(&path, Way::Write, create).await {
        Ok(opened) => Ok(opened),
        Err(error) if error.is_unwritable() && path.is_file() => read_only(path, error).await,
        Err(error) => Err(error.at(&path)),
    }
}

/// Opens a database that cannot be written.
async fn read_only(path: PathBuf, unwritable: SqliteError) -> Result<Opened, StoreError> {
    let log = std::fs::metadata(beside(&path, "-wal")).map(|log| log.len());
    if log.is_ok() {
        // Another process may be writing. Without the index of the log, or the right to read
        // it, SQLite cannot find the valid part of the log.
        match open_as(&path, Way::Read, false).await {
            Ok(opened) => return Ok(opened),
            Err(error) if !error.is_unwritable() => return Err(error.at(&path)),
            Err(_) if log.is_ok_and(|length| length > 0) => {
                return Err(StoreError::Unfolded { path });
            }
            Err(_) => {}
        }
    }
    match open_as(&path, Way::Frozen, false).await {
        Ok(opened) => Ok(opened),
        // The file itself cannot be read, so the directory is not the cause.
        Err(error) if error.is_unwritable() => Err(unwritable.at(&path)),
        Err(error) => Err(error.at(&path)),
    }
}

async fn open_as(path: &Path, way: Way, create: bool) -> Result<Opened, SqliteError> {
    let options = options(path, way).create_if_missing(create);
    let mut watch = connect(&options).await?;
    match way {
        Way::Write => prepare(&mut watch, create).await?,
        Way::Read | Way::Frozen => judge(&mut watch).await?,
    }
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(PATIENCE * 2)
        // A connection to a file does not become stale, and its prepared statements are
        // worth keeping.
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(options.create_if_missing(false));
    Ok(Opened { path: path.to_owned(), way, pool, watch })
}

/// Opens a connection. Switching a new file to WAL needs an exclusive lock, for which SQLite
/// does not wait, so two processes that start at the same time try again.
async fn connect(options: &SqliteConnectOptions) -> Result<SqliteConnection, SqliteError> {
    let mut tries = 0;
    loop {
        match options.connect().await.map_err(SqliteError::from) {
            Err(error) if error.is_busy() && tries < 50 => {
                tries += 1;
                tokio::time::sleep(PATIENCE / 50).await;
            }
            done => return done,
        }
    }
}

fn options(path: &Path, way: Way) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // 8 MB instead of 2 MB for the pages of a large import (a negative number is KiB).
        .pragma("cache_size", "-8192")
        // A damaged page is detected when it is read, and not only when it is written.
        .pragma("cell_size_check", "ON")
        // Rows that are fetched ahead. Fewer rows would mean more switches between threads.
        .row_buffer_size(512)
        .disable_statement_logging();
    match way {
        Way::Write => options
            // Readers and the writer do not wait for each other.
            .journal_mode(SqliteJournalMode::Wal)
            // NORMAL could lose the last commits in a power failure. A committed change must
            // not be lost, and commits are rare.
            .synchronous(SqliteSynchronous::Full)
            // The log is cut to 64 MB after a large import.
            .pragma("journal_size_limit", "67108864"),
        Way::Read => options.read_only(true),
        Way::Frozen => options.read_only(true).immutable(true),
    }
}

/// Migrates the schema in one transaction. Two processes that start at the same time do not
/// disturb each other, and an error leaves everything as it was.
async fn prepare(conn: &mut SqliteConnection, create: bool) -> Result<(), SqliteError> {
    use sqlx::Connection as _;
    let migrator = migrations();
    let ours = is_ours(conn).await?;
    if !ours && !create {
        return Err(SqliteError::Foreign);
    }
    if ours && applied(conn).await? >= latest(&migrator) {
        // The usual case, which needs no lock.
        return migrator.run_direct(None, conn, false).await.map_err(error);
    }
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    // Another process may have come first.
    let before = if is_ours(&mut tx).await? { applied(&mut tx).await? } else { 0 };
    migrator.run_direct(None, &mut *tx, false).await.map_err(error)?;
    if (1..SEALS).contains(&before) {
        fill(&mut tx).await?;
    }
    // A pragma takes no parameters. The number is "IREX".
    sqlx::query("PRAGMA application_id = 1230128472").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Checks that this version can read a database without migrating it.
async fn judge(conn: &mut SqliteConnection) -> Result<(), SqliteError> {
    if !is_ours(conn).await? {
        return Err(SqliteError::Foreign);
    }
    match applied(conn).await?.cmp(&latest(&migrations())) {
        Ordering::Less => Err(SqliteError::Older),
        Ordering::Equal => Ok(()),
        Ordering::Greater => Err(SqliteError::Newer),
    }
}

/// Whether the file is a database of this program; false for an empty one.
async fn is_ours(conn: &mut SqliteConnection) -> Result<bool, SqliteError> {
    let (id, tables): (i32, i64) = sqlx::query_as(
        "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id",
    )
    .fetch_one(conn)
    .await?;
    match id {
        APPLICATION_ID => Ok(true),
        0 if tables == 0 => Ok(false),
        _ => Err(SqliteError::Foreign),
    }
}

fn latest(migrator: &Migrator) -> i64 {
    migrator.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Computes the fingerprints and the seal of a database from before they existed.
async fn fill(conn: &mut SqliteConnection) -> Result<(), SqliteError> {
    // An empty fingerprint cannot be read. Projects already have theirs.
    for blank in [
        "UPDATE about SET fingerprint = zeroblob(16)",
        "UPDATE home_city SET fingerprint = zeroblob(16)",
        "UPDATE programme SET fingerprint = zeroblob(16)",
    ] {
        sqlx::query(blank).execute(&mut *conn).await?;
    }
    let mark = |body: String| Fingerprint::of_body(&body).0.to_vec();
    for (programme, _) in read::programmes(conn).await? {
        let set = sqlx::query("UPDATE programme SET fingerprint = $1 WHERE slug = $2");
        let set = set.bind(mark(file::compact(&programme)?)).bind(programme.slug.as_str());
        set.execute(&mut *conn).await?;
    }
    for (city, _) in read::home_cities(conn).await? {
        let set = sqlx::query("UPDATE home_city SET fingerprint = $1 WHERE slug = $2");
        let set = set.bind(mark(file::compact(&city)?)).bind(city.slug.as_str());
        set.execute(&mut *conn).await?;
    }
    if let Some((about, _)) = read::about(conn).await? {
        let set = sqlx::query("UPDATE about SET fingerprint = $1");
        set.bind(mark(file::compact(&about)?)).execute(&mut *conn).await?;
    }
    revisions::fill(conn).await?;
    let seal = read::all_marks(conn).await?.seal();
    let set = "UPDATE change SET seal = $1 WHERE id = (SELECT max(id) FROM change)";
    sqlx::query(set).bind(seal.0.to_vec()).execute(conn).await?;
    Ok(())
}

/// The last migration that was applied.
async fn applied(conn: &mut SqliteConnection) -> Result<i64, SqliteError> {
    let last = "SELECT ifnull(max(version), 0) FROM _sqlx_migrations";
    Ok(sqlx::query_scalar(last).fetch_one(conn).await?)
}

fn error(error: MigrateError) -> SqliteError {
    match error {
        MigrateError::VersionMissing(_) => SqliteError::Newer,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            SqliteError::Sql(error)
        }
        other => SqliteError::Value { column: "schema".to_owned(), cause: other.to_string() },
    }
}

/// The path of the log of a database, or of its index.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
