//! The cooperation network: which towns work together, as lines on the map and as
//! tables with the same content.

use catalogue::{
    map::{LonLat, views::tenths},
    query::{Link, Marker, Markers},
};

use leptos::prelude::*;

use super::{arcs, marker::MarkerContext};
use crate::{
    i18n::number,
    piece::{IntoPiece as _, Piece},
};

/// How much the lines of the network bend: hardly, so that they are read as
/// links and not as journeys.
const BEND: f64 = 0.06;

/// The lines, the weakest first, so that the strongest lie on top.
pub fn lines(context: &MarkerContext, markers: &Markers) -> Piece {
    let MarkerContext { site, map, view, .. } = *context;
    let most = markers.links.iter().map(|link| link.projects).max().unwrap_or(1);
    let mut links: Vec<&Link> = markers.links.iter().collect();
    links.sort_by_key(|link| link.projects);
    let line = |link: &Link| {
        let [one, other] = ends(markers, link)?;
        let strength = f64::from(link.projects) / f64::from(most);
        let title = site.t.link.fill(
            link.projects as usize,
            site.lang,
            &[("one", &context.place(one)), ("other", &context.place(other))],
        );
        let (one, other) = (at(one), at(other));
        Some(view! {
            <path
                class="link"
                d=move || arcs::arc(&map.placed(&view), one, other, BEND)
                stroke-width=tenths(0.8 + 4.2 * strength)
                stroke-opacity=tenths(0.3 + 0.6 * strength.sqrt())
            >
                <title>{title}</title>
            </path>
        })
    };
    links.into_iter().filter_map(line).collect::<Vec<_>>().into_piece()
}

/// The same as tables, for visitors who cannot see the map or want the numbers.
pub fn table(context: &MarkerContext, markers: &Markers) -> Piece {
    let more = markers.more_links;
    let site = context.site;
    let t = site.t;
    let mut links: Vec<&Link> = markers.links.iter().collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.projects));
    let rows = links.into_iter().filter_map(|link| {
        let [one, other] = ends(markers, link)?;
        Some([context.place(one), context.place(other), number(site.lang, link.projects.into())])
    });
    let rows: Vec<_> = rows.collect();
    let mut towns: Vec<&Marker> = markers.list.iter().collect();
    towns.sort_by_key(|marker| std::cmp::Reverse(marker.participations));
    let towns = towns.into_iter().map(|marker| {
        let numbers = [marker.participations, marker.count];
        let [participations, projects] = numbers.map(|n| number(site.lang, n as u64));
        [context.place(marker), participations, projects]
    });
    let towns: Vec<_> = towns.collect();
    let note = |text: String| view! { <p class="note">{text}</p> };
    let none = markers.links.is_empty().then(|| note(t.no_links.to_owned()));
    let more = (more > 0).then(|| note(t.more_links.of(more, site.lang)));
    let links = grid("shared", t.network_links, t.network_link_heads, rows);
    let towns = grid("counts", t.network_towns, t.network_town_heads, towns);
    view! {
        <details class="network">
            <summary>{t.network_table}</summary>
            // It scrolls, so it must be reached by the keyboard.
            <div class="network-tables" tabindex="0" role="group" aria-label=t.network_table>
                {none}
                {links}
                {more}
                {towns}
            </div>
        </details>
    }
    .into_piece()
}

/// A table, where there is something to say in it.
fn grid(
    class: &'static str,
    caption: &'static str,
    heads: [&'static str; 3],
    rows: Vec<[String; 3]>,
) -> Option<Piece> {
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let none = rows.is_empty();
    let row = |[head, one, other]: [String; 3]| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td>{one}</td>
                <td>{other}</td>
            </tr>
        }
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    let table = view! {
        <table class=class>
            <caption>{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    (!none).then(|| table.into_piece())
}

fn ends<'a>(markers: &'a Markers, link: &Link) -> Option<[&'a Marker; 2]> {
    Some([markers.list.get(usize::from(link.from))?, markers.list.get(usize::from(link.to))?])
}

fn at(marker: &Marker) -> LonLat {
    LonLat::new(marker.lon, marker.lat)
}
