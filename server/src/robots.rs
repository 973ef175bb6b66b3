//! `/robots.txt`.

use axum::{
    extract::State as Extract,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};

use crate::{State, cache::Policy};

/// Everything may be read, but not every combination of filters.
pub async fn robots(Extract(state): Extract<State>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /*?\nSitemap: {}/sitemap.xml\n",
        state.pages.public_url
    );
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8")),
        (header::CACHE_CONTROL, Policy::Hour.header()),
    ];
    (headers, text).into_response()
}
