//! The whole site, asked through its router: no socket, no browser.
//!
//! Each file is about one promise. [`visit`] sends requests and holds what every
//! answer can be asked, [`html`] reads pages far enough to ask them something.
//! The day is fixed to 24 November 2026 and the catalogue is the built-in one,
//! so every expected name and number is exact.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod amplification;
mod assets;
mod caching;
mod check;
mod documents;
mod doubtful;
mod embed_generator;
mod explorer;
mod fragment;
mod framing;
mod headers;
mod hostile;
mod html;
mod large;
mod map;
mod missing;
mod oembed;
mod other_basemap;
mod own_origin;
mod project;
mod redirects;
mod robots;
mod server_functions;
mod social;
mod strange_input;
mod structured_data;
mod tile_source;
mod tiles;
mod visit;
mod weight;
mod widget;
