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

use backend::{OpenError, store::Store};

/// The store in a directory, which is made and filled where it is not there yet.
async fn open(dir: &Path) -> Result<Store, OpenError> {
    let store = Store::open(dir).await?;
    backend::seed(&store).await?;
    Ok(store)
}
