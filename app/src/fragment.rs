//! The projects of a filter as a piece of markup for websites that include pages on
//! their own server: no script, no style, and one class on the root. Whoever
//! includes it gives it their own look.

use backend::Snapshot;
use catalogue::{
    embed::Embed,
    model::{Lang, LocalText},
    query::Card,
};
use leptos::{reactive::owner::Owner, tachys::view::RenderHtml as _};

use crate::{
    i18n::{self, embed::words},
    markup::{Element, el},
    site::Site,
    words,
};

/// The markup for the query of an address.
pub fn fragment(snapshot: &Snapshot, lang: Lang, query: &str, public_url: &str) -> String {
    // No page owns it, and a site keeps something with whoever does.
    Owner::new().with(|| markup(snapshot, lang, query, public_url))
}

fn markup(snapshot: &Snapshot, lang: Lang, query: &str, public_url: &str) -> String {
    let site = Site::of_path(&format!("/{lang}"));
    let words = words(lang);
    let (embed, _) = Embed::from_query(query);
    let answer = snapshot.explore(&embed.lock, query, lang);
    let (heading, below) = headings(embed.heading);
    let cities = |card: &Card| {
        let label = |slug: &_| {
            let known = answer.facets.city.iter().find(|value| value.value == *slug);
            known.and_then(|value| value.label.clone()).unwrap_or_else(|| slug.to_string())
        };
        words::cities(site, &card.item.cities, label)
    };
    let rows: Vec<_> = answer
        .cards
        .iter()
        .map(|card| project(site, below, card, cities(card), public_url))
        .collect();
    let list = (!rows.is_empty()).then(|| el("ul").child(rows));
    let (to, text) = match answer.found {
        0 => (format!("/{lang}"), site.t.all_projects.to_owned()),
        found => {
            let whole = embed.lock.left(&answer.query).first_page();
            (whole.href(&format!("/{lang}")), words.all.of(found, lang))
        }
    };
    let all = el("a").attr("href", format!("{public_url}{to}")).child(text);
    el("div")
        .class("interreg-projects")
        .attr("lang", lang.tag())
        .child(el(heading).child(site.t.title))
        .child(el("p").child(site.t.found.of(answer.found, lang)))
        .child(list)
        .child(el("p").child(all))
        .child(credits(snapshot, words.credits))
        .to_html()
}

/// The names of the first heading and of those below it.
fn headings(level: u8) -> (&'static str, &'static str) {
    match level {
        3 => ("h3", "h4"),
        4 => ("h4", "h5"),
        5 => ("h5", "h6"),
        _ => ("h2", "h3"),
    }
}

fn project(
    site: Site,
    heading: &'static str,
    card: &Card,
    cities: String,
    public_url: &str,
) -> Element {
    let link = el("a")
        .attr("href", format!("{public_url}/{}/projects/{}", site.lang, card.item.slug))
        .child(card.item.name.clone());
    let ran = words::ran(site, card.start, card.end);
    let facts: Vec<_> =
        [cities, card.programme.clone(), ran].into_iter().filter(|fact| !fact.is_empty()).collect();
    let text =
        |text: &LocalText| el("p").attr("lang", words::lang(site, text)).child(text.text.clone());
    el("li")
        .child(el(heading).child(link))
        .child(card.title.as_ref().map(text))
        .child(el("p").child(facts.join(" · ")))
        .child(card.description.as_ref().map(text))
}

fn credits(snapshot: &Snapshot, words: i18n::Pattern) -> Option<Element> {
    let document = snapshot.document();
    let link = |credit: &catalogue::model::Credit| {
        let link = el("a").attr("href", credit.url.clone()).child(credit.name.clone());
        el("span").child(link).child(format!(" ({})", credit.licence))
    };
    let mut line = Vec::new();
    for credit in &document.credits {
        if !line.is_empty() {
            line.push(el("span").child(", "));
        }
        line.push(link(credit));
    }
    let (before, after) = words.around();
    (!line.is_empty()).then(|| el("p").child(before).child(line).child(after))
}
