//! Static assets: packed by `cargo xtask`, embedded at build time, sent from
//! memory.
//!
//! An asset has a *path* with the hash of its content in it, which therefore may
//! be kept for ever, and some have a *plain* path as well, for addresses that
//! others write down (`/favicon.svg`, `/embed.js`). Compressed forms are made at
//! build time at the best level; the server only picks one.

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};

use crate::cache::{Policy, is_known};

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The name under which it was packed: `app.js`.
    pub name: &'static str,
    /// The address that changes with the content: `/pkg/app-0123456789abcdef.js`.
    pub path: &'static str,
    /// The address that stays the same, where there is one: `/favicon.svg`.
    pub plain: Option<&'static str>,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// The hash in `path`: 16 hexadecimal digits.
    pub hash: &'static str,
    /// The file as it is.
    pub identity: &'static [u8],
    /// Brotli, where smaller.
    pub brotli: Option<&'static [u8]>,
    /// Gzip, where smaller.
    pub gzip: Option<&'static [u8]>,
}

/// What the pages of others load. Any of them may, also one that keeps out what
/// does not agree to be loaded, or that checks what it got.
const FOR_OTHERS: &str = "embed.js";

/// Not in the list of names that `http` has.
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-resource-policy");

/// Sorted by name; empty when `dist/` was empty at build time.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// All assets, sorted by name.
pub fn all() -> &'static [Asset] {
    ASSETS
}

/// The asset at an address, hashed or plain.
pub fn by_path(path: &str) -> Option<&'static Asset> {
    find_path(ASSETS, path)
}

/// The asset with this name, for pages that link to it.
pub fn by_name(name: &str) -> Option<&'static Asset> {
    find_name(ASSETS, name)
}

/// Whether a visitor accepts an encoding.
pub(crate) fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    Accepted::from(headers).weight(encoding) > 0
}

/// Answers `GET` for the address of an asset; axum's `get` makes `HEAD` of it.
/// Anything else is 404 without a body: no person reads it.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    match by_path(uri.path()) {
        Some(asset) => respond(asset, uri.path(), &headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

// A handful of assets: looking through them is as fast as anything.
fn find_path<'a>(assets: &'a [Asset], path: &str) -> Option<&'a Asset> {
    assets.iter().find(|asset| asset.path == path || asset.plain == Some(path))
}

fn find_name<'a>(assets: &'a [Asset], name: &str) -> Option<&'a Asset> {
    assets.iter().find(|asset| asset.name == name)
}

fn respond(asset: &Asset, path: &str, headers: &HeaderMap) -> Response {
    let mut response = if asset.plain == Some(path) {
        // Weak, since all encodings share it.
        let etag = format!("W/\"{}\"", asset.hash);
        let mut response = if is_known(headers, &etag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            body(asset, headers)
        };
        set(&mut response, CACHE_CONTROL, Policy::Hour.header());
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            set(&mut response, ETAG, etag);
        }
        response
    } else {
        let mut response = body(asset, headers);
        set(&mut response, CACHE_CONTROL, Policy::Immutable.header());
        response
    };
    set(&mut response, VARY, HeaderValue::from_static("accept-encoding"));
    if asset.name == FOR_OTHERS {
        let cross_origin = HeaderValue::from_static("cross-origin");
        set(&mut response, CROSS_ORIGIN_RESOURCE_POLICY, cross_origin);
    }
    response
}

/// The encoding of those on offer that a visitor likes best; among equals the last.
pub(crate) fn best_encoding(
    headers: &HeaderMap,
    offers: impl IntoIterator<Item = &'static str>,
) -> Option<&'static str> {
    let accepted = Accepted::from(headers);
    let weighed = offers.into_iter().map(|encoding| (encoding, accepted.weight(encoding)));
    let wanted = weighed.filter(|(_, weight)| *weight > 0);
    wanted.max_by_key(|(_, weight)| *weight).map(|(encoding, _)| encoding)
}

