//! Facets at scale: our engine beside others, on the same rows.
//!
//! `bench/facets.rs` generates the rows, writes them into a file and answers a few
//! questions; [`rival`] asks other engines the same about that file and sees to it
//! that all answer alike.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::bench::figures::{Folder, thousands, time};
use crate::bench::rival::{
    self, Asked, MEMORY, OURS, PATIENCE, ROWS, query, questions, read, version,
};
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
    let asked = Asked { script: "facets.cjs", modules: &modules, folder: &folder.0 };
    let mut sections = String::new();
    for size in SIZES {
        let columns = folder.0.join(ROWS);
        let ours = folder.0.join(OURS);
        step(format_args!("{size} projects: interreg-explorer"), || {
            let mut engine = Command::new(&program);
            succeed(engine.arg(size.to_string()).args([&columns, &ours]))
        })?;
        let ours = read(&ours)?;
        let mut others = Vec::new();
        for name in OTHERS {
            let theirs =
                step(format_args!("{size} projects: {name}"), || rival::ask(places, asked, name))?;
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
    let [crossfilter, items] = OTHERS.map(|name| version(modules, name));
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
