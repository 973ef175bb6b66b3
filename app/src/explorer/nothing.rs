//! What stands in place of the list where nothing was found: which part of the filter to
//! drop.

use catalogue::{
    filter::{Filter, Part},
    query::{Facets, Hint},
};
use leptos::prelude::*;

use super::{chips, labels};
use crate::{
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
};

/// Says so, with a link for each part without which something would be found.
pub fn nothing(site: Site, filter: &Filter, facets: &Facets, hints: &[Hint]) -> Piece {
    let t = site.t;
    let intro = (!hints.is_empty()).then(|| view! { <p>{t.nothing_hint}</p> });
    let row = |Hint { part, count }: &Hint| {
        let name = describe(site, filter, facets, *part);
        let text = t.drop_filter.fill(*count, site.lang, &[("filter", &name)]);
        let href = site.filtered(&filter.clone().without(*part));
        view! {
            <li>
                <a href=href data-stay>
                    {text}
                </a>
            </li>
        }
        .into_piece()
    };
    let rows: Vec<_> = hints.iter().map(row).collect();
    view! {
        <div class="nothing">
            {heading(site, 3, None, t.nothing.into_piece())}
            {intro}
            <ul>{rows}</ul>
            <p>
                <a href=site.filtered(&Filter::default()) data-stay>
                    {t.clear_all}
                </a>
            </p>
        </div>
    }
    .into_piece()
}

/// Every value of one part of the filter in words, for hints.
fn describe(site: Site, filter: &Filter, facets: &Facets, part: Part) -> String {
    let only = Part::all().filter(|other| *other != part).fold(filter.clone(), Filter::without);
    let chips: Vec<String> =
        chips::of_filter(site, &only, facets).into_iter().map(|chip| chip.label).collect();
    let chips = chips.join(", ");
    // What was typed and a part of the map need no heading to be understood.
    match part {
        Part::Text | Part::Bbox => chips,
        _ => format!("{} ({chips})", labels::part(site.t, part)),
    }
}
