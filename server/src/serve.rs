//! `interreg-explorer serve`.

use std::{
    io::{IsTerminal as _, stderr},
    sync::Arc,
    time::Instant,
};

use anyhow::Context as _;
use axum::{extract::Request, middleware::Next, response::Response};
use backend::{Backend, Clock, store::Store};
use sha2::{Digest as _, Sha256};
use tracing_subscriber::EnvFilter;

use crate::{
    State,
    command::Serve,
    config::{Config, LogFormat},
    connections::{self, Limits, Listener, Told},
    router,
    tiles::Archive,
};

/// Serves until it is told to stop, then finishes what it has begun.
pub async fn serve(given: Serve) -> anyhow::Result<()> {
    let config = Config::load(given)?;
    start_log(&config)?;
    // Before the store: what stops the start must leave nothing behind.
    let tiles = Arc::new(Archive::of(&config.map).await?);
    let clock = config.today.map_or_else(Clock::amsterdam, Clock::Fixed);
    let backend = match &config.catalogue {
        Some(file) => {
            Arc::new(Backend::with_catalogue_file(file, clock)?.opened_by(config.site.clone()))
        }
        None => {
            let store = Store::open(&config.data).await?;
            if let Err(error) = backend::seed(&store).await {
                store.close().await;
                return Err(error.into());
            }
            let backend = Backend::with_store(store, clock).await?.opened_by(config.site.clone());
            let backend = Arc::new(backend);
            tokio::spawn(backend.clone().watch());
            backend
        }
    };
    let projects = backend.document().projects.len();
    let state = State::new(backend.clone(), tiles, &config, &build_name())?;
    if state.pages.script.is_none() {
        tracing::warn!("this build has no browser part: pages work, without scripts and styles");
    }
    let told = Told::new().context("cannot listen for signals")?;
    let Listener { socket, address, passed } = connections::listener(config.listen)?;
    let limits =
        Limits { connections: connections::places(config.connections), ..Limits::default() };
    tracing::info!(%address, public_url = config.public_url, projects, "serving");
    connections::notify("READY=1");
    let stop = async {
        told.stop().await;
        tracing::info!("stopping");
        connections::notify("STOPPING=1");
    };
    let site = router(state).layer(axum::middleware::from_fn(log_request));
    connections::serve_with(socket, passed, site, limits, stop).await;
    // The catalogue is then whole in one file, which may be moved or copied.
    backend.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn start_log(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).with_context(|| {
        format!("log: \"{}\" is not a filter: write a level such as info", config.log)
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        // Colours are for eyes; in a file they are noise.
        .with_ansi(stderr().is_terminal());
    match config.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    Ok(())
}

/// One line for each request: what was asked and how it went, nothing about who
/// asked. Queries stay out, since people type names into search boxes.
async fn log_request(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    // 64 bits, since JSON logs write more as text.
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    if tells_where(&path) {
        tracing::debug!(%method, path, status, micros, "request");
    } else {
        tracing::info!(%method, path, status, micros, "request");
    }
    response
}

/// Whether a path says which part of the map a visitor looks at: tiles, some fifty for
/// each look.
fn tells_where(path: &str) -> bool {
    path.starts_with("/tiles/")
}

/// A name for the content of this very program: pages of two builds must never
/// pass for the same. Several servers of one build must agree on it.
fn build_name() -> String {
    let program = std::env::current_exe().and_then(std::fs::read).unwrap_or_default();
    Sha256::digest(&program).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
