//! Every problem as a row of separated values.

use backend::import::Report;
use catalogue::model::Lang;

use super::sentences::{detail, kept};
use crate::i18n::server_only::report::report as words;

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
        let (wrong, right) = (words.kind)(problem.kind);
        let value = match detail(lang, words, problem) {
            detail if detail.is_empty() => problem.value.clone(),
            detail => format!("{} [{detail}]", problem.value),
        };
        row(&[
            problem.kind.as_str(),
            words.severity(problem.kind.severity()),
            &problem.row.sheet,
            &problem.row.number.to_string(),
            problem.column.as_deref().unwrap_or_default(),
            &value,
            wrong,
            right,
        ]);
    }
    // A list that ends early says so.
    for (kind, problems) in report.by_kind() {
        if report.problems.count(kind) > problems.len() {
            let (wrong, right) = (words.kind)(kind);
            let kept = kept(lang, words, problems.len());
            let severity = words.severity(kind.severity());
            row(&[kind.as_str(), severity, "", "", "", &kept, wrong, right]);
        }
    }
    file
}

/// What a formula begins with; some spreadsheets also take the wide forms of these.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A value that a spreadsheet takes for words, whatever a file had in it: one
/// that begins like a formula, be it behind blanks, gets an apostrophe in front.
fn quoted(value: &str) -> String {
    // Nothing that a spreadsheet would drop may hide the beginning.
    let value: String = value.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let guard = if value.trim_start().starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_become_a_formula_or_leave_its_cell() {
        assert_eq!(quoted("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for formula in ["\t=1", "\r\n=1", " =1", "\u{a0}+1", "\0-1", "@A1", "＝1"] {
            assert!(quoted(formula).starts_with("\"'"), "{formula:?}");
        }
        assert_eq!(quoted("Emmen; Assen"), "\"Emmen; Assen\"");
    }
}
