//! A report as part of a page.

use backend::import::{Fault, Problem, Report, Severity};
use catalogue::model::Lang;

use super::sentences::{counted, place, understood};
use crate::{
    i18n::report::{ReportWords, report as words},
    markup::{Element, el},
};

/// Rows of one kind on the page; the list of problems has them all.
const ROWS: usize = 50;

/// The report under its heading.
pub fn page(lang: Lang, report: &Report) -> Element {
    let words = words(lang);
    let verdict = if report.has_errors() { words.bad } else { words.good };
    let mark = if report.has_errors() { "verdict bad" } else { "verdict good" };
    let mut part = el("section")
        .class("report")
        .attr("aria-labelledby", "report")
        .child(el("h2").attr("id", "report").child(words.report))
        .child(el("p").class(mark).child(verdict))
        .child(list(understood(words, report)))
        .child(list(counted(lang, words, report)));
    let groups = report.by_fault();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let own: Vec<_> = groups.iter().filter(|(fault, _)| fault.severity() == severity).collect();
        if own.is_empty() {
            continue;
        }
        let kinds: Vec<Element> =
            own.iter().map(|(fault, problems)| kind(lang, words, *fault, problems)).collect();
        part = part.child(el("h3").child(words.severity(severity))).child(kinds);
    }
    part
}

fn list(lines: Vec<String>) -> Element {
    let items: Vec<Element> = lines.into_iter().map(|line| el("li").child(line)).collect();
    el("ul").class("report-lines").child(items)
}

/// One kind of problem: what is wrong, what would be right, and where.
fn kind(lang: Lang, words: &ReportWords, fault: Fault, problems: &[&Problem]) -> Element {
    let (wrong, right) = (words.fault)(fault);
    let times = words.times.of(problems.len(), lang);
    let rows: Vec<Element> = problems.iter().take(ROWS).map(|it| row(words, it)).collect();
    let more =
        (problems.len() > ROWS).then(|| el("p").child(words.more.of(problems.len() - ROWS, lang)));
    let open = fault.severity() == Severity::Error;
    let summary = el("summary")
        .child(el("span").class("fault").child(wrong))
        .child(el("span").class("times").child(times));
    let mut details = el("details").class("fault-kind");
    if open {
        details = details.attr("open", "");
    }
    details
        .child(summary)
        .child(el("p").class("remedy").child(right))
        .child(el("ul").class("fault-rows").child(rows))
        .child(more)
}

fn row(words: &ReportWords, problem: &Problem) -> Element {
    let value = (!problem.value.is_empty())
        .then(|| el("q").attr("translate", "no").child(problem.value.clone()));
    let detail = (!problem.detail.is_empty())
        .then(|| el("span").class("detail").child(problem.detail.clone()));
    el("li")
        .child(el("span").class("place").child(place(words, problem)))
        .child(value)
        .child(detail)
}
