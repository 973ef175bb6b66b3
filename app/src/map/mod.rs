//! The maps: a drawing of the ground that the server makes, our own pins in an
//! SVG above it, and, once a visitor shows interest, an engine that puts a ground
//! that moves between the two. Pins are links from the first paint on.

mod arcs;
mod basemap;
mod beside;
mod chart;
mod controls;
mod engine;
mod lit;
mod my_place;
mod network;
mod overview;
mod partners;
mod pin;
mod slippy;
mod source;
mod surface;

pub use chart::Chart;
pub use lit::{Lit, Partnership};
pub use overview::Overview;
pub use partners::partners_map;

use slippy::Slippy;

use basemap::{Sheet, basemap};
use catalogue::{
    map::{Viewport, sheet},
    query::{Exploration, Item},
};

use crate::{
    markup::{Element, el},
    site::Site,
};

/// What the overview shows for an answer.
fn shown(answer: &Exploration) -> Viewport {
    sheet::overview(&answer.shown)
}

/// Projects as links in a list.
fn links(site: Site, items: &[Item]) -> Vec<Element> {
    items.iter().map(|item| el("li").child(site.link(item.clone()))).collect()
}
