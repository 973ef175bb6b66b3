//! A report for a terminal.

use std::fmt::Write as _;

use backend::import::{Outcome, Report};
use catalogue::model::Lang;

use super::sentences::{change, counted, detail, kept, outcome, place, shrink, understood};
use crate::i18n::server_only::report::report as words;

/// Rows of one kind that are shown; the list of problems has them all.
const ROWS: usize = 5;

/// Projects of a dry run that are shown.
const CHANGES: usize = 20;

/// The whole report.
pub fn text(lang: Lang, report: &Report) -> String {
    let words = words(lang);
    let mut text = String::new();
    for line in understood(words, report) {
        let _ = writeln!(text, "{}", in_one_line(&line));
    }
    for line in counted(lang, words, report) {
        let _ = writeln!(text, "  {line}");
    }
    let mut severity = None;
    for (kind, problems) in report.by_kind() {
        if severity != Some(kind.severity()) {
            severity = Some(kind.severity());
            let _ = writeln!(text, "\n{}", words.severity(kind.severity()));
        }
        let (wrong, right) = (words.kind)(kind);
        let count = report.problems.count(kind);
        let times = words.times.of(count, lang);
        let _ = writeln!(text, "  {wrong} ({times}). {right}");
        for problem in problems.iter().take(ROWS) {
            let _ = write!(text, "    {}", in_one_line(&place(words, problem)));
            if !problem.value.is_empty() {
                let _ = write!(text, ": {}", in_one_line(&problem.value));
            }
            let detail = detail(lang, words, problem);
            if !detail.is_empty() {
                let _ = write!(text, " [{}]", in_one_line(&detail));
            }
            text.push('\n');
        }
        let shown = problems.len().min(ROWS);
        if count > shown {
            let _ = writeln!(text, "    {}", words.more.of(count - shown, lang));
        }
        if count > problems.len() {
            let _ = writeln!(text, "    {}", kept(lang, words, problems.len()));
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
    for line in shrink(lang, words, report) {
        let _ = write!(text, "\n{line}");
    }
    let _ = write!(text, "\n{}", outcome(words, report));
    text
}

/// A text of a file as a terminal may have it: in one line, so that it cannot pass for
/// lines of the report, and without what a terminal obeys.
fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => line.push('⏎'),
            '\t' => line.push(' '),
            '\r' => {}
            // The direction of a line can be turned as well.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => line.extend(c.escape_unicode()),
            c if c.is_control() => line.extend(c.escape_unicode()),
            c => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_in_its_line_and_gives_a_terminal_no_orders() {
        let hostile = "a\r\nNothing must be mended\t\u{1b}]0;x\u{7}\u{202e}b\u{9b}2J";
        let said = "a⏎Nothing must be mended \\u{1b}]0;x\\u{7}\\u{202e}b\\u{9b}2J";
        assert_eq!(in_one_line(hostile), said);
    }
}
