//! The query behind every page and every change of a filter, without a server.

use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::server::example;
use crate::bench::table::{Table, milliseconds};
use crate::places::Places;
use crate::step::output;

/// A catalogue of this size is generated beside the ten projects.
const MANY: &str = "30000";

/// The tables. A program of its own calls the catalogue, see `bench/query.rs`.
pub fn measure(places: &Places) -> Result<String> {
    let program = example(places, "query")?;
    let few =
        output(Command::new(&program).arg(places.root.join("data/northern-netherlands.json")))?;
    let many = output(Command::new(&program).arg(MANY))?;
    Ok(format!(
        "\
## Query

`Catalogue::explore` on the ten projects: parse the address, narrow, count every facet,
sort, write the cards and the places on the map. One thread; the median of nine times as
many calls as fill a tenth of a second. \"Index\" is what is done once, when the server
starts.

{}
The same on 30,000 generated projects with descriptions of 1,200 characters and 4.7
organisations (`bench/generator/`).

{}",
        table(&few)?,
        table(&many)?,
    ))
}

fn table(printed: &str) -> Result<String> {
    let mut table = Table::new(["query", "projects found", "per call"]);
    for line in printed.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [what, found, micros] = cells[..] else {
            anyhow::bail!("bench/query.rs printed {line:?}");
        };
        let micros: f64 = micros.parse().context("bench/query.rs printed no number")?;
        let time = match micros {
            10_000.0.. => milliseconds(micros / 1000.0),
            _ => format!("{micros:.0} µs"),
        };
        table.row([format!("`{what}`"), found.to_owned(), time]);
    }
    Ok(table.markdown())
}
