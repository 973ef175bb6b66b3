//! The projects of a filter as a piece of markup for websites that include pages on
//! their own server: no script, no style, and one class on the root. The site
//! that includes it gives it a look of its own.

use backend::Snapshot;
use catalogue::{
    Facet,
    embed::Embed,
    filter::Question,
    model::{Credit, Lang, LocalText, Slug},
    query::Card,
};
use leptos::prelude::*;

use super::plain::plain;
use crate::{
    explorer::labels,
    i18n::{self, server_only::embed::words},
    site::Site,
    words,
};

/// The markup for the query of an address.
pub fn fragment(snapshot: &Snapshot, lang: Lang, query: &str, public_url: &str) -> String {
    // No page is around it, and a `Site` keeps some of its values with a reactive owner.
    Owner::new().with(|| markup(snapshot, lang, query, public_url))
}

fn markup(snapshot: &Snapshot, lang: Lang, query: &str, public_url: &str) -> String {
    let site = Site::of_path(&format!("/{lang}"));
    let words = words(lang);
    let (embed, _) = Embed::from_query(query);
    let answer = snapshot.explore(Question::within(embed.lock.clone(), query), lang);
    let level = embed.heading;
    let (to, text) = match answer.found {
        0 => (format!("/{lang}"), site.t.all_projects.to_owned()),
        found => {
            let whole = embed.lock.left(&answer.query).first_page();
            (whole.href(&format!("/{lang}")), words.all.of(found, lang))
        }
    };
    let name = |slug: &Slug| labels::named(site, &answer.facets, Facet::City, slug.as_str());
    let project = |card: Card| {
        let href = format!("{public_url}/{lang}/projects/{}", card.item.slug);
        let cities = words::cities(site, &card.item.cities, name);
        view! { <Project site level=level + 1 href card cities/> }
    };
    let projects = answer.cards.into_iter().map(project).collect_view();
    let list = (!projects.is_empty()).then(|| view! { <ul>{projects}</ul> });
    plain(view! {
        <div class="interreg-projects" lang=lang.tag()>
            <Heading level>{site.t.title}</Heading>
            <p>{site.t.found.of(answer.found, lang)}</p>
            {list}
            <p>
                <a href=format!("{public_url}{to}")>{text}</a>
            </p>
            {credits(snapshot, words.credits)}
        </div>
    })
}

/// A heading of a level that the page around it asks for.
#[component]
fn Heading(level: u8, children: Children) -> AnyView {
    match level {
        2 => view! { <h2>{children()}</h2> }.into_any(),
        3 => view! { <h3>{children()}</h3> }.into_any(),
        4 => view! { <h4>{children()}</h4> }.into_any(),
        5 => view! { <h5>{children()}</h5> }.into_any(),
        _ => view! { <h6>{children()}</h6> }.into_any(),
    }
}

/// A project, whose page is at `href`.
#[component]
fn Project(site: Site, level: u8, href: String, card: Card, cities: String) -> impl IntoView {
    let ran = words::ran(site, card.start, card.end);
    let facts: Vec<_> =
        [cities, card.programme, ran].into_iter().filter(|fact| !fact.is_empty()).collect();
    let paragraph = |text: LocalText| {
        let lang = words::lang(site, &text);
        view! { <p lang=lang>{text.text}</p> }
    };
    view! {
        <li>
            <Heading level>
                <a href=href>{card.item.name}</a>
            </Heading>
            {card.title.map(paragraph)}
            <p>{facts.join(" · ")}</p>
            {card.description.map(paragraph)}
        </li>
    }
}

fn credits(snapshot: &Snapshot, words: i18n::Pattern) -> Option<impl IntoView + use<>> {
    let document = snapshot.document();
    let credit = |(place, credit): (usize, &Credit)| {
        view! {
            {(place > 0).then(|| view! { <span>", "</span> })}
            <span>
                <a href=credit.url.clone()>{credit.name.clone()}</a>
                {format!(" ({})", credit.licence)}
            </span>
        }
    };
    let credits = document.credits.iter().enumerate().map(credit).collect_view();
    let (before, after) = words.around();
    (!credits.is_empty()).then(|| view! { <p>{before} {credits} {after}</p> })
}
