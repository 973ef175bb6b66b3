//! What the program does besides serving, a file for each command.

mod check;
mod export;
mod history;
mod import;
mod input;
mod output;
mod template;

pub use check::check;
pub use export::export;
pub use history::{history, revert};
pub use import::import;
pub use template::template;

use std::path::Path;

use backend::store::{Change, Store};

use crate::command::Authorship;

/// Does something with the store in a directory, which is made and filled where it
/// is not there yet. However that ends, the store is closed, and is then whole in
/// its one file.
async fn with_store<T>(
    dir: &Path,
    task: impl AsyncFnOnce(&Store) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let store = Store::open(dir).await?;
    let done = match backend::seed(&store).await {
        Ok(()) => task(&store).await,
        Err(error) => Err(error.into()),
    };
    store.close().await;
    done
}

/// What is written into the history; without a name that of the system's user.
fn change(authorship: Authorship, default_reason: String) -> Change {
    let user = || {
        let names = ["USER", "LOGNAME", "USERNAME"].into_iter();
        let mut set = names.filter_map(|name| std::env::var(name).ok());
        set.find(|user| !user.is_empty()).unwrap_or_else(|| "unknown".to_owned())
    };
    Change::now(authorship.author.unwrap_or_else(user), authorship.reason.unwrap_or(default_reason))
}
