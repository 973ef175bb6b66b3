//! One question to a source.
//!
//! What goes out is made here and holds nothing of a visitor: an address from
//! the settings, what we accept, and who we are.

use std::time::Duration;

use app::MapKind;
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, Request, StatusCode, Uri, header},
};
use http_body_util::{BodyExt as _, Empty, LengthLimitError, Limited};
use hyper_rustls::{ConfigBuilderExt as _, HttpsConnector};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioTimer},
};
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio::{task::spawn_blocking, time::timeout};
use url::Url;

use crate::config::{FetchLimits, fetch_limits};

use super::{
    content::{Content, examine},
    fault::Fault,
    freshness::fresh,
};

/// Asks sources.
#[derive(Debug)]
pub(super) struct Fetcher {
    client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    kind: MapKind,
    agent: HeaderValue,
    limits: FetchLimits,
}

/// What a source answered.
#[derive(Clone, Debug)]
pub(super) struct Fetched {
    /// The tile, or that there is nothing here.
    pub(super) content: Option<Content>,
    /// How long it counts as new.
    pub(super) fresh: Duration,
}

impl Fetcher {
    /// The error is what is missing on this machine.
    pub(super) fn new(
        kind: MapKind,
        encrypted: bool,
        public_url: &str,
        limits: FetchLimits,
    ) -> Result<Self, String> {
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(limits.connect));
        connector.set_nodelay(true);
        // The scheme has been judged with the settings.
        connector.enforce_http(false);
        let connector = hyper_rustls::HttpsConnectorBuilder::new()
            .with_tls_config(trust(encrypted)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(connector);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(60))
            .pool_max_idle_per_host(limits.at_a_time)
            .build(connector);
        let agent = format!("interreg-explorer/{} (+{public_url})", env!("CARGO_PKG_VERSION"));
        let agent =
            HeaderValue::from_str(&agent).unwrap_or(HeaderValue::from_static("interreg-explorer"));
        Ok(Self { client, kind, agent, limits })
    }

    /// Fetches the tile at an address.
    pub(super) async fn fetch(&self, address: Uri) -> Result<Fetched, Fault> {
        timeout(self.limits.whole, self.follow(address)).await.unwrap_or(Err(Fault::Slow))
    }

    async fn follow(&self, mut address: Uri) -> Result<Fetched, Fault> {
        for _ in 0..=self.limits.redirects {
            let request = self.request(address.clone())?;
            let response = self.client.request(request).await;
            let response = response.map_err(|error| Fault::Unreachable(causes(&error)))?;
            let status = response.status();
            match status {
                StatusCode::OK => {
                    let (parts, body) = response.into_parts();
                    return self.read(parts.headers, body).await;
                }
                // How sources say that they have nothing here: outside of their
                // country, or (GeoWebCache) with 400. It is no failure, or anybody
                // could make one by asking for such tiles.
                StatusCode::NO_CONTENT
                | StatusCode::BAD_REQUEST
                | StatusCode::NOT_FOUND
                | StatusCode::GONE
                | StatusCode::UNPROCESSABLE_ENTITY => {
                    return Ok(Fetched { content: None, fresh: self.limits.fresh.0 });
                }
                _ if status.is_redirection() => {
                    let location = response.headers().get(header::LOCATION);
                    address = onward(&address, location).ok_or(Fault::Elsewhere)?;
                }
                _ => return Err(Fault::Status(status)),
            }
        }
        Err(Fault::Elsewhere)
    }

    fn request(&self, address: Uri) -> Result<Request<Empty<Bytes>>, Fault> {
        let (accept, encoding) = match self.kind {
            MapKind::Raster => ("image/png,image/jpeg,image/webp", "identity"),
            MapKind::Vector => {
                ("application/vnd.mapbox-vector-tile,application/x-protobuf", "gzip")
            }
        };
        Request::get(address)
            .header(header::USER_AGENT, &self.agent)
            .header(header::ACCEPT, accept)
            .header(header::ACCEPT_ENCODING, encoding)
            .body(Empty::new())
            .map_err(|error| Fault::Unreachable(error.to_string()))
    }

    async fn read<B>(&self, headers: HeaderMap, body: B) -> Result<Fetched, Fault>
    where
        B: axum::body::HttpBody<Data = Bytes>,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let most = fetch_limits::bytes(self.kind);
        let body = Limited::new(body, most).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                Fault::TooLarge(most)
            } else {
                Fault::Unreachable(causes(&*error))
            }
        })?;
        let (kind, fresh) = (self.kind, fresh(&headers, &self.limits));
        // Taking gzip off or putting it on takes milliseconds that others need.
        let looked = spawn_blocking(move || examine(kind, &headers, body.to_bytes())).await;
        let content = looked.map_err(|error| Fault::Unreachable(error.to_string()))??;
        Ok(Fetched { content, fresh })
    }
}

/// Whom to believe about who they are: this machine's roots, so that a
/// municipality's own authority counts and a withdrawn one stops counting
/// without a new build. A source on this machine needs none.
fn trust(encrypted: bool) -> Result<ClientConfig, String> {
    let builder = ClientConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let trusting = if encrypted {
        builder.with_native_roots().map_err(|error| error.to_string())?
    } else {
        builder.with_root_certificates(RootCertStore::empty())
    };
    Ok(trusting.with_no_client_auth())
}

/// Where a redirect leads, where that is the same origin.
fn onward(from: &Uri, location: Option<&HeaderValue>) -> Option<Uri> {
    let from = Url::parse(&from.to_string()).ok()?;
    let mut to = from.join(location?.to_str().ok()?).ok()?;
    to.set_fragment(None);
    let plain = to.username().is_empty() && to.password().is_none();
    (plain && to.origin() == from.origin()).then(|| to.as_str().parse().ok())?
}

/// An error with all its causes. hyper's have no addresses in them.
fn causes(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said.push_str(": ");
        said.push_str(&error.to_string());
        cause = error.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_followed_only_within_its_origin() {
        let from = Uri::from_static("https://t.nl/a/1/2/3.png?key=k");
        let to = |location: &'static str| {
            onward(&from, Some(&HeaderValue::from_static(location))).map(|to| to.to_string())
        };
        assert_eq!(to("/b/1/2/3.png").as_deref(), Some("https://t.nl/b/1/2/3.png"));
        assert_eq!(to("4.png?x#y").as_deref(), Some("https://t.nl/a/1/2/4.png?x"));
        assert_eq!(to("https://t.nl:443/b").as_deref(), Some("https://t.nl/b"));
        for elsewhere in [
            "https://t.nl.example.com/b",
            "//example.com/b",
            "http://t.nl/b",
            "https://t.nl:8443/b",
            "https://ann@t.nl/b",
            "https://127.0.0.1/b",
            "file:///etc/passwd",
            "data:image/png;base64,",
        ] {
            assert_eq!(to(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(onward(&from, None), None);
    }
}
