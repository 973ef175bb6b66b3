//! Writes the template, empty or filled.

use catalogue::model::{Document, Lang};
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::{
    columns::{PARTNERS, PROJECTS},
    rows::{self, Value},
    words::{Words, words},
};
use crate::import::mapping::{Field, Lists, Sheet, letters};

/// The template cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The writer of workbooks refuses something.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// Rows that offer lists and explanations: more than a city will fill in.
const ROWS: u32 = 2_000;

/// The two projects of the default catalogue that stand as examples.
const EXAMPLES: [&str; 2] = ["water-warmth", "bling"];

/// Spreadsheets take no longer explanations than this at a cell.
const MESSAGE: usize = 250;

/// A workbook in a language: empty, with examples on a sheet of their own, or
/// with everything that `filled` holds. `known` tells which cities can be chosen.
pub fn workbook(
    lang: Lang,
    known: &Document,
    example: Option<&Document>,
    filled: Option<&Document>,
) -> Result<Vec<u8>, WriteError> {
    let words = words(lang);
    let mut book = Workbook::new();
    let mut lists = Choices::default();
    for (sheet, name) in [(&PROJECTS, words.projects), (&PARTNERS, words.partners)] {
        let page = book.add_worksheet();
        page.set_name(name)?;
        head(page, sheet, lang)?;
        for (column, index) in sheet.columns.iter().zip(0_u16..) {
            let choices = rows::choices((sheet.lists, column.field), known, (lang, words));
            let range = (!choices.is_empty()).then(|| lists.put(words.lists, choices));
            let explain = (words.explain)(sheet.lists, column.field);
            let rule = rule(range, words, explain)?;
            page.add_data_validation(1, index, ROWS, index, &rule)?;
        }
        if let Some(document) = filled {
            fill(page, 1, sheet, document, |_| true, (lang, words))?;
        }
    }
    if let Some(document) = example {
        let page = book.add_worksheet();
        page.set_name(words.example)?;
        let wanted = |slug: &str| EXAMPLES.contains(&slug);
        head(page, &PROJECTS, lang)?;
        let next = fill(page, 1, &PROJECTS, document, wanted, (lang, words))?;
        heading(page, next + 1, &PARTNERS, lang)?;
        fill(page, next + 2, &PARTNERS, document, wanted, (lang, words))?;
    }
    explanation(book.add_worksheet(), lang, words)?;
    lists.write(book.add_worksheet(), words.lists)?;
    Ok(book.save_to_buffer()?)
}

/// The two sheets as separated values with nothing but their headers.
pub fn csv(lang: Lang) -> [String; 2] {
    // Where a comma stands before the cents, spreadsheets expect a semicolon.
    let separator = if lang == Lang::En { "," } else { ";" };
    [&PROJECTS, &PARTNERS].map(|sheet| {
        let headers: Vec<String> =
            (0..sheet.columns.len()).map(|index| header(sheet, index, lang)).collect();
        // The mark in front tells spreadsheets that this is UTF-8.
        format!("\u{feff}{}\r\n", headers.join(separator))
    })
}

/// A header as it is written, with the mark of a column that is needed.
fn header(sheet: &Sheet, index: usize, lang: Lang) -> String {
    let place = Lang::ALL.iter().position(|it| *it == lang).unwrap_or_default();
    let Some(column) = sheet.columns.get(index) else { return String::new() };
    let name = column.headers.get(place).copied().unwrap_or_default();
    let needed = needed(sheet, column.field);
    if needed { format!("{name} *") } else { name.to_owned() }
}

fn needed(sheet: &Sheet, field: Field) -> bool {
    sheet.required.contains(&field) || (sheet.lists == Lists::Projects && field == Field::Period)
}

fn bold() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00_1F_4E_79))
        .set_font_color(Color::White)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

fn head(page: &mut Worksheet, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    heading(page, 0, sheet, lang)?;
    page.set_freeze_panes(1, 1)?;
    page.set_row_height(0, 32)?;
    let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let amount = Format::new().set_num_format("#,##0.00").set_align(FormatAlign::Top);
    for (column, index) in sheet.columns.iter().zip(0_u16..) {
        // Dates are words here: a spreadsheet would make the first of the month
        // out of "10/2015", and nobody meant a day.
        let (width, format) = match column.field {
            Field::Title(_) | Field::Organisation | Field::CityTitle => (32, &wrapped),
            Field::Description(_) | Field::Results(_) => (48, &wrapped),
            Field::Budget | Field::EuFunding => (16, &amount),
            Field::EuPercent | Field::Latitude | Field::Longitude => (12, &wrapped),
            Field::Programme | Field::Website | Field::KeepUrl => (28, &plain),
            _ => (18, &plain),
        };
        page.set_column_width(index, width)?;
        page.set_column_format(index, format)?;
    }
    Ok(())
}

