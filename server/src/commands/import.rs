//! `interreg-explorer import`.

use std::process::ExitCode;

use backend::{
    Clock,
    gazetteer::Gazetteer,
    import::{How, ImportError, Outcome, read},
};
use catalogue::model::PartialDate;

use super::{input, open, output::Bar};
use crate::command::Import;

/// Takes files in; fails where they were refused.
pub async fn import(given: Import) -> anyhow::Result<ExitCode> {
    let Import { input: files, replace, merge: _, dry_run, strict, signed, data } = given;
    let lang = input::language(&files.speech);
    let gazetteer = Gazetteer::embedded()?;
    let added = input::home_cities(&files, gazetteer, lang)?;
    let request = input::request(&files, lang)?;
    let names: Vec<String> = request.files.iter().map(|file| file.name.clone()).collect();
    let store = open(&data.dir).await?;
    let mut cities = store.home_cities().await?;
    cities.extend(added.iter().cloned());
    let how = How {
        replace,
        dry_run,
        strict,
        today: PartialDate::Day(Clock::amsterdam().today()),
        home_cities: added,
        by: super::change(signed, format!("import of {}", names.join(", "))),
    };
    let report = {
        let mut bar = Bar::new();
        let reading =
            read(request, &cities, &mut bar).map_err(|refusal| input::refused(lang, &refusal))?;
        let done = backend::import::import(&store, reading, how, gazetteer, &mut bar).await;
        done.map_err(|error| match error {
            ImportError::Refused(refusal) => input::refused(lang, &refusal),
            ImportError::Store(error) => error.into(),
        })?
    };
    store.close().await;
    input::tell(&report, files.problems.as_deref(), lang)?;
    let refused = report.outcome == Outcome::Refused;
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
