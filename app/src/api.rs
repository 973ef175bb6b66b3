//! Server functions: what the browser asks the server. Each calls one method of
//! the backend and adds nothing.

#![expect(missing_docs, reason = "the macro makes public fields of the arguments")]

use catalogue::{
    model::{Lang, Slug},
    query::{Exploration, ProjectDetail},
};
use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Postcard},
};

#[cfg(feature = "ssr")]
fn backend() -> Result<std::sync::Arc<backend::Backend>, ServerFnError> {
    use_context().ok_or_else(|| ServerFnError::new("no backend was provided"))
}

/// Answers a filter, written as the query of an address.
#[server(prefix = "/api/fn", endpoint = "explore", input = GetUrl, output = Postcard)]
pub async fn explore(lang: Lang, query: String) -> Result<Exploration, ServerFnError> {
    Ok(backend()?.explore(&query, lang))
}

/// Everything about one project; nothing where there is no such project.
#[server(prefix = "/api/fn", endpoint = "project", input = GetUrl, output = Postcard)]
pub async fn project(lang: Lang, slug: Slug) -> Result<Option<ProjectDetail>, ServerFnError> {
    Ok(backend()?.project(&slug, lang))
}
