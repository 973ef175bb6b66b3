//! Reads spreadsheets of every kind as rows of cells.
//!
//! A [`Book`] is one workbook, or several CSV files, each of which is a sheet. Rows are read
//! one after the other and not kept: a sheet of 140,000 partners needs the memory of one row.
//!
//! Files come from strangers, so everything has a limit ([`Limits`]), and the sizes that a file
//! states are not trusted. A small file can unpack to gigabytes, refer to one long text from
//! every cell, or have one cell in the last row and column, after 16 thousand million empty
//! ones.

mod cell;
mod csv;
mod encoding;
mod error_value;
mod limits;
mod records;
mod weigh;
mod workbook;

use std::path::Path;

pub use cell::Cell;
pub use csv::Csv;
pub use encoding::Encoding;
pub use limits::Limits;
use limits::Meter;
use workbook::Workbook;

use super::{Problem, Rejection};

/// The number of columns that are read. No source has more.
const MAX_COLUMNS: usize = 256;

/// An input file.
#[derive(Debug)]
pub struct Upload {
    /// Its name, for messages.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// Reads a file.
    pub fn open(path: &Path) -> Result<Self, Rejection> {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(cause) => Err(Rejection::Unreadable { file: name, cause: cause.to_string() }),
        }
    }
}

/// Input files, opened as sheets.
#[derive(Debug)]
pub enum Book {
    /// A workbook.
    Workbook(Box<Workbook>),
    /// CSV files, each of which is a sheet.
    Csv(Vec<Csv>),
}

impl Book {
    /// Detects the kind of the files and opens them.
    pub fn open(files: Vec<Upload>, limits: &Limits) -> Result<Self, Rejection> {
        let mut texts = Vec::new();
        let single = files.len() == 1;
        for file in files {
            match FileKind::of(&file.bytes) {
                FileKind::Workbook if single => {
                    return Ok(Self::Workbook(Box::new(Workbook::open(file, limits)?)));
                }
                FileKind::Workbook => return Err(Rejection::OneWorkbook { file: file.name }),
                FileKind::OldWorkbook => return Err(Rejection::OldWorkbook { file: file.name }),
                FileKind::Binary => return Err(Rejection::NotASpreadsheet { file: file.name }),
                FileKind::Nothing => return Err(Rejection::Empty { file: file.name }),
                FileKind::Text => texts.push(Csv::open(file)),
            }
        }
        Ok(Self::Csv(texts))
    }

    /// The names of the sheets, and whether they are hidden.
    pub fn sheets(&self) -> Vec<(String, bool)> {
        match self {
            Self::Workbook(book) => book.sheets(),
            Self::Csv(files) => files.iter().map(|file| (file.name.clone(), false)).collect(),
        }
    }

    /// The problems of the files as a whole.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Self::Workbook(_) => Vec::new(),
            Self::Csv(files) => files.iter().flat_map(Csv::problems).collect(),
        }
    }

    /// Whether each row should have as many values as there are headers. This holds for CSV
    /// files and not for workbooks.
    pub fn is_even(&self) -> bool {
        matches!(self, Self::Csv(_))
    }

    /// Calls `each` for every row of a sheet that is not empty, with its number in the
    /// spreadsheet, until `each` returns [`Next::Enough`].
    pub fn rows(
        &mut self,
        sheet: usize,
        limits: &Limits,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Rejection> {
        let mut meter = Meter::new(limits);
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
    /// Yes.
    More,
    /// No.
    Enough,
}

/// The kind of a file, by its first bytes.
enum FileKind {
    Workbook,
    OldWorkbook,
    Binary,
    Text,
    Nothing,
}

impl FileKind {
    fn of(bytes: &[u8]) -> Self {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            Self::Nothing
        } else if bytes.starts_with(b"PK\x03\x04") {
            Self::Workbook
        // The container format of .xls and of workbooks with a password.
        } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            Self::OldWorkbook
        } else if encoding::utf16(bytes).is_some() {
            Self::Text
        } else if bytes.iter().take(4096).any(|byte| *byte == 0) {
            Self::Binary
        } else {
            Self::Text
        }
    }
}
