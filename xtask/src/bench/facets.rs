//! Facets at scale: our engine beside others, on the same rows.
//!
//! `bench/facets.rs` generates the rows, writes them into a file and answers a few
//! questions; [`rival`] asks other engines the same about that file and sees to it
//! that all answer alike.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::bench::rival::{self, MEMORY, PATIENCE, questions, read};
use crate::bench::server::example;
use crate::bench::table::Table;
use crate::cache::npm_install;
use crate::places::Places;
use crate::step::{step, succeed};

/// How many projects; the first is how many keep.eu has of 2014-2020.
const SIZES: [usize; 4] = [1_852, 30_000, 200_000, 2_000_000];
/// The other engines, npm packages.
const OTHERS: [&str; 2] = ["crossfilter2", "itemsjs"];

/// The tables.
pub fn measure(places: &Places) -> Result<String> {
    let program = example(places, "facets")?;
    let modules = npm_install(places, &places.root.join("bench/npm-facets"))?;
    let folder = Folder::make(places.target.join("bench-facets"))?;
    let mut sections = String::new();
    for size in SIZES {
        let columns = folder.0.join("columns");
        let ours = folder.0.join("interreg-explorer.json");
        step(format_args!("{size} projects: interreg-explorer"), || {
            let mut engine = Command::new(&program);
            succeed(engine.arg(size.to_string()).args([&columns, &ours]))
        })?;
        let ours = read(&ours)?;
        let mut others = Vec::new();
        for name in OTHERS {
            let theirs = step(format_args!("{size} projects: {name}"), || {
                rival::ask(places, &modules, &folder.0, name)
            })?;
            if let Ok(theirs) = &theirs {
                rival::compare(&ours, theirs)
                    .with_context(|| format!("{name}, {size} projects"))?;
            }
            others.push(theirs);
        }
        sections.push_str(&format!("\n{} projects:\n\n{}", thousands(size), table(&ours, &others)));
    }
    Ok(format!("{}{sections}", introduction(&modules)?))
}

fn introduction(modules: &Path) -> Result<String> {
    let version = |name: &str| -> Result<String> {
        let package = read(&modules.join(name).join("package.json"))?;
        Ok(package["version"].as_str().unwrap_or("of an unknown version").to_owned())
    };
    let [crossfilter, items] = OTHERS.map(version);
    Ok(format!(
        "\
## Facets at scale

All counts of all facets, each under every part of the filter but its own, and the sorted
page of 24, after one change; one thread. The projects are generated with the distributions
of keep.eu's export, each property by itself (`bench/generator/`): 66 programmes, 12 themes,
43 countries, 4 cities, 3 states, 12 years. What other engines answered was compared and is the
same, every count and the 24 projects in their order.

We answer from scratch, from the address on, as the server does; the median of nine times as
many calls as fill 50 ms. crossfilter2 {} keeps its groups from one question to the next and
only changes what the change changes; the time is that of the change, of reading the groups
and of `top(24)`. Several values of a project are given to it as bits of one number, which it
counts faster than arrays. itemsjs {} answers from scratch; its exclusions narrow the counts of
their own facet as well, and it has no ranges, so two questions cannot be put to it. Both in
Node.js, the median of what fits into 1.5 s and of at least three. \"Build\" begins with the rows in
memory. An engine has {} s and {} GB for all of it.
",
        crossfilter?,
        items?,
        PATIENCE.as_secs(),
        MEMORY / 1000,
    ))
}

fn table(ours: &Value, others: &[Result<Value, String>]) -> String {
    let [crossfilter, items] = OTHERS;
    let mut table = Table::new(["question", "found", "interreg-explorer", crossfilter, items]);
    let other = |cell: &dyn Fn(&Value) -> String, n: usize| match others.get(n) {
        Some(Ok(answers)) => cell(answers),
        Some(Err(failure)) => failure.clone(),
        None => String::new(),
    };
    for (n, question) in questions(ours).enumerate() {
        let cell = |answers: &Value| {
            questions(answers).nth(n).map_or(String::new(), |question| {
                match question["cannot"].as_str() {
                    Some(_) => "cannot be asked".to_owned(),
                    None => time(&question["ms"]),
                }
            })
        };
        table.row([
            format!("{}: `{}`", question["name"].as_str().unwrap_or(""), query(question)),
            question["answer"]["found"].to_string(),
            cell(ours),
            other(&cell, 0),
            other(&cell, 1),
        ]);
    }
    let build = |answers: &Value| time(&answers["built"]);
    table.row(["build".to_owned(), String::new(), build(ours), other(&build, 0), other(&build, 1)]);
    table.markdown()
}

fn query(question: &Value) -> &str {
    match question["query"].as_str() {
        None | Some("") => "(no filter)",
        Some(query) => query,
    }
}

/// Milliseconds with two digits that count.
fn time(ms: &Value) -> String {
    match ms.as_f64().unwrap_or(f64::NAN) {
        ms @ 10_000.0.. => format!("{:.0} s", ms / 1000.0),
        ms @ 1000.0.. => format!("{:.1} s", ms / 1000.0),
        ms @ 10.0.. => format!("{ms:.0} ms"),
        ms @ 1.0.. => format!("{ms:.1} ms"),
        ms @ 0.1.. => format!("{ms:.2} ms"),
        ms => format!("{ms:.3} ms"),
    }
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

/// A folder for files of up to 160 MB; removed when done.
struct Folder(PathBuf);

impl Folder {
    fn make(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is in nobody's way there.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_have_the_digits_that_count() {
        assert_eq!(
            [0.0421, 0.25, 4.06, 120.6].map(|ms| time(&json!(ms))),
            ["0.042 ms", "0.25 ms", "4.1 ms", "121 ms"]
        );
        assert_eq!([1_852, 2_000_000, 42].map(thousands), ["1,852", "2,000,000", "42"]);
    }
}
