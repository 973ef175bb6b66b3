//! Compression: an answer is made and compressed as a whole before it is sent.
//!
//! A compressor takes megabytes, and one that works while it sends lives as long as the
//! client takes to read. Here a slow client holds only the bytes that it has not read
//! yet, and a failure half-way becomes an error page.

use std::io::Write as _;

use axum::{
    body::{Body, Bytes, HttpBody as _, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::{assets::accepts, failure};

/// More than any answer has.
const MAX_BYTES: usize = 64_000_000;

/// What is shorter gains nothing.
const WORTH_IT: usize = 256;

/// The lowest that tells bytes apart by what stands before them: for pages and answers
/// 4 to 6 % smaller than the level below, in the same time.
const BROTLI: i32 = 5;

/// Makes an answer whole, in the smallest form that the visitor accepts.
pub async fn compress(request: Request, next: Next) -> Response {
    let head = request.method() == Method::HEAD;
    let encoding = ["br", "gzip"].into_iter().find(|it| accepts(request.headers(), it));
    let response = next.run(request).await;
    if head || response.body().is_end_stream() {
        return response;
    }
    let packs = packs(response.headers());
    // The length of bytes that are there is known, that of others is not.
    if !packs && response.body().size_hint().exact().is_some() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = match to_bytes(body, MAX_BYTES).await {
        Ok(bytes) => bytes,
        Err(cause) => {
            let page = app::fault_page(&failure::report(&cause.to_string()));
            return (StatusCode::INTERNAL_SERVER_ERROR, axum::response::Html(page)).into_response();
        }
    };
    if !packs {
        return Response::from_parts(parts, Body::from(bytes));
    }
    vary(&mut parts.headers);
    let packed = encoding
        .filter(|_| bytes.len() >= WORTH_IT)
        .and_then(|encoding| Some((encoding, pack(&bytes, encoding)?)));
    let Some((encoding, packed)) = packed else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(packed))
}

/// Whether an answer can become smaller: pictures, but for drawings, and workbooks are
/// compressed in themselves.
fn packs(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let packed = (kind.starts_with("image/") && kind != "image/svg+xml")
        || kind.contains("officedocument")
        || kind.is_empty();
    !packed && !headers.contains_key(header::CONTENT_ENCODING)
}

/// Tells caches that what is sent depends on what is accepted.
fn vary(headers: &mut HeaderMap) {
    let told = headers.get_all(header::VARY).iter().any(|vary| {
        vary.to_str().is_ok_and(|vary| {
            vary.split(',').any(|name| name.trim().eq_ignore_ascii_case("accept-encoding"))
        })
    });
    if !told {
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
}

fn pack(bytes: &Bytes, encoding: &str) -> Option<Vec<u8>> {
    let mut packed = Vec::with_capacity(bytes.len() / 4);
    if encoding == "br" {
        let settings =
            BrotliEncoderParams { quality: BROTLI, size_hint: bytes.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &**bytes, &mut packed, &settings).ok()?;
    } else {
        let mut encoder = GzEncoder::new(&mut packed, Compression::default());
        encoder.write_all(bytes).and_then(|()| encoder.try_finish()).ok()?;
        drop(encoder);
    }
    packed.shrink_to_fit();
    Some(packed)
}
