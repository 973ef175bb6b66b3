//! The markers of the map at scale: ours beside supercluster's, of the same points.
//!
//! `bench/clusters.rs` generates the points, writes them into a file and makes the
//! markers of a few views; [`rival`] lets another library make them of that file. Its
//! clusters are others, circles and not cells, so the markers are not compared, only
//! their numbers shown.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::Value;

use crate::bench::figures::{Folder, thousands, time};
use crate::bench::rival::{self, Asked, OURS, ROWS, query, questions, read, version};
use crate::bench::server::example;
use crate::bench::table::Table;
use crate::cache::npm_install;
use crate::places::Places;
use crate::step::{step, succeed};

/// How many projects; the first is how many keep.eu has of 2014-2020.
const SIZES: [usize; 3] = [1_852, 30_000, 2_000_000];
/// The other library, an npm package.
const OTHER: &str = "supercluster";

/// The tables.
pub fn measure(places: &Places) -> Result<String> {
    let program = example(places, "clusters")?;
    let modules = npm_install(places, &places.root.join("bench/npm-clusters"))?;
    let folder = Folder::make(places.target.join("bench-clusters"))?;
    let asked = Asked { script: "clusters.cjs", modules: &modules, folder: &folder.0 };
    let mut sections = String::new();
    for size in SIZES {
        let (points, ours) = (folder.0.join(ROWS), folder.0.join(OURS));
        step(format_args!("{size} projects: interreg-explorer"), || {
            succeed(Command::new(&program).arg(size.to_string()).args([&points, &ours]))
        })?;
        let ours = read(&ours)?;
        let theirs =
            step(format_args!("{size} projects: {OTHER}"), || rival::ask(places, asked, OTHER))?;
        let of = thousands(ours["places"].as_u64().unwrap_or_default() as usize);
        let built = time(&ours["built"]);
        let size = thousands(size);
        let table = table(&ours, theirs.as_ref());
        sections.push_str(&format!(
            "\n{size} projects at {of} places, which we index once in {built}:\n\n{table}"
        ));
    }
    Ok(format!("{}{sections}", introduction(&modules)?))
}

fn introduction(modules: &Path) -> Result<String> {
    let version = version(modules, OTHER)?;
    Ok(format!(
        "\
## Markers at scale

The markers of a view after a change of the filter; one thread. A project stands at one place:
in the country of its lead by keep.eu's export, in a town, some of which have many. The views
are Europe in 400 by 380 pixels, the Netherlands and a town in 1440 by 900.

We answer from scratch, from the address on: the filter, and the markers with the number of
their projects, each once, and the place that names them; the median of nine times as many
calls as fill 50 ms. {OTHER} {version} (radius 60) has no filters: when one changes it loads
the points that are left, once for all views, and then gives the clusters of a view. Its
time is for both, in Node.js, the median of what fits into 1.5 s and of at least three.
Turning rows into GeoJSON is not counted; what it has once loaded without a filter it could
keep, and would then need the second time only. Clusters of circles are not those of cells, so the
numbers of markers differ.
"
    ))
}

fn table(ours: &Value, theirs: Result<&Value, &String>) -> String {
    let other = format!("{OTHER}: load + view");
    let mut table =
        Table::new(["filter", "found", "view", "interreg-explorer", &other, "ratio", "markers"]);
    for (n, question) in questions(ours).enumerate() {
        let query = query(question);
        for (m, view) in question["views"].as_array().into_iter().flatten().enumerate() {
            let answer = theirs.map(|theirs| &theirs["questions"][n]);
            let (spent, ratio, markers) = match answer {
                Ok(answer) => {
                    let seen = &answer["views"][m];
                    (
                        format!("{} + {}", time(&answer["load"]), time(&seen["ms"])),
                        ratio(&view["ms"], &[&answer["load"], &seen["ms"]]),
                        seen["markers"].to_string(),
                    )
                }
                Err(failure) => (failure.clone(), String::new(), "?".to_owned()),
            };
            table.row([
                format!("`{query}`"),
                question["found"].to_string(),
                view["name"].as_str().unwrap_or_default().to_owned(),
                time(&view["ms"]),
                spent,
                ratio,
                format!("{}, {markers}", view["markers"]),
            ]);
        }
    }
    table.markdown()
}

/// How many times as long the other took.
fn ratio(ours: &Value, theirs: &[&Value]) -> String {
    let all: f64 = theirs.iter().filter_map(|ms| ms.as_f64()).sum();
    format!("{:.0}", all / ours.as_f64().unwrap_or(f64::NAN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_library_that_fails_is_named_and_one_that_answers_is_compared() {
        let view = json!({ "name": "Europe", "ms": 2.0, "markers": 9 });
        let ours = json!({ "questions": [{ "query": "", "found": 3, "views": [view] }] });
        let theirs =
            json!({ "questions": [{ "load": 90.0, "views": [{ "ms": 10.0, "markers": 7 }] }] });
        let said = table(&ours, Ok(&theirs));
        assert!(said.contains("| 50 ") || said.contains(" 50 |"), "{said}");
        assert!(said.contains("9, 7"), "{said}");
        assert!(table(&ours, Err(&"did not finish".to_owned())).contains("did not finish"));
    }
}
