//! The program as processes: several on one store, and one that is killed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod archive;
mod basemap;
mod commands;
mod killed;
mod program;
mod reading;
