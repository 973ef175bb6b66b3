//! The store that is served, also after another file has taken its place.

use std::path::PathBuf;

use crate::store::{Standing, Store, StoreError};

/// A store that is served while it changes.
#[derive(Debug)]
pub(crate) struct Followed {
    pub(crate) dir: PathBuf,
    /// `None` while the file cannot be opened, and once the backend is closed.
    pub(crate) store: Option<Store>,
    /// The revision that could not be loaded. Another try would fail in the same way.
    pub(crate) rejected: Option<String>,
    pub(crate) closed: bool,
}

impl Followed {
    /// Opens the store again if another file has taken the place of its file. SQLite
    /// itself would keep reading the file that it has opened.
    pub(crate) async fn as_it_stands(&mut self) -> Result<&mut Self, StoreError> {
        if let Some(store) = &self.store {
            match store.standing().await? {
                Standing::Same => return Ok(self),
                Standing::Touched => {}
                Standing::Replaced => {
                    let file = store.path().display();
                    tracing::warn!(%file, "another file has taken its place and is opened");
                }
            }
            // Closed before the next one is opened: SQLite releases all locks on a file
            // name when one of two connections to it is closed.
            store.close().await;
            self.store = None;
        }
        self.store = Some(Store::open_again(&self.dir).await?);
        self.rejected = None;
        Ok(self)
    }
}
