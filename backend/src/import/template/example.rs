//! The examples in the template, and whether a row is an unchanged example.

use std::{collections::HashSet, sync::LazyLock};

use catalogue::model::Lang;

use super::{
    columns::{PARTNERS, PROJECTS},
    layout,
    rows::{self, Around, Value},
    words::words,
};
use crate::{default_catalogue, import::table::Cell};

/// The two projects of the default catalogue that are the examples.
pub const SLUGS: [&str; 2] = ["water-warmth", "bling"];

/// The texts of all cells of the examples, in every language.
static SHOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let Ok(document) = default_catalogue::document() else { return HashSet::new() };
    let mut shown = HashSet::new();
    let around = Around::of(&document);
    for lang in Lang::ALL {
        let [projects, partners] = [&PROJECTS, &PARTNERS].map(|sheet| layout::base(sheet, lang));
        for column in projects.iter().chain(&partners) {
            shown.insert(column.header.clone());
        }
        let examples = document.projects.iter().filter(|it| SLUGS.contains(&it.slug.as_str()));
        for project in examples {
            let mut values = rows::project(around, project, &projects, lang);
            for part in &project.participations {
                let more = rows::partner(around, project, part, &partners, (lang, words(lang)));
                values.extend(more);
            }
            shown.extend(values.iter().map(|value| Value::cell(value).shown().into_owned()));
        }
    }
    shown
});

/// Whether all cells of a row are cells of the examples.
pub fn is_example(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.is_empty() || SHOWN.contains(&*cell.shown()))
}
