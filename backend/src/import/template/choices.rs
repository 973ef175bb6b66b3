//! The values that a spreadsheet offers in a column, and the explanation that it
//! shows at a cell.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use super::words::Words;
use crate::import::letters::letters;

/// The longest explanation that a spreadsheet can show at a cell.
const MESSAGE: usize = 250;

/// The rule for the cells of a column: what can be chosen, and the explanation.
pub(super) fn rule(
    range: Option<String>,
    words: &Words,
    explain: &str,
) -> Result<DataValidation, XlsxError> {
    let message: String = explain.chars().take(MESSAGE).collect();
    let rule = DataValidation::new().set_input_message(message)?;
    Ok(match range {
        // A warning and not an error: the import knows more spellings.
        Some(range) => rule
            .allow_list_formula(Formula::new(range))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message(words.not_in_list)?,
        None => rule.allow_any_value(),
    })
}

/// Lists of values, each a column of the workbook's last sheet, which is hidden.
#[derive(Default)]
pub(super) struct Choices {
    lists: Vec<Vec<String>>,
}

impl Choices {
    /// Adds a list, and returns the formula of its range.
    pub(super) fn put(&mut self, sheet: &str, choices: Vec<String>) -> String {
        let known = self.lists.iter().position(|list| *list == choices);
        let place = known.unwrap_or_else(|| {
            self.lists.push(choices);
            self.lists.len() - 1
        });
        let length = self.lists.get(place).map_or(1, Vec::len);
        let column = letters(place);
        format!("='{sheet}'!${column}$1:${column}${length}")
    }

    pub(super) fn write(&self, page: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
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
