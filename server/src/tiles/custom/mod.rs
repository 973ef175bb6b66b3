//! `/tiles/custom/{scheme}/{z}/{x}/{y}`: another basemap, through us.
//!
//! An operator may put another basemap under the markers. Visitors still meet no
//! third party: this is a proxy that fetches tiles from the addresses in the
//! settings and from nowhere else, tells their source nothing of a visitor, and
//! keeps them for a while. Neither requests nor the source are trusted: numbers, time,
//! bytes and types are bounded ([`FetchLimits`]).

mod cache;
mod content;
mod fault;
mod fetch;
mod flights;
mod freshness;
mod id;
mod outage;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    extract::{Path, State as Extract},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tokio::{sync::Semaphore, time::timeout};

use crate::{
    State, assets,
    cache::Policy,
    config::{self, ConfigError, FetchLimits, Template},
};
use cache::{Cache, Kept};
use content::{Format, unzip};
use fault::Fault;
use fetch::Fetcher;
use flights::Flights;
use id::{Id, Scheme};
use outage::Outage;

/// Another basemap, and what is known of its tiles.
#[derive(Debug)]
pub struct Proxy {
    light: Source,
    dark: Option<Source>,
    max_zoom: u8,
    fetcher: Fetcher,
    turns: Semaphore,
    flights: Flights,
    cache: Cache,
    limits: FetchLimits,
}

/// Where tiles come from.
#[derive(Debug)]
struct Source {
    template: Template,
    outage: Outage,
}

impl Proxy {
    /// The proxy that the settings describe; it sends no request yet.
    pub fn new(config: &config::Custom, public_url: &str) -> Result<Self, ConfigError> {
        let missing = |cause: String| ConfigError::Value {
            setting: "map.tiles",
            value: format!("https://{}/…", config.light.host()),
            remedy: format!(
                "cannot be fetched from here: {cause}. Install the system's root certificates \
                 (the package ca-certificates), or name a file of them in SSL_CERT_FILE"
            ),
        };
        let encrypted = [Some(&config.light), config.dark.as_ref()];
        let encrypted = encrypted.into_iter().flatten().any(Template::is_encrypted);
        let limits = config.limits.clone();
        let source =
            |template: &Template| Source { template: template.clone(), outage: Outage::default() };
        Ok(Self {
            light: source(&config.light),
            dark: config.dark.as_ref().map(source),
            max_zoom: config.source.max_zoom,
            fetcher: Fetcher::new(config.source.kind, encrypted, public_url, limits.clone())
                .map_err(missing)?,
            turns: Semaphore::new(limits.at_a_time),
            flights: Flights::default(),
            cache: Cache::new(config.cache_bytes).map_err(missing)?,
            limits,
        })
    }

    fn source(&self, scheme: Scheme) -> Option<&Source> {
        match scheme {
            Scheme::Light => Some(&self.light),
            Scheme::Dark => self.dark.as_ref(),
        }
    }

    /// A tile: kept, or fetched, or (while its source is down or slow) from before.
    async fn tile(self: &Arc<Self>, id: Id) -> Result<Kept, Fault> {
        let now = Instant::now();
        let kept = self.cache.get(&id).filter(|kept| kept.is_usable(now));
        if let Some(kept) = kept.as_ref().filter(|kept| kept.is_fresh(now)) {
            return Ok(kept.clone());
        }
        let own = self.clone();
        let start = || async move { own.bring(id).await };
        let flight = self.flights.join(id, self.limits.under_way, start);
        match (flight, kept) {
            (Ok(flight), None) => flight.await,
            (Err(fault), None) => Err(fault),
            (Ok(flight), Some(old)) => match timeout(self.limits.patience, flight).await {
                Ok(Ok(new)) => Ok(new),
                Ok(Err(_)) | Err(_) => Ok(old),
            },
            (Err(_), Some(old)) => Ok(old),
        }
    }

    /// Fetches a tile when it is its turn, and keeps it.
    async fn bring(&self, id: Id) -> Result<Kept, Fault> {
        // The flight before this one may have landed a moment ago.
        if let Some(kept) = self.cache.get(&id).filter(|kept| kept.is_fresh(Instant::now())) {
            return Ok(kept);
        }
        let source = self.source(id.scheme).ok_or(Fault::Elsewhere)?;
        let turn = timeout(self.limits.turn, self.turns.acquire()).await;
        let Ok(Ok(_turn)) = turn else { return Err(Fault::Busy) };
        source.outage.may_ask(Instant::now(), &self.limits)?;
        let address =
            source.template.tile(id.tile.z(), id.tile.x(), id.tile.y()).ok_or(Fault::Elsewhere)?;
        let fetched = self.fetcher.fetch(address).await;
        let (now, host) = (Instant::now(), source.template.host());
        match fetched {
            Ok(fetched) => {
                source.outage.answered(host, fetched.content.is_none(), now);
                let kept = Kept::new(fetched, now, &self.limits);
                self.cache.keep(id, kept.clone());
                Ok(kept)
            }
            Err(fault) => {
                source.outage.failed(host, &fault, now, &self.limits);
                Err(fault)
            }
        }
    }
}

/// Answers for one tile.
pub(crate) async fn answer(
    Extract(state): Extract<State>,
    Path((scheme, z, x, y)): Path<(String, String, String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(proxy) = &state.custom else {
        return (StatusCode::NOT_FOUND, "this site has no other basemap\n").into_response();
    };
    let id = match Id::of(&scheme, &z, &x, &y) {
        Ok(id) => id,
        Err(line) => return (StatusCode::BAD_REQUEST, line).into_response(),
    };
    if proxy.source(id.scheme).is_none() {
        return (StatusCode::NOT_FOUND, "this basemap has no dark tiles\n").into_response();
    }
    if id.tile.z() > proxy.max_zoom {
        return kept(StatusCode::NO_CONTENT.into_response(), proxy.limits.fresh_by_default);
    }
    match proxy.tile(id).await {
        Ok(tile) => kept(dressed(&tile, &headers), tile.max_age(Instant::now())),
        Err(fault) => fault.into_response(),
    }
}

fn dressed(kept: &Kept, headers: &HeaderMap) -> Response {
    let Some(content) = &kept.content else { return StatusCode::NO_CONTENT.into_response() };
    let mut response = content.bytes.clone().into_response();
    if content.format == Format::Vector {
        if assets::accepts(headers, "gzip") {
            let gzip = HeaderValue::from_static("gzip");
            response.headers_mut().insert(header::CONTENT_ENCODING, gzip);
        } else {
            response = unzip(&content.bytes).unwrap_or_default().into_response();
        }
        let vary = HeaderValue::from_static("accept-encoding");
        response.headers_mut().insert(header::VARY, vary);
    }
    response.headers_mut().insert(header::CONTENT_TYPE, content.format.content_type());
    response
}

fn kept(mut response: Response, time: Duration) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, Policy::For(time).header());
    response
}
