//! The limits on reading a file, and the meter that checks them.

use std::time::Instant;

use super::Cell;
use crate::import::Rejection;

/// The limits on reading a file.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The unpacked bytes of a workbook.
    pub unpacked: u64,
    /// The bytes of all texts that are read. A text to which many cells refer counts for
    /// every cell.
    pub text: u64,
    /// The cells that are read.
    pub cells: u64,
    /// The texts in the shared table of a workbook.
    pub strings: u64,
    /// The problems that are kept. All are counted.
    pub problems: usize,
    /// The time at which reading stops.
    pub deadline: Option<Instant>,
}

impl Limits {
    /// The limits for the command line: several times the 33,000 projects of keep.eu.
    pub const GENEROUS: Self = Self::of_megabytes(Self::MEGABYTES);

    /// Megabytes of [`Limits::GENEROUS`].
    pub const MEGABYTES: u64 = 1_000;

    /// The limits for a workbook that unpacks to this many megabytes. An export of keep.eu
    /// has 10,000 cells and 2,000 different texts per megabyte.
    pub const fn of_megabytes(megabytes: u64) -> Self {
        Self {
            unpacked: megabytes.saturating_mul(1_000_000),
            text: megabytes.saturating_mul(1_000_000),
            cells: megabytes.saturating_mul(25_000),
            strings: megabytes.saturating_mul(10_000),
            problems: 1_000_000,
            deadline: None,
        }
    }

    /// The limits for an uploaded file of this size. A workbook of keep.eu unpacks to four
    /// times its size. A small file that unpacks to a hundred times its size would use a
    /// processor for a second.
    pub fn for_strangers(bytes: usize, deadline: Instant) -> Self {
        let megabytes = 10 + 12 * bytes as u64 / 1_000_000;
        let limits = Self::of_megabytes(megabytes);
        Self { problems: 5_000, deadline: Some(deadline), ..limits }
    }

    /// An error after the time has passed.
    pub(crate) fn in_time(&self) -> Result<(), Rejection> {
        match self.deadline {
            Some(deadline) if Instant::now() > deadline => Err(Rejection::TooSlow),
            _ => Ok(()),
        }
    }
}

/// The cells, or units of 64 bytes of text, between two checks of the clock. A check costs
/// more than a cell.
const LOOK_EVERY: u64 = 4096;

/// Counts what is read.
pub(super) struct Meter<'a> {
    limits: &'a Limits,
    cells: u64,
    text: u64,
    since: u64,
}

impl<'a> Meter<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, text: 0, since: 0 }
    }

    /// Counts a cell.
    pub(super) fn cell(&mut self, cell: &Cell) -> Result<(), Rejection> {
        let bytes = cell.bytes() as u64;
        self.cells += 1;
        self.text += bytes;
        self.since += 1 + bytes / 64;
        if self.cells > self.limits.cells || self.text > self.limits.text {
            return Err(Rejection::TooLarge);
        }
        self.look()
    }

    /// Counts the empty cells before it in its row.
    pub(super) fn places(&mut self, more: usize) -> Result<(), Rejection> {
        self.since += more as u64;
        self.look()
    }

    fn look(&mut self) -> Result<(), Rejection> {
        if self.since < LOOK_EVERY {
            return Ok(());
        }
        self.since = 0;
        self.limits.in_time()
    }
}
