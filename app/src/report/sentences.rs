//! What every form of a report says.

use backend::import::{
    Change, Kind, Located, Outcome, Problem, Refusal, Report, mapping::Lists, value::Decimal,
};
use catalogue::model::Lang;

use crate::i18n::{
    number,
    report::{ReportWords, report as words},
};

/// Why a file was not read.
pub fn refused(lang: Lang, refusal: &Refusal) -> String {
    words(lang).refused_because(refusal)
}

/// How the files were understood.
pub(super) fn understood(words: &ReportWords, report: &Report) -> Vec<String> {
    let [keep, template, json] = words.kinds;
    let kind = match report.kind {
        Kind::Keep => keep,
        Kind::Template => template,
        Kind::Json => json,
    };
    let files = report.files.join(", ");
    let mut lines = vec![words.read_as.fill(&[("file", &files), ("kind", kind)])];
    let [commas, semicolons, tabs] = words.separators;
    for found in &report.found_out {
        let separator = match found.separator {
            ';' => semicolons,
            '\t' => tabs,
            _ => commas,
        };
        lines.push(words.found_out.fill(&[
            ("file", &found.file),
            ("encoding", found.encoding.name()),
            ("separator", separator),
        ]));
    }
    let [point, comma] = words.decimals;
    lines.extend(report.decimal.map(|decimal| match decimal {
        Decimal::Point => point.to_owned(),
        Decimal::Comma => comma.to_owned(),
    }));
    if !report.left_alone.is_empty() {
        lines.push(words.left_alone.fill(&[("sheets", &report.left_alone.join(", "))]));
    }
    lines
}

/// What was read and what came of it.
pub(super) fn counted(lang: Lang, words: &ReportWords, report: &Report) -> Vec<String> {
    let [projects, partners] = words.rows;
    let has = |lists| report.sheets.iter().any(|(_, it)| *it == lists) || report.sheets.is_empty();
    let mut lines = vec![projects.of(report.project_rows, lang)];
    if has(Lists::Partners) {
        lines.push(partners.of(report.partner_rows, lang));
    }
    lines.push(words.projects.of(report.projects, lang));
    if report.merged > 0 {
        lines.push(words.merged.of(report.merged, lang));
    }
    if report.skipped > 0 {
        lines.push(words.skipped.of(report.skipped, lang));
    }
    let Located { address, town, region, nowhere } = report.located;
    let located = address + town + region;
    if located + nowhere > 0 {
        let (located, all) =
            (number(lang, located as u64), number(lang, (located + nowhere) as u64));
        lines.push(words.located.fill(&[("located", &located), ("all", &all)]));
    }
    if report.outcome != Outcome::Checked {
        let [added, changed, unchanged, removed] = words.counts;
        lines.push(added.of(report.added, lang));
        lines.push(changed.of(report.changed, lang));
        lines.push(unchanged.of(report.unchanged, lang));
        if report.removed > 0 {
            lines.push(removed.of(report.removed, lang));
        }
    }
    lines
}

/// What became of it.
pub(super) fn outcome(words: &ReportWords, report: &Report) -> &'static str {
    let [checked, tried, done, refused] = words.outcomes;
    match report.outcome {
        Outcome::Checked => checked,
        Outcome::Tried => tried,
        Outcome::Done => done,
        Outcome::Refused => refused,
    }
}

/// Where a problem is.
pub(super) fn place(words: &ReportWords, problem: &Problem) -> String {
    let row = problem.row.number.to_string();
    let mut values = vec![("sheet", &*problem.row.sheet), ("row", row.as_str())];
    match &problem.column {
        Some(column) => {
            values.push(("column", column));
            words.place_column.fill(&values)
        }
        None => words.place.fill(&values),
    }
}

/// What happened to a project.
pub(super) fn change(words: &ReportWords, change: &Change) -> String {
    let [added, changed, removed] = words.changes;
    match change {
        Change::Added => added.fill(&[]),
        Change::Changed(fields) => changed.fill(&[("fields", &fields.join(", "))]),
        Change::Removed => removed.fill(&[]),
    }
}
