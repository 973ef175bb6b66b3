//! The map beside the list.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, Layer, View},
    map::{LonLat, Viewport, sheet::view_box},
    query::{Exploration, Pins},
};

use super::{
    Lit, Sheet, arcs, basemap,
    beside::{beyond, off_map},
    chart::Chart,
    controls, network,
    pin::{Ground, Open, circle, translate},
    shown,
    source::credit,
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
        let sheet = el("div")
            .class("map-sheet")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", t.map_keys)
            .live("data-engine", move || controls::engine_state(map))
            .on("pointerenter", move |_| map.wake(view))
            .on("focusin", move |_| map.wake(view))
            .on("keydown", move |event| controls::key(map, &event))
            .child(basemap(Sheet::Overview(answer.shown), &view))
            .child(engine(map, (filter.view == View::Map).then_some(view)))
            .child(drawing(&ground, pins.clone(), chart))
            .child(controls::said(site, map))
            .child(lists(ground.clone(), pins.clone(), chart));
        let more = controls::overview_buttons(site, chart, view);
        let bar = el("div")
            .class("map-bar")
            .child(controls::buttons(site, map, view, more))
            .child(controls::follow(site, chart, navigation, view));
        el("section")
            .class("map")
            .attr("id", "map")
            .attr("aria-labelledby", "map-heading")
            .on("fullscreenchange", move |_| map.when_resized(move || chart.refit()))
            .child(el("h2").class("unseen").attr("id", "map-heading").child(t.map))
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

/// Where the engine draws. Nothing of ours stands in it. Who opens the map by
/// itself is interested in it already.
pub(super) fn engine(map: super::engine::Slippy, wake: Option<Viewport>) -> Element {
    let target = el("div").class("map-engine").attr("aria-hidden", "true").markup("");
    #[cfg(not(feature = "ssr"))]
    let target = target.mounted(move |element| {
        map.target(element);
        if let Some(view) = wake {
            map.wake(view);
        }
    });
    #[cfg(feature = "ssr")]
    let _ = (map, wake);
    target
}

/// Our own drawing above whatever ground.
fn drawing(ground: &Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    let Ground { site, view, map, lit, .. } = **ground;
    let ground = ground.clone();
    let (linked, pinned) = (ground.clone(), ground.clone());
    let also = answers.clone();
    let lines = svg("g").class("links").attr("aria-hidden", "true").following(move || {
        let lines = |pins: &Pins| network::lines(&linked, pins);
        linked.network.then(|| chart.with_pins(&also, lines))
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
        chart.with_pins(&answers, |pins| {
            map.mark(pins.spots.iter().map(|spot| {
                let name = if spot.near == 0 { spot.name.as_str() } else { "" };
                (LonLat::new(spot.lon, spot.lat), name)
            }));
            let most = pins.spots.iter().map(|spot| spot.participations).max().unwrap_or(0);
            pins.spots.iter().map(|spot| pinned.pin(spot, most)).collect::<Vec<_>>()
        })
    });
    let me = svg("g").following(move || chart.me().map(|me| here(map, view, me)));
    layer(map, &view, site.t.map_overview).child([lines, partnership, pins, me])
}

/// The drawing that moves with the ground and is never part of it.
pub(super) fn layer(
    map: super::engine::Slippy,
    view: &Viewport,
    label: impl Into<String>,
) -> Element {
    let view = *view;
    let drawing = svg("svg")
        .class("pins")
        .live("viewBox", move || view_box(&map.placed(&view)))
        .attr("role", "group")
        .attr("aria-label", label.into())
        .on("pointerdown", move |event| map.take(&event))
        .on("wheel", move |event| map.take(&event))
        .on("dragstart", |event| event.prevent_default());
    #[cfg(not(feature = "ssr"))]
    let drawing = drawing.mounted(move |element| map.pins(element));
    drawing
}

/// Where the visitor is.
fn here(map: super::engine::Slippy, view: Viewport, me: LonLat) -> Element {
    svg("g")
        .class("me")
        .live("transform", move || translate(map.placed(&view).project(me)))
        .child([circle("halo", 12.0), circle("dot", 6.0)])
}

/// The lists of spots with several projects.
fn lists(ground: Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    el("div").class("spots").following(move || {
        chart.with_pins(&answers, |pins| {
            let several = pins.spots.iter().filter(|spot| spot.items.len() > 1);
            several.map(|spot| ground.list(spot)).collect::<Vec<_>>()
        })
    })
}

/// The network in words.
fn tables(ground: Arc<Ground>, answers: Arc<Pins>, chart: Chart) -> Element {
    el("div").following(move || chart.with_pins(&answers, |pins| network::table(&ground, pins)))
}
