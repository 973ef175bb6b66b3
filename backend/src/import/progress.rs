//! The progress of an import, for display.

/// A stage of an import.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// Rows are read.
    Rows,
    /// Projects are located and their languages detected.
    Projects,
    /// Projects are written.
    Store,
}

/// Receives the progress.
pub trait Progress {
    /// `done` of `total` steps of a stage are done.
    fn at(&mut self, stage: Stage, done: u64, total: Option<u64>);
}

/// Ignores the progress.
#[derive(Debug)]
pub struct Quiet;

impl Progress for Quiet {
    fn at(&mut self, _: Stage, _: u64, _: Option<u64>) {}
}
