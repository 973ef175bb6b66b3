//! `cargo xtask bench`: measures what is shipped and writes `bench/results.md`.
//!
//! It builds what `run` builds and measures that very program, in parts that can be
//! taken alone (`--only`): the [`weight`] of what is sent, page loads in a browser
//! with [`lighthouse`], the server under load ([`server`]), what taking data in costs
//! ([`import`]), the [`query`] at the heart of every page, and the [`facets`] in it
//! beside other engines, up to two million projects, the markers of the map in
//! [`clusters`], the [`map`] itself as it is moved, a [`click`] on a filter, and the
//! explorer in pages of others ([`embed`]). Each part is a section of the file with the date and the machine it was
//! taken on; a section that was not asked for stays as it is, see [`results`]. Nothing
//! here passes or fails: `cargo xtask test` keeps the budgets, figures of time are for
//! people to compare.

mod click;
mod clusters;
mod embed;
mod embed_visits;
mod facets;
mod figures;
mod http;
mod import;
mod lighthouse;
mod machine;
mod map;
mod map_visits;
mod page_load;
mod query;
mod report;
mod results;
mod rival;
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
    Import,
    Query,
    Facets,
    Clusters,
    Map,
    Click,
    Embed,
}

impl Part {
    /// In the order of the file.
    const ALL: [Self; 10] = [
        Self::Weight,
        Self::Lighthouse,
        Self::Server,
        Self::Import,
        Self::Query,
        Self::Facets,
        Self::Clusters,
        Self::Map,
        Self::Click,
        Self::Embed,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Lighthouse => "lighthouse",
            Self::Server => "server",
            Self::Import => "import",
            Self::Query => "query",
            Self::Facets => "facets",
            Self::Clusters => "clusters",
            Self::Map => "map",
            Self::Click => "click",
            Self::Embed => "embed",
        }
    }

    fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|part| part.name() == name) {
            Some(part) => Ok(part),
            None => {
                let known = Self::ALL.map(Self::name).join(", ");
                bail!("--only knows {known}, not {name:?}")
            }
        }
    }

    /// Whether the whole program must be built and run for it.
    fn visits_site(self) -> bool {
        match self {
            Self::Weight
            | Self::Lighthouse
            | Self::Server
            | Self::Import
            | Self::Map
            | Self::Click
            | Self::Embed => true,
            Self::Query | Self::Facets | Self::Clusters => false,
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
    let wanted = || Part::ALL.into_iter().filter(|part| wishes.want(*part));
    let site = if wanted().any(Part::visits_site) {
        Some(Site::start(&run::build(places, run::Profile::Release)?)?)
    } else {
        None
    };
    let taken = machine::taken_here(places)?;
    let mut results = Results::open(places.root.join("bench/results.md"))?;
    for part in wanted() {
        let text = step(format_args!("measure: {}", part.name()), || match (part, &site) {
            (Part::Weight, Some(site)) => weight::measure(places, site),
            (Part::Lighthouse, Some(site)) => lighthouse::measure(places, site),
            (Part::Server, Some(site)) => server::measure(places, site),
            (Part::Import, Some(site)) => import::measure(places, site),
            (Part::Query, _) => query::measure(places),
            (Part::Facets, _) => facets::measure(places),
            (Part::Clusters, _) => clusters::measure(places),
            (Part::Map, Some(site)) => map::measure(places, site),
            (Part::Click, Some(site)) => click::measure(places, site),
            (Part::Embed, Some(site)) => embed::measure(places, site),
            (_, None) => bail!("there is no site for {}", part.name()),
        })?;
        results.put(part.name(), &format!("{text}\n{taken}\n"))?;
    }
    say(format_args!("\n{} in {}", places.show(results.file()), seconds(start.elapsed())));
    Ok(ExitCode::SUCCESS)
}
