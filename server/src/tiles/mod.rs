//! `/tiles/…`: what stands under the pins, tile by tile.

pub mod custom;
