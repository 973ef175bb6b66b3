//! Unit, property and HTTP tests: whatever `cargo test` finds.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::places::Places;
use crate::step::{say, step};
use crate::test::tally::Tally;

/// xtask is tested apart from the others: together, cargo would give its
/// dependencies more features and compile them a second time.
pub fn test(places: &Places, thorough: bool, tally: &mut Tally) {
    let mut workspace = places.cargo();
    workspace.arg("test").args(PACKAGES).arg("--no-fail-fast");
    if thorough {
        workspace.env("PROPTEST_CASES", "10000").env("INTERREG_EXPLORER_THOROUGH", "1");
        workspace.args(["--", "--include-ignored"]);
    }
    run("unit, property and HTTP tests (cargo test)", &mut workspace, tally);

    let mut xtask = places.cargo();
    xtask.args(["test", "--locked", "--package", "xtask", "--quiet"]);
    run("tests of these commands", &mut xtask, tally);
}

/// What is tested. The browser tests build the server among the same packages:
/// alone, its dependencies would have other features, and cargo would compile
/// Leptos again.
pub const PACKAGES: [&str; 4] = ["--locked", "--workspace", "--exclude", "xtask"];

/// Runs cargo test, passes on what it prints, and adds up its results.
fn run(what: &str, cargo: &mut Command, tally: &mut Tally) {
    let mut counts = [0; 3];
    let outcome = step(what, || stream(cargo, &mut counts));
    let [passed, failed, ignored] = counts;
    tally.add(what, passed, failed, ignored);
    if let Err(error) = outcome {
        say(format_args!("  {error:#}"));
        // Tests that failed are counted already; this is about all others.
        if failed == 0 {
            tally.fail(format_args!("{what}: cargo could not finish"));
        }
    }
}

fn stream(cargo: &mut Command, counts: &mut [u64; 3]) -> Result<()> {
    let mut child = cargo.stdout(Stdio::piped()).spawn().context("cannot start cargo test")?;
    let output = child.stdout.take().context("cargo test has no output")?;
    for line in BufReader::new(output).lines() {
        let line = line.context("cargo test printed something unreadable")?;
        if let Some(found) = results(&line) {
            counts.iter_mut().zip(found).for_each(|(sum, more)| *sum += more);
        }
        say(line);
    }
    ensure!(child.wait()?.success(), "cargo test failed; its own messages stand above");
    Ok(())
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; …`
fn results(line: &str) -> Option<[u64; 3]> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        let part = counts.split("; ").find(|part| part.ends_with(word))?;
        part.split(' ').next()?.parse().ok()
    };
    Some([count(" passed")?, count(" failed")?, count(" ignored")?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_read_from_cargos_summary() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; \
                    finished in 0.01s";
        assert_eq!(results(line), Some([12, 3, 1]));
        assert_eq!(results("test it_works ... ok"), None);
    }
}
