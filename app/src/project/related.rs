//! Projects with something in common, and what.

use catalogue::{
    model::Slug,
    query::{ProjectDetail, Related, Tie},
};
use leptos::prelude::*;

use crate::{
    i18n,
    links::project_link,
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
    words,
};

/// The list, where there is any.
pub fn related(site: Site, detail: &ProjectDetail) -> Option<Piece> {
    let city = |slug: &Slug| detail.city_name(slug).to_owned();
    let row = |Related { item, ties }: &Related| {
        let reasons: Vec<String> = ties.iter().map(|tie| reason(site, tie)).collect();
        let from = words::cities(site, &item.cities, city);
        // An empty text would be written as a blank.
        let from = (!from.is_empty()).then_some(from);
        view! {
            <li>
                {project_link(site, item)}
                <span class="card-city">{from}</span>
                <span class="reason">{reasons.join("; ")}</span>
            </li>
        }
        .into_piece()
    };
    let rows: Vec<_> = detail.related.iter().map(row).collect();
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
