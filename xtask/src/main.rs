//! Developer commands, reached as `cargo xtask …`.
//!
//! `run` builds everything and serves it, `build` makes the program as it is shipped,
//! `dev` serves unoptimised and again on every change, `test` checks everything. All
//! share one path: pinned
//! tools in the user's cache ([`tools`]), the part that runs in the browser
//! ([`browser_part`]), packed into `dist/` ([`pack`]), from where the server's
//! build script embeds it.

#![expect(clippy::print_stdout, reason = "these commands talk to a person at a terminal")]

mod advisories;
mod asset;
#[cfg(feature = "basemap")]
mod basemap;
mod bench;
mod browser_part;
mod cache;
mod compress;
mod dev;
#[cfg(feature = "gazetteer")]
mod gazetteer;
mod listing;
mod pack;
mod places;
mod run;
#[cfg(any(feature = "basemap", feature = "gazetteer"))]
mod sources;
mod stamp;
mod step;
mod test;
mod tools;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::places::Places;

const HELP: &str = "\
Developer commands of Interreg Explorer

  cargo xtask run [-- SERVER ARGUMENTS]
      install missing tools, build, and serve http://127.0.0.1:3000

  cargo xtask build
      the program as it is shipped: target/release/interreg-explorer

  cargo xtask dev [-- SERVER ARGUMENTS]
      the same unoptimised, rebuilt and restarted on every change

  cargo xtask test [--only fmt,lint,unit,browser] [--thorough]
      everything that must hold; the last line reads
      `N passed, N failed, N skipped`

  cargo xtask bench [--only weight,lighthouse,server,import,query,facets,clusters,map,click,
                           embed]
      measure what is shipped into bench/results.md

  cargo xtask advisories
      known vulnerabilities in the dependencies; needs a network

  cargo xtask basemap
      draw the offline basemap in public/ anew from its sources

  cargo xtask gazetteer
      make the places in data/ anew from their sources
";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line and does what it says.
fn command() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let name = match arguments.next()? {
        Some(Value(name)) => name.string()?,
        Some(Short('h') | Long("help")) | None => {
            print!("{HELP}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    let places = Places::find()?;
    match name.as_str() {
        "run" => run::run(&places, server_arguments(arguments)?),
        "build" => {
            let binary = run::build(&places, run::Profile::Release)?;
            step::say(format_args!("→ {}", places.show(&binary)));
            Ok(ExitCode::SUCCESS)
        }
        "dev" => dev::dev(&places, &server_arguments(arguments)?),
        "test" => test::test(&places, &test::Wishes::from_arguments(arguments)?),
        "bench" => bench::bench(&places, &bench::Wishes::from_arguments(arguments)?),
        "advisories" => advisories::check(&places),
        "basemap" => basemap_command(&places),
        "gazetteer" => gazetteer_command(&places),
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("there is no command {other:?}; `cargo xtask help` lists them"),
    }
}

/// What stands behind `--` goes to the server untouched.
fn server_arguments(mut arguments: lexopt::Parser) -> Result<Vec<OsString>> {
    let mut given: Vec<OsString> = arguments.raw_args()?.collect();
    if given.first().is_some_and(|first| first == "--") {
        given.remove(0);
        return Ok(given);
    }
    match given.first() {
        None => Ok(given),
        Some(first) => bail!("unexpected {first:?}; arguments for the server stand behind `--`"),
    }
}

#[cfg(feature = "basemap")]
fn basemap_command(places: &Places) -> Result<ExitCode> {
    basemap::run(&places.root)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "basemap"))]
fn basemap_command(places: &Places) -> Result<ExitCode> {
    recipe(places, "basemap")
}

#[cfg(feature = "gazetteer")]
fn gazetteer_command(places: &Places) -> Result<ExitCode> {
    gazetteer::run(&places.root)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "gazetteer"))]
fn gazetteer_command(places: &Places) -> Result<ExitCode> {
    recipe(places, "gazetteer")
}

/// The dependencies of recipes are heavy and rarely needed: this build does
/// without them and hands over to one that has them.
#[cfg(not(all(feature = "basemap", feature = "gazetteer")))]
fn recipe(places: &Places, name: &str) -> Result<ExitCode> {
    let mut cargo = places.cargo();
    cargo.args(["run", "--release", "-p", "xtask", "--features", name, "--", name]);
    step::step(format_args!("compile and run the recipe for the {name}"), || {
        step::succeed(&mut cargo)
    })?;
    Ok(ExitCode::SUCCESS)
}
