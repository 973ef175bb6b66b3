//! What `bench/embed.cjs` saw on its visits to a town's page with the explorer in it.
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
    /// The screens on which every page was visited.
    pub screens: Vec<Screen>,
    /// The scripts that give a frame its height, ours first.
    pub followers: Vec<Follower>,
}

/// A screen, and the pages seen on it.
#[derive(Debug)]
pub struct Screen {
    /// What it is called.
    pub name: String,
    /// The town's pages.
    pub pages: Vec<Page>,
}

/// A page of the town.
#[derive(Debug)]
pub struct Page {
    /// What is on it.
    pub name: String,
    /// The same page without an embed, where this is not that.
    pub beside: Option<String>,
    /// What each visit saw.
    pub visits: Vec<Visit>,
}

/// What one visit saw.
#[derive(Clone, Debug)]
pub struct Visit {
    /// When the largest thing of the page around the frame was painted, in milliseconds.
    pub paint: f64,
    /// The cumulative layout shift of the page around the frame, to its end.
    pub shift: f64,
    /// The frame, where one was on the first screen.
    pub embed: Option<Embed>,
    /// What was sent except the client.
    pub read: Bytes,
    /// The client: the wasm and its glue.
    pub live: Bytes,
    /// Addresses of neither the town nor the explorer that were asked for.
    pub elsewhere: Vec<String>,
}

/// How soon a frame was of use, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Embed {
    /// From the frame's own start until its list was drawn.
    pub readable: f64,
    /// From the frame's own start until the wasm had hydrated it.
    pub ready: f64,
    /// From the start of the page around it until its list was drawn.
    pub since: f64,
}

/// Answers, and the bytes of their bodies and headers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Bytes {
    /// How many.
    pub requests: usize,
    /// Of the bodies, as compressed.
    pub bytes: usize,
    /// Of the headers.
    pub headers: usize,
}

/// A script that gives a frame the height of its content.
#[derive(Debug)]
pub struct Follower {
    /// What it is called.
    pub name: String,
    /// How often the content changed on each visit.
    pub changes: usize,
    /// Bytes of brotli of the part on the page around the frame.
    pub outer: usize,
    /// Bytes of brotli of the part in the frame.
    pub inner: usize,
    /// For each visit, from each change of the content until the frame was as high.
    pub times: Vec<Vec<f64>>,
}

impl Visits {
    /// Reads the report about pages that were visited so often each.
    pub fn from_report(report: &Value, runs: usize) -> Result<Self> {
        let browser = text(&report["browser"]).context("the report does not name the browser")?;
        let screens = list(&report["screens"], |screen| Screen::from_report(screen, runs));
        let followers = list(&report["followers"], |one| Follower::from_report(one, runs));
        Ok(Self {
            browser,
            screens: screens.context("the report has no screens")?,
            followers: followers.context("the report has no scripts for heights")?,
        })
    }
}

impl Screen {
    fn from_report(screen: &Value, runs: usize) -> Result<Self> {
        let name = text(&screen["name"])?;
        let pages = list(&screen["pages"], |page| {
            let name = text(&page["name"])?;
            let beside = match &page["beside"] {
                Value::Null => None,
                beside => Some(text(beside)?),
            };
            let visits = runs_of(&page["visits"], runs, Visit::from_report);
            let visits = visits.with_context(|| format!("no visits to {name}"))?;
            let framed = visits.iter().filter(|visit| visit.embed.is_some()).count();
            ensure!(framed == 0 || framed == runs, "{name}: a frame on {framed} of {runs} visits");
            let is_live = |visit: &Visit| visit.embed.is_none() || visit.live.bytes > 0;
            ensure!(visits.iter().all(is_live), "{name}: no browser half was seen to be sent");
            Ok(Page { name, beside, visits })
        });
        Ok(Self { pages: pages.with_context(|| format!("no pages on the screen {name}"))?, name })
    }
}

impl Visit {
    fn from_report(visit: &Value) -> Result<Self> {
        let bytes = |name: &str| {
            let of = |figure: &str| whole(&visit["sent"][name][figure]);
            let read = || {
                anyhow::Ok(Bytes {
                    requests: of("requests")?,
                    bytes: of("bytes")?,
                    headers: of("headers")?,
                })
            };
            read().with_context(|| format!("no weight of what was sent to {name}"))
        };
        let paint = number(&visit["paint"]).context("no largest paint")?;
        ensure!(paint > 0.0, "nothing was painted");
        Ok(Self {
            paint,
            shift: number(&visit["shift"]).context("no layout shift")?,
            embed: match &visit["embed"] {
                Value::Null => None,
                embed => Some(Embed::from_report(embed).context("no times of the frame")?),
            },
            read: bytes("read")?,
            live: bytes("live")?,
            elsewhere: list(&visit["elsewhere"], text).context("no requests elsewhere")?,
        })
    }
}

