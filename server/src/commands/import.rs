//! `interreg-explorer import`.

use std::process::ExitCode;

use backend::{
    Clock,
    gazetteer::Gazetteer,
    import::{How, ImportError, Outcome, read},
    store::Change,
};
use catalogue::model::PartialDate;

use super::{input, open, output::Bar};
use crate::command::Import;

/// Takes files in; fails where they were refused.
pub async fn import(given: Import) -> anyhow::Result<ExitCode> {
    let Import { input: files, replace, merge: _, dry_run, strict, author, reason, data } = given;
    let lang = input::language(&files.speech);
    let gazetteer = Gazetteer::embedded()?;
    let added = input::home_cities(&files, gazetteer, lang)?;
    let request = input::request(&files, lang)?;
    let names: Vec<String> = request.files.iter().map(|file| file.name.clone()).collect();
    let store = open(&data.dir).await?;
    let mut cities = store.home_cities().await?;
    cities.extend(added.iter().cloned());
    let reason = reason.unwrap_or_else(|| format!("import of {}", names.join(", ")));
    let how = How {
        replace,
        dry_run,
        strict,
        today: PartialDate::Day(Clock::amsterdam().today()),
        home_cities: added,
        by: Change::now(author.unwrap_or_else(user), reason),
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

/// Who is at the terminal, as the system knows them.
pub(super) fn user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "unknown".to_owned())
}
