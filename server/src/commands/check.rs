//! `interreg-explorer check`.

use std::process::ExitCode;

use backend::gazetteer::Gazetteer;

use super::{input, output::Bar};
use crate::command::Check;

/// Judges files; fails where something must be mended.
pub fn check(given: Check) -> anyhow::Result<ExitCode> {
    let lang = input::language(&given.input.language);
    let gazetteer = Gazetteer::embedded()?;
    let mut cities = backend::default_catalogue::document()?.home_cities;
    cities.extend(input::home_cities(&given.input, gazetteer, lang)?);
    let request = input::request(&given.input, lang)?;
    let report = {
        let mut bar = Bar::new();
        backend::import::check(request, &cities, gazetteer, &mut bar)
            .map_err(|rejection| input::rejected(lang, &rejection))?
    };
    input::tell(&report, given.input.problems.as_deref(), lang)?;
    // A file without a single project is not the one that was meant.
    let bad = report.has_errors() || report.projects == 0;
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
