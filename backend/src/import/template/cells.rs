//! Writes headers and rows into a sheet.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

use super::{layout::Column, rows::Value};
use crate::import::field::Field;

/// The format of a header.
pub(super) fn bold() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00_1F_4E_79))
        .set_font_color(Color::White)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// Headers in the first row, and for each column its width and the format of its cells.
pub(super) fn head(page: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    heading(page, 0, columns)?;
    page.set_freeze_panes(1, 1)?;
    page.set_row_height(0, 32)?;
    let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let amount = Format::new().set_num_format("#,##0.00").set_align(FormatAlign::Top);
    for (column, index) in columns.iter().zip(0_u16..) {
        // Dates are stored as text. A spreadsheet would change "10/2015" into the first day of
        // that month.
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

/// Headers in any row.
pub(super) fn heading(page: &mut Worksheet, row: u32, columns: &[Column]) -> Result<(), XlsxError> {
    for (column, index) in columns.iter().zip(0_u16..) {
        page.write_with_format(row, index, column.header.as_str(), &bold())?;
    }
    Ok(())
}

/// One row of values.
pub(super) fn write_row(
    page: &mut Worksheet,
    row: u32,
    values: Vec<Value>,
) -> Result<(), XlsxError> {
    for (value, index) in values.into_iter().zip(0_u16..) {
        match value {
            Value::Empty => {}
            // Always written as text, so a name that begins with "=" does not become a
            // formula.
            Value::Text(text) => {
                page.write_string(row, index, text)?;
            }
            Value::Number(number) => {
                page.write_number(row, index, number)?;
            }
        }
    }
    Ok(())
}
