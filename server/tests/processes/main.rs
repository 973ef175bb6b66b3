//! The program as processes: several on one store, and one that is killed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod archive;
mod basemap;
mod commands;
#[cfg(target_os = "linux")]
mod crowd;
mod directory;
mod full;
mod hostile;
mod killed;
mod mount;
mod program;
mod reading;
#[cfg(target_os = "linux")]
mod stopping;
mod syscalls;
mod undo;
mod uploads;
