//! A workbook in the columns of the template. The empty template and the export of
//! a catalogue are both written with it.

use catalogue::model::{Document, Lang, Project};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{
    cells,
    choices::{Choices, rule},
    columns::{PARTNERS, PROJECTS},
    explanation,
    layout::Column,
    rows::{self, Around, Value},
    words::{Words, words},
};
use crate::import::mapping::{Lists, Sheet};

/// A workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The library that writes workbooks returned an error.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// Rows that offer lists and explanations: more than a city will fill in.
const ROWS: u32 = 2_000;

/// The two sheets of the template. Each workbook has both, in this order.
pub(crate) const SHEETS: [&Sheet; 2] = [&PROJECTS, &PARTNERS];

/// A workbook that is being written.
pub(crate) struct Book<'a> {
    lang: Lang,
    words: &'static Words,
    /// The catalogue whose programmes and cities can be chosen.
    known: &'a Document,
    book: Workbook,
    choices: Choices,
}

impl<'a> Book<'a> {
    /// A workbook without a sheet.
    pub(crate) fn new(lang: Lang, known: &'a Document) -> Self {
        let (words, book, choices) = (words(lang), Workbook::new(), Choices::default());
        Self { lang, words, known, book, choices }
    }

    /// Adds a sheet of the template with these columns and rows.
    pub(crate) fn add(
        &mut self,
        sheet: &Sheet,
        columns: &[Column],
        rows: Vec<Vec<Value>>,
    ) -> Result<(), WriteError> {
        let words = self.words;
        let page = self.book.add_worksheet();
        page.set_name(match sheet.lists {
            Lists::Projects => words.projects,
            Lists::Partners => words.partners,
        })?;
        cells::head(page, columns)?;
        for (column, index) in columns.iter().zip(0_u16..) {
            let field = (sheet.lists, column.field);
            let choices = rows::choices(field, self.known, (self.lang, words));
            let range = (!choices.is_empty()).then(|| self.choices.put(words.lists, choices));
            let rule = rule(range, words, (words.explain)(sheet.lists, column.field))?;
            page.add_data_validation(1, index, ROWS, index, &rule)?;
        }
        for (values, row) in rows.into_iter().zip(1..) {
            cells::write_row(page, row, values)?;
        }
        Ok(())
    }

    /// Adds a sheet of any content under this name.
    pub(super) fn page(&mut self, name: &str) -> Result<&mut Worksheet, WriteError> {
        Ok(self.book.add_worksheet().set_name(name)?)
    }

    /// Adds the sheets of every workbook, with explanations and lists, and gives the
    /// file.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        let (lang, words) = (self.lang, self.words);
        explanation::explain(self.book.add_worksheet(), lang, words)?;
        self.choices.write(self.book.add_worksheet(), words.lists)?;
        Ok(self.book.save_to_buffer()?)
    }
}

/// The rows of projects, or of their partners.
pub(crate) fn values<'a>(
    document: &Document,
    projects: impl Iterator<Item = &'a Project>,
    sheet: &Sheet,
    columns: &[Column],
    lang: Lang,
) -> Vec<Vec<Value>> {
    let around = Around::of(document);
    let mut all = Vec::new();
    for project in projects {
        if sheet.lists == Lists::Projects {
            all.push(rows::project(around, project, columns, lang));
            continue;
        }
        let row = |part| rows::partner(around, project, part, columns, (lang, words(lang)));
        all.extend(project.participations.iter().map(row));
    }
    all
}
