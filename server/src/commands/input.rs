//! What every command that reads files has in common.

use std::path::Path;

use anyhow::Context as _;
use backend::{
    gazetteer::Gazetteer,
    import::{
        Rejection, Report, Request, home_city,
        table::{Limits, Upload},
    },
};
use catalogue::model::{HomeCity, Lang};

use crate::command::{Input, LangArg};

/// The language of reports: what was asked for, else that of the system.
pub(super) fn language(language: &LangArg) -> Lang {
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let system = system.and_then(|value| value.get(..2).and_then(|tag| tag.parse().ok()));
    language.lang.or(system).unwrap_or(Lang::En)
}

/// A refusal in that language.
pub(super) fn rejected(lang: Lang, rejection: &Rejection) -> anyhow::Error {
    anyhow::anyhow!(app::report::rejected(lang, rejection))
}

/// Opens the files.
pub(super) fn request(input: &Input, lang: Lang) -> anyhow::Result<Request> {
    let files: Result<Vec<Upload>, Rejection> =
        input.files.iter().map(|path| Upload::open(path)).collect();
    let files = files.map_err(|rejection| rejected(lang, &rejection))?;
    Ok(Request { files, format: input.format, limits: Limits::of_megabytes(input.max_megabytes) })
}

/// The home cities that are named on the command line.
pub(super) fn home_cities(
    input: &Input,
    gazetteer: &Gazetteer,
    lang: Lang,
) -> anyhow::Result<Vec<HomeCity>> {
    let cities = input.home_cities.iter().map(|text| home_city(text, gazetteer));
    cities.collect::<Result<_, _>>().map_err(|rejection| rejected(lang, &rejection))
}

/// Says what came of it, and writes the list of problems where one is wanted.
pub(super) fn tell(report: &Report, problems: Option<&Path>, lang: Lang) -> anyhow::Result<()> {
    super::output::say(&app::report::text(lang, report));
    if let Some(path) = problems {
        std::fs::write(path, app::report::csv(lang, report))
            .with_context(|| format!("{} cannot be written: name another file", path.display()))?;
    }
    Ok(())
}
