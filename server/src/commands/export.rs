//! `interreg-explorer export`.

use std::process::ExitCode;

use backend::{export::Format, store::Store};

use super::{input, output, with_store};
use crate::command::Export;

/// Writes everything that the store holds.
pub async fn export(given: Export) -> anyhow::Result<ExitCode> {
    let lang = input::language(&given.language);
    let format = Format::of(&given.file)?;
    let load = async |store: &Store| Ok(store.load().await?.document);
    let document = with_store(&given.data.dir, load).await?;
    let bytes = format.write(&document, lang)?;
    output::write(&given.file, &bytes)?;
    let projects = document.projects.len();
    output::say(&format!("{}: {projects} projects", given.file.display()));
    Ok(ExitCode::SUCCESS)
}
