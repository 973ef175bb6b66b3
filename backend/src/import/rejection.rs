//! Why files cannot be read at all, as data. `app` writes the sentences in the language
//! of the reader.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::file::Invalid;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Rejection {
    /// The operating system cannot read it.
    Unreadable {
        /// The file.
        file: String,
        /// The message of the operating system.
        cause: String,
    },
    /// It is empty.
    Empty {
        /// The file.
        file: String,
    },
    /// It is another kind of file: a picture, a document, a program.
    NotASpreadsheet {
        /// The file.
        file: String,
    },
    /// It is a workbook in the format before 2007, in OpenDocument, or with a password.
    OldWorkbook {
        /// The file.
        file: String,
    },
    /// There is a workbook and another file.
    OneWorkbook {
        /// The file.
        file: String,
    },
    /// It is incomplete or damaged.
    Damaged {
        /// The file.
        file: String,
        /// The message of the library that reads it, in English.
        cause: String,
    },
    /// A quotation mark in a CSV file is never closed, or is closed so many rows later that
    /// whole rows would become part of one value.
    OpenQuote {
        /// The file.
        file: String,
        /// The row of the quotation mark.
        row: u32,
    },
    /// A row of a CSV file has more values than there are headers.
    LongRow {
        /// The file.
        file: String,
        /// The row.
        row: u32,
        /// The number of values in the row.
        values: usize,
        /// The number of headers.
        headers: usize,
    },
    /// It is larger than the limit.
    TooLarge,
    /// Reading it takes longer than the limit.
    TooSlow,
    /// No sheet has the columns of a known source.
    NoProjects {
        /// The sheet that has most of the columns.
        sheet: String,
        /// The headers that are missing in it.
        missing: Vec<String>,
    },
    /// A list of partners without its list of projects.
    PartnersAlone {
        /// The sheet, or the file.
        sheet: String,
    },
    /// It is in the exchange format and has an error.
    Json(Invalid),
    /// The gazetteer does not know a home city from the command line.
    HomeCity {
        /// What was written.
        name: String,
    },
}

impl fmt::Display for Rejection {
    /// For logs. `app` writes the sentence that people read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Rejection {}
