//! Overload: a few requests are answered at a time, some wait for a moment, and the
//! others get 503 with the time after which to try again.
//!
//! Without this limit every new request would begin at once, and all would take longer,
//! until none is answered in time. Requests that cost nothing are not limited: files,
//! tiles, health, and pages that the browser has already.

use std::{
    sync::{Arc, LazyLock},
    thread::available_parallelism,
    time::Duration,
};

use axum::{
    body::Bytes,
    extract::{Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse as _, Response},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::State;

/// Answers that are made at a time, for each core. Making one rarely waits for anything,
/// so more would only take turns.
const FOR_EACH_CORE: usize = 2;

/// Requests that wait. Beyond, they would wait in vain.
const WAITING: usize = 256;

/// How long they wait: people try again after a few seconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Made once, since it is sent when there is no time.
static PAGE: LazyLock<Bytes> = LazyLock::new(|| Bytes::from(app::overload_page()));

/// Answers that may be made at a time, and that may wait.
#[derive(Debug)]
pub struct Work {
    turns: Arc<Semaphore>,
    waiting: Semaphore,
    patience: Duration,
}

impl Default for Work {
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self::new(cores * FOR_EACH_CORE, WAITING, PATIENCE)
    }
}

impl Work {
    fn new(turns: usize, waiting: usize, patience: Duration) -> Self {
        Self { turns: Arc::new(Semaphore::new(turns)), waiting: Semaphore::new(waiting), patience }
    }

    /// A turn to work, unless there are too many before.
    pub(crate) async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(turn) = self.turns.clone().try_acquire_owned() {
            return Some(turn);
        }
        let _waiting = self.waiting.try_acquire().ok()?;
        timeout(self.patience, self.turns.clone().acquire_owned()).await.ok()?.ok()
    }
}

/// Answers when it is the request's turn.
pub async fn in_turn(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    let Some(_turn) = state.work.turn().await else { return come_again() };
    next.run(request).await
}

/// The answer to what has no turn.
pub(crate) fn come_again() -> Response {
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, Html(PAGE.clone())).into_response();
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_turn_is_taken_waited_for_or_refused() {
        let work = Work::new(1, 1, Duration::from_secs(2));
        let first = work.turn().await.unwrap();
        let mut second = Box::pin(work.turn());
        assert!((&mut second).now_or_never().is_none(), "the second waits");
        assert!(work.turn().now_or_never().unwrap().is_none(), "the third is refused at once");
        drop(first);
        let second = second.await;
        assert!(second.is_some());
        assert!(work.turn().await.is_none(), "waiting has an end");
        drop(second);
        assert!(work.turn().await.is_some());
    }
}
