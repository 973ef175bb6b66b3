//! The cooperation network: which towns work together, as lines on the map and as
//! tables with the same content.

use catalogue::{
    map::{LonLat, Viewport, views::tenths},
    query::{Link, Marker, Markers},
};

use super::{arcs, map_view::MapView, marker::MarkerContext};
use crate::{
    i18n::number,
    markup::{Element, el, svg},
};

/// How much the lines of the network bend: hardly, so that they are read as
/// links and not as journeys.
const BEND: f64 = 0.06;

/// The lines, the weakest first, so that the strongest lie on top.
pub fn lines(context: &MarkerContext, markers: &Markers) -> Vec<Element> {
    let most = markers.links.iter().map(|link| link.projects).max().unwrap_or(1);
    let mut links: Vec<&Link> = markers.links.iter().collect();
    links.sort_by_key(|link| link.projects);
    let line = |link: &Link| {
        let [one, other] = ends(markers, link)?;
        let strength = f64::from(link.projects) / f64::from(most);
        let title = context.site.t.link.fill(
            link.projects as usize,
            context.site.lang,
            &[("one", &context.place(one)), ("other", &context.place(other))],
        );
        Some(
            drawn(context.map, context.view, [at(one), at(other)], strength)
                .child(svg("title").child(title)),
        )
    };
    links.into_iter().filter_map(line).collect()
}

fn drawn(map: MapView, view: Viewport, [one, other]: [LonLat; 2], strength: f64) -> Element {
    svg("path")
        .class("link")
        .live("d", move || arcs::arc(&map.placed(&view), one, other, BEND))
        .attr("stroke-width", tenths(0.8 + 4.2 * strength))
        .attr("stroke-opacity", tenths(0.3 + 0.6 * strength.sqrt()))
}

/// The same as tables, for visitors who cannot see the map or want the numbers.
pub fn table(context: &MarkerContext, markers: &Markers) -> Element {
    let more = markers.more_links;
    let site = context.site;
    let t = site.t;
    let mut links: Vec<&Link> = markers.links.iter().collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.projects));
    let rows = links.into_iter().filter_map(|link| {
        let [one, other] = ends(markers, link)?;
        Some(row([
            context.place(one),
            context.place(other),
            number(site.lang, link.projects.into()),
        ]))
    });
    let rows: Vec<_> = rows.collect();
    let mut towns: Vec<&Marker> = markers.list.iter().collect();
    towns.sort_by_key(|marker| std::cmp::Reverse(marker.participations));
    let towns = towns.into_iter().map(|marker| {
        let numbers = [marker.participations, marker.count];
        let [participations, projects] = numbers.map(|n| number(site.lang, n as u64));
        row([context.place(marker), participations, projects])
    });
    let towns: Vec<_> = towns.collect();
    let none = markers.links.is_empty().then(|| el("p").class("note").child(t.no_links));
    let more = (more > 0).then(|| el("p").class("note").child(t.more_links.of(more, site.lang)));
    el("details").class("network").child(el("summary").child(t.network_table)).child(
        // It scrolls, so it must be reached by the keyboard.
        el("div")
            .class("network-tables")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", t.network_table)
            .child(none)
            .child(
                (!rows.is_empty())
                    .then(|| grid("shared", t.network_links, t.network_link_heads, rows)),
            )
            .child(more)
            .child(
                (!towns.is_empty())
                    .then(|| grid("counts", t.network_towns, t.network_town_heads, towns)),
            ),
    )
}

fn grid(
    class: &'static str,
    caption: &'static str,
    heads: [&'static str; 3],
    rows: Vec<Element>,
) -> Element {
    let heads = heads.map(|head| el("th").attr("scope", "col").child(head));
    el("table")
        .class(class)
        .child(el("caption").child(caption))
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(rows))
}

fn row([head, one, other]: [String; 3]) -> Element {
    el("tr")
        .child(el("th").attr("scope", "row").child(head))
        .child(el("td").child(one))
        .child(el("td").child(other))
}

fn ends<'a>(markers: &'a Markers, link: &Link) -> Option<[&'a Marker; 2]> {
    Some([markers.list.get(usize::from(link.from))?, markers.list.get(usize::from(link.to))?])
}

fn at(marker: &Marker) -> LonLat {
    LonLat::new(marker.lon, marker.lat)
}
