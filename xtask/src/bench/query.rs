//! The query behind every page and every change of a filter, without a server.

use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::server::example;
use crate::bench::table::Table;
use crate::places::Places;
use crate::step::output;

/// The table. A program of its own calls the catalogue, see `bench/query.rs`.
pub fn measure(places: &Places) -> Result<String> {
    let mut program = Command::new(example(places, "query")?);
    let printed = output(program.arg(places.root.join("data/northern-netherlands.json")))?;
    let mut table = Table::new(["query", "projects found", "per call"]);
    for line in printed.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [what, found, micros] = cells[..] else {
            anyhow::bail!("bench/query.rs printed {line:?}");
        };
        let micros: f64 = micros.parse().context("bench/query.rs printed no number")?;
        table.row([format!("`{what}`"), found.to_owned(), format!("{micros:.0} µs")]);
    }
    Ok(format!(
        "\
## Query

`Catalogue::explore` on the ten projects: parse the address, narrow, count every facet,
sort, write the cards. One thread; the median of nine times as many calls as fill a
tenth of a second.

{}",
        table.markdown()
    ))
}
