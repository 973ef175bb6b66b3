//! The program `interreg-explorer`: command line, router, headers and caching.
//!
//! It holds neither business rules (those are in `backend` and `catalogue`) nor
//! markup (that is in `app`). It is a library with a thin `main`, so that tests
//! can send requests to the router without a socket.

pub mod assets;
mod basemap;
pub mod cache;
mod check;
pub mod command;
pub mod commands;
mod compression;
pub mod config;
pub mod connections;
mod failure;
mod fragment;
mod framing;
pub mod judge;
mod layers;
mod oembed;
mod overload;
mod pages;
mod redirects;
mod robots;
mod router;
mod security;
mod serve;
mod server_functions;
mod sitemap;
mod social;
mod state;
mod target;
pub mod tiles;

pub use router::router;
pub use serve::serve;
pub use state::State;
