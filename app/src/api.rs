//! Server functions: what the client asks the server. Each calls one method of the
//! catalogue and adds nothing.

#![expect(missing_docs, reason = "the macro makes public fields of the arguments")]

use catalogue::{
    model::Lang,
    query::{self, Exploration, ProjectDetail},
};
use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Postcard},
};

use crate::failure::Failure;

#[cfg(feature = "ssr")]
use catalogue::filter::Question;

#[cfg(feature = "ssr")]
fn snapshot() -> Result<std::sync::Arc<backend::Snapshot>, Failure> {
    use_context().ok_or_else(|| Failure::server("no catalogue was provided"))
}

/// Answers a filter, written as the query of an address.
#[server(prefix = "/api/fn", endpoint = "explore", input = GetUrl, output = Postcard)]
pub async fn explore(lang: Lang, query: String) -> Result<Exploration, Failure> {
    Ok(snapshot()?.explore(Question::from_query(&query), lang))
}

/// The markers of a filter in any part of the map, which is written as a
/// [`Viewport`](catalogue::map::Viewport) in an address.
#[server(prefix = "/api/fn", endpoint = "markers", input = GetUrl, output = Postcard)]
pub async fn markers(
    lang: Lang,
    #[server(default)] at: String,
    #[server(default)] query: String,
) -> Result<query::Markers, Failure> {
    let view = at.parse().map_err(|error| Failure::arguments(format!("at: {error}")))?;
    Ok(snapshot()?.markers(Question::from_query(&query), &view, lang))
}

/// Everything about one project, or `None` where there is no such project. `within` is the
/// query of the search that led to it, whose neighbours it is told.
#[server(prefix = "/api/fn", endpoint = "project", input = GetUrl, output = Postcard)]
pub async fn project(
    lang: Lang,
    slug: String,
    #[server(default)] within: String,
) -> Result<Option<ProjectDetail>, Failure> {
    let snapshot = snapshot()?;
    let slug = slug.parse().ok();
    Ok(slug.and_then(|slug| snapshot.project_of(Question::from_query(&within), &slug, lang)))
}
