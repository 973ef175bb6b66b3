//! A catalogue as a file in the exchange format.

mod line;
mod write;

use std::{fmt, path::Path};

use catalogue::model::Document;

pub use write::{compact, write};

use line::line_of;

/// Why a catalogue file cannot be read: where it is wrong, what is wrong, and what
/// would be right.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file cannot be read.
    #[error("{file}: {cause}. Name a catalogue file that exists and may be read")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The file is not in the exchange format, or its parts do not fit together.
    #[error("{0}")]
    Invalid(Invalid),
}

/// An error in a catalogue file.
#[derive(Clone, Debug, serde::Deserialize, Eq, PartialEq, serde::Serialize)]
pub struct Invalid {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The field as a JSON path, such as `projects[3].start`.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, message } = self;
        write!(f, "{file}:{line}: {field}: {message}")
    }
}

/// Reads a file as text.
pub fn read(path: &Path) -> Result<String, FileError> {
    let unreadable = |cause| FileError::Unreadable { file: path.display().to_string(), cause };
    std::fs::read_to_string(path).map_err(unreadable)
}

/// Reads a document from bytes, which should be text.
pub fn parse_bytes(file: &str, bytes: &[u8]) -> Result<Document, FileError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(file, text),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(FileError::Invalid(Invalid {
                file: file.to_owned(),
                line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
                field: "text".to_owned(),
                message: "this is not UTF-8: save the file in that encoding".to_owned(),
            }))
        }
    }
}

/// Reads a document and checks that its parts fit together.
pub fn parse(file: &str, text: &str) -> Result<Document, FileError> {
    // Editors on Windows put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let invalid = |line, field: String, message: String| {
        FileError::Invalid(Invalid { file: file.to_owned(), line, field, message })
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let document: Document = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = error.path().to_string();
        let cause = error.into_inner();
        let message = cause.to_string();
        // serde_json appends its own line and column. Ours are in front of the message.
        let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
        // serde_json reports the position after a wrong value. The line of the field
        // itself is more useful, where it can be found.
        let line = line_of(text, &field).unwrap_or(cause.line());
        invalid(line, field, message)
    })?;
    json.end().map_err(|cause| {
        invalid(
            cause.line(),
            "end of file".to_owned(),
            "something follows the document: remove it".to_owned(),
        )
    })?;
    document.validate().map_err(|error| {
        invalid(line_of(text, &error.path).unwrap_or(1), error.path, error.message)
    })?;
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::default_catalogue::TEXT as DEFAULT_CATALOGUE;
    use proptest::prelude::*;

    fn error(text: &str) -> String {
        parse("my.json", text).map(|_| ()).unwrap_err().to_string()
    }

    fn line(text: &str, needle: &str) -> usize {
        text[..text.find(needle).unwrap()].matches('\n').count() + 1
    }

    #[test]
    fn the_default_catalogue_is_valid_and_survives_the_round_trip() {
        let document = parse("default", DEFAULT_CATALOGUE).unwrap();
        assert_eq!(document.projects.len(), 10);
        let written = write(&document).unwrap();
        assert_eq!(parse("written", &written).unwrap(), document);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/northern-netherlands.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &written).unwrap();
        }
        assert!(written == DEFAULT_CATALOGUE, "the file is not as this program writes it");
    }

    #[test]
    fn an_error_names_file_line_field_value_and_what_is_allowed() {
        let swap = |from: &str, to: &str| {
            assert!(DEFAULT_CATALOGUE.contains(from), "{from}");
            DEFAULT_CATALOGUE.replacen(from, to, 1)
        };
        let cases = [
            ("\"2016-01\"", "\"2016-13\"", "projects[0].start", "2016-13", "a month (2019-01)"),
            (
                "\"country\": \"NL\",\n          \"location\"",
                "\"country\": \"nl\",\n          \"location\"",
                "country",
                "nl",
                "NL or DE",
            ),
            ("\"eur\": 5200000", "\"eur\": -5", "projects[0].total_budget.eur", "-5", "at least 0"),
            (
                "\"lat\": 53.21917",
                "\"lat\": 153.21917",
                "home_cities[0].location.lat",
                "153.21917",
                "between -90 and 90",
            ),
            (
                "\"slug\": \"bling\"",
                "\"slug\": \"Bling!\"",
                "projects[2].slug",
                "Bling!",
                "lower-case letters",
            ),
            (
                "\"slug\": \"bling\"",
                "\"slug\": \"reframe\"",
                "projects[2].slug",
                "reframe",
                "own slug",
            ),
            (
                "\"programme\": \"urbact-2014\"",
                "\"programme\": \"urbakt\"",
                "projects[1].programme",
                "urbakt",
                "urbact-2014",
            ),
            (
                "\"role\": \"lead\"",
                "\"role\": \"boss\"",
                "projects[0].participations[0].role",
                "boss",
                "`partner`",
            ),
            (
                "\"end\": \"2021-11\"",
                "\"end\": \"2011-11\"",
                "projects[0].end",
                "2011-11",
                "mend one",
            ),
            (
                "\"https://northsearegion.eu/reframe/\"",
                "\"javascript:alert(1)\"",
                "website",
                "javascript:alert(1)",
                "https://",
            ),
            (
                "\"acronym\": \"REFRAME\"",
                "\"akronym\": \"REFRAME\"",
                "akronym",
                "akronym",
                "`acronym`",
            ),
        ];
        for (from, to, field, value, allowed) in cases {
            let text = swap(from, to);
            let message = error(&text);
            let place = format!("my.json:{}:", line(DEFAULT_CATALOGUE, from));
            assert!(message.starts_with(&place), "{message} should start with {place}");
            for part in [field, value, allowed] {
                assert!(message.contains(part), "{message} should name {part}");
            }
        }
    }

    #[test]
    fn a_broken_or_empty_file_is_named_with_its_line() {
        assert!(error("").starts_with("my.json:"));
        assert!(error("{\n  \"format\": \"interreg-explorer/1\"\n").starts_with("my.json:3:"));
        let trailing = format!("{DEFAULT_CATALOGUE}\nmore");
        assert!(error(&trailing).contains("something follows"));
    }

    #[test]
    fn the_schema_beside_the_catalogue_is_the_one_the_types_give() {
        let schema = schemars::schema_for!(Document);
        let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/catalogue.schema.json");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &schema).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written == schema,
            "run UPDATE_SCHEMA=1 cargo test -p backend to renew {}",
            path.display()
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_mutilated_file_makes_the_reader_panic(at in 0usize..100_000, byte in any::<u8>(), cut in any::<bool>()) {
            let mut bytes = DEFAULT_CATALOGUE.as_bytes().to_vec();
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] = byte }
            let _ = parse("my.json", &String::from_utf8_lossy(&bytes));
        }
    }
}
