//! How far an import is, for whoever waits.

/// What is being done.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// Rows are read.
    Rows,
    /// Projects get their places and languages.
    Projects,
    /// Projects are written.
    Store,
}

/// Told about every step.
pub trait Progress {
    /// `done` of `total` steps of a stage are done.
    fn at(&mut self, stage: Stage, done: u64, total: Option<u64>);
}

/// Nobody waits.
#[derive(Debug)]
pub struct Quiet;

impl Progress for Quiet {
    fn at(&mut self, _: Stage, _: u64, _: Option<u64>) {}
}
