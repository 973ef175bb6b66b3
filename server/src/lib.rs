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
pub mod config;
mod discovery;
mod entrance;
mod fault;
mod fragment;
mod framing;
mod functions;
mod oembed;
mod router;
mod security;
mod serve;
mod social;
mod state;
pub mod tiles;

pub use router::router;
pub use serve::serve;
pub use state::State;
