//! `/{lang}/check`: an official sends a spreadsheet and gets a page that says
//! what must be mended. Nothing is kept.
//!
//! The sender is unknown, so everything has a bound: the size of what is sent, how
//! many are received and read at a time, and how long receiving may take. Files are
//! read by another process, which has bounds of its own ([`crate::judge`]).

mod arrivals;
mod receive;

use std::{sync::Arc, time::Duration};

use app::{Checked, shell};
use axum::{
    body::Body,
    extract::{Path, Request, State as Extract},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use backend::import::{Report, template};
use catalogue::model::Lang;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use self::receive::Received;
use crate::{
    State, cache, failure,
    judge::{JudgeError, judge},
    overload,
    pages::provide_for_request,
};

pub(crate) use receive::{MAX_AROUND, MAX_BYTES};

/// Spreadsheets that are read at a time.
const AT_A_TIME: usize = 2;

/// How long what has come waits for one of them.
const WAITING: Duration = Duration::from_secs(10);

static READERS: Semaphore = Semaphore::const_new(AT_A_TIME);

/// The form was sent.
pub(crate) async fn upload(
    Extract(state): Extract<State>,
    Path(lang): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = offered(&state, &lang) else {
        return crate::pages::not_found(Extract(state), request).await;
    };
    let (parts, body) = request.into_parts();
    let Received { files, as_csv, arrival } = match receive::receive(parts.clone(), body).await {
        Ok(received) => received,
        Err((checked, status)) => return page(state, parts, checked, status).await,
    };
    // Asked for once all has come, so that a slow line keeps no reader.
    let Ok(Ok(permit)) = timeout(WAITING, READERS.acquire()).await else {
        return page(state, parts, Checked::Busy, StatusCode::SERVICE_UNAVAILABLE).await;
    };
    drop(arrival);
    let cities = state.backend.document().home_cities.clone();
    let program = state.judge.clone();
    let read = spawn_blocking(move || {
        // Kept until it is read, also where the visitor has gone meanwhile.
        let _permit = permit;
        judge(&program, &files, &cities)
    });
    match read.await {
        Ok(Ok(Ok(report))) if as_csv => download(lang, &report),
        Ok(Ok(Ok(report))) => {
            page(state, parts, Checked::Report(Arc::new(report)), StatusCode::OK).await
        }
        Ok(Ok(Err(rejection))) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(state, parts, Checked::Rejected(rejection), status).await
        }
        // A machine that is full now may have room in a moment.
        Ok(Err(error @ JudgeError::Start(_))) => {
            tracing::error!(%error, "a spreadsheet was not checked");
            page(state, parts, Checked::Busy, StatusCode::SERVICE_UNAVAILABLE).await
        }
        Ok(Err(error)) => failed(&error.to_string()),
        Err(panic) => failed(&panic.to_string()),
    }
}

/// The language of the page, where there is one and the page is offered.
fn offered(state: &State, lang: &str) -> Option<Lang> {
    lang.parse().ok().filter(|_| state.pages.check)
}

/// The page with what came of it.
async fn page(state: State, parts: Parts, checked: Checked, status: StatusCode) -> Response {
    let (pages, work) = (state.pages.clone(), state.work.clone());
    let busy = matches!(checked, Checked::Busy);
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_for_request(&state);
            leptos::prelude::provide_context(checked.clone());
        },
        move || shell(&pages),
    );
    let Some(_turn) = work.turn().await else { return overload::come_again() };
    // The page is that of the address; what was sent is read already.
    let mut request = Request::from_parts(parts, Body::empty());
    *request.method_mut() = axum::http::Method::GET;
    let mut response = render(request).await;
    *response.status_mut() = status;
    if busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    response
}

fn download(lang: Lang, report: &Report) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"problems.csv\""),
        ),
    ];
    (headers, app::report::csv(lang, report)).into_response()
}

fn failed(cause: &str) -> Response {
    let reference = failure::report(cause);
    let body = axum::response::Html(app::fault_page(&reference));
    (StatusCode::INTERNAL_SERVER_ERROR, body).into_response()
}

/// The template for officials, with the home cities of this site.
pub(crate) async fn template(
    Extract(state): Extract<State>,
    Path(lang): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = offered(&state, &lang) else {
        return crate::pages::not_found(Extract(state), request).await;
    };
    let document = state.backend.document();
    let made = spawn_blocking(move || {
        let example = backend::default_catalogue::document().ok();
        template::workbook(lang, &document, example.as_ref()).map_err(|it| it.to_string())
    });
    let book = match made.await {
        Ok(Ok(book)) => book,
        Ok(Err(cause)) => return failed(&cause),
        Err(panic) => return failed(&panic.to_string()),
    };
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"interreg-template-{lang}.xlsx\"");
    let mut response = book.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(header::CACHE_CONTROL, cache::Policy::Never.header());
    response
}
