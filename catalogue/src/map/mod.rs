//! The geometry of the map: where things are, and what part of the earth is seen.
//!
//! Six words carry this module, each with one meaning.
//!
//! - A **[`LonLat`]** is a place on the earth in degrees, as sources give it.
//! - A **[`World`]** is the same place in the Web Mercator square: `x` from 0 in
//!   the west to 1 in the east, `y` from 0 in the *north* to 1 in the south, as
//!   every tile map on the web has it. Everything that is drawn is computed
//!   here, because straight lines stay straight and one number is the scale.
//! - A **[`Bbox`]** is an extent in degrees, as it stands in addresses
//!   (`bbox=w,s,e,n`).
//! - A **[`Viewport`]** is what a drawing shows: a centre, a scale in pixels for
//!   the whole world, and a size in pixels. Zoom is the logarithm of the scale,
//!   and may be fractional: a drawing made by the server fits its points exactly.
//! - A **[`Camera`]** is a centre and a zoom, without a size: what an address says that
//!   a map of any size looks at (`at=zoom/lat/lon`).
//! - A **[`Rect`]** is a box in a drawing's pixels: a marker, a label.
//!
//! On top of them stands the [`basemap`], which draws coast, lakes, rivers, borders
//! and town names for a viewport as the content of an SVG. [`extent`] chooses what
//! a map of many places shows, [`grid`] divides the world into the cells that markers
//! are gathered by. All of this is pure arithmetic, so the browser and the server
//! agree to the last digit.

pub mod basemap;
mod bbox;
mod camera;
mod extent;
pub(crate) mod grid;
mod mercator;
mod rect;
mod viewport;
pub mod views;

pub use basemap::{Basemap, BasemapError, Named};
pub use bbox::Bbox;
pub use camera::Camera;
pub use extent::extent;
pub use mercator::{Fixed, LonLat, World};
pub use rect::Rect;
pub use viewport::{Canvas, Viewport, ViewportError};
pub use views::Shown;
