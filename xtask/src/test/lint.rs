//! Formatting, lints for both targets, and the rules for dependencies.

use std::process::Command;

use crate::cache::cargo_install;
use crate::places::Places;
use crate::step::succeed;
use crate::test::tally::Tally;
use crate::tools::{WASM, fetch};

/// Builds in a minute and a half on two cores.
const CARGO_DENY: &str = "0.20.2";

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
        let mut cargo = places.cargo();
        cargo.args(["clippy", "-p", "app", "--target", WASM, "--locked", "--quiet"]);
        cargo.args(["--no-default-features", "--features", "hydrate"]);
        succeed(cargo.args(deny_warnings))
    });
    deny(places, tally);
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
        let folder = cargo_install(places, "cargo-deny", CARGO_DENY, "cargo-deny", &["--locked"])?;
        fetch(places)?;
        let mut deny = Command::new(folder.join("cargo-deny"));
        deny.current_dir(&places.root).args(["--offline", "--workspace", "--locked", "check"]);
        succeed(deny.args(["bans", "licenses", "sources"]))
    });
}
