//! Pages: what they find in their context, and the page for an address that is none.

use std::sync::Arc;

use app::{Faults, Pages, shell};
use axum::{
    extract::{Request, State as Extract},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

use crate::{State, failure, redirects, security};

/// What server functions find in their context.
pub fn provide_for_function(state: &State) {
    // One snapshot for the whole of an answer, so that no page is half of the
    // catalogue from before and half of the one after an import.
    provide_context(state.backend.snapshot());
    provide_context(Faults(Arc::new(failure::report)));
}

/// What components find in their context, and the policy that fits the nonce of this
/// very page.
pub fn provide_for_request(state: &State) {
    provide_for_function(state);
    provide_context::<Arc<Pages>>(state.pages.clone());
    let path = use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let [ancestors, own] = [state.framing.ancestors(&path), state.framing.own(&path)];
    let more = redirects::generator(&path).map_or("", |_| security::PREVIEW);
    if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
        && let Ok(policy) =
            HeaderValue::from_str(&(security::page_policy(&nonce, ancestors, own) + more))
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Everything else: the page that says so, in the visitor's language.
pub async fn not_found(Extract(state): Extract<State>, request: Request) -> Response {
    if let Some(elsewhere) = redirects::without_slash(request.uri()) {
        return elsewhere;
    }
    let pages = state.pages.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || provide_for_request(&state),
        move || shell(&pages),
    );
    let mut response = render(request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
