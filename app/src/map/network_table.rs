//! The cooperation network as tables, for visitors who cannot see the map or want the
//! numbers: towns and organisations by name, however close the map is.

use catalogue::{
    filter::Filter,
    query::{NetworkOrganisation, NetworkTables, NetworkTown, TownPair},
};
use leptos::prelude::*;

use crate::{
    i18n::{self, number},
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The tables of a filter's answer.
pub fn network_tables(site: Site, filter: &Filter, tables: &NetworkTables) -> Piece {
    let t = site.t;
    let link = |filter: Filter, text: String| {
        let href = site.filtered(&Filter { camera: None, ..filter.first_page() });
        view! {
            <a href=href data-stay>
                {text}
            </a>
        }
        .into_piece()
    };
    let town =
        |town: &NetworkTown| link(Filter { bbox: town.area, ..filter.clone() }, town.name.clone());
    let count = |count: usize| number(site.lang, count as u64).into_piece();
    // Without links, which would have the whole filter in them twice for each row: a long
    // address would make a long page.
    let pairs = tables.pairs.iter().map(|TownPair { towns: [one, other], projects }| {
        [one.clone().into_piece(), other.clone().into_piece(), count(*projects)]
    });
    let towns = tables.towns.iter();
    let towns = towns.map(|it| [town(it), count(it.participations), count(it.projects)]);
    // Until an organisation has a page, a search for its name finds its projects: all of
    // them.
    let organisation = |it: &NetworkOrganisation| {
        let country = it.country.map(|country| i18n::country(site.lang, country));
        let place: Vec<String> = it.town.iter().cloned().chain(country).collect();
        let search = Filter { text: it.search.clone(), layer: filter.layer, ..Filter::default() };
        let name = link(search, it.name.clone());
        [name, place.join(", ").into_piece(), count(it.projects)]
    };
    let organisations = tables.organisations.iter().map(organisation);
    let none = tables.pairs.is_empty().then(|| view! { <p class="note">{t.no_links}</p> });
    let table = |class, caption, heads, rows: Vec<_>, more| {
        let more = (more > 0).then(|| {
            let more = t.and_more.of(more, site.lang);
            view! { <p class="note">{more}</p> }
        });
        (!rows.is_empty()).then(|| (grid(class, caption, heads, rows), more).into_piece())
    };
    let pairs =
        table("shared", t.network_links, t.network_link_heads, pairs.collect(), tables.more_pairs);
    let towns =
        table("counts", t.network_towns, t.network_town_heads, towns.collect(), tables.more_towns);
    let organisations = table(
        "shared",
        t.network_organisations,
        t.network_organisation_heads,
        organisations.collect(),
        tables.more_organisations,
    );
    view! {
        <details class="network">
            <summary>{t.network_table}</summary>
            // It scrolls, so it must be reached by the keyboard.
            <div class="network-tables" tabindex="0" role="group" aria-label=t.network_table>
                {none}
                {pairs}
                {towns}
                {organisations}
            </div>
        </details>
    }
    .into_piece()
}

fn grid(
    class: &'static str,
    caption: &'static str,
    heads: [&'static str; 3],
    rows: Vec<[Piece; 3]>,
) -> Piece {
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let row = |[head, one, other]: [Piece; 3]| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td>{one}</td>
                <td>{other}</td>
            </tr>
        }
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <table class=class>
            <caption>{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_piece()
}
