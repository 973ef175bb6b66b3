//! Projects as links in a list.

use catalogue::query::Item;
use leptos::prelude::*;

use crate::site::{ProjectLink, Site};

/// The items of the list.
pub fn project_links(site: Site, items: &[Item]) -> Vec<impl IntoView + use<>> {
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
    };
    items.iter().map(link).collect()
}
