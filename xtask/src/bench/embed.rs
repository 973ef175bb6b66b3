//! The explorer on the page of another site: what that costs the page, and how soon it is read.
//!
//! `bench/embed.cjs` pastes the generator's own output into a town's page of another
//! origin and visits it with and without ([`embed_visits`](super::embed_visits)); here
//! that becomes medians beside what is wanted. Beside our script that gives frames
//! their height stands the one that most sites use for it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::embed_visits::{Embed, Follower, Page, Screen, Visit, Visits};
use crate::bench::report;
use crate::bench::rival::version;
use crate::bench::site::Site;
use crate::bench::table::{Table, kb, middle, milliseconds, percentile};
use crate::cache::npm_install;
use crate::places::Places;

/// Visits to each page.
const RUNS: usize = 5;
/// The embed generator, as a visitor from the Netherlands sees it.
const GENERATOR: &str = "/nl/embed";
/// What the town's page shows at its top.
const PICTURE: &str = "docs/images/explorer.png";
/// The other script for heights, an npm package.
const OTHER: &str = "iframe-resizer";

/// Bytes of brotli until the list and its map can be read.
const READ: usize = 40_000;
/// The same with what makes it live.
const ALL: usize = 280_000;
/// The page for whose embed no room is kept.
const WITHOUT_ROOM: &str = "without room";
/// The layout shift of a page whose first screen has such an embed.
const SHIFT: &str = "≤ 0.05";
/// The same where the height is reserved, or the embed is further down.
const NO_SHIFT: &str = "0";

/// The tables.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let modules = npm_install(places, &places.root.join("bench/npm-embed"))?;
    let other = version(&modules, OTHER)?;
    let out = places.target.join("bench-embed.json");
    let arguments = [site.url(GENERATOR).into(), places.root.join(PICTURE).into_os_string()];
    let seen = report::visit(places, "embed.cjs", RUNS, &out, arguments, &[modules])?;
    section(&Visits::from_report(&seen, RUNS).with_context(|| useless(&out))?, &other)
        .with_context(|| useless(&out))
}

fn useless(out: &Path) -> String {
    format!("{} is of no use", out.display())
}

fn section(visits: &Visits, other: &str) -> Result<String> {
    Ok(format!(
        "\
## On the pages of others

Chromium {}, headless, both servers on the same machine; \"wide\" is a window of 1440 by 900,
\"phone\" one of 390 by 844. A town's page of another origin has a picture at its top, a
heading and text, and what `{GENERATOR}` gives to copy, as it is. Medians of {RUNS} visits
with an empty cache, the pages in turn.

What the embed has the browser fetch, script and frame together, list and map: compressed
bodies, and the headers, which the budget does not count. The list can be read with everything
but the client, the wasm and its glue.

{}
What becomes of the page around it. The largest paint is that page's own; beside it stand the
medians of its difference from and its ratio to the same page without an embed, visited in the
same turn (wanted: none, and 1; the least that any embed can cost is an empty frame of another
origin, which here starts a process of its own). The layout shift (CLS) is counted while the page is scrolled to
its end, 2,000 pixels a second. The generator's snippets keep 900 pixels for what is to come.

{}
From the start of the frame, and of the page around it, until the list is drawn; and from the
start of the frame until filters need no new page (\"live\").

{}
{}
A script on the page around a frame and one in it give it the height of its content. Theirs is
{OTHER} {other}; both do the same on the same page, {changes} changes on each visit. The time is from
the message that has the content changed until the frame is as high.

{}",
        visits.browser,
        sent(&visits.screens)?,
        around(&visits.screens)?,
        inside(&visits.screens),
        strangers(&visits.screens),
        heights(&visits.followers)?,
        changes = visits.followers.first().map_or(0, |ours| ours.changes),
    ))
}

fn sent(screens: &[Screen]) -> Result<String> {
    let mut table = Table::new(["until", "requests", "sent", "wanted", "headers"]);
    for Screen { name, pages } in screens {
        // All of them send the same frame; the element needs the script as well.
        let page = pages.iter().rfind(|page| sees_frame(page));
        let page = page.with_context(|| format!("no frame on the screen {name}"))?;
        let of = |figure: fn(&Visit) -> usize| middle(&page.visits, |one| figure(one) as f64);
        for (until, figures, wanted) in [
            (
                "the list can be read",
                [of(|one| one.read.requests), of(|one| one.read.bytes), of(|one| one.read.headers)],
                READ,
            ),
            (
                "it is live",
                [
                    of(|one| one.read.requests + one.live.requests),
                    of(|one| one.read.bytes + one.live.bytes),
                    of(|one| one.read.headers + one.live.headers),
                ],
                ALL,
            ),
        ] {
            let [requests, bytes, headers] = figures.map(|figure| figure as usize);
            table.row([
                format!("{name}: {until}"),
                requests.to_string(),
                kb(bytes),
                format!("≤ {}", kb(wanted)),
                kb(headers),
            ]);
        }
    }
    Ok(table.markdown())
}

fn around(screens: &[Screen]) -> Result<String> {
    let mut table = Table::new(["page", "largest paint", "more", "ratio", "CLS", "CLS wanted"]);
    for Screen { name: screen, pages } in screens {
        for page in pages {
            let paint = middle(&page.visits, |visit| visit.paint);
            let ([more, ratio], wanted) = match &page.beside {
                None => (["", ""].map(str::to_owned), ""),
                Some(name) => {
                    let control = pages.iter().find(|page| page.name == *name);
                    let control = control.with_context(|| format!("no page with {name}"))?;
                    let turns: Vec<_> = page.visits.iter().zip(&control.visits).collect();
                    let more = middle(&turns, |(with, without)| with.paint - without.paint);
                    let ratio = middle(&turns, |(with, without)| with.paint / without.paint);
                    ([format!("{more:+.0} ms"), format!("{ratio:.2}")], shift_wanted(page))
                }
            };
            table.row([
                format!("{screen}: {}", page.name),
                milliseconds(paint),
                more,
                ratio,
                format!("{:.3}", middle(&page.visits, |visit| visit.shift)),
                wanted.to_owned(),
            ]);
        }
    }
    Ok(table.markdown())
}

/// A page that keeps room, or has the embed below the first screen, moves nothing.
fn shift_wanted(page: &Page) -> &'static str {
    if page.name.ends_with(WITHOUT_ROOM) { SHIFT } else { NO_SHIFT }
}

