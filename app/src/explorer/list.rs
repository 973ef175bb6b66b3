//! The list of what was found.

use catalogue::{
    Facet,
    filter::{Filter, Page, Sort},
    query::{Exploration, Facets, Further},
};
use leptos::prelude::*;

use super::{card::card, labels, nothing::nothing, paging::paging};
use crate::{
    i18n,
    links::project_links,
    map::Highlight,
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
};

/// Sort, cards, pages, and what to do where nothing was found.
pub fn list(site: Site, filter: &Filter, answer: &Exploration, highlight: Highlight) -> Piece {
    let Exploration { facets, cards, pages, years, found, further, hints, .. } = answer;
    let cards: Vec<_> =
        cards.iter().map(|project| card(site, facets, *years, highlight, project)).collect();
    let further: Vec<_> =
        further.iter().map(|further| further_line(site, facets, further)).collect();
    view! {
        <div class="list">
            {heading(site, 2, Some("unseen".to_owned()), site.t.list.into_piece())}
            {(*found > 1).then(|| sorting(site, filter))}
            {(*pages > 1).then(|| range(site, answer))}
            {(*found == 0).then(|| nothing(site, filter, facets, hints))}
            <ol class="cards" id="cards" tabindex="-1" aria-labelledby="found">
                {cards}
            </ol>
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
