//! Where things are: the repository, what is built in it, and the cache that all
//! clones of one user share.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The folders that every command works in.
pub struct Places {
    /// The repository.
    pub root: PathBuf,
    /// Where cargo builds: `target/`, unless `CARGO_TARGET_DIR` says otherwise.
    pub target: PathBuf,
    /// trunk's output and our stamps. Always inside the repository, since a
    /// target folder may be shared by several clones.
    pub trunk: PathBuf,
    /// What the server embeds, see [`crate::pack`].
    pub dist: PathBuf,
    /// Tools at pinned versions, one folder for each version.
    pub cache: PathBuf,
}

impl Places {
    /// Finds the folders from cargo's and the user's environment.
    pub fn find() -> Result<Self> {
        // cargo sets the variable when it runs this program; the compiled-in value serves
        // where target/debug/xtask is started directly.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask/ has no parent folder")?.to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        let cache = user_cache()?.join("interreg-explorer");
        Ok(Self { target, trunk: root.join("target/trunk"), dist: root.join("dist"), cache, root })
    }

    /// The cargo that runs us, in the repository.
    pub fn cargo(&self) -> Command {
        let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Command::new(program);
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        forget_own_package(&mut cargo);
        cargo
    }

    /// A path as a person would write it from the repository.
    pub fn show<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

/// cargo describes the package it runs in the environment. Passed on, that would
/// describe xtask to the build scripts of other packages and make them stale.
pub fn forget_own_package(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

fn user_cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let home = env::home_dir().context(
        "no home folder for the tool cache; set XDG_CACHE_HOME to a folder that you can write to",
    )?;
    Ok(home.join(".cache"))
}