fn inside(screens: &[Screen]) -> String {
    let mut table = Table::new(["page", "list, of the frame", "list, of the page", "live"]);
    for Screen { name: screen, pages } in screens {
        for page in pages.iter().filter(|page| sees_frame(page)) {
            let embeds: Vec<Embed> = page.visits.iter().filter_map(|visit| visit.embed).collect();
            let of = |figure: fn(&Embed) -> f64| milliseconds(middle(&embeds, figure));
            table.row([
                format!("{screen}: {}", page.name),
                of(|embed| embed.readable),
                of(|embed| embed.since),
                of(|embed| embed.ready),
            ]);
        }
    }
    table.markdown()
}

/// Whether a frame was on its first screen, on every visit.
fn sees_frame(page: &Page) -> bool {
    page.visits.iter().all(|visit| visit.embed.is_some())
}

/// What was asked of anybody else.
fn strangers(screens: &[Screen]) -> String {
    let visits = screens.iter().flat_map(|screen| &screen.pages).flat_map(|page| &page.visits);
    let mut elsewhere: Vec<&str> =
        visits.flat_map(|visit| &visit.elsewhere).map(String::as_str).collect();
    elsewhere.sort_unstable();
    elsewhere.dedup();
    if elsewhere.is_empty() {
        return "No site but the town's and the explorer was asked for anything.\n".to_owned();
    }
    elsewhere.iter().map(|url| format!("- asked elsewhere: {url}\n")).collect()
}

fn heights(followers: &[Follower]) -> Result<String> {
    let mut table = Table::new(["script", "around", "in it", "together", "p50", "p95"]);
    let first = followers.first().context("no script of ours")?;
    let ours = (first.outer + first.inner) as f64;
    for Follower { name, outer, inner, times, .. } in followers {
        let of = |share| middle(times, |changes| percentile(changes, share));
        let together = outer + inner;
        table.row([
            name.clone(),
            kb(*outer),
            kb(*inner),
            format!("{} ({:.1} ×)", kb(together), together as f64 / ours),
            milliseconds(of(0.5)),
            milliseconds(of(0.95)),
        ]);
    }
    Ok(table.markdown())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::embed_visits::tests::report;
    use crate::bench::table::tests::tight;
    use serde_json::json;

    fn visits() -> Result<Visits> {
        Visits::from_report(&report(), 2)
    }

    #[test]
    fn figures_are_medians_of_visits_beside_what_is_wanted() -> Result<()> {
        let Visits { screens, followers, .. } = visits()?;
        for (table, row) in [
            (sent(&screens)?, "| wide: the list can be read | 4 | 24.0 kB | ≤ 40.0 kB | 3.0 kB |"),
            (sent(&screens)?, "| wide: it is live | 6 | 266.0 kB | ≤ 280.0 kB | 3.6 kB |"),
            (around(&screens)?, "| wide: no embed | 55 ms | | | 0.000 | |"),
            (around(&screens)?, "| wide: element | 60 ms | +6 ms | 1.09 | 0.020 | 0 |"),
            (inside(&screens), "| wide: element | 85 ms | 150 ms | 300 ms |"),
            (heights(&followers)?, "| ours | 1.4 kB | 0.7 kB | 2.1 kB (1.0 ×) | 11 ms | 16 ms |"),
            (heights(&followers)?, "| theirs | 5.0 kB | 5.0 kB | 10.0 kB (4.8 ×) | 30 ms |"),
        ] {
            assert!(tight(&table).contains(row), "{row} not in\n{table}");
        }
        Ok(())
    }

    #[test]
    fn the_section_says_on_what_its_figures_are() -> Result<()> {
        let said = section(&visits()?, "4.4.5")?;
        assert!(said.starts_with("## On the pages of others\n\nChromium 156.0, "));
        assert!(said.contains("iframe-resizer 4.4.5; "));
        assert!(said.contains("No site but the town"));
        Ok(())
    }

    #[test]
    fn a_page_that_was_compared_with_nothing_and_a_stranger_are_named() -> Result<()> {
        let mut odd = report();
        odd["screens"][0]["pages"][1]["beside"] = json!("another");
        odd["screens"][0]["pages"][1]["visits"][0]["elsewhere"] = json!(["https://font.example/"]);
        let Visits { screens, .. } = Visits::from_report(&odd, 2)?;
        assert!(around(&screens).is_err());
        assert_eq!(strangers(&screens), "- asked elsewhere: https://font.example/\n");
        Ok(())
    }
}
