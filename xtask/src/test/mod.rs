//! `cargo xtask test`: everything that must hold, cheapest first.
//!
//! One profile serves all of it, so that little is compiled twice: the lints come
//! before the browser part exists (a clean clone must pass them), then the
//! browser part as it is shipped, since the budgets are measured on it, then the
//! tests, whose build leaves the very server that the browser tests talk to.

mod browser;
pub mod budget;
pub mod chromium;
mod lint;
mod tally;
mod unit;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::browser_part::{self, Build};
use crate::places::Places;
use crate::step::{say, seconds};
pub use crate::test::lint::cargo_deny;
pub use crate::test::tally::Tally;
use crate::tools::Tools;

/// What is asked for on the command line.
#[derive(Default, Debug)]
pub struct Wishes {
    only: Vec<Part>,
    /// Many more cases in property tests, and the tests that are ignored because
    /// they take long.
    thorough: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Format,
    Lint,
    Unit,
    Browser,
}

impl Wishes {
    /// Reads the arguments behind `test`.
    pub fn from_arguments(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut wishes = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("thorough") => wishes.thorough = true,
                Long("only") => {
                    for name in arguments.value()?.string()?.split(',') {
                        wishes.only.push(Part::named(name.trim())?);
                    }
                }
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(wishes)
    }

    fn want(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

impl Part {
    fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "fmt" => Self::Format,
            "lint" => Self::Lint,
            "unit" => Self::Unit,
            "browser" => Self::Browser,
            other => bail!("--only knows fmt, lint, unit and browser, not {other:?}"),
        })
    }
}

/// Runs the parts that are wanted; the last line printed is the sum.
pub fn test(places: &Places, wishes: &Wishes) -> Result<ExitCode> {
    let start = Instant::now();
    let mut tally = Tally::default();
    if wishes.want(Part::Format) {
        lint::format(places, &mut tally);
    }
    if wishes.want(Part::Lint) {
        lint::lint(places, &mut tally);
    }
    if wishes.want(Part::Unit) || wishes.want(Part::Browser) {
        let built = tally.check("the browser part builds", || {
            let tools = Tools::ensure(places)?;
            browser_part::build(places, &tools, Build::Shipped)
        });
        if built {
            tally.check("budgets, in bytes of brotli", || budget::keep(&places.dist));
        }
        if wishes.want(Part::Unit) {
            unit::test(places, wishes.thorough, &mut tally);
        }
        if wishes.want(Part::Browser) {
            // Without it every page would fail for the same reason.
            if built {
                browser::test(places, &mut tally);
            } else {
                tally.skip("browser tests", "the browser part does not build");
            }
        }
    }
    say(format_args!("\nall of it took {}", seconds(start.elapsed())));
    tally.list_failures();
    say(tally.sum());
    Ok(tally.exit_code())
}
