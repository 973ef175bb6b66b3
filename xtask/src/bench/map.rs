//! The slippy map in a real browser: how soon it moves, how smoothly, what it costs.
//!
//! `bench/map.cjs` visits two explorers as people do, one with the ten projects and
//! one with as many as keep.eu has of 2014-2020, and notes what each visit saw
//! ([`map_visits`](super::map_visits)); here that becomes medians beside what is
//! wanted.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::EXPLORER;
use crate::bench::figures::{Folder, thousands};
use crate::bench::import::{self, real_export};
use crate::bench::map_visits::{Bytes, Change, Seen, Visits};
use crate::bench::report;
use crate::bench::site::Site;
use crate::bench::table::{Table, kb, middle, milliseconds, percentile};
use crate::places::Places;

/// Visits for each figure.
const RUNS: usize = 5;

/// How many projects stand in for keep.eu's export where that is not at hand.
const MANY: usize = 1_852;

/// From the first interest to a map that moves, in milliseconds.
const WAKE: f64 = 400.0;

/// From frame to frame while the map is moved, in 95 of 100 cases.
const FRAME: f64 = 20.0;

/// The tables.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let folder = Folder::make(places.target.join("bench-map"))?;
    let (many, projects, source) = many(places, site, &folder.0)?;
    let visits = visit(places, &[site, &many], &folder.0.join("visits.json"))?;
    Ok(section(&visits, projects, source))
}

fn section(visits: &Visits, projects: usize, source: &str) -> String {
    let names = ["ten projects".to_owned(), format!("{} projects", thousands(projects))];
    let named = || names.iter().map(String::as_str).zip(&visits.sites);
    let version = &visits.browser;
    format!(
        "\
## The map

Chromium {version}, headless and without a graphics card, a window of 1440 by 900, the
server on the same machine. Medians of {RUNS} visits to `{EXPLORER}`, each with an empty cache,
after one that is not counted. The many projects are {source}.

From the pointer coming onto the map until keys and drags move it (\"awake\") and until its
own basemap stands in place of the server's drawing (\"ready\"):

{}
From frame to frame while a mouse drags the map to and fro for three seconds, or a wheel comes
closer and goes back; \"worst\" is the median of each visit's worst:

{}
What is sent over the wire, headers too; the map's own is fetched at the first interest:

{}
{}
From a click on a theme until other markers stand on the map. Where the visitor has moved it, it
stays and asks for the markers of what is seen; else it goes where the answer leads, and the
last change is that of what it shows there.

{}",
        wakes(named()),
        frames(named()),
        sent(named()),
        strangers(named()),
        changes(named()),
    )
}

/// An explorer with many projects, how many, and whose they are.
pub fn many(places: &Places, site: &Site, folder: &Path) -> Result<(Site, usize, &'static str)> {
    let (file, source) = match real_export(places) {
        Some(file) => (file, "keep.eu's export of the closed projects of 2014-2020"),
        None => (import::generate(places, MANY, folder)?, "generated with the same distributions"),
    };
    let data = folder.join("data");
    let projects = import::import(site, &file, &data)?.projects;
    let mut command = Command::new(&site.binary);
    command.args(["serve", "--data"]).arg(data).arg("--listen");
    let many = Site::serve(&mut command, "/readyz")?;
    Ok((many, usize::try_from(projects)?, source))
}

fn visit(places: &Places, sites: &[&Site], out: &Path) -> Result<Visits> {
    let addresses = sites.iter().map(|site| site.url(EXPLORER).into());
    let seen = report::visit(places, "map.cjs", RUNS, out, addresses, &[])?;
    Visits::from_report(&seen, sites.len(), RUNS)
        .with_context(|| format!("{} is of no use", out.display()))
}

fn wakes<'a>(sites: impl Iterator<Item = (&'a str, &'a Seen)>) -> String {
    let mut table = Table::new(["catalogue", "awake", "ready", "wanted"]);
    for (name, seen) in sites {
        let awake = time(&seen.wakes, |wake| wake.awake);
        let ready = time(&seen.wakes, |wake| wake.ready);
        table.row([name.to_owned(), awake, ready, format!("≤ {}", milliseconds(WAKE))]);
    }
    table.markdown()
}

fn frames<'a>(sites: impl Iterator<Item = (&'a str, &'a Seen)>) -> String {
    let mut table = Table::new(["map", "p50", "p95", "p95 wanted", "worst"]);
    for (name, seen) in sites {
        for (layer, gestures) in [("projects", &seen.projects), ("network", &seen.network)] {
            for (gesture, visits) in [("drag", &gestures.drag), ("zoom", &gestures.zoom)] {
                let what = format!("{name}, {layer}, {gesture}");
                let [p50, p95, worst] =
                    [0.5, 0.95, 1.0].map(|share| time(visits, |one| percentile(one, share)));
                table.row([what, p50, p95, format!("≤ {}", milliseconds(FRAME)), worst]);
            }
        }
    }
    table.markdown()
}

