//! Files of separated values: which letters, which separator.
//!
//! The two things such a file does not say are found out and reported, so that
//! whoever sent it can see whether they were found out rightly.

use super::{Cell, MAX_COLUMNS, Meter, Next, Upload};
use crate::import::Refusal;

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
    /// Everything but what follows.
    Utf8,
    /// "Unicode text", as some spreadsheets save it.
    Utf16,
    /// What spreadsheets on Windows save in Western Europe.
    Windows1252,
}

impl Encoding {
    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// A file of separated values.
#[derive(Debug)]
pub struct Csv {
    /// The name of the file.
    pub name: String,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between two values: a comma, a semicolon or a tab.
    pub separator: u8,
    text: String,
}

impl Csv {
    pub(super) fn open(file: Upload) -> Self {
        let (encoding, text) = decode(file.bytes);
        let separator = separator(&text);
        Self { name: file.name, encoding, separator, text }
    }

    pub(super) fn rows(
        &self,
        meter: &mut Meter<'_>,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Refusal> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut number = 0;
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => number += 1,
                Ok(false) => return Ok(()),
                Err(cause) => {
                    let (file, cause) = (self.name.clone(), cause.to_string());
                    return Err(Refusal::Damaged { file, cause });
                }
            }
            meter.cells(record.len())?;
            let cells: Vec<Cell> = record.iter().take(MAX_COLUMNS).map(Cell::of_text).collect();
            if cells.iter().any(|cell| !cell.is_empty()) && each(number, cells) == Next::Enough {
                return Ok(());
            }
        }
    }
}

fn decode(bytes: Vec<u8>) -> (Encoding, String) {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let (text, ..) = encoding_rs::UTF_16LE.decode(&bytes);
        return (Encoding::Utf16, text.into_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => (Encoding::Utf8, text.trim_start_matches('\u{feff}').to_owned()),
        // Text in another encoding is hardly ever UTF-8 by chance.
        Err(error) => {
            let (text, ..) = encoding_rs::WINDOWS_1252.decode(error.as_bytes());
            (Encoding::Windows1252, text.into_owned())
        }
    }
}

/// What stands most often in the first lines, outside of quotation marks.
fn separator(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                counts.iter_mut().filter(|(it, _)| *it == byte).for_each(|(_, n)| *n += 1);
            }
            _ => {}
        }
        // The headers tell; the texts below them have commas of their own.
        if lines == 1 && counts.iter().any(|(_, count)| *count > 0) {
            break;
        }
    }
    counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(it, _)| *it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::Limits;

    fn rows(bytes: &[u8]) -> (Csv, Vec<(u32, Vec<String>)>) {
        let csv = Csv::open(Upload { name: "a.csv".to_owned(), bytes: bytes.to_vec() });
        let mut rows = Vec::new();
        let mut meter = Meter { limits: &Limits::GENEROUS, cells: 0 };
        csv.rows(&mut meter, &mut |number, cells| {
            rows.push((number, cells.iter().map(|cell| cell.shown().into_owned()).collect()));
            Next::More
        })
        .unwrap();
        (csv, rows)
    }

    #[test]
    fn letters_and_separator_are_found_out() {
        let utf16: Vec<u8> = std::iter::once(0xfeff)
            .chain("Acronym\tTown\nA\tGöteborg".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let cases: [(&[u8], Encoding, u8); 4] = [
            ("\u{feff}Acronym,Town\nA,Göteborg\n".as_bytes(), Encoding::Utf8, b','),
            ("Acronym;\"Town, or city\"\r\nA;Göteborg\r\n".as_bytes(), Encoding::Utf8, b';'),
            (b"Acronym;Town\r\nA;G\xf6teborg\r\n", Encoding::Windows1252, b';'),
            (&utf16, Encoding::Utf16, b'\t'),
        ];
        for (bytes, encoding, separator) in cases {
            let (csv, rows) = rows(bytes);
            assert_eq!((csv.encoding, csv.separator), (encoding, separator), "{rows:?}");
            assert_eq!(rows[1], (2, vec!["A".to_owned(), "Göteborg".to_owned()]));
        }
    }

    #[test]
    fn a_line_break_inside_quotation_marks_is_part_of_a_value() {
        let (_, rows) = rows(b"a,b\n\"one\ntwo\",3\n,\n4,5\n");
        assert_eq!(rows[1].1[0], "one\ntwo");
        assert_eq!(rows.len(), 3, "an empty row is none");
    }
}
