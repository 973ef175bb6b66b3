//! Basemaps for pages that the browser puts together itself, as the content of
//! an SVG. Pages from the server have theirs in them.

use axum::{
    extract::{Path, State as Extract},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use catalogue::model::Slug;

use crate::State;

/// Not a document by itself, so it is sent as text: a browser that is pointed
/// at it draws nothing and runs nothing.
const TYPE: (HeaderName, HeaderValue) =
    (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));

/// `/basemap/overview`.
pub async fn overview(Extract(state): Extract<State>) -> Response {
    let snapshot = state.backend.snapshot();
    ([TYPE], snapshot.overview_basemap(&snapshot.shown()).to_string()).into_response()
}

/// `/basemap/projects/{slug}`.
pub async fn project(Extract(state): Extract<State>, Path(slug): Path<String>) -> Response {
    let drawing = slug.parse::<Slug>().ok().and_then(|slug| state.backend.project_basemap(&slug));
    match drawing {
        Some(drawing) => ([TYPE], drawing.to_string()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
