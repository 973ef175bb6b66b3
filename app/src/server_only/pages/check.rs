//! The page on which an official checks a spreadsheet before it is taken in.
//!
//! The server reads the file and renders the page with the report; nothing is
//! kept. It works as a plain form, so it loads no script.

use std::sync::Arc;

use backend::import::{Rejection, Report};
use catalogue::model::Lang;
use leptos::{either::Either, prelude::*};

use super::{Description, Scaffold};
use crate::{
    i18n::{
        self,
        server_only::report::{ReportWords, report as words},
    },
    pages::NotFound,
    server_only::{report, shell::Pages},
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
    Rejected(Rejection),
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
    let checked = use_context::<Checked>().map(|checked| answer(site, words, &checked));
    let page = Description {
        title: words.title,
        description: words.description,
        // For officials, who know the way; no search should lead here.
        path: None,
        class: "plain-page check",
    };
    view! {
        <Scaffold site page>
            {checked}
            {words.introduction.map(|text| view! { <p>{text}</p> })}
            <Templates words/>
            <Form site words/>
            <p>
                <a href=format!("{}/embed", site.home()) rel="external">
                    {i18n::server_only::embed::words(site.lang).title}
                </a>
            </p>
        </Scaffold>
    }
}

#[component]
fn Templates(words: &'static ReportWords) -> impl IntoView {
    let link = |lang: Lang| {
        // A language is called by its own name, as in the header.
        let name = i18n::messages(lang).language;
        view! {
            <li>
                <a
                    href=format!("/{lang}/check/template.xlsx")
                    download=""
                    hreflang=lang.tag()
                    lang=lang.tag()
                >
                    {words.template_link.fill(&[("language", name)])}
                </a>
            </li>
        }
    };
    view! {
        <p>{words.template}</p>
        <ul>{Lang::ALL.map(link)}</ul>
    }
}

#[component]
fn Form(site: Site, words: &'static ReportWords) -> impl IntoView {
    let megabytes = MAX_MEGABYTES.to_string();
    view! {
        <form
            class="check-form"
            method="post"
            enctype="multipart/form-data"
            action=format!("{}/check", site.home())
        >
            <label for="files">{words.files}</label>
            <p class="hint" id="files-hint">
                {words.files_hint.fill(&[("megabytes", &megabytes)])}
            </p>
            <input
                type="file"
                id="files"
                name="files"
                multiple
                required
                accept=".xlsx,.csv,.txt,.json"
                aria-describedby="files-hint"
            />
            <p class="buttons">
                <button type="submit" name="as" value="page" class="primary">{words.check}</button>
                <button type="submit" name="as" value="csv" class="secondary">
                    {words.as_csv}
                </button>
            </p>
        </form>
    }
}

fn answer(site: Site, words: &'static ReportWords, checked: &Checked) -> AnyView {
    let megabytes = MAX_MEGABYTES.to_string();
    let why = match checked {
        Checked::Report(report) => return report::page(site.lang, report),
        Checked::Rejected(rejection) => report::rejected(site.lang, rejection),
        Checked::TooLarge => words.too_large.fill(&[("megabytes", &megabytes)]),
        Checked::NoFile => words.no_file.to_owned(),
        Checked::Busy => words.busy.to_owned(),
    };
    view! {
        <section class="report" aria-labelledby="report">
            <h2 id="report">{words.report}</h2>
            <p class="verdict bad">
                <strong>{words.rejected}</strong>
                {format!(" {why}")}
            </p>
        </section>
    }
    .into_any()
}
