//! The tool cache: programs and npm parts at pinned versions, a folder for each,
//! shared by all clones of one user.
//!
//! An install happens beside its final place and is moved there when it is whole:
//! a killed install leaves nothing that looks like a tool, and the next one
//! continues where it stopped.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::places::Places;
use crate::stamp;
use crate::step::{say, step, succeed};

/// A program that is installed from its crate.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The crate.
    pub package: &'static str,
    /// The program that it installs.
    pub name: &'static str,
    /// What `cargo install` is told besides the version.
    pub options: &'static [&'static str],
    /// How far it is optimised. Compiling the compiler's helpers fast matters more than
    /// their speed: trunk at its own profile takes 12 minutes on two cores.
    pub opt_level: &'static str,
    /// What its install takes on two cores, for the person who waits.
    pub usual_time: &'static str,
}

/// Builds a program from its crate into the cache, unless it is there, and
/// returns the folder of its binary.
pub fn cargo_install(places: &Places, program: Program, version: &str) -> Result<PathBuf> {
    let Program { package, name, options, opt_level, usual_time } = program;
    let folder_name = format!("{package}-{version}");
    let done = places.cache.join(&folder_name);
    let folder = done.join("bin");
    if folder.join(name).is_file() {
        return Ok(folder);
    }
    let kept = done.display();
    step(format_args!("install {package} {version} (once, {usual_time}; kept in {kept})"), || {
        install(places, &folder_name, |unfinished| {
            let mut cargo = places.cargo();
            cargo.args(["install", "--version", version, package]).args(options);
            cargo.arg("--root").arg(unfinished);
            cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
            cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
            cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            cargo.env("CARGO_TARGET_DIR", unfinished.join("target"));
            // The repository's own cargo settings are none of a tool's business.
            cargo.current_dir(unfinished);
            succeed(&mut cargo)?;
            fs::remove_dir_all(unfinished.join("target"))
                .context("cannot tidy up after the install")
        })
    })?;
    ensure!(folder.join(name).is_file(), "{package} {version} installed no program {name}");
    Ok(folder)
}

/// Installs the npm parts that a lock file names into the cache, unless they are
/// there, and returns their `node_modules`.
pub fn npm_install(places: &Places, wanted: &Path) -> Result<PathBuf> {
    let lock = stamp::read(&wanted.join("package-lock.json"))?;
    let name = format!("npm-{}", stamp::short_hash(&lock));
    let modules = places.cache.join(&name).join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    let what = places.show(wanted);
    step(format_args!("install the npm parts of {what} (once; kept in the cache)"), || {
        install(places, &name, |unfinished| {
            for file in ["package.json", "package-lock.json", ".npmrc"] {
                fs::copy(wanted.join(file), unfinished.join(file))
                    .with_context(|| format!("cannot copy {file} of {what}"))?;
            }
            // None of them needs its install script; Playwright's and esbuild's
            // would only look for something to download.
            let mut npm = Command::new("npm");
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
            succeed(npm.current_dir(unfinished))
        })
    })?;
    Ok(modules)
}

/// Fills a folder beside `cache/name` and moves it there. One install of the same name
/// at a time, also between several clones; the lock ends with the process that holds it.
fn install(places: &Places, name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let cache = &places.cache;
    fs::create_dir_all(cache).with_context(|| format!("cannot create {}", cache.display()))?;
    let lock = cache.join(format!(".lock-{name}"));
    let lock = File::create(lock).context("cannot lock the tool cache")?;
    if lock.try_lock().is_err() {
        say(format_args!("  waiting: another process installs {name}"));
        lock.lock().context("cannot lock the tool cache")?;
    }
    let done = cache.join(name);
    if done.join("bin").is_dir() || done.join("node_modules").is_dir() {
        return Ok(()); // while we waited
    }
    let unfinished = cache.join(format!(".unfinished-{name}"));
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("cannot create {}", unfinished.display()))?;
    fill(&unfinished)?;
    if done.exists() {
        fs::remove_dir_all(&done).with_context(|| format!("cannot replace {}", done.display()))?;
    }
    fs::rename(&unfinished, &done).with_context(|| format!("cannot create {}", done.display()))
}
