//! The cooperation network: who works with whom, as lines on the map and as
//! tables with the same content.

use catalogue::{
    map::{LonLat, Viewport, sheet::tenths},
    query::{Link, Pins, Spot},
};

use super::{arcs, pin::Ground, slippy::Slippy};
use crate::{
    i18n::number,
    markup::{Element, el, svg},
};

/// How much the lines of the network bend: hardly, so that they are read as
/// links and not as journeys.
const BEND: f64 = 0.06;

/// The lines, the weakest first, so that the strongest lie on top.
pub fn lines(ground: &Ground, pins: &Pins) -> Vec<Element> {
    let most = pins.links.iter().map(|link| link.projects).max().unwrap_or(1);
    let mut links: Vec<&Link> = pins.links.iter().collect();
    links.sort_by_key(|link| link.projects);
    let line = |link: &Link| {
        let [one, other] = ends(pins, link)?;
        let strength = f64::from(link.projects) / f64::from(most);
        let title = ground.site.t.link.fill(
            link.projects as usize,
            ground.site.lang,
            &[("one", &ground.place(one)), ("other", &ground.place(other))],
        );
        Some(
            drawn(ground.map, ground.view, [at(one), at(other)], strength)
                .child(svg("title").child(title)),
        )
    };
    links.into_iter().filter_map(line).collect()
}

fn drawn(map: Slippy, view: Viewport, [one, other]: [LonLat; 2], strength: f64) -> Element {
    svg("path")
        .class("link")
        .live("d", move || arcs::arc(&map.placed(&view), one, other, BEND))
        .attr("stroke-width", tenths(0.8 + 4.2 * strength))
        .attr("stroke-opacity", tenths(0.3 + 0.6 * strength.sqrt()))
}

/// The same as tables, for whoever cannot see the map or wants the numbers.
pub fn table(ground: &Ground, pins: &Pins) -> Element {
    let more = pins.more_links;
    let site = ground.site;
    let t = site.t;
    let mut links: Vec<&Link> = pins.links.iter().collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.projects));
    let rows = links.into_iter().filter_map(|link| {
        let [one, other] = ends(pins, link)?;
        Some(row([ground.place(one), ground.place(other), number(site.lang, link.projects.into())]))
    });
    let rows: Vec<_> = rows.collect();
    let mut towns: Vec<&Spot> = pins.spots.iter().collect();
    towns.sort_by_key(|spot| std::cmp::Reverse(spot.participations));
    let towns = towns.into_iter().map(|spot| {
        let numbers = [spot.participations, spot.count];
        let [participations, projects] = numbers.map(|n| number(site.lang, n as u64));
        row([ground.place(spot), participations, projects])
    });
    let towns: Vec<_> = towns.collect();
    let none = pins.links.is_empty().then(|| el("p").class("note").child(t.no_links));
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
                    .then(|| grid("links", t.network_links, t.network_link_heads, rows)),
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

fn ends<'a>(pins: &'a Pins, link: &Link) -> Option<[&'a Spot; 2]> {
    Some([pins.spots.get(usize::from(link.from))?, pins.spots.get(usize::from(link.to))?])
}

fn at(spot: &Spot) -> LonLat {
    LonLat::new(spot.lon, spot.lat)
}