fn body(asset: &Asset, headers: &HeaderMap) -> Response {
    let offers = [(asset.gzip, "gzip"), (asset.brotli, "br")];
    let offers = offers.into_iter().filter_map(|(bytes, encoding)| Some((encoding, bytes?)));
    let best = best_encoding(headers, offers.clone().map(|(encoding, _)| encoding));
    let best = best.and_then(|best| offers.clone().find(|(encoding, _)| *encoding == best));
    let mut response = match best {
        Some((encoding, bytes)) => {
            let mut response = bytes.into_response();
            set(&mut response, CONTENT_ENCODING, HeaderValue::from_static(encoding));
            response
        }
        None => asset.identity.into_response(),
    };
    set(&mut response, CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    response
}

fn set(response: &mut Response, name: HeaderName, value: HeaderValue) {
    response.headers_mut().insert(name, value);
}

/// `Accept-Encoding`: names with weights in thousandths (RFC 9110, 12.5.3).
struct Accepted(Vec<(String, u16)>);

impl From<&HeaderMap> for Accepted {
    fn from(headers: &HeaderMap) -> Self {
        let items = headers
            .get_all(ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        Self(items.map(weighted).collect())
    }
}

impl Accepted {
    /// 0 means "do not send me this". What is not named has the weight of `*`.
    fn weight(&self, encoding: &str) -> u16 {
        let of = |name: &str| self.0.iter().find(|(named, _)| named == name).map(|(_, w)| *w);
        of(encoding).or_else(|| of("*")).unwrap_or(0)
    }
}

/// `br;q=0.5` as `("br", 500)`. A weight that cannot be read counts as refusal:
/// the identity is always right.
fn weighted(item: &str) -> (String, u16) {
    let (name, parameters) = item.split_once(';').unwrap_or((item, "q=1"));
    let weight = parameters.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok());
    let thousandths = weight.map_or(0, |weight| (weight.clamp(0.0, 1.0) * 1000.0) as u16);
    (name.trim().to_ascii_lowercase(), thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::IF_NONE_MATCH;

    const ICON: Asset = Asset {
        name: "favicon.svg",
        path: "/pkg/favicon-00000000deadbeef.svg",
        plain: Some("/favicon.svg"),
        content_type: "image/svg+xml",
        hash: "00000000deadbeef",
        identity: b"<svg/>",
        brotli: Some(b"br"),
        gzip: Some(b"gz"),
    };

    fn headers(pairs: &[(HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    fn encoding(accept: &'static str) -> Option<String> {
        let response = respond(&ICON, ICON.path, &headers(&[(ACCEPT_ENCODING, accept)]));
        let value = response.headers().get(CONTENT_ENCODING)?;
        value.to_str().ok().map(str::to_owned)
    }

    #[test]
    fn an_asset_is_found_by_its_hashed_and_its_plain_path_and_by_name() {
        let table = [ICON];
        assert!(find_path(&table, "/pkg/favicon-00000000deadbeef.svg").is_some());
        assert!(find_path(&table, "/favicon.svg").is_some());
        assert!(find_path(&table, "/pkg/favicon.svg").is_none());
        assert!(find_name(&table, "favicon.svg").is_some());
    }

    #[test]
    fn the_best_encoding_that_the_visitor_accepts_is_sent() {
        assert_eq!(encoding("gzip, deflate, br, zstd").as_deref(), Some("br"));
        assert_eq!(encoding("gzip").as_deref(), Some("gzip"));
        assert_eq!(encoding("br;q=0.2, gzip;q=0.8").as_deref(), Some("gzip"));
        assert_eq!(encoding("*").as_deref(), Some("br"));
    }

    #[test]
    fn a_refused_encoding_is_never_sent() {
        assert_eq!(encoding("br;q=0, gzip;q=0.000"), None);
        assert_eq!(encoding("br;q=0, *").as_deref(), Some("gzip"));
        assert_eq!(encoding("identity"), None);
        assert_eq!(encoding("br;q=much"), None);
    }

    #[test]
    fn a_hashed_path_is_kept_for_ever() {
        let response = respond(&ICON, ICON.path, &HeaderMap::new());
        let headers = response.headers();
        assert_eq!(headers[CACHE_CONTROL], "public, max-age=31536000, immutable");
        assert_eq!(headers[VARY], "accept-encoding");
        assert_eq!(headers[CONTENT_TYPE], "image/svg+xml");
        assert!(!headers.contains_key(CONTENT_ENCODING));
    }

    #[test]
    fn only_the_script_for_others_may_be_run_by_pages_that_keep_others_out() {
        let script = Asset { name: "embed.js", plain: Some("/embed.js"), ..ICON };
        let known = headers(&[(IF_NONE_MATCH, "W/\"00000000deadbeef\"")]);
        for asked in [HeaderMap::new(), known] {
            let shared = respond(&script, "/embed.js", &asked);
            assert_eq!(shared.headers()[CROSS_ORIGIN_RESOURCE_POLICY], "cross-origin");
            let own = respond(&ICON, "/favicon.svg", &asked);
            assert!(!own.headers().contains_key(CROSS_ORIGIN_RESOURCE_POLICY));
        }
    }

    #[test]
    fn a_plain_path_is_asked_for_again_and_answered_with_304() {
        let first = respond(&ICON, "/favicon.svg", &HeaderMap::new());
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[CACHE_CONTROL], "public, max-age=3600");
        assert_eq!(first.headers()[ETAG], "W/\"00000000deadbeef\"");

        let known = headers(&[(IF_NONE_MATCH, "\"other\", W/\"00000000deadbeef\"")]);
        let again = respond(&ICON, "/favicon.svg", &known);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(again.headers()[VARY], "accept-encoding");
    }
}
