//! What every form of a report says.

use backend::import::{
    Change, InputFormat, Located, Outcome, Problem, ProblemKind, Rejection, Report, Shrink,
    mapping::Lists, value::Decimal,
};
use catalogue::model::{Lang, Theme};

use crate::i18n::{
    number,
    server_only::report::{ReportWords, report as words},
};

/// Why a file was not read.
pub fn rejected(lang: Lang, rejection: &Rejection) -> String {
    words(lang).rejected_because(rejection)
}

/// Which change was made, and how it is undone.
pub fn undo(lang: Lang, change: u32, command: &str) -> String {
    words(lang).undo.fill(&[("change", &change.to_string()), ("command", command)])
}

/// How the files were understood.
pub(super) fn understood(words: &ReportWords, report: &Report) -> Vec<String> {
    let [keep, template, json] = words.kinds;
    let format = match report.format {
        InputFormat::Keep => keep,
        InputFormat::Template => template,
        InputFormat::Json => json,
    };
    let files = report.files.join(", ");
    let mut lines = vec![words.read_as.fill(&[("file", &files), ("kind", format)])];
    let [commas, semicolons, tabs] = words.separators;
    for found in &report.found_out {
        let separator = match found.separator {
            ';' => semicolons,
            '\t' => tabs,
            _ => commas,
        };
        lines.push(words.found_out.fill(&[
            ("file", &found.file),
            ("encoding", &found.encoding.name()),
            ("separator", separator),
        ]));
    }
    let [point, comma] = words.decimals;
    lines.extend(report.decimal.map(|decimal| match decimal {
        Decimal::Point => point.to_owned(),
        Decimal::Comma => comma.to_owned(),
    }));
    if report.month_first {
        lines.push(words.month_first.to_owned());
    }
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

/// That the list of problems does not have all of a kind.
pub(super) fn kept(lang: Lang, words: &ReportWords, count: usize) -> String {
    words.kept.fill(&[("n", &number(lang, count as u64))])
}

/// What would go, where it is so much that it has to be allowed.
pub(super) fn shrink(lang: Lang, words: &ReportWords, report: &Report) -> Vec<String> {
    let Some(Shrink { projects, participations, losers }) = &report.shrink else {
        return Vec::new();
    };
    let counts = [projects.0, projects.1, participations.0, participations.1];
    let [gone, all, gone_parts, all_parts] = counts.map(|count| number(lang, count));
    let mut lines = vec![words.shrink.fill(&[
        ("projects", &gone),
        ("all_projects", &all),
        ("participations", &gone_parts),
        ("all_participations", &all_parts),
    ])];
    if !losers.is_empty() {
        let named: Vec<String> = losers
            .iter()
            .map(|(slug, count)| format!("{slug} ({})", number(lang, *count)))
            .collect();
        lines.push(words.losers.fill(&[("losers", &named.join(", "))]));
    }
    lines
}

/// What became of it.
pub(super) fn outcome(words: &ReportWords, report: &Report) -> &'static str {
    let [checked, tried, done, rejected, stopped] = words.outcomes;
    match report.outcome {
        Outcome::Checked => checked,
        Outcome::Tried => tried,
        Outcome::Done => done,
        Outcome::Rejected => rejected,
        Outcome::Stopped => stopped,
    }
}

/// What helps to fix a problem: the value that is probably meant, or those to choose from.
pub(super) fn detail(lang: Lang, words: &ReportWords, problem: &Problem) -> String {
    let near = problem.detail.as_str();
    let meant = |value: &str| words.meant.fill(&[("value", value)]);
    let theme = |theme: Theme| crate::i18n::theme(lang, theme);
    match problem.kind {
        ProblemKind::ThemeUnknown => match Theme::ALL.into_iter().find(|it| it.as_str() == near) {
            Some(near) => meant(theme(near)),
            None => Theme::ALL.map(theme).join(", "),
        },
        ProblemKind::CountryUnknown => near
            .parse()
            .map_or_else(|_| String::new(), |country| meant(&crate::i18n::country(lang, country))),
        ProblemKind::RoleUnknown | ProblemKind::ProgrammeMisspelt if !near.is_empty() => {
            meant(near)
        }
        _ => near.to_owned(),
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
