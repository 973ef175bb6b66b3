//! What every command that reads files has in common.

use std::path::Path;

use anyhow::Context as _;
use backend::{
    gazetteer::Gazetteer,
    import::{
        Refusal, Report, Request, home_city,
        table::{Limits, Upload},
    },
};
use catalogue::model::{HomeCity, Lang};

use crate::command::{Input, Speech};

/// The language of reports: what was asked for, else that of the system.
pub(super) fn language(speech: &Speech) -> Lang {
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let system = system.and_then(|value| value.get(..2).and_then(|tag| tag.parse().ok()));
    speech.lang.or(system).unwrap_or(Lang::En)
}

/// A refusal in that language.
pub(super) fn refused(lang: Lang, refusal: &Refusal) -> anyhow::Error {
    anyhow::anyhow!(app::report::refused(lang, refusal))
}

/// Opens the files.
pub(super) fn request(input: &Input, lang: Lang) -> anyhow::Result<Request> {
    let files: Result<Vec<Upload>, Refusal> =
        input.files.iter().map(|path| Upload::open(path)).collect();
    let files = files.map_err(|refusal| refused(lang, &refusal))?;
    Ok(Request { files, kind: input.kind, limits: Limits::GENEROUS })
}

/// The home cities that are named on the command line.
pub(super) fn home_cities(
    input: &Input,
    gazetteer: &Gazetteer,
    lang: Lang,
) -> anyhow::Result<Vec<HomeCity>> {
    let cities = input.home_cities.iter().map(|text| home_city(text, gazetteer));
    cities.collect::<Result<_, _>>().map_err(|refusal| refused(lang, &refusal))
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
