//! Every problem as a row of separated values.

use backend::import::Report;
use catalogue::model::Lang;

use crate::i18n::report::report as words;

/// A file with a row for each problem, which spreadsheets open as it is.
pub fn csv(lang: Lang, report: &Report) -> String {
    let words = words(lang);
    let separator = if lang == Lang::En { "," } else { ";" };
    let mut file = String::from("\u{feff}");
    let mut row = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        file.push_str(&cells.join(separator));
        file.push_str("\r\n");
    };
    row(&words.csv);
    for problem in &report.problems {
        let (wrong, right) = (words.fault)(problem.fault);
        let value = match problem.detail.as_str() {
            "" => problem.value.clone(),
            detail => format!("{} [{detail}]", problem.value),
        };
        row(&[
            problem.fault.as_str(),
            words.severity(problem.fault.severity()),
            &problem.row.sheet,
            &problem.row.number.to_string(),
            problem.column.as_deref().unwrap_or_default(),
            &value,
            wrong,
            right,
        ]);
    }
    file
}

/// A value that a spreadsheet takes for words, whatever a file had in it: one
/// that begins like a formula gets an apostrophe in front.
fn quoted(value: &str) -> String {
    let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_become_a_formula_or_leave_its_cell() {
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(quoted("Emmen; Assen"), "\"Emmen; Assen\"");
    }
}
