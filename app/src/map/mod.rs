//! The maps: an SVG basemap that the server draws, and our own pins in an SVG
//! above it. Pins are links from the first paint on.

mod basemap;
mod lit;
mod overview;
mod partners;

pub use lit::Lit;
pub use overview::overview;
pub use partners::partners_map;

use basemap::{Sheet, basemap};
