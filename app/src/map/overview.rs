//! The map beside the list.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, Layer, View},
    map::{LonLat, Named, Viewport},
    query::{Exploration, Marker, Markers},
};
use leptos::prelude::*;

use super::{
    BasemapOf, Highlight, arcs, controls,
    following::follow,
    keyed::Keyed,
    map_view::MapView,
    marker::{MarkerContext, Open, circle, translate},
    network,
    network_table::network_tables,
    off_map::{outside, unlocated},
    overview_state::OverviewState,
    shown,
    source::credit,
    surface::{self, Surface},
};
use crate::{
    client::navigation::Navigation,
    piece::{IntoPiece as _, Piece, heading_with_id},
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
    pub fn view(self, site: Site, filter: &Filter, answer: &Exploration) -> Piece {
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
            open: Some(open),
        };
        let surface = surface.with(
            drawing(&context, markers.clone(), state),
            Some(lists(context.clone(), markers.clone(), state)),
        );
        let more = controls::overview_buttons(site, state, navigation, view);
        let outside = outside(&context, &answer.outside);
        let tables = answer.network.as_ref();
        let tables = tables.map(|tables| network_tables(site, filter, tables));
        view! {
            <section class="map" id="map" tabindex="-1" aria-labelledby="map-heading">
                {heading_with_id(site, 2, "unseen", "map-heading", t.map.into_piece())}
                {controls::skip(site, "#after-map")}
                {controls::layers(site, filter)}
                {surface}
                {credit(site)}
                <div class="map-bar">
                    {controls::buttons(site, map, view, more)}
                    {controls::follow(site, filter, state, navigation, view)}
                </div>
                {tables}
                {outside}
                {unlocated(site, &answer.unlocated)}
                <div id="after-map" tabindex="-1"></div>
            </section>
        }
        .into_piece()
    }
}

/// Our own drawing above the basemap.
fn drawing(context: &Arc<MarkerContext>, answers: Arc<Markers>, state: OverviewState) -> Piece {
    let MarkerContext { site, view, map, highlight, .. } = **context;
    let name = site.t.map_layer(context.filter.layer);
    let (linked, marked) = (context.clone(), context.clone());
    let also = answers.clone();
    let lines = follow(move || {
        let lines =
            linked.network.then(|| network::lines(&linked, &state.markers(&linked.filter, &also)));
        lines.into_piece()
    });
    let partnership = follow(move || {
        let partners = highlight.partners();
        let (lead, others) = partners.split_first().map_or((None, &[][..]), |(l, o)| (Some(l), o));
        let view = map.placed(&view);
        let arcs = lead.map(|lead| arcs::partnership(&view, *lead, others));
        let end = |place: &LonLat| {
            let at = translate(view.project(*place));
            view! { <circle class="end" r="4" transform=at></circle> }
        };
        let ends: Vec<_> = partners.iter().map(end).collect();
        (arcs, ends).into_piece()
    });
    let markers = follow(move || {
        let markers = state.markers(&marked.filter, &answers);
        let places = markers.list.iter().map(|marker| {
            let name = if marker.near == 0 { marker.name.as_str() } else { "" };
            (LonLat::new(marker.lon, marker.lat), name)
        });
        map.mark(places, Named::REACH);
        let most = markers.list.iter().map(|marker| marker.participations).max().unwrap_or(0);
        let marker = |marker: &Marker| (marker.id.clone(), marked.marker(marker, most));
        Keyed(markers.list.iter().map(marker).collect()).into_piece()
    });
    let me = follow(move || state.me().map(|me| here(map, view, me)).into_piece());
    let layers = view! {
        <g class="network-lines" aria-hidden="true">
            {lines}
        </g>
        <g class="lines" aria-hidden="true">
            {partnership}
        </g>
        <g>{markers}</g>
        <g>{me}</g>
    };
    surface::drawing(map, &view, name.to_owned(), layers.into_piece())
}

/// Where the visitor is.
fn here(map: MapView, view: Viewport, me: LonLat) -> impl IntoView {
    view! {
        <g class="me" transform=move || translate(map.placed(&view).project(me))>
            {circle("halo", 12.0)}
            {circle("dot", 6.0)}
        </g>
    }
}

/// The lists of markers with several projects.
fn lists(context: Arc<MarkerContext>, answers: Arc<Markers>, state: OverviewState) -> Piece {
    let lists = follow(move || {
        let markers = state.markers(&context.filter, &answers);
        let several = markers.list.iter().filter(|marker| marker.items.len() > 1);
        Keyed(several.map(|marker| (marker.id.clone(), context.list(marker))).collect())
            .into_piece()
    });
    view! { <div class="marker-lists">{lists}</div> }.into_piece()
}
