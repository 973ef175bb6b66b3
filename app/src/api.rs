//! Server functions: what the browser asks the server. Each calls one method of
//! the catalogue, packs the answer and adds nothing.

#![expect(missing_docs, reason = "the macro makes public fields of the arguments")]

#[cfg(feature = "ssr")]
use catalogue::filter::Lock;
use catalogue::model::Lang;
use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Postcard},
};

#[cfg(feature = "ssr")]
fn snapshot() -> Result<std::sync::Arc<backend::Snapshot>, ServerFnError> {
    use_context().ok_or_else(|| ServerFnError::new("no catalogue was provided"))
}

/// Answers a filter, written as the query of an address: a packed
/// [`Exploration`](catalogue::query::Exploration).
#[server(prefix = "/api/fn", endpoint = "explore", input = GetUrl, output = Postcard)]
pub async fn explore(lang: Lang, query: String) -> Result<String, ServerFnError> {
    Ok(crate::wire::Parcel::pack(&snapshot()?.explore(&Lock::in_query(&query), &query, lang))
        .to_string())
}

/// Everything about one project: a packed
/// [`ProjectDetail`](catalogue::query::ProjectDetail), or `None` where there is no
/// such project.
#[server(prefix = "/api/fn", endpoint = "project", input = GetUrl, output = Postcard)]
pub async fn project(
    lang: Lang,
    slug: String,
    #[server(default)] within: String,
) -> Result<String, ServerFnError> {
    let slug = slug.parse::<catalogue::model::Slug>().ok();
    let snapshot = snapshot()?;
    let detail = slug.and_then(|slug| snapshot.project(&Lock::in_query(&within), &slug, lang));
    Ok(crate::wire::Parcel::pack(&detail).to_string())
}
