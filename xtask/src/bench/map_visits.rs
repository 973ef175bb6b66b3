//! What `bench/map.cjs` saw on its visits to an explorer's map.
//!
//! Nothing is taken for granted, see [`report`](super::report).

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::report::{list, number, runs_of, text, whole};

/// Everything that was seen.
#[derive(Debug)]
pub struct Visits {
    /// The browser's version.
    pub browser: String,
    /// An explorer each, in the order in which they were named.
    pub sites: Vec<Seen>,
}

/// What was seen of one explorer; a figure for each visit.
#[derive(Debug)]
pub struct Seen {
    /// From the first interest to a map that moves.
    pub wakes: Vec<Wake>,
    /// Frames of the layer of projects.
    pub projects: Gestures,
    /// Frames of the network.
    pub network: Gestures,
    /// From a filter to other markers, on a map that is where the answer put it.
    pub filters: Vec<Change>,
    /// The same on a map that the visitor has moved.
    pub moved: Vec<Change>,
    /// What was sent.
    pub sent: Sent,
    /// Addresses of another origin that were asked for, on any visit.
    pub elsewhere: Vec<String>,
}

/// How long it took the map to wake, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Wake {
    /// Until keys and drags work.
    pub awake: f64,
    /// Until its own basemap is drawn.
    pub ready: f64,
}

/// Milliseconds from frame to frame, for each visit.
#[derive(Debug)]
pub struct Gestures {
    /// While the map is dragged.
    pub drag: Vec<Vec<f64>>,
    /// While it is zoomed.
    pub zoom: Vec<Vec<f64>>,
}

/// When other markers stood on the map, in milliseconds after the click.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// For the first time.
    pub first: f64,
    /// For the last.
    pub last: f64,
}

/// What was sent, on one visit.
#[derive(Debug)]
pub struct Sent {
    /// Before anybody took an interest in the map.
    pub page: Bytes,
    /// The script of the map.
    pub script: Bytes,
    /// The tiles of what it shows first.
    pub tiles: Bytes,
    /// Anything else after the interest.
    pub rest: Bytes,
    /// What of the map was asked for before, and should not have been.
    pub early: Vec<String>,
}

/// Requests, and the bytes of their answers with headers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Bytes {
    /// How many.
    pub requests: usize,
    /// How much.
    pub bytes: usize,
}

impl Visits {
    /// Reads the report about so many explorers, visited so often each.
    pub fn from_report(report: &Value, sites: usize, runs: usize) -> Result<Self> {
        let browser = text(&report["browser"]).context("the report does not name the browser")?;
        let seen = list(&report["sites"], |site| Seen::from_report(site, runs));
        let seen = seen.context("the report has no sites")?;
        ensure!(seen.len() == sites, "the report has {} sites, not {sites}", seen.len());
        Ok(Self { browser, sites: seen })
    }
}

impl Seen {
    fn from_report(site: &Value, runs: usize) -> Result<Self> {
        let layer = |name: &str| {
            let visits = &site["layers"][name];
            let frames = |gesture: &str| {
                runs_of(visits, runs, |visit| frames(&visit[gesture]))
                    .with_context(|| format!("no {gesture} on the layer {name}"))
            };
            anyhow::Ok(Gestures { drag: frames("drag")?, zoom: frames("zoom")? })
        };
        let changes = |name: &str| {
            let changes = runs_of(&site[name], runs, |change| {
                let [first, last] = [number(&change["first"])?, number(&change["last"])?];
                ensure!(first <= last, "the last change comes before the first");
                Ok(Change { first, last })
            });
            changes.with_context(|| format!("no {name}"))
        };
        let wakes = runs_of(&site["wakes"], runs, |wake| {
            Ok(Wake { awake: number(&wake["awake"])?, ready: number(&wake["ready"])? })
        });
        Ok(Self {
            wakes: wakes.context("no wakes")?,
            projects: layer("projects")?,
            network: layer("network")?,
            filters: changes("filters")?,
            moved: changes("moved")?,
            sent: Sent::from_report(&site["sent"]).context("not what was sent")?,
            elsewhere: list(&site["elsewhere"], text).context("no requests elsewhere")?,
        })
    }
}

impl Sent {
    fn from_report(sent: &Value) -> Result<Self> {
        let bytes = |name: &str| {
            let of = |figure: &str| whole(&sent[name][figure]);
            let [requests, bytes] = ["requests", "bytes"].map(of);
            let seen = requests.and_then(|requests| Ok(Bytes { requests, bytes: bytes? }));
            seen.with_context(|| format!("no weight of the {name}"))
        };
        Ok(Self {
            page: bytes("page")?,
            script: bytes("script")?,
            tiles: bytes("tiles")?,
            rest: bytes("rest")?,
            early: list(&sent["early"], text)?,
        })
    }
}

/// The frames of a gesture, of which there must be some.
fn frames(value: &Value) -> Result<Vec<f64>> {
    let frames = list(value, number)?;
    ensure!(!frames.is_empty(), "not a single frame");
    Ok(frames)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::json;

    /// A report of two visits to one explorer.
    pub fn report() -> Value {
        let gestures = json!([
            { "drag": [16.0, 17.0, 30.0], "zoom": [16.0] },
            { "drag": [16.0, 16.0, 18.0], "zoom": [18.0] },
        ]);
        let changes = json!([{ "first": 40.0, "last": 40.0 }, { "first": 60.0, "last": 500.0 }]);
        let bytes = |requests: usize, bytes: usize| json!({ "requests": requests, "bytes": bytes });
        json!({
            "browser": "156.0",
            "sites": [{
                "wakes": [
                    { "awake": 100.0, "ready": 300.0 },
                    { "awake": 120.0, "ready": 200.0 },
                ],
                "layers": { "projects": gestures, "network": gestures },
                "filters": changes,
                "moved": changes,
                "sent": {
                    "page": bytes(5, 228_000),
                    "script": bytes(1, 80_000),
                    "tiles": bytes(4, 50_000),
                    "rest": bytes(0, 0),
                    "early": [],
                },
                "elsewhere": [],
            }],
        })
    }

    #[test]
    fn a_whole_report_is_read() -> Result<()> {
        let visits = Visits::from_report(&report(), 1, 2)?;
        assert_eq!(visits.browser, "156.0");
        let seen = &visits.sites[0];
        assert_eq!(seen.projects.drag[0].len(), 3);
        assert_eq!(seen.sent.tiles, Bytes { requests: 4, bytes: 50_000 });
        Ok(())
    }

    #[test]
    fn whatever_is_missing_or_no_figure_is_refused() {
        assert!(Visits::from_report(&report(), 2, 2).is_err());
        assert!(Visits::from_report(&report(), 1, 3).is_err());
        for (place, instead) in [
            ("/browser", json!(156)),
            ("/sites/0/wakes/0/awake", Value::Null),
            ("/sites/0/wakes/1/ready", json!("200")),
            ("/sites/0/layers/network", json!({})),
            ("/sites/0/layers/projects/0/drag", json!([])),
            ("/sites/0/layers/projects/1/zoom", json!([-1.0])),
            ("/sites/0/filters/1/last", json!(20.0)),
            ("/sites/0/moved", json!([])),
            ("/sites/0/sent/page/bytes", json!(0.5)),
            ("/sites/0/sent/early", json!([1])),
            ("/sites/0/elsewhere", Value::Null),
        ] {
            let mut report = report();
            *report.pointer_mut(place).unwrap() = instead;
            assert!(Visits::from_report(&report, 1, 2).is_err(), "{place}");
        }
    }
}
