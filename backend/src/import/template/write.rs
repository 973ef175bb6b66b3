//! Writes the empty template.

use catalogue::model::{Document, Lang};

use super::{
    book::{Book, SHEETS, WriteError, values},
    cells, example, layout,
    words::words,
};
use crate::import::mapping::Lists;

/// The template in a language, with the projects of `example` on a sheet of their
/// own. The programmes and cities of `known` can be chosen.
pub fn workbook(
    lang: Lang,
    known: &Document,
    example: Option<&Document>,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Book::new(lang, known);
    for sheet in SHEETS {
        book.add(sheet, &layout::base(sheet, lang), Vec::new())?;
    }
    if let Some(document) = example {
        add_examples(&mut book, document, lang)?;
    }
    book.finish()
}

/// The sheet of examples: the projects, and below them their partners.
fn add_examples(book: &mut Book<'_>, document: &Document, lang: Lang) -> Result<(), WriteError> {
    let page = book.page(words(lang).example)?;
    let projects = document.projects.iter();
    let projects = projects.filter(|it| example::SLUGS.contains(&it.slug.as_str()));
    let mut next = 0;
    for sheet in SHEETS {
        let columns = layout::base(sheet, lang);
        match sheet.lists {
            Lists::Projects => cells::head(page, &columns)?,
            Lists::Partners => cells::heading(page, next, &columns)?,
        }
        for values in values(document, projects.clone(), sheet, &columns, lang) {
            next += 1;
            cells::write_row(page, next, values)?;
        }
        next += 2;
    }
    Ok(())
}

/// The two sheets as CSV, with headers only.
pub fn csv(lang: Lang) -> [String; 2] {
    // In languages with a decimal comma, spreadsheets expect a semicolon.
    // Where the comma stands in numbers, spreadsheets separate values by semicolons.
    let separator = if lang.decimal_mark() == ',' { ";" } else { "," };
    SHEETS.map(|sheet| {
        let columns = layout::base(sheet, lang);
        let headers: Vec<&str> = columns.iter().map(|column| column.header.as_str()).collect();
        // The byte order mark shows spreadsheets that this is UTF-8.
        format!("\u{feff}{}\r\n", headers.join(separator))
    })
}
