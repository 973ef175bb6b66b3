//! Links to projects, and to all projects that have something.

use catalogue::{
    Facet,
    filter::{Chosen, Filter},
    query::Item,
};
use leptos::prelude::*;

use crate::{
    piece::{IntoPiece as _, Piece},
    site::{ProjectLink, Site},
};

/// A link to a project.
pub fn project_link(site: Site, item: &Item) -> Piece {
    link(site.project_link(&item.slug), item)
}

/// The same from a list: the project's page knows the search by which it was found.
pub fn found_link(site: Site, item: &Item, query: &str) -> Piece {
    link(site.found_link(&item.slug, query), item)
}

fn link(to: ProjectLink, item: &Item) -> Piece {
    let ProjectLink { href, rel, target } = to;
    view! {
        <a href=href rel=rel target=target>
            {item.name.clone()}
        </a>
    }
    .into_piece()
}

/// Projects as the items of a list.
pub fn project_links(site: Site, items: &[Item]) -> Vec<Piece> {
    let item = |item: &Item| view! { <li>{project_link(site, item)}</li> }.into_piece();
    items.iter().map(item).collect()
}

/// A link to all projects that have a value of a facet.
pub fn value_link(site: Site, facet: Facet, value: &str, text: String) -> Piece {
    let mut filter = Filter::default();
    filter.choice_mut(facet).set(value.to_owned(), Chosen::Included);
    view! { <a href=site.filtered(&filter)>{text}</a> }.into_piece()
}
