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

use backend::{
    OpenError,
    store::{Change, Store},
};

use crate::command::Signed;

/// The store in a directory, which is made and filled where it is not there yet.
async fn open(dir: &Path) -> Result<Store, OpenError> {
    let store = Store::open(dir).await?;
    backend::seed(&store).await?;
    Ok(store)
}

/// What is written into the history; without a name that of the system's user.
fn change(signed: Signed, default_reason: String) -> Change {
    let user = || {
        let names = ["USER", "LOGNAME", "USERNAME"].into_iter();
        let mut set = names.filter_map(|name| std::env::var(name).ok());
        set.find(|user| !user.is_empty()).unwrap_or_else(|| "unknown".to_owned())
    };
    Change::now(signed.author.unwrap_or_else(user), signed.reason.unwrap_or(default_reason))
}
