//! Projects with something in common, and what.

use catalogue::{
    model::{HomeCity, Slug},
    query::{Related, Tie},
};
use leptos::prelude::*;

use crate::{
    i18n,
    piece::{IntoPiece as _, Piece, heading},
    site::{ProjectLink, Site},
    words,
};

/// The list, where there is any.
pub fn related(site: Site, others: &[Related], cities: &[HomeCity]) -> Option<Piece> {
    let city = |slug: &Slug| {
        cities
            .iter()
            .find(|city| city.slug == *slug)
            .map_or_else(String::new, |city| city.name.clone())
    };
    let row = |Related { item, ties }: &Related| {
        let reasons: Vec<String> = ties.iter().map(|tie| reason(site, tie)).collect();
        let from = words::cities(site, &item.cities, city);
        // An empty text would be written as a blank.
        let from = (!from.is_empty()).then_some(from);
        let ProjectLink { href, rel, target } = site.project_link(&item.slug);
        let name = item.name.clone();
        view! {
            <li>
                <a href=href rel=rel target=target>
                    {name}
                </a>
                <span class="card-city">{from}</span>
                <span class="reason">{reasons.join("; ")}</span>
            </li>
        }
        .into_piece()
    };
    let rows: Vec<_> = others.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="project-related">
                {heading(site, 2, None, site.t.related.into_piece())}
                <ul class="related">{rows}</ul>
            </section>
        }
        .into_piece()
    })
}

fn reason(site: Site, tie: &Tie) -> String {
    let t = site.t;
    match tie {
        Tie::Themes(themes) => {
            let names: Vec<String> =
                themes.iter().map(|theme| i18n::theme(site.lang, *theme).to_owned()).collect();
            t.tie_themes.fill(&[("themes", &words::list(site, &names))])
        }
        Tie::Partners(partners) => {
            t.tie_partners.fill(&[("partners", &words::list(site, partners))])
        }
        Tie::Programme => t.tie_programme.to_owned(),
    }
}
