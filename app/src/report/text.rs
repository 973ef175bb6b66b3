//! A report for a terminal.

use std::fmt::Write as _;

use backend::import::{Outcome, Report};
use catalogue::model::Lang;

use super::sentences::{change, counted, outcome, place, understood};
use crate::i18n::report::report as words;

/// Rows of one kind that are shown; the list of problems has them all.
const ROWS: usize = 5;

/// Projects of a dry run that are shown.
const CHANGES: usize = 20;

/// The whole report.
pub fn text(lang: Lang, report: &Report) -> String {
    let words = words(lang);
    let mut text = String::new();
    for line in understood(words, report) {
        let _ = writeln!(text, "{line}");
    }
    for line in counted(lang, words, report) {
        let _ = writeln!(text, "  {line}");
    }
    let mut severity = None;
    for (fault, problems) in report.by_fault() {
        if severity != Some(fault.severity()) {
            severity = Some(fault.severity());
            let _ = writeln!(text, "\n{}", words.severity(fault.severity()));
        }
        let (wrong, right) = (words.fault)(fault);
        let times = words.times.of(problems.len(), lang);
        let _ = writeln!(text, "  {wrong} ({times}). {right}");
        for problem in problems.iter().take(ROWS) {
            let _ = write!(text, "    {}", place(words, problem));
            if !problem.value.is_empty() {
                let _ = write!(text, ": {}", problem.value);
            }
            if !problem.detail.is_empty() {
                let _ = write!(text, " [{}]", problem.detail);
            }
            text.push('\n');
        }
        if problems.len() > ROWS {
            let _ = writeln!(text, "    {}", words.more.of(problems.len() - ROWS, lang));
        }
    }
    if report.outcome == Outcome::Tried && !report.changes.is_empty() {
        text.push('\n');
        for (slug, what) in report.changes.iter().take(CHANGES) {
            let _ = writeln!(text, "  {slug}: {}", change(words, what));
        }
        if report.changes.len() > CHANGES {
            let more = words.more.of(report.changes.len() - CHANGES, lang);
            let _ = writeln!(text, "  {more}");
        }
    }
    let _ = write!(text, "\n{}", outcome(words, report));
    text
}
