//! The pictures that other sites show with a link to a page.
//!
//! A picture is written as SVG (`picture.rs`: what is where; `map.rs`: the map in
//! it; `letters.rs`: how wide words are) and turned into PNG (`pixels.rs`), which
//! takes a good part of a second of one processor. So one is made at a time, and
//! what was made stays for a while.

mod letters;
mod map;
mod picture;
mod pixels;
mod tokens;

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Path, State as Extract},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use backend::Snapshot;
use bytes::Bytes;
use catalogue::{
    filter::Lock,
    model::{Lang, Slug},
};
use quick_cache::sync::Cache;
use sha2::{Digest as _, Sha256};
use tokio::{sync::Semaphore, task, time::timeout};

use crate::{
    State,
    cache::{Policy, is_known},
    failure,
};

/// Some 100 kB each.
const KEPT: usize = 64;

/// Who waits longer for others' pictures than this gets none: robots give up then.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a picture is of.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct Subject {
    lang: Lang,
    project: Option<Slug>,
}

/// The pictures that were made, each of one state of the catalogue.
#[derive(Debug)]
pub struct Gallery {
    kept: Cache<(Arc<str>, Subject), Bytes>,
    at_work: Semaphore,
}

impl Gallery {
    /// An empty one.
    pub fn new() -> Self {
        Self { kept: Cache::new(KEPT), at_work: Semaphore::new(1) }
    }

    async fn picture(&self, snapshot: Arc<Snapshot>, subject: Subject) -> Result<Bytes, Response> {
        let key = (snapshot.revision(), subject);
        if let Some(picture) = self.kept.get(&key) {
            return Ok(picture);
        }
        let Ok(Ok(_turn)) = timeout(PATIENCE, self.at_work.acquire()).await else {
            let later = [(header::RETRY_AFTER, "60")];
            let said = "There are too many pictures to draw. Try again in a minute.\n";
            return Err((StatusCode::SERVICE_UNAVAILABLE, later, said).into_response());
        };
        // Another request may have drawn it while this one waited.
        if let Some(picture) = self.kept.get(&key) {
            return Ok(picture);
        }
        let subject = key.1.clone();
        let drawn = task::spawn_blocking(move || draw(&snapshot, &subject)).await;
        let picture = match drawn.map_err(|cause| cause.to_string()) {
            Ok(Ok(Some(picture))) => picture,
            Ok(Ok(None)) => return Err(StatusCode::NOT_FOUND.into_response()),
            Ok(Err(cause)) | Err(cause) => {
                let reference = failure::report(&cause);
                let said = (StatusCode::INTERNAL_SERVER_ERROR, format!("{reference}\n"));
                return Err(said.into_response());
            }
        };
        self.kept.insert(key, picture.clone());
        Ok(picture)
    }
}

/// `None` where there is no such project.
fn draw(snapshot: &Snapshot, subject: &Subject) -> Result<Option<Bytes>, String> {
    let picture = match &subject.project {
        None => picture::explorer(snapshot, subject.lang),
        Some(slug) => match snapshot.project(&Lock::default(), slug, subject.lang) {
            Some(detail) => picture::project(snapshot, subject.lang, &detail),
            None => return Ok(None),
        },
    };
    pixels::png(&picture).map(|png| Some(png.into()))
}

/// `/social/{lang}.png`.
pub async fn explorer(
    Extract(state): Extract<State>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let lang = file.strip_suffix(".png").and_then(|lang| lang.parse().ok());
    match lang {
        Some(lang) => answer(&state, Subject { lang, project: None }, &headers).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `/social/{lang}/projects/{slug}.png`.
pub async fn project(
    Extract(state): Extract<State>,
    Path((lang, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let slug = file.strip_suffix(".png").and_then(|slug| slug.parse().ok());
    match (lang.parse(), slug) {
        (Ok(lang), Some(slug)) => {
            answer(&state, Subject { lang, project: Some(slug) }, &headers).await
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn answer(state: &State, subject: Subject, headers: &HeaderMap) -> Response {
    let snapshot = state.backend.snapshot();
    let etag = etag(&state.build, &snapshot.revision(), &subject);
    let mut response = if is_known(headers, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match state.social.picture(snapshot, subject).await {
            Ok(picture) => {
                let kind = HeaderValue::from_static("image/png");
                ([(header::CONTENT_TYPE, kind)], picture).into_response()
            }
            Err(response) => return response,
        }
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, Policy::Hour.header());
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Nothing in a picture depends on the day.
fn etag(build: &str, revision: &str, subject: &Subject) -> String {
    let hash = Sha256::digest(format!("{build}\0{revision}\0{subject:?}"));
    let hash: String = hash.iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"")
}
