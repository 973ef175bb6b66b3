//! Writes a catalogue as a file, in one of several [`Format`]s.
//!
//! A new format is a variant of [`Format`]. The compiler then asks for its name,
//! its file ending and how it is written; commands and messages follow.

mod workbook;

use std::{fmt, path::Path};

use catalogue::model::{Document, Lang};

use crate::{file, import::template::WriteError};

/// A format in which a catalogue can be written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// The exchange format, which keeps everything.
    Json,
    /// The template for officials, filled.
    Xlsx,
}

/// A catalogue cannot be written as a file.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No format has the ending of the file's name.
    #[error("{file}: write a file that ends in {}", endings())]
    UnknownEnding {
        /// The file.
        file: String,
    },
    /// As JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// As a workbook.
    #[error(transparent)]
    Workbook(#[from] WriteError),
}

impl Format {
    /// Every format, in the order in which messages list them.
    pub const ALL: [Self; 2] = [Self::Json, Self::Xlsx];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "the exchange format",
            Self::Xlsx => "the template, filled",
        }
    }

    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.ending().eq_ignore_ascii_case(ending))
            .ok_or_else(|| ExportError::UnknownEnding { file: path.display().to_string() })
    }

    /// The whole catalogue as a file in this format. `lang` is the language of
    /// headers and labels, where the format has some.
    pub fn write(self, document: &Document, lang: Lang) -> Result<Vec<u8>, ExportError> {
        Ok(match self {
            Self::Json => file::write(document)?.into_bytes(),
            Self::Xlsx => workbook::write(document, lang)?,
        })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// All endings, for messages: `.json or .xlsx`.
fn endings() -> String {
    Format::ALL.map(|format| format!(".{}", format.ending())).join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::default_catalogue;

    /// A new variant fails to compile here until it has a place.
    fn place(format: Format) -> usize {
        match format {
            Format::Json => 0,
            Format::Xlsx => 1,
        }
    }

    #[test]
    fn every_format_is_listed_once_and_found_by_its_ending() {
        for (nth, format) in Format::ALL.into_iter().enumerate() {
            assert_eq!(place(format), nth);
            for ending in [format.ending().to_owned(), format.ending().to_uppercase()] {
                let path = format!("folder.d/all.{ending}");
                assert_eq!(Format::of(Path::new(&path)).unwrap(), format);
            }
        }
    }

    #[test]
    fn a_file_of_another_ending_is_named_with_the_endings_there_are() {
        for path in ["all.csv", "all", "json", "all.json.bak"] {
            let error = Format::of(Path::new(path)).unwrap_err().to_string();
            assert_eq!(error, format!("{path}: write a file that ends in .json or .xlsx"));
        }
    }

    #[test]
    fn every_format_writes_a_catalogue() {
        let document = default_catalogue::document().unwrap();
        for format in Format::ALL {
            let bytes = format.write(&document, Lang::En).unwrap();
            let begins: &[u8] = match format {
                Format::Json => b"{",
                Format::Xlsx => b"PK",
            };
            assert!(bytes.starts_with(begins), "{format}");
        }
    }
}
