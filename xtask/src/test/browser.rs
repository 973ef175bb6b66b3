//! Browser tests: Playwright drives Chromium against the server that the tests
//! before were built with.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cache::npm_install;
use crate::places::{Places, forget_own_package};
use crate::step::{say, step, succeed};
use crate::test::chromium;
use crate::test::tally::Tally;
use crate::test::unit::PACKAGES;

/// Runs every spec in `end2end/tests/`.
pub fn test(places: &Places, tally: &mut Tally) {
    let what = "browser tests (Playwright)";
    match step(what, || playwright(places)) {
        Ok([passed, failed, skipped]) => tally.add(what, passed, failed, skipped),
        Err(error) => {
            say(format_args!("  {error:#}"));
            tally.fail(what);
        }
    }
}

fn playwright(places: &Places) -> Result<[u64; 3]> {
    let end2end = places.root.join("end2end");
    let chromium = chromium::ensure()?;
    let modules = npm_install(places, &end2end)?;
    link(&modules, &end2end.join("node_modules"))?;
    let binary = build_server(places)?;

    let results = places.target.join("playwright/results.json");
    // A stale file must not pass for the result of a run that broke off.
    let _ = fs::remove_file(&results);
    let mut playwright = Command::new("node");
    forget_own_package(&mut playwright);
    playwright
        .current_dir(&end2end)
        .arg("node_modules/@playwright/test/cli.js")
        .args(["test", "--reporter=list,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &results)
        .env("CHROMIUM", chromium)
        .env("EXPLORER_BINARY", &binary)
        .env("EXPLORER_PORT", free_port()?.to_string());
    if chromium::is_root() {
        playwright.env("CHROMIUM_NO_SANDBOX", "1");
    }
    let status = playwright.status().context("cannot start node")?;
    let counts = counts(&results)?;
    // Errors outside of any test, such as a server that does not start.
    if !status.success() && counts[1] == 0 {
        bail!("Playwright failed ({status}) without a failed test; see above");
    }
    Ok(counts)
}

/// The server as the tests before were built: `--tests` is what makes cargo use
/// the same features, see [`PACKAGES`].
fn build_server(places: &Places) -> Result<PathBuf> {
    let mut cargo = places.cargo();
    succeed(cargo.arg("build").args(PACKAGES).args(["--bins", "--tests", "--quiet"]))?;
    Ok(places.target.join("debug/interreg-explorer"))
}

/// Passed, failed and skipped from Playwright's JSON report.
fn counts(report: &Path) -> Result<[u64; 3]> {
    let text = fs::read(report).context("Playwright wrote no report; see above")?;
    let report: serde_json::Value = serde_json::from_slice(&text)?;
    let count = |key: &str| {
        report["stats"][key].as_u64().with_context(|| format!("Playwright's report has no {key}"))
    };
    // A test that passes only sometimes does not pass.
    Ok([count("expected")?, count("unexpected")? + count("flaky")?, count("skipped")?])
}

/// A free port, chosen by the operating system.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port for the server")?;
    Ok(listener.local_addr()?.port())
}

/// `end2end/node_modules` leads into the cache, where node looks for what the
/// specs import.
fn link(modules: &Path, link: &Path) -> Result<()> {
    if fs::read_link(link).is_ok_and(|target| target == modules) {
        return Ok(());
    }
    if link.is_symlink() {
        fs::remove_file(link)?;
    } else if link.exists() {
        bail!("{} is in the way; remove it", link.display());
    }
    symlink(modules, link).with_context(|| format!("cannot create {}", link.display()))
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn symlink(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}
