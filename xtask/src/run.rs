//! `cargo xtask run` and `cargo xtask build`: build everything, and serve it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::browser_part::{self, Build};
use crate::places::Places;
use crate::step::{say, step, succeed};
use crate::tools::Tools;

/// Where `run` and `dev` serve, unless told otherwise.
const LISTEN: &str = "127.0.0.1:3000";

/// How the server is compiled. The client is the same in both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// For `cargo xtask run`: compiled soon, and fast enough.
    Start,
    /// As it is shipped.
    Release,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Release => "release",
        }
    }

    /// What a first build takes on two cores, for the person who waits.
    fn usual_time(self) -> &'static str {
        match self {
            Self::Start => "some 4 minutes the first time",
            Self::Release => "some 8 minutes the first time",
        }
    }
}

/// Builds what has changed and becomes the server.
pub fn run(places: &Places, arguments: Vec<OsString>) -> Result<ExitCode> {
    let binary = build(places, Profile::Start)?;
    say(format_args!("→ {} serves", places.show(&binary)));
    let mut server = Command::new(&binary);
    server.current_dir(&places.root).args(serve(&arguments));
    become_command(&mut server).with_context(|| format!("cannot start {}", binary.display()))
}

/// Builds what has changed and returns the program.
///
/// The first time, the server is compiled while the tools and the client still are: the
/// last stretch of each has work for one core only. Then it has no assets yet, and its
/// own crate is compiled once more.
pub fn build(places: &Places, profile: Profile) -> Result<PathBuf> {
    let binary = places.target.join(profile.name()).join("interreg-explorer");
    std::thread::scope(|scope| {
        let ahead = (!binary.is_file()).then(|| {
            say(format_args!(
                "→ server: cargo compiles it beside the next steps ({})",
                profile.usual_time()
            ));
            let mut cargo = server(places, profile);
            cargo.arg("--quiet").env("INTERREG_EXPLORER_ASSETS_LATER", "1");
            scope.spawn(move || succeed(&mut cargo))
        });
        let client = || browser_part::build(places, &Tools::ensure(places)?, Build::Shipped);
        client().inspect_err(|error| {
            // The scope waits for the other build before it hands on the error.
            say(format_args!("  failed: {error:#}"));
        })?;
        let ended = ahead.map_or(Ok(Ok(())), |ahead| ahead.join());
        ended.unwrap_or_else(|_| bail!("the build of the server panicked"))
    })?;
    let what = format!("server: cargo builds interreg-explorer (profile {})", profile.name());
    step(what, || succeed(&mut server(places, profile)))?;
    Ok(binary)
}

/// The command that compiles the server.
fn server(places: &Places, profile: Profile) -> Command {
    let mut cargo = places.cargo();
    cargo.args(["build", "--locked", "--profile", profile.name()]);
    cargo.args(["-p", "server", "--bin", "interreg-explorer"]);
    cargo
}

/// The server's arguments: our address unless another is given, then the rest.
pub fn serve(given: &[OsString]) -> Vec<OsString> {
    let elsewhere = given.iter().any(|argument| argument.to_string_lossy().starts_with("--listen"));
    let ours: &[&str] = if elsewhere { &["serve"] } else { &["serve", "--listen", LISTEN] };
    ours.iter().map(OsString::from).chain(given.iter().cloned()).collect()
}

/// Replaces this process, so that a signal reaches the server itself and nothing
/// stands between it and the terminal.
#[cfg(unix)]
fn become_command(command: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec().into())
}

/// Elsewhere the server is a child whose end is ours.
#[cfg(not(unix))]
fn become_command(command: &mut Command) -> Result<ExitCode> {
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_given_by_hand_replaces_ours() {
        assert_eq!(serve(&[]), ["serve", "--listen", LISTEN]);
        assert_eq!(serve(&["--listen=[::]:80".into()]), ["serve", "--listen=[::]:80"]);
    }
}
