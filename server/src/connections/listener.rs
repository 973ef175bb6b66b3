//! Where connections come from: a socket of our own, or one that a service manager keeps.
//!
//! A manager that passes a socket (systemd's socket activation: `LISTEN_FDS`) goes on
//! holding it while the program is restarted, so clients wait instead of being refused.

use std::net::SocketAddr;

use anyhow::Context as _;
use listenfd::ListenFd;
use tokio::net::{TcpListener, TcpSocket};

use super::limits::BACKLOG;

/// A socket that listens.
pub(crate) struct Listener {
    pub(crate) socket: TcpListener,
    pub(crate) address: SocketAddr,
    /// Whether the service manager holds it, too.
    pub(crate) passed: bool,
}

/// The socket that was passed, else one of our own at `address`.
pub(crate) fn listener(address: SocketAddr) -> anyhow::Result<Listener> {
    let passed = passed()?;
    let (passed, socket) = match passed {
        Some(socket) => (true, socket),
        None => {
            let socket = own(address).with_context(|| {
                format!("cannot listen on {address}: choose another address and port with --listen")
            })?;
            (false, socket)
        }
    };
    let address = socket.local_addr().unwrap_or(address);
    Ok(Listener { socket, address, passed })
}

fn passed() -> anyhow::Result<Option<TcpListener>> {
    let mut sockets = ListenFd::from_env();
    if sockets.len() > 1 {
        tracing::warn!(sockets = sockets.len(), "listening on the first socket that was passed");
    }
    let unusable = "the socket that the service manager passes cannot be used: it must be a \
                    stream socket of IPv4 or IPv6 (ListenStream=127.0.0.1:3000)";
    let Some(socket) = sockets.take_tcp_listener(0).context(unusable)? else { return Ok(None) };
    socket.set_nonblocking(true).context(unusable)?;
    TcpListener::from_std(socket).context(unusable).map(Some)
}

fn own(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // Connections of a process before this one may still be closing at the address.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}
