//! The bar above what was found: how many projects, and how they are shown. On a narrow screen
//! it stays in view, and has the button that opens the filters.

use catalogue::{
    filter::{Filter, View},
    query::Exploration,
};
use leptos::prelude::*;

use crate::{
    choice::{Choice, choice},
    piece::{IntoPiece as _, Piece, icon},
    site::Site,
};

/// Three lines, each shorter than the one above.
const FILTERS: &str = "M2 5h16M5 10h10M8 15h4";

/// Lines of text with a dot before each.
const LIST: &str = "M8 5h10M8 10h10M8 15h10M3 5h.01M3 10h.01M3 15h.01";

/// A grid.
const TABLE: &str = "M2 4h16v12H2zM2 8h16M2 12h16M8 4v12";

/// A pin.
const MAP: &str = "M10 18s6-6 6-10a6 6 0 1 0-12 0c0 4 6 10 6 10zM10 8h.01";

/// The bar.
pub fn bar(site: Site, filter: &Filter, answer: &Exploration) -> Piece {
    let t = site.t;
    let found = if filter.is_open() { t.all_found } else { t.found };
    let found = found.of(answer.found, site.lang);
    let active = filter.parts().count();
    let badge = (active > 0).then(|| view! { <span class="badge">{active.to_string()}</span> });
    view! {
        <div class="result-bar">
            <button type="button" class="secondary narrow-only" popovertarget="filters">
                {icon(FILTERS)}
                {t.filters}
                {badge}
            </button>
            <p class="found" id="found" role="status" tabindex="-1">
                {found}
            </p>
            {views(site, filter)}
        </div>
    }
    .into_piece()
}

fn views(site: Site, filter: &Filter) -> Piece {
    let t = site.t;
    let view = |(view, name, icon): (View, &'static str, &'static str)| Choice {
        href: site.filtered(&Filter { view, ..filter.clone() }),
        name,
        icon: Some(icon),
        is_chosen: view == filter.view,
    };
    let views = [
        (View::List, t.view_list, LIST),
        (View::Table, t.view_table, TABLE),
        (View::Map, t.view_map, MAP),
    ];
    choice("choice views", t.view, views.map(view).into())
}
