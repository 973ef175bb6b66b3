//! What is sent, in bytes: the assets as packed, the pages as served.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::bench::site::Site;
use crate::bench::table::{Table, kb, percent};
use crate::bench::{ABOUT, EXPLORER, PROJECT};
use crate::places::Places;
use crate::stamp::read;
use crate::test::budget::{BUDGETS, brotli_size};

/// Bytes of brotli that the explorer's page may be.
const EXPLORER_HTML: u64 = 20_000;

/// Both tables.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let manifest = serde_json::from_slice(&read(&places.dist.join("manifest.json"))?)
        .context("dist/manifest.json is broken; remove dist/ and build again")?;
    Ok(format!(
        "\
## Weight

Assets as `dist/manifest.json` has them, compressed at the best level when they are
built. Which of them a page load fetches stands under \"Page loads\".

{}
Against the budgets, in brotli; the explorer's page with all ten projects and the map:

{}
Pages, as the server sends them with `Accept-Encoding: br`:

{}",
        assets(&manifest)?,
        budgets(&manifest, site)?,
        pages(site)?
    ))
}

fn assets(manifest: &Value) -> Result<String> {
    let mut table = Table::new(["asset", "raw", "gzip", "brotli"]);
    for (name, entry) in manifest.as_object().context("dist/manifest.json is no object")? {
        let size =
            |key: &str| entry[key].as_u64().map_or("–".to_owned(), |bytes| kb(bytes as usize));
        table.row([name.clone(), size("bytes"), size("gzip"), size("brotli")]);
    }
    Ok(table.markdown())
}

fn budgets(manifest: &Value, site: &Site) -> Result<String> {
    let mut table = Table::new(["what", "sent", "budget", "of it"]);
    let mut row = |what: &str, sent: u64, budget: u64| {
        let share = percent(sent as f64, budget as f64);
        table.row([what.to_owned(), kb(sent as usize), kb(budget as usize), share]);
    };
    for (what, names, budget) in BUDGETS {
        row(what, brotli_size(manifest, names)?, budget);
    }
    row("the explorer's HTML", as_served(site, EXPLORER)? as u64, EXPLORER_HTML);
    Ok(table.markdown())
}

fn pages(site: &Site) -> Result<String> {
    let mut table = Table::new(["page", "raw", "brotli"]);
    for path in [EXPLORER, PROJECT, ABOUT] {
        let raw = site.get(path, &[])?.body.len();
        table.row([format!("`{path}`"), kb(raw), kb(as_served(site, path)?)]);
    }
    Ok(table.markdown())
}

/// The bytes of a page's body for a browser, which takes brotli.
fn as_served(site: &Site, path: &str) -> Result<usize> {
    let reply = site.get(path, &[("Accept-Encoding", "br")])?;
    let encoding = reply.header("content-encoding");
    anyhow::ensure!(
        encoding == Some("br"),
        "{} came as {encoding:?}, not br: did the server lose its compression?",
        site.url(path)
    );
    Ok(reply.body.len())
}
