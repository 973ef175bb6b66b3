//! The basemap of maps that the browser puts together itself, as the content of an SVG.
//! Pages from the server have theirs in them.

use axum::{
    extract::{Path, Query, State as Extract},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use catalogue::model::Slug;
use serde::Deserialize;

use crate::State;

/// Not a document by itself, so it is sent as text: a browser that is pointed
/// at it draws nothing and runs nothing.
const TYPE: (HeaderName, HeaderValue) =
    (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));

/// `/basemap/overview?shown=…&cities=…`: the part of the earth that an answer shows, as the
/// answer has it, with the names of these home cities (slugs between commas; what is no
/// home city is left out). Without them, the whole catalogue and all home cities.
pub async fn overview(Extract(state): Extract<State>, Query(asked): Query<Asked>) -> Response {
    let snapshot = state.backend.snapshot();
    let shown = asked.shown.map_or_else(|| Ok(snapshot.shown()), |shown| shown.parse());
    let all = || snapshot.document().home_cities.iter().map(|city| city.slug.clone()).collect();
    let named = |cities: String| cities.split(',').filter_map(|slug| slug.parse().ok()).collect();
    let cities: Vec<Slug> = asked.cities.map_or_else(all, named);
    match shown {
        Ok(shown) => {
            ([TYPE], snapshot.overview_basemap(&shown, &cities).to_string()).into_response()
        }
        Err(error) => {
            (StatusCode::BAD_REQUEST, [TYPE], format!("shown: {error}\n")).into_response()
        }
    }
}

/// What can be asked of the overview.
#[derive(Deserialize)]
pub struct Asked {
    shown: Option<String>,
    cities: Option<String>,
}

/// `/basemap/projects/{slug}`.
pub async fn project(Extract(state): Extract<State>, Path(slug): Path<String>) -> Response {
    let drawing = slug.parse::<Slug>().ok().and_then(|slug| state.backend.project_basemap(&slug));
    match drawing {
        Some(drawing) => ([TYPE], drawing.to_string()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
