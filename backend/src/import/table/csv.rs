//! CSV files: detects the character encoding and the separator.
//!
//! A CSV file does not state these two. The report shows what was detected, so that the
//! official can check it.

use super::{
    Cell, Encoding, Next, Upload, encoding,
    limits::Meter,
    records::{OpenQuote, Records},
};
use crate::import::{Problem, ProblemKind, Rejection, RowRef};

/// A CSV file.
#[derive(Debug)]
pub struct Csv {
    /// The name of the file.
    pub name: String,
    /// Its character encoding.
    pub encoding: Encoding,
    /// Its separator: a comma, a semicolon or a tab.
    pub separator: u8,
    text: String,
    /// The problems of its encoding.
    letters: Vec<ProblemKind>,
}

impl Csv {
    pub(super) fn open(file: Upload) -> Self {
        let decoded = encoding::decode(file.bytes);
        let separator = separator(&decoded.text);
        let letters = [
            (decoded.unsure, ProblemKind::LettersUnsure),
            (decoded.broken, ProblemKind::LettersBroken),
        ];
        Self {
            name: file.name,
            encoding: decoded.encoding,
            separator,
            text: decoded.text,
            letters: letters.into_iter().filter(|(is, _)| *is).map(|(_, kind)| kind).collect(),
        }
    }

    /// The problems of the encoding, each at the first character concerned.
    pub(super) fn problems(&self) -> Vec<Problem> {
        self.letters.iter().map(|kind| self.at_letter(*kind)).collect()
    }

    fn at_letter(&self, kind: ProblemKind) -> Problem {
        let meant = |letter: char| match kind {
            ProblemKind::LettersBroken => letter == '\u{fffd}',
            _ => !letter.is_ascii(),
        };
        let mut records = Records::new(&self.text, self.separator);
        let mut row = RowRef { sheet: self.name.as_str().into(), number: 1 };
        while let Ok(Some(record)) = records.next() {
            let words = record.cells.iter().map(Cell::shown);
            let word = words.filter_map(|it| {
                it.split_whitespace().find(|word| word.contains(meant)).map(str::to_owned)
            });
            if let Some(word) = word.into_iter().next() {
                row.number = record.number;
                return Problem::new(&row, None, &word, kind).with(self.encoding.name());
            }
        }
        Problem::new(&row, None, "", kind).with(self.encoding.name())
    }

    pub(super) fn rows(
        &self,
        meter: &mut Meter<'_>,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Rejection> {
        let mut records = Records::new(&self.text, self.separator);
        loop {
            let record = match records.next() {
                Ok(Some(record)) => record,
                Ok(None) => return Ok(()),
                Err(OpenQuote(row)) => {
                    return Err(Rejection::OpenQuote { file: self.name.clone(), row });
                }
            };
            for cell in &record.cells {
                meter.cell(cell)?;
            }
            meter.places(record.values)?;
            if record.cells.iter().any(|cell| *cell != Cell::Empty)
                && each(record.number, record.cells) == Next::Enough
            {
                return Ok(());
            }
        }
    }
}

/// The most frequent separator in the first lines, outside of quotation marks.
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
        // The row of headers decides, since texts below it contain commas.
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
        let mut meter = Meter::new(&Limits::GENEROUS);
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
        let cases: [(&[u8], &str, u8); 4] = [
            ("\u{feff}Acronym,Town\nA,Göteborg\n".as_bytes(), "UTF-8", b','),
            ("Acronym;\"Town, or city\"\r\nA;Göteborg\r\n".as_bytes(), "UTF-8", b';'),
            (b"Acronym;Town\r\nA;G\xf6teborg\r\n", "Windows-1252", b';'),
            (&utf16, "UTF-16", b'\t'),
        ];
        for (bytes, encoding, separator) in cases {
            let (csv, rows) = rows(bytes);
            assert_eq!((&*csv.encoding.name(), csv.separator), (encoding, separator), "{rows:?}");
            assert_eq!(rows[1], (2, vec!["A".to_owned(), "Göteborg".to_owned()]));
            assert!(csv.problems().is_empty());
        }
    }

    #[test]
    fn doubt_about_letters_names_the_first_of_them() {
        let (csv, _) = rows(b"Acronym;Town\n\nA;Pe\xe8 here\n");
        let [problem] = csv.problems().try_into().unwrap();
        assert_eq!((problem.kind, problem.row.number), (ProblemKind::LettersUnsure, 3));
        assert_eq!(problem.value, "Peè");
    }

    #[test]
    fn a_line_break_inside_quotation_marks_is_part_of_a_value() {
        let (_, rows) = rows(b"a,b\n\"one\ntwo\",3\n,\n4,5\n");
        assert_eq!(rows[1].1[0], "one\ntwo");
        assert_eq!(rows.len(), 3, "an empty row is none");
        assert_eq!(rows[2].0, 4, "and is counted, as spreadsheets do");
    }
}
