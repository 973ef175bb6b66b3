//! Server functions: what the browser asks once it has taken over.
//!
//! `leptos_axum` answers every mistake of the asker with 500, tells the cause of
//! every failure, and sends what looks like a form back to where its `Referer`
//! says it came from. Here a mistake is 400, a failure has a reference, and
//! nobody is sent anywhere.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use leptos::{prelude::provide_context, server_fn::axum::server_fn_paths};

use crate::{State, fault};

/// More than any message of an error has.
const MAX_MESSAGE: usize = 4_096;

/// The addresses of all server functions, which `leptos_axum` would otherwise
/// answer by itself.
pub fn addresses() -> Vec<String> {
    server_fn_paths().map(|(path, _)| path.to_owned()).collect()
}

/// `/api/fn/{function}`.
pub async fn answer(Extract(state): Extract<State>, mut request: Request) -> Response {
    // What accepts HTML is taken for a form. Ours are sent by the browser part.
    request.headers_mut().remove(header::ACCEPT);
    let provide = move || provide_context(state.backend.snapshot());
    let response = leptos_axum::handle_server_fns_with_context(provide, request).await;
    let response = response.into_response();
    match response.status() {
        // The only thing it calls a bad request is a function that it does not know.
        StatusCode::BAD_REQUEST => StatusCode::NOT_FOUND.into_response(),
        StatusCode::INTERNAL_SERVER_ERROR => failed(response.into_body()).await,
        _ => response,
    }
}

/// Tells a question that could not be read from a failure to answer it.
async fn failed(body: Body) -> Response {
    let message = to_bytes(body, MAX_MESSAGE).await.unwrap_or_default();
    let message = String::from_utf8_lossy(&message);
    // The name of the variant of `ServerFnErrorErr` stands in front.
    match message.split_once('|') {
        Some(("Args" | "Deserialization" | "MissingArg", _)) => {
            (StatusCode::BAD_REQUEST, "the arguments cannot be read\n").into_response()
        }
        _ => {
            let reference = fault::report(&message);
            (StatusCode::INTERNAL_SERVER_ERROR, format!("{reference}\n")).into_response()
        }
    }
}
