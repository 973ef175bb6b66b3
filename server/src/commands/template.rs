//! `interreg-explorer template`.

use std::process::ExitCode;

use anyhow::bail;
use backend::{import::template, store::Store};

use super::{input, output, with_store};
use crate::command::Template;

/// Writes the template.
pub async fn template(given: Template) -> anyhow::Result<ExitCode> {
    let lang = input::language(&given.language);
    let example = backend::default_catalogue::document()?;
    let ending = given.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "xlsx" => {
            // A catalogue that does not exist yet is not made for this.
            let known = match given.data.dir.exists() {
                true => {
                    let load = async |store: &Store| Ok(store.load().await?.document);
                    with_store(&given.data.dir, load).await?
                }
                false => example.clone(),
            };
            let book = template::workbook(lang, &known, Some(&example))?;
            output::write(&given.file, &book)?;
            output::say(&given.file.display().to_string());
        }
        "csv" => {
            let stem = given.file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("template");
            for (text, sheet) in template::csv(lang).iter().zip(["projects", "partners"]) {
                let path = given.file.with_file_name(format!("{stem}-{sheet}.csv"));
                output::write(&path, text.as_bytes())?;
                output::say(&path.display().to_string());
            }
        }
        _ => bail!("{}: write a file that ends in .xlsx or .csv", given.file.display()),
    }
    Ok(ExitCode::SUCCESS)
}
