//! What maps need that the browser puts together itself: the ground, as the content
//! of an SVG, and pins. Pages from the server have theirs in them.

use app::Parcel;
use axum::{
    extract::{Path, Query, RawQuery, State as Extract},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use catalogue::{
    filter::Lock,
    map::Viewport,
    model::{Lang, Slug},
};
use serde::Deserialize;

use crate::State;

/// Not a document by itself, so it is sent as text: a browser that is pointed
/// at it draws nothing and runs nothing.
const TYPE: (HeaderName, HeaderValue) =
    (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));

/// `/basemap/overview?shown=…`: the part of the earth that an answer shows, as the
/// answer has it; without it, the whole catalogue.
pub async fn overview(Extract(state): Extract<State>, Query(asked): Query<Asked>) -> Response {
    let snapshot = state.backend.snapshot();
    let shown = asked.shown.map_or_else(|| Ok(snapshot.shown()), |shown| shown.parse());
    match shown {
        Ok(shown) => ([TYPE], snapshot.overview_basemap(&shown).to_string()).into_response(),
        Err(error) => {
            (StatusCode::BAD_REQUEST, [TYPE], format!("shown: {error}\n")).into_response()
        }
    }
}

/// What can be asked of the overview.
#[derive(Deserialize)]
pub struct Asked {
    shown: Option<String>,
}

/// `/map/pins?lang=…&at=…&{filter}`: the pins of a part of the map, packed as server
/// functions pack their answers.
pub async fn pins(
    Extract(state): Extract<State>,
    Query(asked): Query<Place>,
    RawQuery(query): RawQuery,
) -> Response {
    match asked.at.parse::<Viewport>() {
        Ok(view) => {
            let lang = asked.lang.parse().unwrap_or(Lang::En);
            let query = query.unwrap_or_default();
            let pins = state.backend.pins(&Lock::in_query(&query), &query, &view, lang);
            ([TYPE], Parcel::pack(&pins).to_string()).into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, [TYPE], format!("at: {error}\n")).into_response(),
    }
}

/// Which part of the map, and in which language.
#[derive(Deserialize)]
pub struct Place {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    at: String,
}

/// `/basemap/projects/{slug}`.
pub async fn project(Extract(state): Extract<State>, Path(slug): Path<String>) -> Response {
    let drawing = slug.parse::<Slug>().ok().and_then(|slug| state.backend.project_basemap(&slug));
    match drawing {
        Some(drawing) => ([TYPE], drawing.to_string()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
