//! How long an answer may be kept.

use std::time::Duration;

use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use sha2::{Digest, Sha256};

use crate::State;

/// How long an answer may be kept, and by whom.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Policy {
    /// The browser alone, which asks each time whether its copy is current: pages
    /// (they carry a nonce) and server functions.
    Revalidate,
    /// No cache: errors and health.
    Never,
    /// Every cache, for an hour: what robots read, and files whose address does
    /// not change with them.
    Hour,
    /// Every cache, for so long: what its source lets us keep.
    For(Duration),
    /// Every cache, for ever: files whose address changes with them.
    Immutable,
}

impl Policy {
    /// The value of `Cache-Control`.
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Revalidate => "private, no-cache",
            Self::Never => "no-store",
            Self::Hour => "public, max-age=3600",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::For(time) => {
                let value = format!("public, max-age={}", time.as_secs());
                // Letters and digits are always a value; what is not kept is no harm.
                return HeaderValue::from_str(&value).unwrap_or_else(|_| Self::Never.header());
            }
        })
    }
}

/// Pages and server functions are the same for the same build, catalogue, day
/// and address (the language is part of the address), so an answer is known by
/// these before it is made: who has it is told so without any work.
pub async fn revalidate(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let etag = etag(&state, &request);
    if is_known(request.headers(), &etag) {
        return tagged(StatusCode::NOT_MODIFIED.into_response(), &etag);
    }
    let response = next.run(request).await;
    if response.status() == StatusCode::OK { tagged(response, &etag) } else { response }
}

/// An answer without a policy may not be kept by any cache: rejections, missing pages
/// and failures.
pub async fn never_by_default(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert_with(|| Policy::Never.header());
    response
}

fn tagged(mut response: Response, etag: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, Policy::Revalidate.header());
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Weak, since a page made again has another nonce and other encodings.
pub fn etag(state: &State, request: &Request) -> String {
    let today = state.backend.today().to_string();
    let address = request.uri().to_string();
    // A 304 leaves a stored page with the policy it had, so another is another page.
    let path = request.uri().path();
    let [ancestors, own] = [state.framing.ancestors(path), state.framing.own(path)];
    let mut hash = Sha256::new();
    for part in [&*state.build, &*state.backend.revision(), &today, &address, ancestors, own] {
        hash.update(part.as_bytes());
        // Keeps "ab","c" apart from "a","bc".
        hash.update([0]);
    }
    let hash: String = hash.finalize().iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{hash}\"")
}

/// Whether the visitor has this version (RFC 9110, 13.1.2: the weak comparison).
/// `*` asks whether there is any version at all, which is not known before a
/// page is made; browsers do not send it with GET, so it counts for none.
pub fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| opaque(tag) == opaque(etag))
}
