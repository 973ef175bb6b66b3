//! The generator: an official chooses what the explorer shows on their website and
//! how, sees it, and copies what to paste. A plain form, which a small script of
//! its own saves from loading the page for each choice.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::{
    filter::{Filter, Ignored, Reason},
    query::Exploration,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Description, Scaffold};
use crate::{
    i18n::server_only::embed::{EmbedWords, words},
    server_only::{
        generator::{Setup, form, outputs, preview},
        shell::Pages,
    },
    site::Site,
};

/// The page.
#[component]
pub fn GeneratorPage() -> impl IntoView {
    let site = Site::here();
    let words = words(site.lang);
    let pages = use_context::<Arc<Pages>>();
    let address = pages.as_ref().map(|pages| pages.public_url.clone()).unwrap_or_default();
    let script = pages.and_then(|pages| pages.generator);
    let query = use_location().search.get_untracked();
    let chosen = use_context::<Arc<Snapshot>>().map(|snapshot| chosen(site, &snapshot, &query));
    let generator = chosen.map(|(setup, ignored, answer)| {
        view! {
            <Notices site words ignored/>
            {form(site, &setup, &answer)}
            {preview(site, &setup)}
            {outputs(site, &setup, &address)}
        }
    });
    let page = Description {
        title: words.title,
        description: words.description,
        // For officials, who know the way; no search should lead here.
        path: None,
        class: "embed-page",
    };
    view! {
        <Scaffold site page>
            {words.introduction.map(|text| view! { <p>{text}</p> })}
            {generator}
            {script.map(|script| view! { <script type="module" src=script></script> })}
        </Scaffold>
    }
}

/// What an address asks for, as far as the catalogue has it, with what was left out
/// of it and what it finds.
fn chosen(site: Site, snapshot: &Snapshot, query: &str) -> (Setup, Vec<Ignored>, Exploration) {
    let (mut setup, mut ignored) = Setup::from_query(query, site.lang);
    // Counts are those of the whole catalogue: nothing is locked for officials.
    let answer = snapshot.explore(setup.filter.clone().into(), site.lang);
    setup.filter = Filter::from_query(&answer.query).0;
    ignored.extend(answer.ignored.iter().cloned());
    (setup, ignored, answer)
}

/// What was left out of the address. Its place is there without it, so that the script
/// has where to put it, and those who hear the page hear it then.
#[component]
fn Notices(site: Site, words: &'static EmbedWords, ignored: Vec<Ignored>) -> impl IntoView {
    let row = |Ignored { key, value, reason }| {
        let pattern = match reason {
            Reason::NotAValue => words.ignored,
            Reason::NotInCatalogue => site.t.ignored_unknown,
            Reason::TooMuch => site.t.ignored_too_much,
        };
        view! { <li>{pattern.fill(&[("key", &key), ("value", &value)])}</li> }
    };
    let rows = ignored.into_iter().map(row).collect_view();
    let list = (!rows.is_empty()).then(|| view! { <ul class="notices">{rows}</ul> });
    view! {
        <div class="embed-notices" aria-live="polite">
            <div data-live>{list}</div>
        </div>
    }
}
