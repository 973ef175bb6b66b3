//! Formatting, lints for both targets, and the rules for dependencies.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::cache::{Program, cargo_install};
use crate::places::Places;
use crate::step::succeed;
use crate::test::tally::Tally;
use crate::tools::{WASM, ensure_wasm_target, fetch};

const CARGO_DENY_VERSION: &str = "0.20.2";
const CARGO_DENY: Program = Program {
    package: "cargo-deny",
    name: "cargo-deny",
    options: &["--locked"],
    opt_level: "1",
    usual_time: "some 90 seconds",
};

/// rustfmt, changing nothing.
pub fn format(places: &Places, tally: &mut Tally) {
    tally.check("formatting (rustfmt)", || {
        succeed(places.cargo().args(["fmt", "--all", "--check"]))
    });
}

/// Clippy over the server's side with every test, and over the browser's side;
/// then `deny.toml`.
pub fn lint(places: &Places, tally: &mut Tally) {
    let deny_warnings = ["--", "-D", "warnings"];
    tally.check("lints, native (clippy)", || {
        let mut cargo = places.cargo();
        cargo.args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet"]);
        cargo.args(["--features", "xtask/basemap,xtask/bench"]);
        succeed(cargo.args(deny_warnings))
    });
    tally.check("lints, browser (clippy)", || {
        ensure_wasm_target()?;
        let mut cargo = places.cargo();
        cargo.args(["clippy", "-p", "app", "--target", WASM, "--locked", "--quiet"]);
        cargo.args(["--no-default-features", "--features", "hydrate"]);
        succeed(cargo.args(deny_warnings))
    });
    deny(places, tally);
}

/// The program cargo-deny, installed where it is missing.
pub fn cargo_deny(places: &Places) -> Result<PathBuf> {
    let folder = cargo_install(places, CARGO_DENY, CARGO_DENY_VERSION)?;
    Ok(folder.join("cargo-deny"))
}

/// The rules in deny.toml that need nothing but Cargo.lock and the crates. The
/// fourth, known vulnerabilities, needs a database that changes daily.
fn deny(places: &Places, tally: &mut Tally) {
    let what = "dependencies: bans, licences, sources (cargo-deny)";
    if !places.root.join("deny.toml").is_file() {
        tally.skip(what, "there is no deny.toml");
        return;
    }
    tally.check(what, || {
        let program = cargo_deny(places)?;
        fetch(places)?;
        let mut deny = Command::new(program);
        deny.current_dir(&places.root).args(["--offline", "--workspace", "--locked", "check"]);
        succeed(deny.args(["bans", "licenses", "sources"]))
    });
}
