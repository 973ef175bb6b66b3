//! The sheet that explains how the workbook is filled in.

use catalogue::model::Lang;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::{
    cells::bold,
    columns::{PARTNERS, PROJECTS},
    layout::{self, needed},
    words::Words,
};

/// Writes the sheet.
pub(super) fn explain(page: &mut Worksheet, lang: Lang, words: &Words) -> Result<(), XlsxError> {
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
        for column in layout::base(sheet, lang) {
            let needed = if needed(sheet, column.field) { words.needed } else { "" };
            let explain = (words.explain)(sheet.lists, column.field);
            for (text, place) in [name, column.header.as_str(), needed, explain].iter().zip(0_u16..)
            {
                page.write_with_format(row, place, *text, &wrapped)?;
            }
            row += 1;
        }
    }
    Ok(())
}
