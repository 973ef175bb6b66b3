//! The projects that the map does not show, named under it: those at places outside its
//! view, and those without a place.

use catalogue::query::{Item, Marker, Outside};

use leptos::prelude::*;

use super::marker::MarkerContext;
use crate::{
    links::project_links,
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The places outside the view of the map, as links to their projects.
pub fn outside(context: &MarkerContext, outside: &Outside) -> Option<Piece> {
    let site = context.site;
    let t = site.t;
    let link = |marker: &Marker| {
        let text = t.marker_many.fill(marker.count, site.lang, &[("place", &marker.name)]);
        let href = context.narrowed_to(marker);
        view! {
            <li>
                <a href=href data-stay>
                    {text}
                </a>
            </li>
        }
    };
    let links: Vec<_> = outside.markers.iter().map(link).collect();
    let links = (!links.is_empty()).then(|| links.into_piece());
    let more = (outside.more > 0).then(|| t.more_places.of(outside.more, site.lang));
    list(t.outside.of(outside.count, site.lang), links, more)
}

/// The projects without a place.
pub fn unlocated(site: Site, items: &[Item]) -> Option<Piece> {
    let t = site.t;
    let shown = items.get(..Marker::MAX_ITEMS).unwrap_or(items);
    let more = items.len() - shown.len();
    let more = (more > 0).then(|| t.and_more.of(more, site.lang));
    let links = (!shown.is_empty()).then(|| project_links(site, shown).into_piece());
    list(t.unlocated.of(items.len(), site.lang), links, more)
}

fn list(text: String, links: Option<Piece>, more: Option<String>) -> Option<Piece> {
    let more = more.map(|more| view! { <li>{more}</li> });
    links.map(|links| {
        view! {
            <div class="off-map">
                <p>{text}</p>
                <ul>
                    {links}
                    {more}
                </ul>
            </div>
        }
        .into_piece()
    })
}
