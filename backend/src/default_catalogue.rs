//! The catalogue that is built into the program. A new store begins with it.

use catalogue::model::Document;
use sha2::{Digest, Sha256};

use crate::file::{self, FileError};

/// Its file name in messages.
pub(crate) const NAME: &str = "northern-netherlands.json";

/// Ten projects of four Dutch cities, in the exchange format.
pub(crate) const TEXT: &str = include_str!("../../data/northern-netherlands.json");

/// The default catalogue as a document.
pub fn document() -> Result<Document, FileError> {
    file::parse(NAME, TEXT)
}

/// A hash that differs between the default catalogues of two releases.
pub fn release() -> String {
    hash(TEXT)
}

/// A short hash of a text.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
