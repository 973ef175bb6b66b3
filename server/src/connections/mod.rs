//! Connections: who may have one, for how long, and how all of them end.
//!
//! A *connection* is a socket that a client has opened; the *accept loop* takes each from
//! the kernel and gives it a task of its own. Nothing is known of a client but what it
//! does, so everything it can make the program wait for has a bound ([`Limits`]). A
//! connection's *standing* says what it waits for, since when; from that follows when it
//! is overdue, and whether it *gives way* when all places are taken. A *stop* takes no
//! more connections, finishes each request whose head has arrived, and ends.

mod body;
mod files;
mod limits;
mod listener;
mod notify;
mod one;
mod socket;
mod standing;
mod stopping;
mod table;

use std::{
    io::{self, ErrorKind},
    pin::pin,
    time::{Duration, Instant},
};

use axum::Router;
use socket2::SockRef;
use tokio::{
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};

pub use self::limits::Limits;
pub(crate) use self::{
    files::places,
    listener::{Listener, listener},
    notify::notify,
    stopping::Told,
};
use self::{
    limits::{AFTER_FAILURE, BACKLOG, COMPLAIN_AGAIN, SEND_BUFFER},
    standing::Order,
    table::Table,
};

/// How long connections that were cut may take to be gone.
const CUT: Duration = Duration::from_millis(500);

/// Serves until `stop` resolves, then finishes what was begun, within bounds.
///
/// `shared` says that others hold the listener too, such as the service manager: what has
/// not been accepted then waits for the next process. Otherwise it would be refused, so it
/// is accepted and answered.
pub async fn serve_with(
    listener: TcpListener,
    shared: bool,
    site: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    // Sockets have it from the listener.
    let _ = SockRef::from(&listener).set_send_buffer_size(SEND_BUFFER);
    let table = Table::new(limits);
    let begin = |stream, place, order| {
        let entry = table.enter(place, order);
        tokio::spawn(one::serve(stream, entry, limits, site.clone()));
    };
    let mut stop = pin!(stop);
    let mut trouble = Trouble::default();
    loop {
        let stream = tokio::select! {
            biased;
            () = &mut stop => break,
            stream = accept(&listener, &table, &mut trouble) => stream,
        };
        tokio::select! {
            biased;
            () = &mut stop => {
                begin(stream, None, Order::Finish);
                break;
            }
            place = table.place() => begin(stream, place, Order::Serve),
        }
    }
    table.tell(Order::Finish);
    if !shared {
        rest(listener).into_iter().for_each(|stream| begin(stream, None, Order::Finish));
    }
    if timeout(limits.drain, table.empty()).await.is_err() {
        tracing::warn!(connections = table.len(), "closing connections that did not end");
        table.tell(Order::Cut);
        let _ = timeout(CUT, table.empty()).await;
    }
}

/// The next connection. What goes wrong meanwhile is waited out: the system has no file
/// or no memory left for a connection, and will have again.
async fn accept(listener: &TcpListener, table: &Table, trouble: &mut Trouble) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // The client has gone again.
            Err(fault)
                if matches!(
                    fault.kind(),
                    ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
                ) => {}
            Err(fault) => {
                trouble.complain(&fault);
                table.make_room();
                sleep(AFTER_FAILURE).await;
            }
        }
    }
}

/// What the kernel has for us at this moment, asked of it and not of the runtime.
fn rest(listener: TcpListener) -> Vec<TcpStream> {
    let Ok(listener) = listener.into_std() else { return Vec::new() };
    let accept = || {
        let (stream, _) = listener.accept().ok()?;
        stream.set_nonblocking(true).ok()?;
        TcpStream::from_std(stream).ok()
    };
    std::iter::from_fn(accept).take(BACKLOG as usize).collect()
}

/// Says that the accept loop is in trouble, now and then.
#[derive(Default)]
struct Trouble(Option<Instant>);

impl Trouble {
    fn complain(&mut self, fault: &io::Error) {
        if self.0.is_none_or(|last| last.elapsed() >= COMPLAIN_AGAIN) {
            self.0 = Some(Instant::now());
            tracing::warn!(%fault, "cannot accept connections for now");
        }
    }
}
