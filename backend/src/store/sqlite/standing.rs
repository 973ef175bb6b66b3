//! Detects that another file has taken the place of the opened file.
//!
//! SQLite keeps a file open even if it is renamed or removed. After another file has taken
//! its name, a connection would use the old file for ever.

use std::{fs::Metadata, path::Path, time::SystemTime};

use super::open::{Way, beside};
use crate::store::{database::Standing, error::StoreError};

/// A file at one moment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Stamp {
    file: Seen,
    /// The log, if SQLite does not lock it.
    log: Option<Seen>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct Seen {
    /// The device and the inode.
    identity: (u64, u64),
    length: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(path: &Path, way: Way) -> Result<Self, StoreError> {
        let file = Seen::of(path).ok_or_else(|| StoreError::Gone { path: path.to_owned() })?;
        let log = match way {
            Way::Write => None,
            Way::Read | Way::Frozen => Seen::of(&beside(path, "-wal")),
        };
        Ok(Self { file, log })
    }

    /// Compares the file with an earlier stamp of it.
    pub(super) fn compare(&self, now: &Self) -> Standing {
        if self == now {
            Standing::Same
        } else if self.file.identity == now.file.identity {
            Standing::Touched
        } else {
            Standing::Replaced
        }
    }
}

impl Seen {
    fn of(path: &Path) -> Option<Self> {
        let data = path.metadata().ok()?;
        let changed = data.modified().ok();
        Some(Self { identity: identity(&data), length: data.len(), changed })
    }
}

/// The length of the log; 0 if there is none.
pub(super) fn log_length(path: &Path) -> u64 {
    beside(path, "-wal").metadata().map_or(0, |log| log.len())
}

#[cfg(unix)]
fn identity(data: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (data.dev(), data.ino())
}

/// On other systems an open file cannot be replaced.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
