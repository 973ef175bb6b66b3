//! The map beside the list.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, Layer, View},
    map::{LonLat, Viewport},
    query::{Exploration, Pins},
};
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

use super::{
    Lit, Sheet, arcs,
    beside::{beyond, off_map},
    chart::Chart,
    controls, network,
    pin::{Ground, Open, circle, shut, translate},
    shown,
    slippy::Slippy,
    source::credit,
    surface::{self, Surface},
};
use crate::{
    explorer::Navigation,
    markup::{Element, el, svg},
    site::Site,
};

/// What the overview is made of besides the answer.
#[derive(Clone, Copy)]
pub struct Overview {
    /// Its life.
    pub chart: Chart,
    /// What is lit.
    pub lit: Lit,
    /// Which spot's list is open.
    pub open: Open,
    /// Where its links lead.
    pub navigation: Navigation,
}

impl Overview {
    /// The map with the pins of everything found.
    pub fn view(self, site: Site, filter: &Filter, answer: &Exploration) -> Element {
        let t = site.t;
        let Self { chart, lit, open, navigation } = self;
        let map = chart.map;
        let view = shown(answer);
        let network = filter.layer == Layer::Network;
        let ground = Ground { site, filter: filter.clone(), view, map, lit, open, network };
        let ground = Arc::new(ground);
        let pins = Arc::new(answer.pins.clone());
        let sheet = Surface {
            site,
            map,
            view,
            ground: Sheet::Overview(answer.shown),
            wake: filter.view == View::Map,
        };
        let sheet = sheet
            .with(drawing(&ground, pins.clone(), chart))
            .on("keydown", move |event| closes(&event, open))
            .child(lists(ground.clone(), pins.clone(), chart));
        let more = controls::overview_buttons(site, chart, navigation, view);
        let bar = el("div")
            .class("map-bar")
            .child(controls::buttons(site, map, view, more))
            .child(controls::follow(site, filter, chart, navigation, view));
        el("section")
            .class("map")
            .attr("id", "map")
            .attr("aria-labelledby", "map-heading")
            .child(el(site.heading(2)).class("unseen").attr("id", "map-heading").child(t.map))
            .child(controls::skip(site, "#after-map"))
            .child(controls::layers(site, filter))
            .child(sheet)
            .child(credit(site))
            .child(bar)
            .child(network.then(|| tables(ground.clone(), pins, chart)))
            .child(beyond(&ground, &answer.beyond))
            .child(off_map(site, &answer.off_map))
            .child(el("div").attr("id", "after-map").attr("tabindex", "-1"))
    }
}

/// Our own drawing above whatever ground.
fn drawing(ground: &Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    let Ground { site, view, map, lit, .. } = **ground;
    let ground = ground.clone();
    let (linked, pinned) = (ground.clone(), ground.clone());
    let also = answers.clone();
    let lines = svg("g").class("links").attr("aria-hidden", "true").following(move || {
        linked.network.then(|| network::lines(&linked, &chart.pins(&linked.filter, &also)))
    });
    let partnership = svg("g").class("lines").attr("aria-hidden", "true").following(move || {
        let partners = lit.partners();
        let (lead, others) = partners.split_first().map_or((None, &[][..]), |(l, o)| (Some(l), o));
        let view = map.placed(&view);
        let arcs = lead.map(|lead| arcs::partnership(&view, *lead, others));
        let ends = partners
            .iter()
            .map(|place| circle("end", 4.0).attr("transform", translate(view.project(*place))));
        arcs.into_iter().flatten().chain(ends).collect::<Vec<_>>()
    });
    let pins = svg("g").following(move || {
        let pins = chart.pins(&pinned.filter, &answers);
        map.mark(pins.spots.iter().map(|spot| {
            let name = if spot.near == 0 { spot.name.as_str() } else { "" };
            (LonLat::new(spot.lon, spot.lat), name)
        }));
        let most = pins.spots.iter().map(|spot| spot.participations).max().unwrap_or(0);
        pins.spots.iter().map(|spot| pinned.pin(spot, most)).collect::<Vec<_>>()
    });
    let me = svg("g").following(move || chart.me().map(|me| here(map, view, me)));
    surface::drawing(map, &view, site.t.map_overview).child([lines, partnership, pins, me])
}

/// Where the visitor is.
fn here(map: Slippy, view: Viewport, me: LonLat) -> Element {
    svg("g")
        .class("me")
        .live("transform", move || translate(map.placed(&view).project(me)))
        .child([circle("halo", 12.0), circle("dot", 6.0)])
}

/// The lists of spots with several projects.
fn lists(ground: Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    el("div").class("spots").following(move || {
        let pins = chart.pins(&ground.filter, &answers);
        let several = pins.spots.iter().filter(|spot| spot.items.len() > 1);
        several.map(|spot| ground.list(spot)).collect::<Vec<_>>()
    })
}

/// Escape closes the list of a spot.
fn closes(event: &web_sys::Event, open: Open) {
    if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
        shut(open);
    }
}

/// The network in words.
fn tables(ground: Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    el("div").following(move || network::table(&ground, &chart.pins(&ground.filter, &answers)))
}
