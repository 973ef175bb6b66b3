//! Visits to pages in a real browser, and reading what they report.
//!
//! `bench/map.cjs`, `bench/click.cjs` and `bench/embed.cjs` visit pages as people do and write down what
//! they saw. Nothing of that is taken for granted: a figure that is missing, no number,
//! below zero or one too few fails with the place where it should stand.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::rival::read;
use crate::cache::npm_install;
use crate::places::{Places, forget_own_package};
use crate::step::{step, succeed};
use crate::test::chromium;

/// Lets a script of `bench/` visit pages so often each, and reads its report.
///
/// The script finds Playwright, and the npm parts in `more` besides.
pub fn visit(
    places: &Places,
    script: &str,
    runs: usize,
    out: &Path,
    arguments: impl IntoIterator<Item = OsString>,
    more: &[PathBuf],
) -> Result<Value> {
    let mut modules = vec![npm_install(places, &places.root.join("end2end"))?];
    modules.extend_from_slice(more);
    let chromium = chromium::ensure()?;
    let mut node = Command::new("node");
    forget_own_package(&mut node);
    node.arg(places.root.join("bench").join(script)).arg(runs.to_string()).arg(out);
    node.args(arguments);
    node.env("NODE_PATH", env::join_paths(modules)?).env("CHROMIUM", chromium);
    if chromium::is_root() {
        node.env("CHROMIUM_NO_SANDBOX", "1");
    }
    step(format_args!("visit pages ({script})"), || succeed(&mut node))?;
    read(out)
}

/// A list with an entry for each visit.
pub fn runs_of<T>(
    value: &Value,
    runs: usize,
    read: impl Fn(&Value) -> Result<T>,
) -> Result<Vec<T>> {
    let seen = list(value, read)?;
    ensure!(seen.len() == runs, "{} visits, not {runs}", seen.len());
    Ok(seen)
}

/// A list, each entry read.
pub fn list<T>(value: &Value, read: impl Fn(&Value) -> Result<T>) -> Result<Vec<T>> {
    value.as_array().with_context(|| format!("{value} is no list"))?.iter().map(read).collect()
}

/// A figure of zero or more.
pub fn number(value: &Value) -> Result<f64> {
    let number = value.as_f64().filter(|number| number.is_finite() && *number >= 0.0);
    number.with_context(|| format!("{value} is no figure"))
}

/// A number of things.
pub fn whole(value: &Value) -> Result<usize> {
    let whole = value.as_u64().and_then(|number| usize::try_from(number).ok());
    whole.with_context(|| format!("{value} is no number"))
}

/// A text.
pub fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().with_context(|| format!("{value} is no text"))?.to_owned())
}
