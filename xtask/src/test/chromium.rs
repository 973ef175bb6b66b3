//! The browser that the browser tests drive: the system's own Chromium.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{output, step, succeed};

/// Finds Chromium; on a Debian where we may, installs it.
pub fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !(is_root() && Path::new("/usr/bin/apt-get").is_file()) {
        bail!(
            "the browser tests need Chromium: install it (Debian: apt-get install chromium \
             fonts-liberation) or put its path into CHROMIUM"
        );
    }
    step("install Chromium from the system's packages (apt-get)", || {
        apt(&["update", "-q"])?;
        apt(&["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"])
    })?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("apt-get installed chromium, but no such program is in PATH"),
    }
}

/// Chromium refuses its sandbox to root.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn find() -> Option<PathBuf> {
    if let Some(given) = env::var_os("CHROMIUM").map(PathBuf::from) {
        return Some(given);
    }
    let path = env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

fn apt(arguments: &[&str]) -> Result<()> {
    succeed(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
}
