//! Reads the rows of a CSV text, with their numbers in a spreadsheet.
//!
//! The rules are those of RFC 4180, with two tolerances: a quotation mark opens a quoted value
//! only at its beginning, and text between the closing mark and the next separator belongs to
//! the value. A quotation mark that would make whole rows part of a value is an error,
//! because a single wrong mark would otherwise swallow the file.

use super::{Cell, MAX_COLUMNS};

/// One row.
pub(super) struct Record {
    /// Its number in a spreadsheet. Empty rows count.
    pub(super) number: u32,
    /// Its first values, as cells.
    pub(super) cells: Vec<Cell>,
    /// The number of its values.
    pub(super) values: usize,
}

/// The row of a quotation mark that is never closed, or too late.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct OpenQuote(pub(super) u32);

/// Iterates over the rows of a text.
pub(super) struct Records<'t> {
    rest: &'t str,
    separator: char,
    number: u32,
    /// The number of values in the longest row so far.
    widest: usize,
}

impl<'t> Records<'t> {
    pub(super) fn new(text: &'t str, separator: u8) -> Self {
        Self { rest: text, separator: separator.into(), number: 0, widest: 0 }
    }

    /// The next row, also an empty one.
    pub(super) fn next(&mut self) -> Result<Option<Record>, OpenQuote> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        let mut record = Record { number: self.number, cells: Vec::new(), values: 0 };
        loop {
            let (value, after) = self.value()?;
            record.values += 1;
            if record.cells.len() < MAX_COLUMNS {
                record.cells.push(Cell::of_text(&value));
            }
            // A separator, the end of the row, or the end of the text.
            if let Some(rest) = after.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            let end = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
            self.rest = after.get(end..).unwrap_or_default();
            self.widest = self.widest.max(record.values);
            return Ok(Some(record));
        }
    }

    /// The first value of the remaining text, and what follows it.
    fn value(&self) -> Result<(std::borrow::Cow<'t, str>, &'t str), OpenQuote> {
        let Some(mut inside) = self.rest.strip_prefix('"') else {
            let (value, after) = self.until_end(self.rest);
            return Ok((value.into(), after));
        };
        let mut value = String::new();
        loop {
            let Some((part, rest)) = inside.split_once('"') else {
                return Err(OpenQuote(self.number));
            };
            value.push_str(part);
            let Some(quoted) = rest.strip_prefix('"') else {
                let (tail, after) = self.until_end(rest);
                let swallowed = value.contains('\n')
                    && (!tail.trim().is_empty() || value.lines().any(|line| self.is_row(line)));
                if swallowed {
                    return Err(OpenQuote(self.number));
                }
                value.push_str(tail);
                return Ok((value.into(), after));
            };
            value.push('"');
            inside = quoted;
        }
    }

    fn until_end(&self, text: &'t str) -> (&'t str, &'t str) {
        let end = text.find([self.separator, '\n', '\r']).unwrap_or(text.len());
        text.split_at(end)
    }

    /// Whether a line inside a quoted value looks like a row: it has as many separators as the
    /// headers. Commas in a sentence do not count, since a space follows them.
    fn is_row(&self, line: &str) -> bool {
        self.widest >= 4
            && line.matches(self.separator).count() + 1 == self.widest
            && !(self.separator == ',' && line.contains(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(u32, Vec<String>)>, OpenQuote> {
        let mut records = Records::new(text, b';');
        let mut rows = Vec::new();
        while let Some(record) = records.next()? {
            let shown = record.cells.iter().map(|cell| cell.shown().into_owned());
            rows.push((record.number, shown.collect()));
        }
        Ok(rows)
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn values_are_read_by_the_usual_rules() {
        let text = "a;b\r\n\"one\ntwo\";\"say \"\"hi\"\"\"\n\n\"x\" y;5\" pipe\r3;";
        let rows = [
            row(1, &["a", "b"]),
            row(2, &["one\ntwo", "say \"hi\""]),
            row(3, &[""]),
            row(4, &["x y", "5\" pipe"]),
            row(5, &["3", ""]),
        ];
        assert_eq!(read(text).unwrap(), rows);
    }

    #[test]
    fn a_quotation_mark_that_swallows_rows_is_told_with_its_row() {
        let head = "a;b;c;d\n";
        for rows in [
            // never closed
            "1;\"two;3;4\n5;6;7;8\n",
            "1;2;3;4\n\"5;6;7;8",
            // closed by the next one that opens
            "1;2;3;\"4\n5;\"six\";7;8\n",
            // closed by a sign for inches in the same column
            "1;\"two;3;4\n5;6;7;8\n9;10\";11;12\n",
        ] {
            let row = if rows.starts_with("1;2;3;4") { 3 } else { 2 };
            assert_eq!(read(&format!("{head}{rows}")), Err(OpenQuote(row)), "{rows}");
        }
        let text = format!("{head}1;\"first; second\n\nthird; and a fourth\";3;4\n");
        assert_eq!(read(&text).unwrap().len(), 2, "paragraphs may have separators");
    }

    proptest::proptest! {
        #[test]
        fn what_is_quoted_is_read_as_it_was(values in proptest::collection::vec("[a-z;\" ]{1,8}", 1..6)) {
            let quoted: Vec<String> =
                values.iter().map(|it| format!("\"{}\"", it.replace('"', "\"\""))).collect();
            let rows = read(&format!("{}\n", quoted.join(";"))).unwrap();
            let wanted: Vec<String> =
                values.iter().map(|it| Cell::of_text(it).shown().into_owned()).collect();
            proptest::prop_assert_eq!(&rows[0].1, &wanted);
        }
    }
}
