//! `/{lang}/check`: an official sends a spreadsheet and gets a page that says
//! what must be mended. Nothing is kept.
//!
//! Whoever sends it is unknown, so everything has a bound: the size of what is
//! sent, how many are read at a time, what a file may unpack to, and how long
//! receiving and reading may take.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::{Checked, MAX_MEGABYTES, shell};
use axum::{
    body::Body,
    extract::{FromRequest as _, Multipart, Path, Request, State as Extract},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use backend::{
    gazetteer::Gazetteer,
    import::{
        self, Quiet, Report,
        table::{Limits, Upload},
        template,
    },
};
use catalogue::model::Lang;
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::{State, cache, fault, router::provide_for_request};

/// Spreadsheets that are read at a time.
const AT_A_TIME: usize = 2;

/// Bytes of a whole upload: the files and what stands between them.
pub(crate) const MAX_BYTES: usize = MAX_MEGABYTES * 1_000_000;
/// What surrounds the files in an upload.
pub(crate) const MAX_AROUND: usize = 16_384;

/// A slow line may take so long to send what it may.
const RECEIVING: Duration = Duration::from_secs(60);
/// The real export of 1,852 projects takes about a second.
const READING: Duration = Duration::from_secs(20);

/// What a file of that size may unpack to: a large export of keep.eu has about
/// ten times as much text as it weighs.
const UNPACKED: u64 = 200_000_000;
const CELLS: u64 = 5_000_000;

static READERS: Semaphore = Semaphore::const_new(AT_A_TIME);

/// The form was sent.
pub(crate) async fn upload(
    Extract(state): Extract<State>,
    Path(lang): Path<String>,
    request: Request,
) -> Response {
    let Some(lang) = offered(&state, &lang) else {
        return crate::router::not_found(Extract(state), request).await;
    };
    let (parts, body) = request.into_parts();
    // Asked for before anything is received, so that what waits takes no memory.
    let Ok(permit) = READERS.try_acquire() else {
        let mut response = page(state, parts, Checked::Busy, StatusCode::SERVICE_UNAVAILABLE).await;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
        return response;
    };
    let received = match timeout(RECEIVING, receive(parts.clone(), body)).await {
        Ok(received) => received,
        Err(_) => Err((Checked::Refused(import::Refusal::TooSlow), StatusCode::REQUEST_TIMEOUT)),
    };
    let (files, as_csv) = match received {
        Ok(received) => received,
        Err((checked, status)) => return page(state, parts, checked, status).await,
    };
    let cities = state.backend.document().home_cities.clone();
    let read = spawn_blocking(move || {
        // Kept until it is read, also where the visitor has gone meanwhile.
        let _permit = permit;
        let limits =
            Limits { unpacked: UNPACKED, cells: CELLS, deadline: Some(Instant::now() + READING) };
        let request = import::Request { files, kind: None, limits };
        let gazetteer = Gazetteer::embedded();
        gazetteer.map(|gazetteer| import::check(request, &cities, gazetteer, &mut Quiet))
    });
    match read.await {
        Ok(Ok(Ok(report))) if as_csv => download(lang, &report),
        Ok(Ok(Ok(report))) => {
            page(state, parts, Checked::Report(Arc::new(report)), StatusCode::OK).await
        }
        Ok(Ok(Err(refusal))) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(state, parts, Checked::Refused(refusal), status).await
        }
        Ok(Err(damaged)) => failed(&damaged.to_string()),
        Err(panic) => failed(&panic.to_string()),
    }
}

/// The language of the page, where there is one and the page is offered.
fn offered(state: &State, lang: &str) -> Option<Lang> {
    lang.parse().ok().filter(|_| state.pages.check)
}

/// The files, and whether the list of problems is wanted as a file.
async fn receive(parts: Parts, body: Body) -> Result<(Vec<Upload>, bool), (Checked, StatusCode)> {
    let unreadable = || (Checked::NoFile, StatusCode::BAD_REQUEST);
    let too_large = || (Checked::TooLarge, StatusCode::PAYLOAD_TOO_LARGE);
    let request = Request::from_parts(parts, body);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let (mut files, mut as_csv, mut bytes) = (Vec::new(), false, 0);
    loop {
        let field = form.next_field().await;
        let field = field.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            _ => unreadable(),
        })?;
        let Some(field) = field else { break };
        let (what, name) = (field.name().map(str::to_owned), field.file_name().map(str::to_owned));
        let content = field.bytes().await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            _ => unreadable(),
        })?;
        match (what.as_deref(), name) {
            (Some("files"), Some(name)) if !name.is_empty() => {
                bytes += content.len();
                if bytes > MAX_BYTES {
                    return Err(too_large());
                }
                files.push(Upload { name, bytes: content.to_vec() });
            }
            (Some("as"), _) => as_csv = content.as_ref() == b"csv",
            _ => {}
        }
    }
    if files.is_empty() { Err(unreadable()) } else { Ok((files, as_csv)) }
}

/// The page with what came of it.
async fn page(state: State, parts: Parts, checked: Checked, status: StatusCode) -> Response {
    let pages = state.pages.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_for_request(&state);
            leptos::prelude::provide_context(checked.clone());
        },
        move || shell(&pages),
    );
    // The page is that of the address; what was sent is read already.
    let mut request = Request::from_parts(parts, Body::empty());
    *request.method_mut() = axum::http::Method::GET;
    let mut response = render(request).await;
    *response.status_mut() = status;
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
    let reference = fault::report(cause);
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
        return crate::router::not_found(Extract(state), request).await;
    };
    let document = state.backend.document();
    let made = spawn_blocking(move || {
        let example = backend::default_catalogue::document().ok();
        template::workbook(lang, &document, example.as_ref(), None).map_err(|it| it.to_string())
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
