//! Makes the database, or finds it and brings it up to date.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, SqlSafeStr as _, SqliteConnection, SqlitePool,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{StoreError, fault::Fault};

/// The file inside the directory.
const FILE: &str = "catalogue.sqlite";

/// Stands in the header of our files ("IREX"): another program's database is
/// not taken for an empty one of ours.
const APPLICATION_ID: i32 = 0x4952_4558;

/// How long a change waits for another one. An import of a large catalogue holds
/// the lock for some seconds.
const PATIENCE: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 10_000 });

/// What the schema was built up from, oldest first. A file that was released is
/// never edited: sqlx compares its checksum.
fn migrations() -> Migrator {
    let migration = |version, name: &'static str, sql: &'static str| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(vec![migration(
        1,
        "catalogue",
        include_str!("migrations/0001_catalogue.sql"),
    )])
}

/// Opens the database in `dir`: its path, connections for all, and one to watch with.
pub(super) async fn open(
    dir: &Path,
) -> Result<(PathBuf, SqlitePool, SqliteConnection), StoreError> {
    std::fs::create_dir_all(dir).map_err(|cause| StoreError::Unwritable {
        path: dir.to_owned(),
        cause: cause.to_string(),
    })?;
    let path = dir.join(FILE);
    let open = async {
        let mut first = connect(&path).await?;
        prepare(&mut first).await?;
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(PATIENCE * 2)
            // A connection to a file does not die of old age, and what it has
            // prepared is worth keeping.
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_lazy_with(options(&path));
        Ok((pool, first))
    };
    let (pool, first) = open.await.map_err(|fault: Fault| fault.at(&path))?;
    Ok((path, pool, first))
}

/// Turning a new file to WAL needs it for oneself, and SQLite does not wait for
/// that as it waits for other locks: two processes that start at once must.
async fn connect(path: &Path) -> Result<SqliteConnection, Fault> {
    let mut tries = 0;
    loop {
        match options(path).connect().await.map_err(Fault::from) {
            Err(fault) if fault.is_busy() && tries < 50 => {
                tries += 1;
                tokio::time::sleep(PATIENCE / 50).await;
            }
            done => return done,
        }
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        // Readers and the writer do not wait for each other.
        .journal_mode(SqliteJournalMode::Wal)
        // In WAL mode NORMAL could lose the last commits with the power. What
        // somebody was told is kept must be kept, and commits are rare.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // 8 MB instead of 2 for the pages of a large import (negative: KiB).
        .pragma("cache_size", "-8192")
        // The log of a large import does not stay that large (64 MB).
        .pragma("journal_size_limit", "67108864")
        // Rows that are fetched ahead; fewer would mean more waiting in turns.
        .row_buffer_size(512)
        .disable_statement_logging()
}

/// Brings the schema up to date, in one transaction: two processes that start at
/// once do not meet half way, and a failure leaves everything as it was.
async fn prepare(conn: &mut SqliteConnection) -> Result<(), Fault> {
    use sqlx::Connection as _;
    let migrator = migrations();
    let latest = migrator.iter().map(|migration| migration.version).max().unwrap_or_default();
    let (id, tables): (i32, i64) = sqlx::query_as(
        "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id",
    )
    .fetch_one(&mut *conn)
    .await?;
    if id != APPLICATION_ID && (id != 0 || tables > 0) {
        return Err(Fault::Foreign);
    }
    if id == APPLICATION_ID && applied(conn).await? >= latest {
        // Mostly so, and then nobody has to wait for a lock.
        return migrator.run_direct(None, conn, false).await.map_err(fault);
    }
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    migrator.run_direct(None, &mut *tx, false).await.map_err(fault)?;
    // A pragma takes no parameters; this is "IREX" once more.
    sqlx::query("PRAGMA application_id = 1230128472").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The last migration that was applied.
async fn applied(conn: &mut SqliteConnection) -> Result<i64, Fault> {
    let last = "SELECT ifnull(max(version), 0) FROM _sqlx_migrations";
    Ok(sqlx::query_scalar(last).fetch_one(conn).await?)
}

fn fault(error: MigrateError) -> Fault {
    match error {
        MigrateError::VersionMissing(_) => Fault::Newer,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            Fault::Sql(error)
        }
        other => Fault::Value { column: "schema".to_owned(), cause: other.to_string() },
    }
}
