//! `cargo xtask bench`: measures what is shipped and writes `bench/results.md`.
//!
//! It builds what `run` builds and measures that very program, in four parts that
//! can be taken alone (`--only`): the [`weight`] of what is sent, page loads in a
//! browser with [`lighthouse`], the server under load ([`server`]), and the [`query`] at
//! the heart of every page. Each part is a section of the file with the date and
//! the machine it was taken on; a section that was not asked for stays as it is,
//! see [`results`]. Nothing here passes or fails: `cargo xtask test` keeps the
//! budgets, figures of time are for people to compare.

mod http;
mod lighthouse;
mod page_load;

mod machine;
mod query;
mod results;
mod server;
mod site;
mod table;
mod weight;
mod wrk;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::bench::results::Results;
use crate::bench::site::Site;
use crate::places::Places;
use crate::run;
use crate::step::{say, seconds, step};

/// The pages that stand for all: the list, one project, a text.
pub const EXPLORER: &str = "/nl";
pub const PROJECT: &str = "/nl/projects/bling";
pub const ABOUT: &str = "/nl/about";

/// What is asked for on the command line.
#[derive(Default, Debug)]
pub struct Wishes {
    only: Vec<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Weight,
    Lighthouse,
    Server,
    Query,
}

impl Part {
    /// In the order of the file.
    const ALL: [Self; 4] = [Self::Weight, Self::Lighthouse, Self::Server, Self::Query];

    fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Lighthouse => "lighthouse",
            Self::Server => "server",
            Self::Query => "query",
        }
    }

    fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|part| part.name() == name) {
            Some(part) => Ok(part),
            None => bail!("--only knows weight, lighthouse, server and query, not {name:?}"),
        }
    }

    fn measure(self, places: &Places, site: &Site) -> Result<String> {
        match self {
            Self::Weight => weight::measure(places, site),
            Self::Lighthouse => lighthouse::measure(places, site),
            Self::Server => server::measure(places, site),
            Self::Query => query::measure(places),
        }
    }
}

impl Wishes {
    /// Reads the arguments behind `bench`.
    pub fn from_arguments(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut wishes = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
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

/// Measures the parts that are wanted. Each is written as soon as it is known, so
/// that a failure loses nothing.
pub fn bench(places: &Places, wishes: &Wishes) -> Result<ExitCode> {
    let start = Instant::now();
    let binary = run::build(places)?;
    let taken = machine::taken_here(places)?;
    let mut results = Results::open(places.root.join("bench/results.md"))?;
    let site = Site::start(&binary)?;
    for part in Part::ALL.into_iter().filter(|part| wishes.want(*part)) {
        let text = step(format_args!("measure: {}", part.name()), || part.measure(places, &site))?;
        results.put(part.name(), &format!("{text}\n{taken}\n"))?;
    }
    say(format_args!("\n{} in {}", places.show(results.file()), seconds(start.elapsed())));
    Ok(ExitCode::SUCCESS)
}
