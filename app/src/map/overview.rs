//! The map beside the list.

use catalogue::{
    filter::Filter,
    map::{
        LonLat, Viewport,
        sheet::{self, tenths, view_box},
    },
    query::{Beyond, Exploration, Item, Spot},
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
    let view = sheet::overview(&answer.shown);
    let pin = |spot: &Spot| pin(site, filter, &view, spot, lit, open);
    let pins = svg("svg")
        .class("pins")
        .attr("viewBox", view_box(&view))
        .attr("role", "group")
        .attr("aria-label", t.map_overview)
        .child(answer.spots.iter().map(pin).collect::<Vec<_>>());
    let several = answer.spots.iter().filter(|spot| spot.items.len() > 1);
    let lists: Vec<_> = several.map(|spot| spot_list(site, spot, open)).collect();
    let sheet = el("div")
        .class("map-sheet")
        .child(basemap(Sheet::Overview(answer.shown), &view))
        .child(pins);
    el("section")
        .class("map")
        .attr("id", "map")
        .attr("aria-labelledby", "map-heading")
        .child(el("h2").class("unseen").attr("id", "map-heading").child(t.map))
        .child(sheet.child(lists))
        .child(beyond(site, filter, &answer.beyond))
        .child(off_map(site, &answer.off_map))
}

/// A pin: a link to the one project, or to the list of several. Where there are
/// too many to list it narrows the list to this place.
fn pin(site: Site, filter: &Filter, view: &Viewport, spot: &Spot, lit: Lit, open: Open) -> Element {
    let t = site.t;
    let (x, y) = view.project(LonLat::new(spot.lon, spot.lat));
    let id = spot.id.clone();
    let place = place(site, spot);
    let many = t.pin_many.fill(spot.count, site.lang, &[("place", &place)]);
    let link = match spot.items.as_slice() {
        [one] => svg("a")
            .attr("href", site.project(&one.slug))
            .attr("aria-label", t.pin_one.fill(&[("project", &one.name), ("place", &place)])),
        [] => svg("a")
            .attr("href", narrowed_to(site, filter, spot))
            .attr("aria-label", many)
            .attr("data-stay", true),
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
            .class(if spot.count < 100 { "number" } else { "number long" })
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
    let heading = t.spot.fill(spot.count, site.lang, &[("place", &place(site, spot))]);
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

/// What a pin's place is called.
fn place(site: Site, spot: &Spot) -> String {
    match spot.near {
        0 => spot.name.clone(),
        near => site.t.and_near.fill(near, site.lang, &[("place", &spot.name)]),
    }
}

/// The address that leaves what stands under a pin.
fn narrowed_to(site: Site, filter: &Filter, spot: &Spot) -> String {
    Filter { bbox: spot.area, ..filter.clone().first_page() }.href(&site.home())
}

/// What the map does not reach is named, never dropped.
fn beyond(site: Site, filter: &Filter, beyond: &Beyond) -> Option<Element> {
    let t = site.t;
    let link = |spot: &Spot| {
        let text = t.pin_many.fill(spot.count, site.lang, &[("place", &spot.name)]);
        let href = narrowed_to(site, filter, spot);
        el("li").child(el("a").attr("href", href).attr("data-stay", true).child(text))
    };
    let links = beyond.spots.iter().map(link).collect();
    let more = (beyond.more > 0).then(|| t.more_places.of(beyond.more, site.lang));
    beside(t.beyond.of(beyond.count, site.lang), links, more)
}

/// What has no place neither.
fn off_map(site: Site, items: &[Item]) -> Option<Element> {
    let t = site.t;
    let shown = items.get(..Spot::MAX_ITEMS).unwrap_or(items);
    let more = items.len() - shown.len();
    let more = (more > 0).then(|| t.and_more.of(more, site.lang));
    beside(t.off_map.of(items.len(), site.lang), links(site, shown), more)
}

/// A list beside the map.
fn beside(text: String, links: Vec<Element>, more: Option<String>) -> Option<Element> {
    let more = more.map(|more| el("li").child(more));
    (!links.is_empty()).then(|| {
        let list = el("ul").child(links).child(more);
        el("div").class("off-map").child(el("p").child(text)).child(list)
    })
}

fn links(site: Site, items: &[Item]) -> Vec<Element> {
    items.iter().map(|item| el("li").child(site.link(item.clone()))).collect()
}
