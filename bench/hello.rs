//! The least that axum can answer: what `cargo xtask bench` compares us with.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use axum::{Router, routing::get};
use tokio::net::TcpListener;

fn main() -> Result<()> {
    let address: SocketAddr =
        std::env::args().nth(1).context("usage: hello ADDRESS:PORT")?.parse()?;
    // As many threads as the server has: one for each core.
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind(address).await?;
        axum::serve(listener, Router::new().route("/", get(async || "hello"))).await?;
        Ok(())
    })
}
