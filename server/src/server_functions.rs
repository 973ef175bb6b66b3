//! Server functions: what the client asks once it has hydrated.
//!
//! The functions themselves tell a mistake of the client (400) from a failure of the
//! server (500, with a reference to the log): see `app/src/failure.rs`. What `leptos_axum`
//! does otherwise than this site wants is here: it calls a function that it does not know
//! a bad request, and sends what looks like a form back to where its `Referer` says it
//! came from.

use axum::{
    extract::{Request, State as Extract},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use leptos::server_fn::axum::{get_server_fn_service, server_fn_paths};

use crate::{State, pages::provide_for_function};

/// The addresses of all server functions, which `leptos_axum` would otherwise
/// answer by itself.
pub fn addresses() -> Vec<String> {
    server_fn_paths().map(|(path, _)| path.to_owned()).collect()
}

/// `/api/fn/{function}`.
pub async fn answer(Extract(state): Extract<State>, mut request: Request) -> Response {
    if get_server_fn_service(request.uri().path(), request.method().clone()).is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    // What accepts HTML is taken for a form. Ours are sent by the client's code.
    request.headers_mut().remove(header::ACCEPT);
    let provide = move || provide_for_function(&state);
    leptos_axum::handle_server_fns_with_context(provide, request).await.into_response()
}
