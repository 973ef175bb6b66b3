//! `cargo xtask basemap`: draws the offline basemap anew from its sources.
//!
//! A recipe for maintainers; its results are committed, so a build does not need it
//! to build the project. It fetches the sources with the clients of their
//! registries ([`sources`]) and reads each ([`coast`], [`rivers`], [`borders`],
//! [`provinces`], [`towns`], [`dykes`]). For `public/basemap.bin` it brings them to
//! three levels of detail ([`levels`]) and writes them ([`write`]); for
//! `public/basemap.pmtiles` it has them cut to tiles ([`tiles`]).
//! `public/basemap.md` has the sources' licences.

mod borders;
mod coast;
mod dykes;
mod levels;
mod local_names;
mod provinces;
mod reach;
mod rivers;
mod sources;
mod tiles;
mod towns;
mod write;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use catalogue::map::{Basemap, LonLat};

use self::rivers::River;

/// A ring or a line in degrees.
type Trace = Vec<LonLat>;

/// Everything that is drawn, in degrees and at full detail.
struct Drawn {
    land: Vec<Trace>,
    rivers: Vec<River>,
    lakes: Vec<Trace>,
    dykes: Vec<Trace>,
    provinces: Vec<Trace>,
    borders: Vec<Trace>,
}

/// Makes `public/basemap.bin` and `public/basemap.pmtiles`.
///
/// # Errors
///
/// Where a source cannot be fetched or is not what it was when this was written.
pub fn run(root: &Path) -> Result<()> {
    let sources = sources::fetch()?;
    let coast = coast::read(&sources)?;
    let drawn = Drawn {
        provinces: provinces::read(&sources, &coast)?,
        borders: borders::read(&sources)?,
        dykes: dykes::all(),
        land: coast.land,
        rivers: rivers::read(&sources)?,
        lakes: coast.waters,
    };
    let towns = towns::read(&sources)?;
    let bytes = write::file(&levels::all(&drawn), &towns);
    let read = Basemap::read(&bytes).context("the file that was just made cannot be read")?;
    ensure!(read.towns().len() == towns.len(), "towns were lost on the way");
    let target = root.join("public/basemap.bin");
    fs::write(&target, &bytes).with_context(|| format!("cannot write {}", target.display()))?;
    println!("basemap: {} bytes, {} towns", bytes.len(), towns.len());
    let archive = root.join("public/basemap.pmtiles");
    tiles::write(&sources, &drawn, &towns, &archive)?;
    Ok(())
}
