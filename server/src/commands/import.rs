//! `interreg-explorer import`.

use std::process::ExitCode;

use backend::{
    Clock,
    gazetteer::Gazetteer,
    import::{ImportError, ImportOptions, Outcome, read},
};
use catalogue::model::PartialDate;

use super::{
    history::undo_command,
    input,
    output::{self, Bar},
    with_store,
};
use crate::command::Import;

/// Takes files in; fails where they were refused.
pub async fn import(given: Import) -> anyhow::Result<ExitCode> {
    let Import { input: files, replace, merge: _, dry_run, strict, allow_shrink, authorship, data } =
        given;
    let lang = input::language(&files.language);
    let gazetteer = Gazetteer::embedded()?;
    let added = input::home_cities(&files, gazetteer, lang)?;
    let request = input::request(&files, lang)?;
    let names: Vec<String> = request.files.iter().map(|file| file.name.clone()).collect();
    let report = with_store(&data.dir, async |store| {
        let mut cities = store.home_cities().await?;
        cities.extend(added.iter().cloned());
        let options = ImportOptions {
            replace,
            dry_run,
            strict,
            allow_shrink,
            today: PartialDate::Day(Clock::amsterdam().today()),
            home_cities: added,
            by: super::change(authorship, format!("import of {}", names.join(", "))),
        };
        let mut bar = Bar::new();
        let reading = read(request, &cities, &mut bar)
            .map_err(|rejection| input::rejected(lang, &rejection))?;
        let done = backend::import::import(store, reading, options, gazetteer, &mut bar).await;
        done.map_err(|error| match error {
            ImportError::Rejected(rejection) => input::rejected(lang, &rejection),
            ImportError::Store(error) => error.into(),
        })
    })
    .await?;
    input::tell(&report, files.problems.as_deref(), lang)?;
    if let Some(change) = report.change {
        let command = undo_command(change, &data.dir);
        output::say(&app::report::undo(lang, change, &command));
    }
    let rejected = matches!(report.outcome, Outcome::Rejected | Outcome::Stopped);
    Ok(if rejected { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
