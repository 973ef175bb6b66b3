//! The page on which an official checks a spreadsheet before it is taken in.
//!
//! The server reads the file and renders the page with the report; nothing is
//! kept. It works as a plain form, so it loads no script.

use std::sync::Arc;

use backend::import::{Refusal, Report};
use catalogue::{filter::Filter, model::Lang};
use leptos::{either::Either, prelude::*};

use crate::{
    frame::{above, below},
    head::{Head, titled},
    i18n::{
        self,
        report::{ReportWords, report as words},
    },
    markup::{Element, el},
    pages::NotFound,
    report,
    shell::Pages,
    site::Site,
};

/// Megabytes that an upload may have.
pub const MAX_MEGABYTES: usize = 10;

/// What came of an upload; in the context of the answer to it.
#[derive(Clone)]
pub enum Checked {
    /// It was read.
    Report(Arc<Report>),
    /// It was not.
    Refused(Refusal),
    /// It was larger than may be.
    TooLarge,
    /// Nothing was chosen.
    NoFile,
    /// Others are being read.
    Busy,
}

/// The page.
#[component]
pub fn CheckPage() -> impl IntoView {
    let open = use_context::<Arc<Pages>>().is_some_and(|pages| pages.check);
    if open { Either::Left(open_page()) } else { Either::Right(NotFound()) }
}

fn open_page() -> impl IntoView {
    let site = Site::here();
    let words = words(site.lang);
    let back = el("a").attr("href", site.home()).child(site.t.all_projects);
    let paragraphs: Vec<Element> =
        words.introduction.iter().map(|text| el("p").child(*text)).collect();
    let embed = el("a").attr("href", format!("{}/embed", site.home())).attr("rel", "external");
    let page = el("main")
        .attr("id", "content")
        .class("plain-page check")
        .child(el("p").class("way-back").child(back))
        .child(el("h1").child(words.title))
        .child(use_context::<Checked>().map(|checked| answer(site, words, &checked)))
        .child(paragraphs)
        .child(templates(words))
        .child(form(site, words))
        .child(el("p").child(embed.child(i18n::embed::words(site.lang).title)));
    let head = Head {
        title: format!("{} – {}", words.title, site.t.site),
        description: words.description.to_owned(),
        // For officials, who know the way; nobody should come here by searching.
        path: None,
        filter: Filter::default(),
        about: None,
    };
    view! {
        {titled(site, head, above(site))}
        {page}
        {below(site)}
    }
}

fn templates(words: &'static ReportWords) -> Vec<Element> {
    let link = |lang: Lang| {
        // A language is called by its own name, as in the header.
        let name = i18n::messages(lang).language;
        let text = words.template_link.fill(&[("language", name)]);
        let link = el("a")
            .attr("href", format!("/{lang}/check/template.xlsx"))
            .attr("download", "")
            .attr("hreflang", lang.tag())
            .attr("lang", lang.tag())
            .child(text);
        el("li").child(link)
    };
    let links: Vec<Element> = Lang::ALL.into_iter().map(link).collect();
    vec![el("p").child(words.template), el("ul").child(links)]
}

fn form(site: Site, words: &'static ReportWords) -> Element {
    let megabytes = MAX_MEGABYTES.to_string();
    let hint = words.files_hint.fill(&[("megabytes", &megabytes)]);
    let input = el("input")
        .attr("type", "file")
        .attr("id", "files")
        .attr("name", "files")
        .attr("multiple", "")
        .attr("required", "")
        .attr("accept", ".xlsx,.csv,.txt,.json")
        .attr("aria-describedby", "files-hint");
    let button = |value: &'static str, class: &'static str, text: &'static str| {
        let button = el("button").attr("type", "submit").attr("name", "as").attr("value", value);
        button.class(class).child(text)
    };
    el("form")
        .class("check-form")
        .attr("method", "post")
        .attr("enctype", "multipart/form-data")
        .attr("action", format!("{}/check", site.home()))
        .child(el("label").attr("for", "files").child(words.files))
        .child(el("p").class("hint").attr("id", "files-hint").child(hint))
        .child(input)
        .child(
            el("p").class("buttons").child(button("page", "primary", words.check)).child(button(
                "csv",
                "secondary",
                words.as_csv,
            )),
        )
}

fn answer(site: Site, words: &'static ReportWords, checked: &Checked) -> Element {
    let megabytes = MAX_MEGABYTES.to_string();
    let why = match checked {
        Checked::Report(report) => return report::page(site.lang, report),
        Checked::Refused(refusal) => report::refused(site.lang, refusal),
        Checked::TooLarge => words.too_large.fill(&[("megabytes", &megabytes)]),
        Checked::NoFile => words.no_file.to_owned(),
        Checked::Busy => words.busy.to_owned(),
    };
    el("section")
        .class("report")
        .attr("aria-labelledby", "report")
        .child(el("h2").attr("id", "report").child(words.report))
        .child(
            el("p")
                .class("verdict bad")
                .child(el("strong").child(words.refused))
                .child(" ")
                .child(why),
        )
}
