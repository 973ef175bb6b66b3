//! Takes up what `cargo xtask` packed into `dist/`, or an empty table when nothing
//! was packed yet: lints and tests must work on a fresh clone. Notes the checksum of
//! the basemap, which the program compares with what it holds when it starts.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest as _, Sha256};

/// Set where the server is compiled while `dist/` is still being made.
const ASSETS_LATER: &str = "INTERREG_EXPLORER_ASSETS_LATER";

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new("../dist");
    // cargo takes a missing path for one that always changed. The folder is
    // ignored by git; where it cannot be made, the build is only less lazy.
    let _ = fs::create_dir(dist);
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={ASSETS_LATER}");
    let table = if env::var_os(ASSETS_LATER).is_some() {
        None
    } else {
        println!("cargo:rerun-if-changed={}", dist.display());
        fs::read_to_string(dist.join("assets.rs")).ok()
    };
    let table = table.unwrap_or_else(|| "&[]".to_owned());
    let generated = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(generated.join("assets.rs"), table)?;

    let basemap = Path::new("../public/basemap.pmtiles");
    println!("cargo:rerun-if-changed={}", basemap.display());
    let checksum: String =
        Sha256::digest(fs::read(basemap)?).iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=BASEMAP_SHA256={checksum}");
    Ok(())
}
