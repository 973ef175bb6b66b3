//! A report as part of a page.

use backend::import::{Problem, ProblemKind, Report, Severity};
use catalogue::model::Lang;
use leptos::prelude::*;

use super::sentences::{counted, detail, kept, place, understood};
use crate::i18n::server_only::report::{ReportWords, report as words};

/// Rows of one kind on the page; the list of problems has them all.
const ROWS: usize = 50;

/// The report under its heading.
pub fn page(lang: Lang, report: &Report) -> AnyView {
    let words = words(lang);
    let (verdict, mark) = match report.has_errors() {
        true => (words.bad, "verdict bad"),
        false if report.projects == 0 => (words.nothing, "verdict bad"),
        false => (words.good, "verdict good"),
    };
    view! {
        <section class="report" aria-labelledby="report">
            <h2 id="report">{words.report}</h2>
            <p class=mark>{verdict}</p>
            <Lines lines=understood(words, report)/>
            <Lines lines=counted(lang, words, report)/>
            {problems(lang, words, report)}
        </section>
    }
    .into_any()
}

#[component]
fn Lines(lines: Vec<String>) -> impl IntoView {
    let line = |line| view! { <li>{line}</li> };
    view! { <ul class="report-lines">{lines.into_iter().map(line).collect_view()}</ul> }
}

/// What is wrong, the worst first, each severity under a heading of its own.
fn problems(lang: Lang, words: &'static ReportWords, report: &Report) -> impl IntoView + use<> {
    let groups = report.by_kind();
    let of_severity = |severity| {
        let kinds: Vec<_> = groups
            .iter()
            .filter(|(kind, _)| kind.severity() == severity)
            .map(|(kind, problems)| {
                problem_group(lang, words, *kind, problems, report.problems.count(*kind))
            })
            .collect();
        (!kinds.is_empty()).then(|| {
            view! {
                <h3>{words.severity(severity)}</h3>
                {kinds}
            }
        })
    };
    [Severity::Error, Severity::Warning, Severity::Note].map(of_severity)
}

/// One kind of problem, of which there are `count`: what is wrong, what would be
/// right, and where.
fn problem_group(
    lang: Lang,
    words: &ReportWords,
    kind: ProblemKind,
    problems: &[&Problem],
    count: usize,
) -> impl IntoView + use<> {
    let (wrong, right) = (words.kind)(kind);
    let rows: Vec<_> = problems.iter().take(ROWS).map(|it| row(lang, words, it)).collect();
    let more = (count > rows.len()).then(|| words.more.of(count - rows.len(), lang));
    let kept = (count > problems.len()).then(|| kept(lang, words, problems.len()));
    let is_open = kind.severity() == Severity::Error;
    let paragraph = |text| view! { <p>{text}</p> };
    view! {
        <details class="fault-kind" open=is_open>
            <summary>
                <span class="fault">{wrong}</span>
                <span class="times">{words.times.of(count, lang)}</span>
            </summary>
            <p class="remedy">{right}</p>
            <ul class="fault-rows">{rows}</ul>
            {more.map(paragraph)}
            {kept.map(paragraph)}
        </details>
    }
}

fn row(lang: Lang, words: &ReportWords, problem: &Problem) -> impl IntoView + use<> {
    let Problem { value, .. } = problem;
    let detail = detail(lang, words, problem);
    let value = (!value.is_empty()).then(|| view! { <q translate="no">{value.clone()}</q> });
    let detail = (!detail.is_empty()).then(|| view! { <span class="detail">{detail}</span> });
    view! {
        <li>
            <span class="place">{place(words, problem)}</span>
            {value}
            {detail}
        </li>
    }
}
