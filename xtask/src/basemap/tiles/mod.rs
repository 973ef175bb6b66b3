//! Makes `public/basemap.pmtiles`: the map that can be moved and zoomed.
//!
//! Everything drawn is written as features with the zoom from which each is
//! shown ([`features`]); `tippecanoe` cuts them to tiles, thins them for each
//! zoom and packs them. `public/basemap.md` says what the archive holds.

mod features;
mod holes;
mod places;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Drawn;
use super::sources::Sources;
use super::towns::Town;
use crate::sources::done;

/// The closest zoom; closer, the client enlarges these tiles.
const CLOSEST: u8 = 9;

/// What the archive may weigh: it is part of the program.
const MOST_BYTES: u64 = 8_000_000;

/// Writes the archive.
pub(super) fn write(sources: &Sources, drawn: &Drawn, towns: &[Town], target: &Path) -> Result<()> {
    let folder = sources.tiles_folder()?;
    let file = folder.join("features.geojson");
    let mut out = BufWriter::new(fs::File::create(&file)?);
    for feature in features::all(drawn).chain(places::all(towns)) {
        serde_json::to_writer(&mut out, &feature)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    // Run inside the folder, since the command line becomes part of the archive.
    // Its path does too, so it is called by its name alone.
    let mut tippecanoe = Command::new(sources.tippecanoe());
    tippecanoe.arg0("tippecanoe").current_dir(&folder);
    // One thread, so that the same sources always give the same archive.
    tippecanoe.env("TIPPECANOE_MAX_THREADS", "1");
    tippecanoe.args(["--quiet", "--force", "--output=basemap.pmtiles"]);
    tippecanoe.args([
        "--name=basemap",
        "--attribution=GSHHG (LGPL), Natural Earth, GeoNames (CC BY 4.0)",
    ]);
    tippecanoe.args(["--no-tile-stats", "--minimum-zoom=0", &format!("--maximum-zoom={CLOSEST}")]);
    // What is shown from which zoom was decided by us; nothing may be dropped.
    tippecanoe.args(["--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit"]);
    tippecanoe.args(["--preserve-input-order", "--no-tiny-polygon-reduction", "--coalesce"]);
    // In 4,096ths of a tile: half a pixel where a tile is 512 pixels wide.
    tippecanoe.args(["--simplification=4", "--buffer=5"]);
    done(tippecanoe.arg("features.geojson"))?;
    let made = folder.join("basemap.pmtiles");
    let size = fs::metadata(&made)?.len();
    ensure!(size <= MOST_BYTES, "the archive has {size} bytes, more than {MOST_BYTES}");
    fs::copy(&made, target).with_context(|| format!("cannot write {}", target.display()))?;
    println!("basemap: tiles of {size} bytes");
    Ok(())
}
