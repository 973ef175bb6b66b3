//! The list of what was found.

use catalogue::{
    Facet,
    filter::{Filter, Page, Sort, View},
    query::{Exploration, Facets, Further},
};
use leptos::prelude::*;

use super::{
    card::card,
    labels,
    nothing::nothing,
    paging::paging,
    table::{columns, projects},
};
use crate::{
    i18n,
    links::project_links,
    map::Highlight,
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
};

/// Cards or table, pages, and what to do where nothing was found.
pub fn list(site: Site, filter: &Filter, answer: &Exploration, highlight: Highlight) -> Piece {
    let Exploration { facets, cards, pages, years, found, further, hints, .. } = answer;
    let shown = if filter.view == View::Table {
        projects(site, filter, answer)
    } else {
        let cards: Vec<_> = cards
            .iter()
            .map(|project| card(site, facets, *years, highlight, &answer.query, project))
            .collect();
        view! {
            <ol class="cards" id="cards" tabindex="-1" aria-labelledby="found">
                {cards}
            </ol>
        }
        .into_piece()
    };
    let further: Vec<_> =
        further.iter().map(|further| further_line(site, facets, further)).collect();
    view! {
        <div class="list">
            {heading(site, 2, Some("unseen".to_owned()), site.t.list.into_piece())}
            {(*pages > 1).then(|| range(site, answer))}
            {(*found == 0).then(|| nothing(site, filter, facets, hints))}
            {shown}
            {paging(site, filter, *pages)}
            {further}
        </div>
    }
    .into_piece()
}

/// Which of the projects found this page has. On paper nothing else says that there are more.
fn range(site: Site, answer: &Exploration) -> Piece {
    let Exploration { page, cards, found, .. } = answer;
    let before = (*page as usize - 1) * Page::SIZE;
    let numbers = [before + 1, before + cards.len(), *found];
    let [from, to, n] = numbers.map(|number| i18n::number(site.lang, number as u64));
    let text = site.t.page_range.fill(&[("from", &from), ("to", &to), ("n", &n)]);
    view! { <p class="page-range">{text}</p> }.into_piece()
}

/// How the list is ordered, as links. A table has its orders in its heads, and here the menu
/// of its columns.
pub fn order(site: Site, filter: &Filter, answer: &Exploration) -> Option<Piece> {
    match filter.view {
        View::Table => Some(columns(site, filter)),
        View::List | View::Map => (answer.found > 1).then(|| sorting(site, filter)),
    }
}

fn sorting(site: Site, filter: &Filter) -> Piece {
    let t = site.t;
    let link = |(sort, name): (Sort, &'static str)| {
        let name =
            if sort == Sort::Relevance && filter.text.is_empty() { t.sort_own } else { name };
        let href = site.filtered(&Filter { sort, ..filter.clone().first_page() });
        let current = (sort == filter.sort).then_some("true");
        view! {
            <li>
                <a href=href aria-current=current data-stay>
                    {name}
                </a>
            </li>
        }
        .into_piece()
    };
    let links: Vec<_> = Sort::ALL.into_iter().zip(t.sorts).map(link).collect();
    view! {
        <nav class="sorting" aria-label=t.sort>
            <span aria-hidden="true">{t.sort}</span>
            <ul>{links}</ul>
        </nav>
    }
    .into_piece()
}

fn further_line(site: Site, facets: &Facets, further: &Further) -> Piece {
    let t = site.t;
    let city = labels::named(site, facets, Facet::City, further.city.as_str());
    let more = further.count - further.items.len();
    view! {
        <div class="further">
            <p>{t.further.fill(&[("city", &city)])}</p>
            <ul>{project_links(site, &further.items)}</ul>
            {(more > 0).then(|| view! { <p>{t.and_more.of(more, site.lang)}</p> })}
        </div>
    }
    .into_piece()
}
