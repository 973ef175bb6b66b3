//! Spreadsheets as rows of cells, whatever kind of file they come from.
//!
//! A [`Book`] is one workbook, or several files of comma-separated values, each
//! of which is a sheet. Rows are read one after the other and never kept here:
//! a sheet of 140,000 partners costs the memory of one row.
//!
//! What is read comes from outside, so everything has a limit ([`Limits`]): a
//! small file can unpack to gigabytes, and a sheet with one cell in its last
//! row and column has sixteen thousand million places before it.

mod cell;
mod csv;
mod workbook;

use std::{path::Path, time::Instant};

pub use cell::Cell;
pub use csv::{Csv, Encoding};
use workbook::Workbook;

use super::Refusal;

/// What reading may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of everything a workbook unpacks to.
    pub unpacked: u64,
    /// Cells that are looked at.
    pub cells: u64,
    /// When to give up.
    pub deadline: Option<Instant>,
}

impl Limits {
    /// For somebody at their own machine: the 33,000 projects of all keep.eu
    /// fit several times over.
    pub const GENEROUS: Self = Self { unpacked: 4 << 30, cells: 200_000_000, deadline: None };
}

/// Columns beyond this one are not read: no source has as many.
const MAX_COLUMNS: usize = 256;

/// A file with its name, as it was given.
#[derive(Debug)]
pub struct Upload {
    /// The name, for messages.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// Reads a file.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(cause) => Err(Refusal::Unreadable { file: name, cause: cause.to_string() }),
        }
    }
}

/// Sheets that are read together.
#[derive(Debug)]
pub enum Book {
    /// A workbook.
    Workbook(Box<Workbook>),
    /// A file of separated values for each sheet.
    Csv(Vec<Csv>),
}

impl Book {
    /// Looks at what kind of files these are and opens them.
    pub fn open(files: Vec<Upload>, limits: &Limits) -> Result<Self, Refusal> {
        let mut texts = Vec::new();
        let single = files.len() == 1;
        for file in files {
            match Kind::of(&file.bytes) {
                Kind::Workbook if single => {
                    return Ok(Self::Workbook(Box::new(Workbook::open(file, limits)?)));
                }
                Kind::Workbook => return Err(Refusal::OneWorkbook { file: file.name }),
                Kind::OldWorkbook => return Err(Refusal::OldWorkbook { file: file.name }),
                Kind::Binary => return Err(Refusal::NotASpreadsheet { file: file.name }),
                Kind::Nothing => return Err(Refusal::Empty { file: file.name }),
                Kind::Text => texts.push(Csv::open(file)),
            }
        }
        Ok(Self::Csv(texts))
    }

    /// The names of the sheets.
    pub fn sheets(&self) -> Vec<String> {
        match self {
            Self::Workbook(book) => book.sheets(),
            Self::Csv(files) => files.iter().map(|file| file.name.clone()).collect(),
        }
    }

    /// Hands out the rows of a sheet that have something in them, each with its
    /// number as the spreadsheet shows it. Stops where `each` says so.
    pub fn rows(
        &mut self,
        sheet: usize,
        limits: &Limits,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Refusal> {
        let mut meter = Meter { limits, cells: 0 };
        match self {
            Self::Workbook(book) => book.rows(sheet, &mut meter, each),
            Self::Csv(files) => match files.get(sheet) {
                Some(file) => file.rows(&mut meter, each),
                None => Ok(()),
            },
        }
    }
}

/// Whether more rows are wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Next {
    /// They are.
    More,
    /// They are not.
    Enough,
}

/// Keeps count of what reading costs.
struct Meter<'a> {
    limits: &'a Limits,
    cells: u64,
}

impl Meter<'_> {
    fn cells(&mut self, more: usize) -> Result<(), Refusal> {
        let before = self.cells / 4096;
        self.cells += more as u64;
        if self.cells > self.limits.cells {
            return Err(Refusal::TooLarge);
        }
        // A look at the clock costs more than a cell.
        let due = self.cells / 4096 != before;
        match self.limits.deadline {
            Some(deadline) if due && Instant::now() > deadline => Err(Refusal::TooSlow),
            _ => Ok(()),
        }
    }
}

/// What the first bytes of a file say.
enum Kind {
    Workbook,
    OldWorkbook,
    Binary,
    Text,
    Nothing,
}

impl Kind {
    fn of(bytes: &[u8]) -> Self {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            Self::Nothing
        } else if bytes.starts_with(b"PK\x03\x04") {
            Self::Workbook
        // The container of .xls, and of workbooks with a password.
        } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            Self::OldWorkbook
        } else if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            Self::Text
        } else if bytes.iter().take(4096).any(|byte| *byte == 0) {
            Self::Binary
        } else {
            Self::Text
        }
    }
}
