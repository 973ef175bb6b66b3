//! `cargo xtask run`: build everything as it is shipped, and serve it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::browser_part::{self, Build};
use crate::places::Places;
use crate::step::{say, step, succeed};
use crate::tools::Tools;

/// Where `run` and `dev` serve, unless told otherwise.
const LISTEN: &str = "127.0.0.1:3000";

/// Builds what has changed and becomes the server.
pub fn run(places: &Places, arguments: Vec<OsString>) -> Result<ExitCode> {
    let binary = build(places)?;
    say(format_args!("→ {} serves", places.show(&binary)));
    let mut server = Command::new(&binary);
    server.current_dir(&places.root).args(serve(&arguments));
    become_command(&mut server).with_context(|| format!("cannot start {}", binary.display()))
}

/// Builds what has changed, as it is shipped, and returns the program.
pub fn build(places: &Places) -> Result<PathBuf> {
    let tools = Tools::ensure(places)?;
    browser_part::build(places, &tools, Build::Shipped)?;
    step("server: cargo builds interreg-explorer (profile release)", || {
        let mut cargo = places.cargo();
        cargo.args([
            "build",
            "--locked",
            "--release",
            "-p",
            "server",
            "--bin",
            "interreg-explorer",
        ]);
        succeed(&mut cargo)
    })?;
    Ok(places.target.join("release/interreg-explorer"))
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