fn sent<'a>(sites: impl Iterator<Item = (&'a str, &'a Seen)>) -> String {
    let mut table = Table::new(["what", "requests", "sent"]);
    for (name, Seen { sent, .. }) in sites {
        for (what, Bytes { requests, bytes }) in [
            ("the page", sent.page),
            ("the map's script", sent.script),
            ("the tiles of the first view", sent.tiles),
            ("anything else for the map", sent.rest),
        ] {
            table.row([format!("{name}: {what}"), requests.to_string(), kb(bytes)]);
        }
    }
    table.markdown()
}

/// What was asked for too early, or of anybody else.
fn strangers<'a>(sites: impl Iterator<Item = (&'a str, &'a Seen)>) -> String {
    let (mut early, mut elsewhere) = (String::new(), String::new());
    for (name, seen) in sites {
        let line = |what: &str, address: &String| format!("- {name}: {what} {address}\n");
        early.extend(
            seen.sent.early.iter().map(|path| line("without any interest in the map,", path)),
        );
        elsewhere.extend(seen.elsewhere.iter().map(|url| line("asked elsewhere,", url)));
    }
    if early.is_empty() {
        early.push_str("- Without interest in the map nothing of it was asked for.\n");
    }
    if elsewhere.is_empty() {
        elsewhere.push_str("- Nothing was asked of another origin, on any visit.\n");
    }
    early + &elsewhere
}

fn changes<'a>(sites: impl Iterator<Item = (&'a str, &'a Seen)>) -> String {
    let mut table = Table::new(["map", "first change", "last change"]);
    for (name, seen) in sites {
        for (what, changes) in [("as it came", &seen.filters), ("moved", &seen.moved)] {
            let first = time(changes, |Change { first, .. }| *first);
            let last = time(changes, |Change { last, .. }| *last);
            table.row([format!("{name}, {what}"), first, last]);
        }
    }
    table.markdown()
}

/// The median of a time of all visits.
fn time<T>(visits: &[T], figure: impl Fn(&T) -> f64) -> String {
    milliseconds(middle(visits, figure))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::map_visits::tests::report;
    use crate::bench::table::tests::tight;
    use serde_json::json;

    fn seen(report: &serde_json::Value) -> Result<Seen> {
        let visits = Visits::from_report(report, 1, 2)?;
        visits.sites.into_iter().next().context("no site")
    }

    #[test]
    fn figures_are_medians_of_visits_beside_what_is_wanted() -> Result<()> {
        let seen = seen(&report())?;
        let sites = || [("ten", &seen)].into_iter();
        for (table, row) in [
            (wakes(sites()), "| ten | 110 ms | 250 ms | ≤ 400 ms |"),
            (frames(sites()), "| ten, projects, drag | 16 ms | 24 ms | ≤ 20 ms | 24 ms |"),
            (frames(sites()), "| ten, network, zoom | 17 ms | 17 ms | ≤ 20 ms | 17 ms |"),
            (sent(sites()), "| ten: the map's script | 1 | 80.0 kB |"),
            (changes(sites()), "| ten, moved | 50 ms | 270 ms |"),
        ] {
            assert!(tight(&table).contains(row), "{row} not in\n{table}");
        }
        Ok(())
    }

    #[test]
    fn the_section_says_on_what_and_of_what_its_figures_are() -> Result<()> {
        let said = section(&Visits::from_report(&report(), 1, 2)?, 1_852, "made up");
        assert!(said.starts_with("## The map\n\nChromium 156.0, "));
        assert!(said.contains("The many projects are made up.\n\nFrom the pointer"));
        Ok(())
    }

    #[test]
    fn what_should_not_have_been_asked_for_is_named() -> Result<()> {
        let quiet = seen(&report())?;
        let said = strangers([("ten", &quiet)].into_iter());
        assert!(said.contains("nothing of it was asked for") && said.contains("on any visit"));
        let mut loud = report();
        loud["sites"][0]["sent"]["early"] = json!(["/pkg/map-0.js"]);
        loud["sites"][0]["elsewhere"] = json!(["https://tiles.example/1"]);
        let said = strangers([("ten", &seen(&loud)?)].into_iter());
        assert_eq!(
            said,
            "- ten: without any interest in the map, /pkg/map-0.js\n\
             - ten: asked elsewhere, https://tiles.example/1\n"
        );
        Ok(())
    }
}
