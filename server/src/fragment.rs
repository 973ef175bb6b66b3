//! `/{lang}/fragment`: projects as markup that other websites include on their own
//! server. It is the same for every visitor and carries no nonce, so caches on the way
//! may keep it for a while, and scripts of other sites may read it.

use std::time::Duration;

use axum::{
    extract::{Path, Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use catalogue::model::Lang;

use crate::{
    State,
    cache::{Policy, etag, is_known},
};

/// A page that includes it shows a change of the catalogue after so long.
const KEPT: Policy = Policy::For(Duration::from_secs(300));

/// The fragment that an address asks for.
pub async fn answer(
    Extract(state): Extract<State>,
    Path(lang): Path<String>,
    request: Request,
) -> Response {
    let Ok(lang) = lang.parse::<Lang>() else {
        return crate::pages::not_found(Extract(state), request).await;
    };
    let etag = etag(&state, &request);
    let mut response = if is_known(request.headers(), &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let query = request.uri().query().unwrap_or_default();
        let url = &state.pages.public_url;
        Html(app::fragment(&state.backend.snapshot(), lang, query, url)).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, KEPT.header());
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}
