//! Errors of SQLite, and their translation into errors of the store.

use std::path::Path;

use catalogue::model::Slug;

use crate::store::error::StoreError;

/// An error without the path of the database, which [`SqliteError::at`] adds.
#[derive(Debug)]
pub(super) enum SqliteError {
    /// An error of SQLite or sqlx.
    Sql(sqlx::Error),
    /// A value in the database is not valid.
    Value {
        /// The column.
        column: String,
        /// What is wrong.
        cause: String,
    },
    /// The same, in the rows of one project.
    Project {
        /// The project.
        slug: Slug,
        /// What is wrong.
        cause: String,
    },
    /// A part of the history is not what was written.
    History(String),
    /// A migration was applied that this program does not have.
    Newer,
    /// Migrations are missing, and the file cannot be written.
    Older,
    /// The tables are those of another program.
    Foreign,
}

impl From<sqlx::Error> for SqliteError {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<serde_json::Error> for SqliteError {
    fn from(error: serde_json::Error) -> Self {
        Self::Value { column: "JSON".to_owned(), cause: error.to_string() }
    }
}

impl SqliteError {
    /// Whether another process holds a lock.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Sql(error) if primary_code(error) == Some(SQLITE_BUSY))
    }

    /// Whether the file or its directory cannot be written.
    pub(super) fn is_unwritable(&self) -> bool {
        let Self::Sql(error) = self else { return false };
        matches!(primary_code(error), Some(SQLITE_PERM | SQLITE_READONLY | SQLITE_CANTOPEN))
    }

    /// Adds the project in whose rows the error was found.
    pub(super) fn of(self, slug: &Slug) -> Self {
        let cause = match self {
            Self::Value { column, cause } => format!("{column}: {cause}"),
            Self::Sql(error @ (sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_))) => {
                error.to_string()
            }
            other => return other,
        };
        Self::Project { slug: slug.clone(), cause }
    }

    /// The error of the store, for the database at `path`.
    pub(super) fn at(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        let error = match self {
            Self::Newer => return StoreError::Newer { path },
            Self::Older => return StoreError::Older { path },
            Self::Foreign => return StoreError::Foreign { path },
            Self::Project { slug, cause } => {
                return StoreError::DamagedProject { path, slug, cause };
            }
            Self::History(what) => return StoreError::DamagedHistory { path, what },
            Self::Value { column, cause } => {
                return StoreError::Damaged { path, cause: format!("{column}: {cause}") };
            }
            Self::Sql(error) => error,
        };
        let cause = match &error {
            sqlx::Error::Database(error) => error.message().to_owned(),
            other => other.to_string(),
        };
        if code(&error) == Some(SQLITE_IOERR_SHMSIZE) {
            return StoreError::Full { path };
        }
        match primary_code(&error) {
            Some(SQLITE_BUSY | SQLITE_LOCKED) => StoreError::Busy { path },
            Some(SQLITE_FULL) => StoreError::Full { path },
            Some(SQLITE_NOTADB) => StoreError::Foreign { path },
            // Every statement fits our tables, so an error means that the tables are damaged.
            Some(SQLITE_ERROR | SQLITE_CORRUPT | SQLITE_MISMATCH) => {
                StoreError::Damaged { path, cause }
            }
            Some(SQLITE_PERM | SQLITE_READONLY | SQLITE_IOERR | SQLITE_CANTOPEN) => {
                StoreError::Unwritable { path, cause }
            }
            _ => match error {
                sqlx::Error::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => {
                    StoreError::Full { path }
                }
                sqlx::Error::Io(_) => StoreError::Unwritable { path, cause },
                sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                    StoreError::Damaged { path, cause }
                }
                // No connection of the pool became free in time.
                sqlx::Error::PoolTimedOut => StoreError::Busy { path },
                _ => StoreError::Other { path, cause },
            },
        }
    }
}

// https://www.sqlite.org/rescode.html
const SQLITE_ERROR: u32 = 1;
const SQLITE_PERM: u32 = 3;
const SQLITE_BUSY: u32 = 5;
const SQLITE_LOCKED: u32 = 6;
const SQLITE_READONLY: u32 = 8;
const SQLITE_IOERR: u32 = 10;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_FULL: u32 = 13;
const SQLITE_CANTOPEN: u32 = 14;
const SQLITE_MISMATCH: u32 = 20;
const SQLITE_NOTADB: u32 = 26;
/// There is no space for the index of the log.
const SQLITE_IOERR_SHMSIZE: u32 = 4874;

/// The low byte of SQLite's extended code is the kind of error.
fn primary_code(error: &sqlx::Error) -> Option<u32> {
    Some(code(error)? & 0xff)
}

fn code(error: &sqlx::Error) -> Option<u32> {
    error.as_database_error()?.code()?.parse().ok()
}
