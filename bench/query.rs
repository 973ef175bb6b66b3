//! Times the query behind every page, for `cargo xtask bench`: `query CATALOGUE`,
//! where CATALOGUE is a file or a number of projects to be generated. Prints what
//! was done, how many projects it found and the microseconds of one call, separated
//! by tabs; first of all for reading the catalogue into memory, with the megabytes
//! that the index takes beside it.

#![expect(clippy::print_stdout, reason = "the figures are read from there")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use catalogue::{
    filter::Lock,
    model::{Day, Document, Lang},
    query::Catalogue,
};

/// One of each kind: nothing, a facet, several, text, nothing found; what is hardest
/// with many projects: much text, and the order of all that was found; and the
/// layers with most markers.
const QUERIES: [&str; 12] = [
    "",
    "theme=education",
    "city=leeuwarden",
    "city=leeuwarden&theme=-health&country=DE&budget=100000..",
    "q=energy",
    "q=energy&city=emmen",
    "q=e",
    "q=sustainable+cross+border+cooperation",
    "theme=-health&from=2016&sort=title",
    "sort=budget&page=999999",
    "layer=network",
    "layer=partners&theme=education",
];
/// The median of so many times is taken.
const ROUNDS: usize = 9;
/// Each of them lasts so long, so that the clock's own steps do not count.
const ROUND: Duration = Duration::from_millis(100);
/// Any day will do, as long as it is always the same.
const TODAY: Day = Day { year: 2026, month: 1, day: 1 };

fn main() -> Result<()> {
    let what = std::env::args().nth(1).context("usage: query CATALOGUE")?;
    let document: Document = match what.parse() {
        Ok(len) => generator::document(len),
        Err(_) => {
            let text =
                std::fs::read_to_string(&what).with_context(|| format!("cannot read {what}"))?;
            serde_json::from_str(&text)?
        }
    };
    let document = Arc::new(document);
    let (start, before) = (Instant::now(), megabytes());
    let catalogue = Catalogue::new(document.clone(), TODAY);
    let micros = start.elapsed().as_secs_f64() * 1e6;
    println!("(index: {:.0} MB)\t{}\t{micros}", megabytes() - before, document.projects.len());
    for query in QUERIES {
        let found = catalogue.explore(query, Lang::Nl).found;
        let micros = median(|| {
            black_box(catalogue.explore(black_box(query), Lang::Nl));
        });
        let name = if query.is_empty() { "(no filter)" } else { query };
        println!("{name}\t{found}\t{micros}");
    }
    if let Some(project) = document.projects.get(document.projects.len() / 2) {
        let micros = median(|| {
            black_box(catalogue.project(&Lock::default(), black_box(&project.slug), Lang::Nl));
        });
        println!("(one project)\t1\t{micros}");
    }
    Ok(())
}

/// Microseconds of one call, over as many as fill a round; the median of them.
fn median(call: impl Fn()) -> f64 {
    let round = || {
        let (start, mut calls) = (Instant::now(), 0_u32);
        while start.elapsed() < ROUND {
            call();
            calls += 1;
        }
        start.elapsed().as_secs_f64() * 1e6 / f64::from(calls)
    };
    let mut micros: Vec<f64> = (0..ROUNDS).map(|_| round()).collect();
    micros.sort_by(f64::total_cmp);
    micros[ROUNDS / 2]
}

/// Memory that this process has now, where the system tells.
fn megabytes() -> f64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = text.split(' ').nth(1).and_then(|pages| pages.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / 1e6
}
