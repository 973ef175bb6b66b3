//! What was found as a table: a row for each project, and the columns that the visitor chose.

use catalogue::{
    Facet,
    filter::{Column, Filter, Sort},
    model::Slug,
    query::{Card, Exploration, Facets},
};
use leptos::prelude::*;

use super::{
    card::{money, status},
    labels,
};
use crate::{
    i18n,
    links::found_link,
    menu::menu,
    piece::{IntoPiece as _, Piece},
    site::Site,
    table, words,
};

/// The table. The names stay in view while it scrolls.
pub fn projects(site: Site, filter: &Filter, answer: &Exploration) -> Piece {
    let t = site.t;
    let Exploration { facets, cards, query, .. } = answer;
    // Most catalogues have no project that a home city presents.
    let has_city = cards.iter().any(|card| !card.item.cities.is_empty());
    let columns: Vec<Column> =
        filter.columns.iter().filter(|column| has_city || *column != Column::City).collect();
    let rows: Vec<_> = cards.iter().map(|card| row(site, facets, &columns, query, card)).collect();
    let heads = std::iter::once(None).chain(columns.iter().copied().map(Some));
    let heads = heads.map(|column| head(site, filter, column)).collect();
    table::table("cards", "projects", t.list, heads, rows)
}

/// What heads a column.
fn name(site: Site, column: Column) -> &'static str {
    let t = site.t;
    match column {
        Column::City => t.facet(Facet::City),
        Column::Programme => t.facet(Facet::Programme),
        Column::Start => t.start,
        Column::End => t.end,
        Column::Status => t.facet(Facet::Status),
        Column::Themes => t.facet(Facet::Theme),
        Column::Lead => t.roles[0],
        Column::Partners => t.partners,
        Column::Countries => t.facet(Facet::Country),
        Column::Budget => t.total_budget,
        Column::EuFunding => t.eu_funding,
    }
}

/// The order of a column, if the list has one by it, and how a screen reader calls it.
fn order(column: Option<Column>) -> Option<(Sort, &'static str)> {
    match column {
        None => Some((Sort::Title, "ascending")),
        Some(Column::Start) => Some((Sort::Start, "descending")),
        Some(Column::End) => Some((Sort::End, "descending")),
        Some(Column::Budget) => Some((Sort::Budget, "descending")),
        Some(_) => None,
    }
}

/// The head of a column, or of the names. Where the list can be sorted by it, it is a link.
fn head(site: Site, filter: &Filter, column: Option<Column>) -> Piece {
    let text = column.map_or(site.t.project_name, |column| name(site, column));
    let order = order(column).map(|(sort, direction)| {
        let is_sorted = filter.sort == sort;
        // Pressed again, it leads back to the catalogue's own order.
        let sort = if is_sorted { Sort::default() } else { sort };
        let href = site.filtered(&Filter { sort, ..filter.clone().first_page() });
        (href, is_sorted.then_some(direction))
    });
    table::head(text, column.is_some_and(is_number), order)
}

fn is_number(column: Column) -> bool {
    matches!(column, Column::Partners | Column::Countries | Column::Budget | Column::EuFunding)
}

fn row(site: Site, facets: &Facets, columns: &[Column], query: &str, card: &Card) -> Piece {
    let cells: Vec<_> = columns
        .iter()
        .map(|column| {
            let inner = cell(site, facets, *column, card);
            table::cell(is_number(*column), inner.into_piece())
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{found_link(site, &card.item, query)}</th>
            {cells}
        </tr>
    }
    .into_piece()
}

/// What a cell says; nothing where it is not known.
fn cell(site: Site, facets: &Facets, column: Column, card: &Card) -> Option<Piece> {
    let text = |text: String| (!text.is_empty()).then(|| view! { {text} }.into_piece());
    let date = |date| i18n::date_short(site.lang, date);
    let row = card.row.as_ref();
    match column {
        Column::City => text(words::cities(site, &card.item.cities, |slug: &Slug| {
            labels::named(site, facets, Facet::City, slug.as_str())
        })),
        Column::Programme => text(card.programme.clone()),
        Column::Start => text(card.start.map(date).unwrap_or_default()),
        Column::End => text(card.end.map(date).unwrap_or_default()),
        Column::Status => Some(status(site, card.status)),
        Column::Themes => {
            let themes = card.themes.iter().map(|theme| i18n::theme(site.lang, *theme));
            text(themes.collect::<Vec<_>>().join(", "))
        }
        Column::Lead => text(row?.lead.clone()?),
        Column::Partners => {
            let number = row?.partners;
            text((number > 0).then(|| i18n::number(site.lang, number as u64))?)
        }
        Column::Countries => {
            let codes: Vec<&str> = card.countries.iter().map(|country| country.as_str()).collect();
            text(codes.join(" "))
        }
        Column::Budget => money(site, card.total_budget, card.doubt),
        Column::EuFunding => money(site, row?.eu_funding, row?.doubt),
    }
}

/// The menu of the columns: each is a link that shows or hides it.
pub fn columns(site: Site, filter: &Filter) -> Piece {
    let link = |column: Column| {
        let columns = filter.columns.toggled(column);
        let href = site.filtered(&Filter { columns, ..filter.clone() });
        let current = filter.columns.has(column).then_some("true");
        view! {
            <a href=href aria-current=current data-stay>
                {name(site, column)}
            </a>
        }
        .into_piece()
    };
    menu("columns", site.t.columns.into_piece(), Column::ALL.map(link).into())
}
