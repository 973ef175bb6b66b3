//! The map's vector tiles: `/tiles/{z}/{x}/{y}.mvt?v=…`.
//!
//! A tile lies in the archive packed as it is sent, so answering is looking up
//! and handing out. Pages put the archive's [version](Archive::version) into the
//! addresses; only under it may a tile be kept for ever.
//!
//! [`custom`] has the tiles of a basemap that an operator puts in place of it.

mod address;
mod archive;
pub mod custom;
mod error;
mod source;

use axum::{
    extract::{Path, RawQuery, State as Extract, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use pmtiles::{PmtError, TileCoord};

pub use self::{archive::Archive, error::ArchiveError};
use crate::{
    State,
    assets::accepts,
    cache::{Policy, is_known},
    failure,
};

/// `GET` and `HEAD` for a tile. There is nothing to see (204) on the open sea and
/// beyond what the archive covers; clients draw such tiles empty.
pub async fn tile(
    Extract(state): Extract<State>,
    place: Result<Path<(String, String, String)>, PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    // What is no text is no tile either.
    let place = place.ok().and_then(|Path((z, x, y))| address::parse(&z, &x, &y));
    let Some(place) = place else {
        return (StatusCode::BAD_REQUEST, address::REMEDY).into_response();
    };
    let archive = &*state.tiles;
    // Weak, since both encodings share it.
    let etag = format!("W/\"{}\"", archive.version());
    let answer = if is_known(&headers, &etag) {
        Ok(StatusCode::NOT_MODIFIED.into_response())
    } else {
        answer(archive, place, accepts(&headers, "gzip")).await
    };
    match answer {
        Ok(response) => kept(response, &etag, policy(archive, query.as_deref())),
        // Checked when the program started, so the file was changed since.
        Err(cause) => {
            let (z, x, y) = (place.z(), place.x(), place.y());
            let reference = failure::report(&format!("tile {z}/{x}/{y}: {cause}"));
            let said = format!("The tile cannot be read. Reference: {reference}\n");
            (StatusCode::INTERNAL_SERVER_ERROR, said).into_response()
        }
    }
}

async fn answer(archive: &Archive, place: TileCoord, gzip: bool) -> Result<Response, PmtError> {
    let as_stored = gzip && archive.is_gzip();
    let bytes: Option<Bytes> =
        if as_stored { archive.stored(place).await? } else { archive.unpacked(place).await? };
    let Some(bytes) = bytes else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    let kind = HeaderValue::from_static("application/vnd.mapbox-vector-tile");
    let mut response = ([(header::CONTENT_TYPE, kind)], bytes).into_response();
    if as_stored {
        // The layer that compresses leaves alone what says that it is.
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

/// Under the version of another archive, a tile would be kept for ever where it
/// does not belong.
fn policy(archive: &Archive, query: Option<&str>) -> Policy {
    let named = query.into_iter().flat_map(|query| query.split('&'));
    let named = named.filter_map(|pair| pair.strip_prefix("v=")).next();
    if named == Some(archive.version()) { Policy::Immutable } else { Policy::Hour }
}

fn kept(mut response: Response, etag: &str, policy: Policy) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, policy.header());
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}
