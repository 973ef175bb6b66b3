//! The server under load, beside the least that axum can answer.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::bench::site::Site;
use crate::bench::table::{Table, median, milliseconds, percent};
use crate::bench::wrk::{self, CONNECTIONS, Rate, SECONDS};
use crate::bench::{EXPLORER, PROJECT};
use crate::places::Places;
use crate::step::{say, step, succeed};

/// Each address is put under load so often, in turns.
const ROUNDS: usize = 2;

/// What is asked for again and again.
struct Case<'a> {
    what: String,
    site: &'a Site,
    path: String,
    headers: Vec<String>,
}

/// The table, or why there is none.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let heading = "## Server under load\n\n";
    if !wrk::ensure_installed()? {
        let why = "Not measured: wrk is not installed (Debian: `apt-get install wrk`).\n";
        say(why);
        return Ok(format!("{heading}{why}"));
    }
    let hello = Site::serve(&mut Command::new(example(places, "hello")?), "/")?;
    let cases = cases(site, &hello)?;
    let mut rates = vec![Vec::new(); cases.len()];
    for round in 0..ROUNDS {
        let forward: Vec<usize> = (0..cases.len()).collect();
        // Backwards in every second round, so that no case is always first or last.
        let order = if round % 2 == 0 { forward } else { forward.into_iter().rev().collect() };
        for case in order {
            let Case { what, site, path, headers } = &cases[case];
            let rate = wrk::run(site, path, headers)?;
            say(format_args!("  {what}: {:.0} a second", rate.per_second));
            rates[case].push(rate);
        }
    }
    Ok(format!(
        "\
{heading}wrk with one thread and {CONNECTIONS} connections on the same machine, {SECONDS} s \
each, {ROUNDS} rounds in
opposite order, the median. \"hello\" is a bare axum that answers one word, of the same
version and profile; the shares are of its requests per second.

{}",
        table(&cases, &rates)
    ))
}

fn cases<'a>(site: &'a Site, hello: &'a Site) -> Result<Vec<Case<'a>>> {
    let explorer = site.get(EXPLORER, &[])?;
    let tag = explorer.header("etag").with_context(|| format!("{EXPLORER} has no ETag"))?;
    let case = |what: &str, path: &str, headers: &[String]| Case {
        what: what.to_owned(),
        site,
        path: path.to_owned(),
        headers: headers.to_vec(),
    };
    Ok(vec![
        Case { site: hello, ..case("hello", "/", &[]) },
        case(&format!("`{EXPLORER}`"), EXPLORER, &[]),
        case(&format!("`{EXPLORER}`, brotli"), EXPLORER, &["Accept-Encoding: br".to_owned()]),
        case(&format!("`{EXPLORER}?city=leeuwarden`"), &format!("{EXPLORER}?city=leeuwarden"), &[]),
        case(
            &format!("`{EXPLORER}`, unchanged: 304"),
            EXPLORER,
            &[format!("If-None-Match: {tag}")],
        ),
        case(&format!("`{PROJECT}`"), PROJECT, &[]),
    ])
}

fn table(cases: &[Case], rates: &[Vec<Rate>]) -> String {
    let middle =
        |of: &[Rate], figure: fn(&Rate) -> f64| median(&of.iter().map(figure).collect::<Vec<_>>());
    let hello = rates.first().map_or(f64::NAN, |of| middle(of, |rate| rate.per_second));
    let mut table = Table::new(["answer", "requests/s", "p99", "of hello"]);
    for (case, of) in cases.iter().zip(rates) {
        let per_second = middle(of, |rate| rate.per_second);
        table.row([
            case.what.clone(),
            format!("{per_second:.0}"),
            milliseconds(middle(of, |rate| rate.p99)),
            percent(per_second, hello),
        ]);
    }
    table.markdown()
}

/// Builds one of the small programs in `bench/`, at the profile of the server.
pub fn example(places: &Places, name: &str) -> Result<PathBuf> {
    step(format_args!("bench/{name}.rs: cargo builds it (profile release)"), || {
        let mut cargo = places.cargo();
        cargo.args(["build", "--locked", "--release", "-p", "xtask", "--features", "bench"]);
        succeed(cargo.args(["--example", name]))
    })?;
    Ok(places.target.join("release/examples").join(name))
}
