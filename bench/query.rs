//! Times the query behind every page, for `cargo xtask bench`: prints the query,
//! how many projects it found and the microseconds of one call, separated by tabs.

#![expect(clippy::print_stdout, reason = "the figures are read from there")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use catalogue::{
    model::{Day, Document, Lang},
    query::Catalogue,
};

/// One of each kind: nothing, a facet, several, text, nothing found.
const QUERIES: [&str; 5] = [
    "",
    "city=leeuwarden",
    "city=leeuwarden&theme=-health&country=DE&budget=100000..",
    "q=energy",
    "q=energy&city=emmen",
];
/// The median of so many times is taken.
const ROUNDS: usize = 9;
/// Each of them lasts so long, so that the clock's own steps do not count.
const ROUND: Duration = Duration::from_millis(100);

fn main() -> Result<()> {
    let file = std::env::args().nth(1).context("usage: query CATALOGUE-FILE")?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {file}"))?;
    let document: Document = serde_json::from_str(&text)?;
    // Any day will do, as long as it is always the same.
    let catalogue = Catalogue::new(document, Day { year: 2026, month: 1, day: 1 });
    for query in QUERIES {
        let found = catalogue.explore(query, Lang::Nl).found;
        let mut micros: Vec<f64> = (0..ROUNDS).map(|_| per_call(&catalogue, query)).collect();
        micros.sort_by(f64::total_cmp);
        let name = if query.is_empty() { "(no filter)" } else { query };
        println!("{name}\t{found}\t{}", micros[ROUNDS / 2]);
    }
    Ok(())
}

/// Microseconds of one call, over as many as fill a round.
fn per_call(catalogue: &Catalogue, query: &str) -> f64 {
    let (start, mut calls) = (Instant::now(), 0_u32);
    while start.elapsed() < ROUND {
        black_box(catalogue.explore(black_box(query), Lang::Nl));
        calls += 1;
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(calls)
}
