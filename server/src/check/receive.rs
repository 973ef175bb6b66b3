//! Takes in what an official sends, within bounds of size and time.

use std::{sync::Arc, time::Duration};

use app::{Checked, MAX_MEGABYTES};
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest as _, Multipart, Request},
    http::{StatusCode, header, request::Parts},
};
use backend::import::{self, table::Upload};
use futures_util::TryStreamExt as _;
use tokio::time::sleep;

use super::arrivals::{self, Arrival};

/// Bytes of a whole upload: the files and what stands between them.
pub(crate) const MAX_BYTES: usize = MAX_MEGABYTES * 1_000_000;
/// What surrounds the files in an upload.
pub(crate) const MAX_AROUND: usize = 16_384;

/// A slow line may take so long to send what it may.
const RECEIVING: Duration = Duration::from_secs(60);

/// What was sent.
pub(super) struct Received {
    pub(super) files: Vec<Upload>,
    /// The list of problems is wanted as a file.
    pub(super) as_csv: bool,
    /// Keeps the place of what waits to be read.
    pub(super) arrival: Arc<Arrival>,
}

/// What the page says instead.
pub(super) type Rejected = (Checked, StatusCode);

/// Reads the whole form.
pub(super) async fn receive(parts: Parts, body: Body) -> Result<Received, Rejected> {
    if declared(&parts).is_some_and(|bytes| bytes > (MAX_BYTES + MAX_AROUND) as u64) {
        return Err(too_large());
    }
    let busy = || (Checked::Busy, StatusCode::SERVICE_UNAVAILABLE);
    let arrival = Arc::new(arrivals::arrive().ok_or_else(busy)?);
    let counted = {
        let arrival = arrival.clone();
        let count = move |bytes: &Bytes| arrival.count(bytes.len());
        Body::from_stream(body.into_data_stream().inspect_ok(count))
    };
    let (files, as_csv) = tokio::select! {
        received = form(parts, counted) => received?,
        () = arrival.too_slow() => return Err(too_slow()),
        () = sleep(RECEIVING) => return Err(too_slow()),
    };
    arrival.complete();
    Ok(Received { files, as_csv, arrival })
}

/// The length of the body, as far as the sender says.
fn declared(parts: &Parts) -> Option<u64> {
    parts.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn too_large() -> Rejected {
    (Checked::TooLarge, StatusCode::PAYLOAD_TOO_LARGE)
}

fn too_slow() -> Rejected {
    (Checked::Rejected(import::Rejection::TooSlow), StatusCode::REQUEST_TIMEOUT)
}

async fn form(parts: Parts, body: Body) -> Result<(Vec<Upload>, bool), Rejected> {
    let unreadable = || (Checked::NoFile, StatusCode::BAD_REQUEST);
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
                files.push(Upload { name, bytes: content.into() });
            }
            (Some("as"), _) => as_csv = content.as_ref() == b"csv",
            _ => {}
        }
    }
    if files.is_empty() { Err(unreadable()) } else { Ok((files, as_csv)) }
}
