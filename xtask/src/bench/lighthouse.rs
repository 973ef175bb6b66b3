//! Page loads in a real browser, by Lighthouse: scores, times, requests.
//!
//! Lighthouse loads each page five times as a phone of the middle class on slow
//! 4G would: it loads once at full speed and computes from what it observed. All
//! figures of a page are those of one load, the median by performance score.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::page_load::Load;
use crate::bench::site::Site;
use crate::bench::table::{Table, kb, milliseconds};
use crate::bench::{ABOUT, EXPLORER, PROJECT};
use crate::cache::npm_install;
use crate::places::{Places, forget_own_package};
use crate::step::{say, succeed};
use crate::test::chromium;

/// Loads of each page.
const LOADS: usize = 5;

/// Nothing that would take time from the page or ask anybody else.
const CHROME: &str = "--headless=new --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// The tables of scores, requests and times.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let lighthouse = Lighthouse::ensure(places)?;
    let mut pages = Vec::new();
    for path in [EXPLORER, PROJECT, ABOUT] {
        pages.push((path, lighthouse.median(site, path)?));
    }
    let version = pages.first().map_or("", |(_, load)| &load.version);
    Ok(format!(
        "\
## Page loads

Lighthouse {version}, mobile preset with simulated throttling, {}, the server on the
same machine; of {LOADS} loads the median by performance score.

{}
{}
What the browser asked for during that load. \"Elsewhere\" counts requests to any other
origin.

{}
Time to the first byte and until the page can be read: simulated for the phone, and as
observed here at full speed.

{}",
        browser(&lighthouse.chromium)?,
        scores(&pages),
        shortfalls(&pages),
        requests(&pages),
        times(&pages)
    ))
}

type Pages<'a> = [(&'a str, Load)];

fn scores(pages: &Pages) -> String {
    let mut table = Table::new([
        "page",
        "performance",
        "accessibility",
        "best practices",
        "SEO",
        "LCP",
        "TBT",
        "CLS",
    ]);
    for (path, load) in pages {
        let [performance, accessibility, practices, seo] =
            load.scores.map(|score| score.to_string());
        table.row([
            format!("`{path}`"),
            performance,
            accessibility,
            practices,
            seo,
            milliseconds(load.contentful_largest),
            milliseconds(load.blocked),
            format!("{:.3}", load.shift),
        ]);
    }
    table.markdown()
}

/// A list of the audits that did not reach their best.
fn shortfalls(pages: &Pages) -> String {
    let lines = pages.iter().map(|(path, load)| match load.shortfalls.as_slice() {
        [] => format!("- `{path}`: every audit is at its best\n"),
        some => format!("- `{path}`: below their best: {}\n", some.join(", ")),
    });
    lines.collect()
}

fn requests(pages: &Pages) -> String {
    let mut table = Table::new(["page", "requests", "elsewhere", "sent over the wire"]);
    for (path, load) in pages {
        let (all, elsewhere) = (load.requests.to_string(), load.elsewhere.len().to_string());
        table.row([format!("`{path}`"), all, elsewhere, kb(load.bytes)]);
    }
    let offenders = pages.iter().flat_map(|(_, load)| &load.elsewhere);
    offenders.fold(table.markdown(), |text, url| text + "\nElsewhere: " + url + "\n")
}

fn times(pages: &Pages) -> String {
    let mut table = Table::new([
        "page",
        "first byte, observed",
        "first paint, observed",
        "simulated",
        "largest paint, observed",
        "simulated",
    ]);
    for (path, load) in pages {
        let figures = [
            load.first_byte,
            load.contentful_observed,
            load.contentful,
            load.contentful_largest_observed,
            load.contentful_largest,
        ];
        let [byte, first, first_simulated, largest, largest_simulated] = figures.map(milliseconds);
        let page = format!("`{path}`");
        table.row([page, byte, first, first_simulated, largest, largest_simulated]);
    }
    table.markdown()
}

struct Lighthouse {
    program: PathBuf,
    chromium: PathBuf,
    flags: String,
    reports: PathBuf,
}

impl Lighthouse {
    fn ensure(places: &Places) -> Result<Self> {
        let modules = npm_install(places, &places.root.join("bench/npm"))?;
        let sandbox = if chromium::is_root() { " --no-sandbox" } else { "" };
        let reports = places.target.join("bench/lighthouse");
        fs::create_dir_all(&reports)
            .with_context(|| format!("cannot create {}", reports.display()))?;
        Ok(Self {
            program: modules.join("lighthouse/cli/index.js"),
            chromium: chromium::ensure()?,
            flags: format!("--chrome-flags={CHROME}{sandbox}"),
            reports,
        })
    }

    fn median(&self, site: &Site, path: &str) -> Result<Load> {
        let mut loads = Vec::new();
        for number in 1..=LOADS {
            let load = self.load(&site.url(path), path, number)?;
            say(format_args!("  {path}, load {number} of {LOADS}: {}", load.scores[0]));
            loads.push(load);
        }
        // Among equal scores the largest paint decides.
        let key = |load: &Load| (load.scores[0], -load.contentful_largest);
        loads.sort_by(|a, b| key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal));
        loads.into_iter().nth(LOADS / 2).context("no load was measured")
    }

    fn load(&self, url: &str, path: &str, number: usize) -> Result<Load> {
        let name = path.trim_start_matches('/').replace('/', "-");
        let report = self.reports.join(format!("{name}-{number}.json"));
        let mut node = Command::new("node");
        forget_own_package(&mut node);
        node.arg(&self.program).arg(url).arg(&self.flags).args([
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            "--only-categories=performance,accessibility,best-practices,seo",
        ]);
        node.arg("--output-path").arg(&report).env("CHROME_PATH", &self.chromium);
        succeed(&mut node)?;
        let text = fs::read(&report).context("Lighthouse wrote no report")?;
        Load::from_report(&serde_json::from_slice(&text)?, url)
            .with_context(|| format!("{} is of no use", report.display()))
    }
}

/// The browser's name and version as it gives them.
fn browser(chromium: &Path) -> Result<String> {
    let version = crate::step::output(Command::new(chromium).arg("--version"))?;
    // Debian adds where it was built.
    Ok(version.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}
