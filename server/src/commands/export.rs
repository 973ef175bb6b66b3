//! `interreg-explorer export`.

use std::process::ExitCode;

use anyhow::bail;
use backend::{file, import::template};

use super::{input, open, output};
use crate::command::Export;

/// Writes everything that the store holds.
pub async fn export(given: Export) -> anyhow::Result<ExitCode> {
    let lang = input::language(&given.speech);
    let ending = given.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    if !["json", "xlsx"].contains(&ending.as_str()) {
        bail!("{}: write a file that ends in .json or .xlsx", given.file.display());
    }
    let store = open(&given.data.dir).await?;
    let document = store.load().await?.document;
    store.close().await;
    let bytes = match ending.as_str() {
        "json" => file::write(&document)?.into_bytes(),
        _ => template::workbook(lang, &document, None, Some(&document))?,
    };
    output::write(&given.file, &bytes)?;
    let projects = document.projects.len();
    output::say(&format!("{}: {projects} projects", given.file.display()));
    Ok(ExitCode::SUCCESS)
}
