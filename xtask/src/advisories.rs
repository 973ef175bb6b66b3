//! `cargo xtask advisories`: known vulnerabilities in the dependencies.
//!
//! The lists of vulnerabilities change daily and have to be downloaded, so this is no
//! part of `cargo xtask test`: a nightly job runs it (`.ci/nightly`).

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::places::Places;
use crate::step::succeed;
use crate::test::{Tally, cargo_deny};

/// Checks the crates and every folder that has npm packages; the last line printed is
/// the sum.
pub fn check(places: &Places) -> Result<ExitCode> {
    let mut tally = Tally::default();
    tally.check("crates (cargo-deny)", || {
        let mut deny = Command::new(cargo_deny(places)?);
        deny.current_dir(&places.root).args(["--workspace", "--locked", "check", "advisories"]);
        succeed(&mut deny)
    });
    for folder in npm_folders(&places.root)? {
        let name = folder.strip_prefix(&places.root).unwrap_or(&folder).display();
        tally.check(&format!("npm packages of {name} (npm audit)"), || {
            let mut npm = Command::new("npm");
            // Build tools never meet input from outside, but what they write is served.
            npm.current_dir(&folder).args(["audit", "--package-lock-only", "--audit-level=high"]);
            succeed(&mut npm)
        });
    }
    tally.list_failures();
    println!("{}", tally.sum());
    Ok(tally.exit_code())
}

/// The folders with a `package-lock.json`, as git knows them.
fn npm_folders(root: &Path) -> Result<Vec<PathBuf>> {
    let listed = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "*package-lock.json"])
        .output()
        .context("cannot start git")?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    Ok(listed.lines().filter_map(|file| Some(root.join(file).parent()?.to_owned())).collect())
}
