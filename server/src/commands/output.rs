//! What people see of a command.

use std::{
    io::{IsTerminal as _, Write as _, stdout},
    path::Path,
    time::Duration,
};

use anyhow::Context as _;
use backend::import::{Progress, Stage};
use indicatif::{ProgressBar, ProgressStyle};

/// Writes a text where its reader looks. A closed pipe is no
/// error: its reader has gone.
pub(super) fn say(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// Puts a file in place whole: a reader sees the old file until then.
pub(super) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = || {
        format!(
            "{} cannot be written: name a file in a directory that may be written to",
            path.display()
        )
    };
    let beside = path.with_extension("part");
    std::fs::write(&beside, bytes).with_context(failed)?;
    std::fs::rename(&beside, path).with_context(failed)
}

/// A line that moves while files are read, on a terminal; elsewhere nothing.
pub(super) struct Bar {
    bar: ProgressBar,
    stage: Option<Stage>,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = match std::io::stderr().is_terminal() {
            true => ProgressBar::new_spinner(),
            false => ProgressBar::hidden(),
        };
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, stage: None }
    }
}

impl Progress for Bar {
    fn at(&mut self, stage: Stage, done: u64, total: Option<u64>) {
        if self.stage != Some(stage) {
            self.stage = Some(stage);
            self.bar.reset();
            let style = match total {
                Some(total) => {
                    self.bar.set_length(total);
                    ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec} {eta}")
                }
                None => ProgressStyle::with_template("{spinner} {pos} {per_sec}"),
            };
            if let Ok(style) = style {
                self.bar.set_style(style);
            }
        }
        self.bar.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
