//! The map beside the list.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, Layer, View},
    map::{LonLat, Named, Viewport},
    query::{Exploration, Markers},
};
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

use super::{
    BasemapOf, Highlight, arcs, controls,
    map_view::MapView,
    marker::{MarkerContext, Open, circle, shut, translate},
    network,
    off_map::{outside, unlocated},
    overview_state::OverviewState,
    shown,
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
    pub state: OverviewState,
    /// What is highlighted.
    pub highlight: Highlight,
    /// Which marker's list is open.
    pub open: Open,
    /// Where its links lead.
    pub navigation: Navigation,
}

impl Overview {
    /// The map with the markers of everything found.
    pub fn view(self, site: Site, filter: &Filter, answer: &Exploration) -> Element {
        let t = site.t;
        let Self { state, highlight, open, navigation } = self;
        let map = state.map;
        let view = shown(answer);
        let network = filter.layer == Layer::Network;
        let context =
            MarkerContext { site, filter: filter.clone(), view, map, highlight, open, network };
        let context = Arc::new(context);
        let markers = Arc::new(answer.markers.clone());
        let surface = Surface {
            site,
            map,
            view,
            basemap: BasemapOf::Overview(answer.shown, answer.presenting.clone()),
            wake: filter.view == View::Map,
        };
        let surface = surface
            .with(drawing(&context, markers.clone(), state))
            .on("keydown", move |event| closes(&event, open))
            .child(lists(context.clone(), markers.clone(), state));
        let more = controls::overview_buttons(site, state, navigation, view);
        let bar = el("div")
            .class("map-bar")
            .child(controls::buttons(site, map, view, more))
            .child(controls::follow(site, filter, state, navigation, view));
        el("section")
            .class("map")
            .attr("id", "map")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "map-heading")
            .child(el(site.heading(2)).class("unseen").attr("id", "map-heading").child(t.map))
            .child(controls::skip(site, "#after-map"))
            .child(controls::layers(site, filter))
            .child(surface)
            .child(credit(site))
            .child(bar)
            .child(network.then(|| tables(context.clone(), markers, state)))
            .child(outside(&context, &answer.outside))
            .child(unlocated(site, &answer.unlocated))
            .child(el("div").attr("id", "after-map").attr("tabindex", "-1"))
    }
}

/// Our own drawing above the basemap.
fn drawing(context: &Arc<MarkerContext>, answers: Arc<Markers>, state: OverviewState) -> Element {
    let MarkerContext { site, view, map, highlight, .. } = **context;
    let name = site.t.map_layer(context.filter.layer);
    let context = context.clone();
    let (linked, marked) = (context.clone(), context.clone());
    let also = answers.clone();
    let lines = svg("g").class("network-lines").attr("aria-hidden", "true").following(move || {
        linked.network.then(|| network::lines(&linked, &state.markers(&linked.filter, &also)))
    });
    let partnership = svg("g").class("lines").attr("aria-hidden", "true").following(move || {
        let partners = highlight.partners();
        let (lead, others) = partners.split_first().map_or((None, &[][..]), |(l, o)| (Some(l), o));
        let view = map.placed(&view);
        let arcs = lead.map(|lead| arcs::partnership(&view, *lead, others));
        let ends = partners
            .iter()
            .map(|place| circle("end", 4.0).attr("transform", translate(view.project(*place))));
        arcs.into_iter().flatten().chain(ends).collect::<Vec<_>>()
    });
    let markers = svg("g").following(move || {
        let markers = state.markers(&marked.filter, &answers);
        let places = markers.list.iter().map(|marker| {
            let name = if marker.near == 0 { marker.name.as_str() } else { "" };
            (LonLat::new(marker.lon, marker.lat), name)
        });
        map.mark(places, Named::REACH);
        let most = markers.list.iter().map(|marker| marker.participations).max().unwrap_or(0);
        markers.list.iter().map(|marker| marked.marker(marker, most)).collect::<Vec<_>>()
    });
    let me = svg("g").following(move || state.me().map(|me| here(map, view, me)));
    surface::drawing(map, &view, name).child([lines, partnership, markers, me])
}

/// Where the visitor is.
fn here(map: MapView, view: Viewport, me: LonLat) -> Element {
    svg("g")
        .class("me")
        .live("transform", move || translate(map.placed(&view).project(me)))
        .child([circle("halo", 12.0), circle("dot", 6.0)])
}

/// The lists of markers with several projects.
fn lists(context: Arc<MarkerContext>, answers: Arc<Markers>, state: OverviewState) -> Element {
    el("div").class("marker-lists").following(move || {
        let markers = state.markers(&context.filter, &answers);
        let several = markers.list.iter().filter(|marker| marker.items.len() > 1);
        several.map(|marker| context.list(marker)).collect::<Vec<_>>()
    })
}

/// Escape closes the list of a marker.
fn closes(event: &web_sys::Event, open: Open) {
    if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
        shut(open);
    }
}

/// The network in words.
fn tables(context: Arc<MarkerContext>, answers: Arc<Markers>, state: OverviewState) -> Element {
    el("div").following(move || network::table(&context, &state.markers(&context.filter, &answers)))
}
