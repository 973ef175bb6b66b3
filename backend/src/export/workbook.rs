//! A catalogue as the template, filled. A city can take its projects out, change
//! them in a spreadsheet and bring them back.

use catalogue::model::{Document, Lang};

use crate::import::{
    header,
    mapping::Sheet,
    split,
    template::{self, Book, Column, SHEETS, Value, WriteError},
};

/// Writes the workbook, with headers in `lang`.
pub fn write(document: &Document, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut book = Book::new(lang, document);
    for sheet in SHEETS {
        let (columns, rows) = filled(document, sheet, lang);
        book.add(sheet, &columns, rows)?;
    }
    book.finish()
}

/// The columns and rows of a sheet. Texts that are too long for a cell go on in
/// further columns.
fn filled(document: &Document, sheet: &Sheet, lang: Lang) -> (Vec<Column>, Vec<Vec<Value>>) {
    let columns = template::columns(sheet, lang, document.projects.iter());
    let rows = template::values(document, document.projects.iter(), sheet, &columns, lang);
    let mut widths = vec![1; columns.len()];
    for row in &rows {
        for (value, width) in row.iter().zip(&mut widths) {
            *width = parts(value).map_or(1, |parts| parts.len()).max(*width);
        }
    }
    if widths.iter().all(|width| *width == 1) {
        return (columns, rows);
    }
    let wide = |row: Vec<Value>| {
        let cells = row.into_iter().zip(&widths).flat_map(|(value, width)| {
            let mut cells = parts(&value).unwrap_or_else(|| vec![value]);
            cells.resize(*width, Value::Empty);
            cells
        });
        cells.collect()
    };
    let rows = rows.into_iter().map(wide).collect();
    let columns = columns.into_iter().zip(&widths).flat_map(|(column, width)| {
        let further = (2..=*width).map(|part| Column {
            header: header::continued(&column.header, part),
            ..column.clone()
        });
        std::iter::once(column.clone()).chain(further).collect::<Vec<_>>()
    });
    (columns.collect(), rows)
}

/// The cells that a text needs which is too long for one.
fn parts(value: &Value) -> Option<Vec<Value>> {
    let Value::Text(text) = value else { return None };
    let parts = split::parts(text)?;
    Some(parts.into_iter().map(Value::Text).collect())
}
