//! Projects as links in a list.

use catalogue::query::Item;
use leptos::prelude::*;

use crate::{
    piece::{IntoPiece as _, Piece},
    site::{ProjectLink, Site},
};

/// The items of the list.
pub fn project_links(site: Site, items: &[Item]) -> Vec<Piece> {
    let link = |item: &Item| {
        let ProjectLink { href, rel, target } = site.project_link(&item.slug);
        let name = item.name.clone();
        view! {
            <li>
                <a href=href rel=rel target=target>
                    {name}
                </a>
            </li>
        }
        .into_piece()
    };
    items.iter().map(link).collect()
}
