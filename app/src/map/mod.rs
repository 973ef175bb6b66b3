//! The maps: a basemap that the server draws, our own markers in an SVG above it, and,
//! once a visitor uses the map, an engine that puts a basemap that moves between the
//! two. Markers are links from the first paint on.

mod arcs;
mod basemap;
mod controls;
mod engine;
mod following;
mod highlight;
mod keyed;
mod overview_state;

mod map_view;
mod marker;
mod my_place;
mod network;
mod network_table;
mod off_map;
mod overview;
mod partners;
mod source;
mod surface;

pub use highlight::{Highlight, Partnership};
pub use overview::Overview;
pub use overview_state::OverviewState;
pub use partners::partners_map;

use map_view::MapView;

use basemap::{BasemapOf, basemap};
use catalogue::{
    map::{Viewport, views},
    query::Exploration,
};

/// What the overview shows for an answer.
fn shown(answer: &Exploration) -> Viewport {
    views::overview(&answer.shown)
}