impl Embed {
    fn from_report(embed: &Value) -> Result<Self> {
        let [readable, ready, since] =
            ["readable", "ready", "since"].map(|name| number(&embed[name]));
        Ok(Self { readable: readable?, ready: ready?, since: since? })
    }
}

impl Follower {
    fn from_report(follower: &Value, runs: usize) -> Result<Self> {
        let name = text(&follower["name"])?;
        let times = runs_of(&follower["times"], runs, |times| {
            let times = list(times, number)?;
            ensure!(!times.is_empty(), "not a single change");
            Ok(times)
        });
        Ok(Self {
            changes: whole(&follower["changes"])?,
            outer: whole(&follower["outer"])?,
            inner: whole(&follower["inner"])?,
            times: times.with_context(|| format!("no times of {name}"))?,
            name,
        })
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::json;

    /// A report of two visits to each page of one screen.
    pub fn report() -> Value {
        let visit = |paint: f64, shift: f64, embed: Value| {
            json!({
                "paint": paint,
                "shift": shift,
                "embed": embed,
                "sent": {
                    "read": { "requests": 4, "bytes": 24_000, "headers": 3_000 },
                    "live": { "requests": 2, "bytes": 242_000, "headers": 600 },
                },
                "elsewhere": [],
            })
        };
        let embed = |readable: f64| json!({ "readable": readable, "ready": 300.0, "since": 150.0 });
        json!({
            "browser": "156.0",
            "screens": [{
                "name": "wide",
                "pages": [
                    {
                        "name": "no embed",
                        "beside": null,
                        "visits": [visit(50.0, 0.0, Value::Null), visit(60.0, 0.0, Value::Null)],
                    },
                    {
                        "name": "element",
                        "beside": "no embed",
                        "visits": [visit(50.0, 0.01, embed(80.0)), visit(71.0, 0.03, embed(90.0))],
                    },
                ],
            }],
            "followers": [
                { "name": "ours", "changes": 2, "outer": 1_400, "inner": 700, "times": [[10.0, 20.0], [12.0]] },
                { "name": "theirs", "changes": 2, "outer": 5_000, "inner": 5_000, "times": [[30.0], [30.0]] },
            ],
        })
    }

    #[test]
    fn a_whole_report_is_read() -> Result<()> {
        let visits = Visits::from_report(&report(), 2)?;
        let page = &visits.screens[0].pages[1];
        assert_eq!((page.name.as_str(), page.visits.len()), ("element", 2));
        let sent = Bytes { requests: 4, bytes: 24_000, headers: 3_000 };
        assert_eq!(page.visits[0].read, sent);
        assert!(visits.screens[0].pages[0].visits[0].embed.is_none());
        assert_eq!(visits.followers[0].times[1].len(), 1);
        Ok(())
    }

    #[test]
    fn whatever_is_missing_or_no_figure_is_refused() {
        assert!(Visits::from_report(&report(), 3).is_err());
        for (place, instead) in [
            ("/browser", json!(156)),
            ("/screens/0/name", Value::Null),
            ("/screens/0/pages/1/beside", json!(0)),
            ("/screens/0/pages/0/visits/0/paint", json!(0.0)),
            ("/screens/0/pages/0/visits/1/shift", json!(-0.1)),
            ("/screens/0/pages/1/visits/0/embed", json!({ "readable": 1.0 })),
            // A frame on one visit, and not on the other.
            ("/screens/0/pages/1/visits/0/embed", Value::Null),
            ("/screens/0/pages/1/visits/0/sent/live/bytes", json!(0)),
            ("/screens/0/pages/1/visits/0/sent/live/bytes", json!("many")),
            ("/screens/0/pages/1/visits/0/elsewhere", Value::Null),
            ("/followers/0/outer", json!(0.5)),
            ("/followers/1/times/0", json!([])),
            ("/followers", Value::Null),
        ] {
            let mut report = report();
            *report.pointer_mut(place).unwrap() = instead;
            assert!(Visits::from_report(&report, 2).is_err(), "{place}");
        }
    }
}
