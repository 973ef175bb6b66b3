//! `cargo xtask dev`: the fast loop. Everything unoptimised and uncompressed,
//! built again and restarted on every change, alive through errors.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, ExitCode};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher as _};

use crate::browser_part::{self, Build};
use crate::places::Places;
use crate::run::serve;
use crate::step::{say, step, succeed};
use crate::tools::Tools;

/// What a change in leads to a new build. Content stamps and cargo then decide
/// how much of it is really done.
const WATCHED: [&str; 8] =
    ["app", "backend", "catalogue", "data", "public", "server", "style", "Cargo.toml"];

/// An editor writes a file in several strokes, git many files: a build begins
/// when it has been quiet for this long.
const QUIET: Duration = Duration::from_millis(200);

/// Builds, serves, and does so again whenever something changes.
pub fn dev(places: &Places, arguments: &[OsString]) -> Result<ExitCode> {
    let tools = Tools::ensure(places)?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| matters(&event)) {
            // The receiver is gone only when we are ending.
            let _ = sender.send(());
        }
    })
    .context("cannot watch files")?;
    for path in WATCHED.map(|path| places.root.join(path)) {
        if path.exists() {
            let watch = watcher.watch(&path, RecursiveMode::Recursive);
            watch.with_context(|| format!("cannot watch {}", path.display()))?;
        }
    }

    let mut server = None;
    loop {
        match build(places, &tools) {
            Ok(()) => {
                stop(server.take());
                server = start(places, arguments);
            }
            Err(error) => say(format_args!("  {error:#}\n  mend it, and it is built again")),
        }
        if wait_for_change(&changes).is_none() {
            stop(server);
            return Ok(ExitCode::SUCCESS);
        }
        say("\n→ something changed");
    }
}

fn build(places: &Places, tools: &Tools) -> Result<()> {
    browser_part::build(places, tools, Build::Quick)?;
    step("server: cargo builds interreg-explorer (profile dev)", || {
        succeed(places.cargo().args(["build", "-p", "server", "--bin", "interreg-explorer"]))
    })
}

fn start(places: &Places, arguments: &[OsString]) -> Option<Child> {
    let binary = places.target.join("debug/interreg-explorer");
    let server = Command::new(&binary).current_dir(&places.root).args(serve(arguments)).spawn();
    server.inspect_err(|error| say(format_args!("cannot start {}: {error}", binary.display()))).ok()
}

/// The server keeps nothing that a kill could damage.
fn stop(server: Option<Child>) {
    if let Some(mut server) = server {
        // It may have ended by itself.
        let _ = server.kill();
        let _ = server.wait();
    }
}

/// Waits for a change and until it has become quiet; `None` when nothing is
/// watched any longer.
fn wait_for_change(changes: &Receiver<()>) -> Option<()> {
    changes.recv().ok()?;
    while changes.recv_timeout(QUIET).is_ok() {}
    Some(())
}

/// Reading a file is no change, nor is what editors keep beside it.
fn matters(event: &notify::Event) -> bool {
    let ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !(name.starts_with('.') || name.ends_with('~') || name.ends_with(".tmp"))
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| ours(path))
}

#[cfg(test)]
mod tests {
    use notify::Event;
    use notify::event::{AccessKind, CreateKind};

    use super::*;

    #[test]
    fn only_changes_of_our_own_files_matter() {
        let created =
            |path: &str| Event::new(EventKind::Create(CreateKind::File)).add_path(path.into());
        assert!(matters(&created("style/base.css")));
        assert!(!matters(&created("style/.base.css.swp")));
        let read = Event::new(EventKind::Access(AccessKind::Read));
        assert!(!matters(&read.add_path("style/base.css".into())));
    }
}
