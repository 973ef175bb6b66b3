//! The tools of the browser build, at pinned versions.
//!
//! trunk compiles and calls wasm-bindgen (for the glue between wasm and page) and
//! wasm-opt (for size); esbuild minifies. All live in the user's cache, see
//! [`crate::cache`]; Rust's wasm target belongs to the toolchain.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cache::{Program, cargo_install, npm_install};
use crate::places::{Places, forget_own_package};
use crate::step::{output, step, succeed};

/// 0.22 asks for a newer Rust than ours.
const TRUNK_VERSION: &str = "0.21.14";
/// Without TLS, since it is kept off the network. Here it only copies and hashes files,
/// so it is not optimised at all.
const TRUNK: Program = Program {
    package: "trunk",
    name: "trunk",
    options: &["--locked", "--no-default-features"],
    opt_level: "0",
    usual_time: "some 3 minutes",
};
/// Without TLS: the network code is for its test runner. Not `--locked`: its lock names
/// crates that are withdrawn now and then.
const WASM_BINDGEN: Program = Program {
    package: "wasm-bindgen-cli",
    name: "wasm-bindgen",
    options: &["--no-default-features"],
    opt_level: "1",
    usual_time: "some 2 minutes",
};
/// The oldest Node.js that all npm parts accept.
const NODE: u32 = 20;
/// What the browser part is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The tools, ready to be used.
pub struct Tools {
    /// The program trunk.
    pub trunk: PathBuf,
    /// `PATH` with our tools first: trunk, kept off the network, looks for
    /// wasm-bindgen and wasm-opt there and nowhere else.
    pub path: OsString,
    /// The npm parts that become part of what is sent, see `app/npm`. They are no
    /// tools, but come the same way.
    pub libraries: PathBuf,
    /// The version of each tool, for stamps.
    pub versions: String,
}

impl Tools {
    /// Installs what is missing.
    pub fn ensure(places: &Places) -> Result<Self> {
        check_node()?;
        ensure_wasm_target()?;
        let bindgen_version = locked_version(&places.root, "wasm-bindgen")?;
        // Side by side, since the last stretch of each has work for one core only.
        let (trunk, bindgen) = std::thread::scope(|scope| {
            let trunk = scope.spawn(move || cargo_install(places, TRUNK, TRUNK_VERSION));
            let bindgen = cargo_install(places, WASM_BINDGEN, &bindgen_version);
            let trunk = trunk.join().unwrap_or_else(|_| bail!("the install of trunk panicked"));
            (trunk, bindgen)
        });
        let (trunk, bindgen) = (trunk?, bindgen?);
        let modules = npm_install(places, &places.root.join("xtask/npm"))?;
        let libraries = npm_install(places, &places.root.join("app/npm"))?;

        let path = path_with_first(&[modules.join(".bin"), bindgen.clone(), trunk.clone()])?;
        let npm = modules.parent().and_then(Path::file_name).unwrap_or_default();
        let versions = format!("trunk {TRUNK_VERSION}, wasm-bindgen {bindgen_version}, {npm:?}");
        Ok(Self { trunk: trunk.join("trunk"), path, libraries, versions })
    }

    /// A program among our tools.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        forget_own_package(&mut command);
        command
    }
}

/// `PATH` with these folders before all others.
fn path_with_first(folders: &[PathBuf]) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(all)
        .context("a folder in PATH or of the tool cache has a separator in its name")
}

/// Downloads the crates in Cargo.lock, for tools that are kept off the network.
pub fn fetch(places: &Places) -> Result<()> {
    step("fetch the crates that Cargo.lock names", || {
        succeed(places.cargo().args(["fetch", "--locked", "--quiet"]))
    })
}

/// The version that Cargo.lock has of a crate. wasm-bindgen's command must equal
/// it exactly, or refuses the file.
fn locked_version(root: &Path, package: &str) -> Result<String> {
    let file = root.join("Cargo.lock");
    let lock = fs::read_to_string(&file)
        .context("cannot read Cargo.lock; `cargo generate-lockfile` writes one")?;
    version_in_lock(&lock, package)
        .with_context(|| format!("Cargo.lock names no {package}; the app cannot be built for wasm"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

fn check_node() -> Result<()> {
    let advice = format!("install Node.js {NODE} or newer (Debian: apt-get install nodejs npm)");
    let version = output(Command::new("node").arg("--version"))
        .with_context(|| format!("Node.js is missing: {advice}"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    match major.parse::<u32>() {
        Ok(major) if major >= NODE => Ok(()),
        _ => bail!("Node.js {} is too old: {advice}", version.trim()),
    }
}

/// Adds the target that the browser part is compiled for. Its lints need it, too, and
/// come before the other tools.
pub fn ensure_wasm_target() -> Result<()> {
    let installed = || -> Result<bool> {
        let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
        Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir())
    };
    if installed()? {
        return Ok(());
    }
    step(format_args!("add Rust's target {WASM}"), || {
        succeed(Command::new("rustup").args(["target", "add", WASM])).context(
            "without rustup, install the wasm32 standard library of your Rust some other way \
             (Debian: libstd-rust-dev-wasm32)",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn the_version_is_that_of_the_crate_with_exactly_this_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }

    #[test]
    fn our_folders_come_first_in_the_path() -> Result<()> {
        let path = path_with_first(&[PathBuf::from("/first")])?;
        assert_eq!(env::split_paths(&path).next(), Some(PathBuf::from("/first")));
        Ok(())
    }
}