fn heading(page: &mut Worksheet, row: u32, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    for (at, index) in (0..sheet.columns.len()).zip(0_u16..) {
        page.write_with_format(row, index, header(sheet, at, lang), &bold())?;
    }
    Ok(())
}

/// Writes the projects, or the partners, that are wanted; gives the next row.
fn fill(
    page: &mut Worksheet,
    first: u32,
    sheet: &Sheet,
    document: &Document,
    wanted: impl Fn(&str) -> bool,
    (lang, words): (Lang, &Words),
) -> Result<u32, XlsxError> {
    let mut row = first;
    for project in document.projects.iter().filter(|it| wanted(it.slug.as_str())) {
        if sheet.lists == Lists::Projects {
            write_row(page, row, rows::project(document, project, sheet.columns, lang))?;
            row += 1;
            continue;
        }
        let programme = document.programmes.iter().find(|it| it.slug == project.programme);
        for part in &project.participations {
            let values = rows::partner(programme, project, part, sheet.columns, (lang, words));
            write_row(page, row, values)?;
            row += 1;
        }
    }
    Ok(row)
}

fn write_row(page: &mut Worksheet, row: u32, values: Vec<Value>) -> Result<(), XlsxError> {
    for (value, index) in values.into_iter().zip(0_u16..) {
        match value {
            Value::Empty => {}
            // Written as words whatever they look like: a name that begins with
            // "=" is a name.
            Value::Text(text) => {
                // A cell takes no more; nobody writes as much by hand.
                let text: String = text.chars().take(32_000).collect();
                page.write_string(row, index, text)?;
            }
            Value::Number(number) => {
                page.write_number(row, index, number)?;
            }
        }
    }
    Ok(())
}

fn rule(range: Option<String>, words: &Words, explain: &str) -> Result<DataValidation, XlsxError> {
    let message: String = explain.chars().take(MESSAGE).collect();
    let rule = DataValidation::new().set_input_message(message)?;
    Ok(match range {
        // A warning and not a refusal: the import knows more spellings.
        Some(range) => rule
            .allow_list_formula(Formula::new(range))
            .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning)
            .set_error_message(words.not_in_list)?,
        None => rule.allow_any_value(),
    })
}

/// What can be chosen, a column of the last sheet for each list.
#[derive(Default)]
struct Choices {
    lists: Vec<Vec<String>>,
}

impl Choices {
    /// The formula of the range in which the choices stand.
    fn put(&mut self, sheet: &str, choices: Vec<String>) -> String {
        let known = self.lists.iter().position(|list| *list == choices);
        let place = known.unwrap_or_else(|| {
            self.lists.push(choices);
            self.lists.len() - 1
        });
        let length = self.lists.get(place).map_or(1, Vec::len);
        let column = letters(place);
        format!("='{sheet}'!${column}$1:${column}${length}")
    }

    fn write(&self, page: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
        page.set_name(name)?;
        page.set_hidden(true);
        for (list, column) in self.lists.iter().zip(0_u16..) {
            for (choice, row) in list.iter().zip(0_u32..) {
                page.write_string(row, column, choice)?;
            }
        }
        Ok(())
    }
}

fn explanation(page: &mut Worksheet, lang: Lang, words: &Words) -> Result<(), XlsxError> {
    page.set_name(words.explanation)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, width) in [(0, 14), (1, 32), (2, 10), (3, 80)] {
        page.set_column_width(column, width)?;
    }
    let mut row = 0;
    for paragraph in words.introduction {
        page.merge_range(row, 0, row, 3, paragraph, &wrapped)?;
        page.set_row_height(row, 34)?;
        row += 1;
    }
    row += 1;
    for (head, column) in words.heads.iter().zip(0_u16..) {
        page.write_with_format(row, column, *head, &bold())?;
    }
    row += 1;
    for (sheet, name) in [(&PROJECTS, words.projects), (&PARTNERS, words.partners)] {
        for (column, index) in sheet.columns.iter().zip(0..) {
            let needed = if needed(sheet, column.field) { words.needed } else { "" };
            let header = header(sheet, index, lang);
            let explain = (words.explain)(sheet.lists, column.field);
            for (text, place) in [name, header.as_str(), needed, explain].iter().zip(0_u16..) {
                page.write_with_format(row, place, *text, &wrapped)?;
            }
            row += 1;
        }
    }
    Ok(())
}
