//! The projects before and behind this one in the search that led here.

use catalogue::query::{Item, Neighbours};
use leptos::prelude::*;

use crate::{
    i18n,
    piece::{IntoPiece as _, Piece},
    site::{ProjectLink, Site},
};

/// Links to both, with the place between them.
pub fn neighbours(site: Site, neighbours: &Neighbours, query: &str) -> Option<Piece> {
    let t = site.t;
    let Neighbours { previous, next, place, found } = neighbours;
    let link = |item: &Item, rel: &'static str, word: &'static str| {
        let ProjectLink { href, .. } = site.found_link(&item.slug, query);
        let label = format!("{word}: {}", item.name);
        view! {
            <a href=href rel=rel title=label.clone() aria-label=label>
                <span>{word}</span>
            </a>
        }
    };
    let numbers = [*place, *found].map(|number| i18n::number(site.lang, number as u64));
    let [place, of] = &numbers;
    let text = t.place_of.fill(&[("place", place), ("found", of)]);
    let previous = previous.as_ref().map(|item| link(item, "prev", t.previous_project));
    let next = next.as_ref().map(|item| link(item, "next", t.next_project));
    (*found > 1).then(|| {
        view! {
            {previous}
            <span class="place">{text}</span>
            {next}
        }
        .into_piece()
    })
}
