//! The generator: an official chooses what the explorer shows on their website and
//! how, sees it, and copies what to paste. A plain form, which a small script of
//! its own saves from loading the page for each choice.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::{
    filter::{Filter, Ignored, Lock, Reason},
    query::Exploration,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    embed::{Setup, form, outputs, preview},
    frame::{above, below},
    head::{Head, titled},
    i18n::embed::{EmbedWords, words},
    markup::{Element, el},
    shell::Pages,
    site::Site,
};

/// The page.
#[component]
pub fn EmbedPage() -> impl IntoView {
    let site = Site::here();
    let words = words(site.lang);
    let pages = use_context::<Arc<Pages>>();
    let address = pages.as_ref().map(|pages| pages.public_url.clone()).unwrap_or_default();
    let script = pages.and_then(|pages| pages.generator);
    let query = use_location().search.get_untracked();
    let chosen = use_context::<Arc<Snapshot>>().map(|snapshot| chosen(site, &snapshot, &query));
    let back = el("a").attr("href", site.home()).child(site.t.all_projects);
    let introduction = words.introduction.map(|text| el("p").child(text));
    let mut page = el("main").attr("id", "content").class("embed-page").child(
        el("div")
            .class("embed-head")
            .child(el("p").class("way-back").child(back))
            .child(el("h1").child(words.title))
            .child(introduction),
    );
    if let Some((setup, ignored, answer)) = chosen {
        page = page
            .child(notices(site, words, ignored))
            .child(form(site, &setup, &answer))
            .child(preview(site, &setup))
            .child(outputs(site, &setup, &address));
    }
    let page =
        page.child(script.map(|script| el("script").attr("type", "module").attr("src", script)));
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

/// What an address asks for, as far as the catalogue has it, with what was left out
/// of it and what it finds.
fn chosen(site: Site, snapshot: &Snapshot, query: &str) -> (Setup, Vec<Ignored>, Exploration) {
    let (mut setup, mut ignored) = Setup::from_query(query, site.lang);
    // Counts are those of the whole catalogue: nothing is locked for officials.
    let answer = snapshot.explore(&Lock::default(), &setup.filter.to_query(), site.lang);
    setup.filter = Filter::from_query(&answer.query).0;
    ignored.extend(answer.ignored.iter().cloned());
    (setup, ignored, answer)
}

fn notices(site: Site, words: &'static EmbedWords, ignored: Vec<Ignored>) -> Element {
    let row = |Ignored { key, value, reason }| {
        let pattern = match reason {
            Reason::NotAValue => words.ignored,
            Reason::NotInCatalogue => site.t.ignored_unknown,
            Reason::TooMuch => site.t.ignored_too_much,
        };
        el("li").child(pattern.fill(&[("key", &key), ("value", &value)]))
    };
    let rows: Vec<_> = ignored.into_iter().map(row).collect();
    let list = (!rows.is_empty()).then(|| el("ul").class("notices").child(rows));
    // Where the script puts what it is told, those who hear the page hear it too.
    el("div")
        .class("embed-notices")
        .attr("aria-live", "polite")
        .child(el("div").attr("data-live", true).child(list))
}
