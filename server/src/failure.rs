//! What a visitor sees when the program itself fails: a reference, no internals.

use std::{
    any::Any,
    sync::atomic::{AtomicU32, Ordering},
    time::{SystemTime, UNIX_EPOCH},
};

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Writes a cause to the log and gives the reference under which it stands there:
/// time and count.
pub fn report(cause: &str) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let reference = format!("{seconds:x}-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    tracing::error!(reference, cause, "a request failed");
    reference
}

/// The answer after a panic. The cause goes to the log under the reference. It
/// cannot be rendered by the part that just failed, and the visitor's language
/// is not known here, so it is short and in every language.
pub fn after_panic(cause: Box<dyn Any + Send + 'static>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without a message");
    let page = app::fault_page(&report(cause));
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::INTERNAL_SERVER_ERROR, headers, page).into_response()
}
