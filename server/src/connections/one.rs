//! One connection: HTTP/1 on it, until it is over, overdue, or told to go.

use std::{
    convert::Infallible,
    future::{Future as _, poll_fn},
    pin::pin,
    sync::Arc,
    task::Poll,
};

use axum::{Router, body::Body};
use http::{Request, Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::TcpStream,
    time::{Instant, sleep_until},
};
use tower::ServiceExt as _;

use super::{
    body::{Answer, Asked},
    limits::{HEAD_BYTES, Limits},
    socket::Socket,
    standing::{Order, Phase, Standing},
    table::Entry,
};

/// Why a connection ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    /// The client or HTTP ended it.
    Over,
    /// The client took too long, in this phase.
    Overdue(Phase),
    /// It gave way to another.
    GaveWay(Phase),
    /// The program stops.
    Stopped(Phase),
}

/// Serves one connection.
pub(super) async fn serve(stream: TcpStream, entry: Entry, limits: Limits, site: Router) {
    let standing = entry.standing.clone();
    // Answers are written in one go, so waiting for more to send only delays.
    let _ = stream.set_nodelay(true);
    let end = converse(stream, standing, limits, site).await;
    // The socket is closed by now, so its place can be taken.
    drop(entry);
    if end != End::Over {
        tracing::debug!(?end, "a connection was closed");
    }
}

async fn converse(stream: TcpStream, standing: Arc<Standing>, limits: Limits, site: Router) -> End {
    let stream = Arc::new(stream);
    let socket = TokioIo::new(Socket::new(stream.clone(), standing.clone(), limits));
    let service = {
        let standing = standing.clone();
        service_fn(move |request| answer(request, site.clone(), standing.clone()))
    };
    let mut http = http1::Builder::new();
    // Bounded by the standing, which tells a silent client from a slow one.
    http.timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD_BYTES);
    let mut connection = pin!(http.serve_connection(socket, service));
    let mut alarm = pin!(sleep_until(Instant::now() + limits.idle));
    let (mut told, mut finishing) = (None, false);
    poll_fn(|cx| {
        standing.listen(cx.waker());
        loop {
            if connection.as_mut().poll(cx).is_ready() {
                return Poll::Ready(End::Over);
            }
            let phase = standing.phase().0;
            let mut deadline = standing.deadline(&limits);
            match standing.order() {
                Order::Serve => {}
                Order::GiveWay if phase == Phase::Idle && something_came(&stream) => {
                    standing.stays()
                }
                Order::GiveWay if standing.yields(&limits).is_some() => {
                    return Poll::Ready(End::GaveWay(phase));
                }
                Order::GiveWay => standing.stays(),
                Order::Finish => {
                    let told = *told.get_or_insert_with(Instant::now);
                    match phase {
                        // The rest of the head decides.
                        Phase::Head => {}
                        Phase::Idle if something_came(&stream) => {}
                        Phase::Idle if standing.is_new() => {
                            deadline = Some(told + limits.drain_new);
                        }
                        Phase::Idle => return Poll::Ready(End::Stopped(phase)),
                        _ if finishing => {}
                        _ => {
                            finishing = true;
                            connection.as_mut().graceful_shutdown();
                            continue;
                        }
                    }
                }
                Order::Cut => return Poll::Ready(End::Stopped(phase)),
            }
            let Some(deadline) = deadline else { return Poll::Pending };
            // An alarm that is too early costs less than setting it for every request.
            if alarm.deadline() > deadline || alarm.is_elapsed() {
                alarm.as_mut().reset(deadline);
            }
            if alarm.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            if deadline <= Instant::now() {
                return Poll::Ready(End::Overdue(phase));
            }
        }
    })
    .await
}

async fn answer(
    request: Request<Incoming>,
    site: Router,
    standing: Arc<Standing>,
) -> Result<Response<Answer>, Infallible> {
    standing.asked();
    let request = {
        let standing = standing.clone();
        request.map(|body| Body::new(Asked { body, standing }))
    };
    let response = site.oneshot(request).await?;
    Ok(response.map(|body| Answer { body, standing }))
}

/// Whether bytes have arrived that the runtime may not have noticed yet: a busy one
/// looks at its sockets now and then only.
fn something_came(stream: &TcpStream) -> bool {
    #[cfg(unix)]
    return rustix::io::ioctl_fionread(stream).is_ok_and(|bytes| bytes > 0);
    #[cfg(not(unix))]
    return false;
}
