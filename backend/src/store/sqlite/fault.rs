//! What goes wrong in SQLite, told in the words of the store.

use std::path::Path;

use crate::store::StoreError;

/// Something went wrong; where is added at the border ([`Fault::at`]).
#[derive(Debug)]
pub(super) enum Fault {
    /// SQLite or sqlx says so.
    Sql(sqlx::Error),
    /// A value in the database is not what belongs there.
    Value {
        /// Which column.
        column: String,
        /// Why not.
        cause: String,
    },
    /// A migration was applied that this program does not know.
    Newer,
    /// There are tables, and they are not ours.
    Foreign,
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Value { column: "JSON".to_owned(), cause: error.to_string() }
    }
}

impl Fault {
    /// Whether another process was in the way.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Sql(error) if primary_code(error) == Some(SQLITE_BUSY))
    }

    /// The error that somebody reads, for the database at `path`.
    pub(super) fn at(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        let error = match self {
            Self::Newer => return StoreError::Newer { path },
            Self::Foreign => return StoreError::Foreign { path },
            Self::Value { column, cause } => {
                return StoreError::Damaged { path, cause: format!("{column}: {cause}") };
            }
            Self::Sql(error) => error,
        };
        let cause = match &error {
            sqlx::Error::Database(error) => error.message().to_owned(),
            other => other.to_string(),
        };
        match primary_code(&error) {
            Some(SQLITE_BUSY | SQLITE_LOCKED) => StoreError::Busy { path },
            Some(SQLITE_FULL) => StoreError::Full { path },
            Some(SQLITE_NOTADB) => StoreError::Foreign { path },
            Some(SQLITE_CORRUPT) => StoreError::Damaged { path, cause },
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
                // Every connection is taken and none comes back in time.
                sqlx::Error::PoolTimedOut => StoreError::Busy { path },
                _ => StoreError::Other { path, cause },
            },
        }
    }
}

// https://www.sqlite.org/rescode.html
const SQLITE_PERM: u32 = 3;
const SQLITE_BUSY: u32 = 5;
const SQLITE_LOCKED: u32 = 6;
const SQLITE_READONLY: u32 = 8;
const SQLITE_IOERR: u32 = 10;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_FULL: u32 = 13;
const SQLITE_CANTOPEN: u32 = 14;
const SQLITE_NOTADB: u32 = 26;

/// The low byte of SQLite's extended code is the kind of error.
fn primary_code(error: &sqlx::Error) -> Option<u32> {
    let code: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}
