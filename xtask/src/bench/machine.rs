//! What a figure was taken on, when, and of which version.

use std::fs;
use std::process::Command;
use std::thread;

use anyhow::Result;

use crate::places::Places;
use crate::step::output;

/// One line that stands under a section.
pub fn taken_here(places: &Places) -> Result<String> {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    Ok(format!(
        "Taken {} at {} on {}, {cores} cores, {} of memory, Linux {}, {}.",
        output(Command::new("date").args(["-u", "+%Y-%m-%d %H:%M UTC"]))?.trim(),
        commit(places)?,
        processor(),
        memory(),
        kernel(),
        output(Command::new("rustc").arg("--version"))?.trim(),
    ))
}

/// The version measured, and whether it is more than what was committed.
fn commit(places: &Places) -> Result<String> {
    let git = |arguments: &[&str]| {
        output(Command::new("git").arg("-C").arg(&places.root).args(arguments))
    };
    let hash = git(&["rev-parse", "--short=10", "HEAD"])?;
    // The figures themselves are no change of what they measure.
    let changes = git(&["status", "--porcelain", "--", ".", ":!bench/results.md"])?;
    let more = if changes.is_empty() { "" } else { " with uncommitted changes" };
    Ok(format!("commit {}{more}", hash.trim()))
}

/// The processor's name as it gives it.
fn processor() -> String {
    let found = field("/proc/cpuinfo", "model name");
    found.unwrap_or_else(|| format!("an unnamed {} processor", std::env::consts::ARCH))
}

/// The memory, rounded to GiB.
fn memory() -> String {
    let kib = field("/proc/meminfo", "MemTotal")
        .and_then(|text| text.trim_end_matches("kB").trim().parse::<u64>().ok());
    kib.map_or("an unknown amount".to_owned(), |kib| format!("{} GiB", (kib + (1 << 19)) >> 20))
}

fn kernel() -> String {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease");
    release.map_or("of an unknown version".to_owned(), |text| text.trim().to_owned())
}

/// The first `name : value` in one of the kernel's files.
fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
