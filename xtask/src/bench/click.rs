//! A filter click in a real browser: from the click to the answer on the screen.
//!
//! `bench/click.cjs` ticks a theme of two explorers, one with the ten projects and one
//! with as many as keep.eu has of 2014-2020; here that becomes medians.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::EXPLORER;
use crate::bench::figures::{Folder, thousands};
use crate::bench::map::many;
use crate::bench::report::{self, list, number, text};
use crate::bench::site::Site;
use crate::bench::table::{Table, middle, milliseconds};
use crate::places::Places;

/// Visits to each explorer.
const RUNS: usize = 5;

/// Ticks of each visit, as `bench/click.cjs` has it.
const TICKS: usize = 6;

/// Milliseconds after a click.
#[derive(Clone, Copy, Debug)]
struct Answer {
    /// Until the last change of the document.
    change: f64,
    /// Until the second animation frame after it.
    frame: f64,
}

/// The table.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let folder = Folder::make(places.target.join("bench-click"))?;
    let (many, projects, source) = many(places, site, &folder.0)?;
    let (browser, answers) = visit(places, &[site, &many], &folder.0.join("visits.json"))?;
    let names = ["ten projects".to_owned(), format!("{} projects", thousands(projects))];
    Ok(section(&browser, source, names.iter().zip(&answers)))
}

fn visit(places: &Places, sites: &[&Site], out: &Path) -> Result<(String, Vec<Vec<Answer>>)> {
    let addresses = sites.iter().map(|site| site.url(EXPLORER).into());
    let seen = report::visit(places, "click.cjs", RUNS, out, addresses, &[])?;
    let answers = read(&seen, sites.len(), RUNS * TICKS);
    let answers = answers.with_context(|| format!("{} is of no use", out.display()))?;
    Ok((text(&seen["browser"])?, answers))
}

/// So many answers of each of so many sites.
fn read(report: &Value, sites: usize, answers: usize) -> Result<Vec<Vec<Answer>>> {
    let seen = list(&report["sites"], |site| {
        report::runs_of(site, answers, |answer| {
            let answer =
                Answer { change: number(&answer["change"])?, frame: number(&answer["frame"])? };
            ensure!(answer.change <= answer.frame, "a frame comes before its change");
            Ok(answer)
        })
    })?;
    ensure!(seen.len() == sites, "the report has {} sites, not {sites}", seen.len());
    Ok(seen)
}

fn section<'a>(
    browser: &str,
    source: &str,
    sites: impl Iterator<Item = (&'a String, &'a Vec<Answer>)>,
) -> String {
    let mut table = Table::new(["catalogue", "last change", "second frame after it"]);
    for (name, answers) in sites {
        let change = middle(answers, |answer| answer.change);
        let frame = middle(answers, |answer| answer.frame);
        table.row([name.clone(), milliseconds(change), milliseconds(frame)]);
    }
    format!(
        "\
## A filter click

Chromium {browser}, headless and without a graphics card, a window of 1440 by 900, the
server on the same machine. From a click on a theme at `{EXPLORER}` to the last change of the
document, and to the second animation frame after it. Medians of {TICKS} clicks in each of
{RUNS} visits, after one visit that is not counted. The many projects are {source}.

{}",
        table.markdown()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::tests::tight;
    use serde_json::json;

    #[test]
    fn the_table_has_the_medians_of_each_explorer() -> Result<()> {
        let site = json!([
            { "change": 40.0, "frame": 60.0 },
            { "change": 50.0, "frame": 80.0 },
            { "change": 900.0, "frame": 900.0 },
        ]);
        let answers = read(&json!({ "sites": [site] }), 1, 3)?;
        let name = "ten".to_owned();
        let said = section("156.0", "made up", [&name].into_iter().zip(&answers));
        assert!(tight(&said).contains("| ten | 50 ms | 80 ms |"), "{said}");
        Ok(())
    }

    #[test]
    fn what_is_missing_or_no_figure_is_rejected() {
        for answer in [
            json!({ "change": 40.0 }),
            json!({ "change": "40", "frame": 60.0 }),
            json!({ "change": 70.0, "frame": 60.0 }),
        ] {
            assert!(read(&json!({ "sites": [[answer]] }), 1, 1).is_err(), "{answer}");
        }
        let answer = json!({ "change": 40.0, "frame": 60.0 });
        assert!(read(&json!({ "sites": [[answer.clone()]] }), 1, 2).is_err());
        assert!(read(&json!({ "sites": [[answer]] }), 2, 1).is_err());
    }
}
