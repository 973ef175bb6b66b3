//! The map beside the list.

use catalogue::{
    filter::Filter,
    map::{
        Bbox, LonLat, Viewport,
        sheet::{self, tenths, view_box},
    },
    query::{Exploration, Item, Spot},
};
use leptos::prelude::*;

use super::{Lit, Sheet, basemap};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// Which spot's list is open.
type Open = RwSignal<Option<String>>;

/// The map with the pins of everything found.
pub fn overview(
    site: Site,
    filter: &Filter,
    answer: &Exploration,
    lit: Lit,
    open: Open,
) -> Element {
    let t = site.t;
    let view = sheet::overview(answer.extent);
    let pin = |spot: &Spot| pin(site, filter, &view, spot, lit, open);
    let pins = svg("svg")
        .class("pins")
        .attr("viewBox", view_box(&view))
        .attr("role", "group")
        .attr("aria-label", t.map_overview)
        .child(answer.spots.iter().map(pin).collect::<Vec<_>>());
    let several = answer.spots.iter().filter(|spot| spot.items.len() > 1);
    let lists: Vec<_> = several.map(|spot| spot_list(site, spot, open)).collect();
    let sheet = el("div").class("map-sheet").child(basemap(Sheet::Overview, &view)).child(pins);
    el("section")
        .class("map")
        .attr("id", "map")
        .attr("aria-labelledby", "map-heading")
        .child(el("h2").class("unseen").attr("id", "map-heading").child(t.map))
        .child(sheet.child(lists))
        .child(off_map(site, &answer.off_map))
}

/// A pin: a link to the one project, or to the list of several. Where there are
/// too many to list it narrows the list to this place.
fn pin(site: Site, filter: &Filter, view: &Viewport, spot: &Spot, lit: Lit, open: Open) -> Element {
    let t = site.t;
    let (x, y) = view.project(LonLat::new(spot.lon, spot.lat));
    let id = spot.id.clone();
    let many = t.pin_many.fill(spot.count, site.lang, &[("place", &spot.name)]);
    let link = match spot.items.as_slice() {
        [one] => svg("a")
            .attr("href", site.project(&one.slug))
            .attr("aria-label", t.pin_one.fill(&[("project", &one.name), ("place", &spot.name)])),
        [] => {
            let (lon, lat) = (spot.lon, spot.lat);
            let near = Bbox::checked(lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01);
            let here = Filter { bbox: near, ..filter.clone().first_page() };
            svg("a")
                .attr("href", here.href(&site.home()))
                .attr("aria-label", many)
                .attr("data-stay", true)
        }
        _ => {
            let (shown, click) = (id.clone(), id.clone());
            svg("a")
                .attr("href", format!("#spot-{id}"))
                .attr("aria-label", many)
                .live("data-open", move || is_open(open, &shown))
                .on("click", move |event| {
                    event.prevent_default();
                    let already = is_open(open, &click);
                    open.try_set((!already).then(|| click.clone()));
                })
        }
    };
    let number = (spot.count > 1).then(|| {
        svg("text")
            .class("number")
            .attr("aria-hidden", "true")
            .attr("y", "4.5")
            .attr("text-anchor", "middle")
            .child(spot.count.to_string())
    });
    let circle = |class: &'static str, r: &'static str| svg("circle").class(class).attr("r", r);
    let (hot, enter, focus) = (id.clone(), id.clone(), id);
    let link = link
        .on("mouseenter", move |_| lit.cards_of(&enter))
        .on("mouseleave", move |_| lit.no_cards())
        .on("focusin", move |_| lit.cards_of(&focus))
        .on("focusout", move |_| lit.no_cards())
        .child([circle("reach", "24"), circle("halo", "15"), circle("dot", "11")])
        .child(number);
    svg("g")
        .class("pin")
        .live("data-lit", move || lit.pin(&hot))
        .attr("transform", format!("translate({} {})", tenths(x), tenths(y)))
        .child(link)
}

/// The projects of one spot. Without a script the address opens it (`:target`).
fn spot_list(site: Site, spot: &Spot, open: Open) -> Element {
    let t = site.t;
    let heading = t.spot.fill(spot.count, site.lang, &[("place", &spot.name)]);
    let id = spot.id.clone();
    let close =
        el("a").class("spot-close").attr("href", "#map").child(t.close).on("click", move |event| {
            event.prevent_default();
            open.try_set(None);
        });
    el("div")
        .class("spot")
        .live("data-open", move || is_open(open, &id))
        .attr("id", format!("spot-{}", spot.id))
        .attr("role", "group")
        .attr("aria-label", heading.clone())
        .child(el("p").class("spot-name").attr("aria-hidden", "true").child(heading))
        .child(el("ul").child(links(site, &spot.items)))
        .child(close)
}

fn is_open(open: Open, id: &str) -> bool {
    open.try_with(|open| open.as_deref() == Some(id)).unwrap_or_default()
}

/// What has no place is named, never dropped.
fn off_map(site: Site, items: &[Item]) -> Option<Element> {
    let text = site.t.off_map.of(items.len(), site.lang);
    let shown = links(site, items.get(..Spot::MAX_ITEMS).unwrap_or(items));
    (!items.is_empty())
        .then(|| el("div").class("off-map").child(el("p").child(text)).child(el("ul").child(shown)))
}

fn links(site: Site, items: &[Item]) -> Vec<Element> {
    items.iter().map(|item| el("li").child(site.link(item.clone()))).collect()
}
