//! Tells the service manager how the program is, by the protocol of `sd_notify(3)`.

/// Sends one state, such as `READY=1`, where the manager wants to be told. What cannot be
/// sent is no reason not to serve.
#[cfg(target_os = "linux")]
pub(crate) fn notify(state: &str) {
    if let Some(socket) = std::env::var_os("NOTIFY_SOCKET")
        && let Err(fault) = send(state, &socket)
    {
        tracing::warn!(%fault, state, "the service manager cannot be told (AF_UNIX is needed)");
    }
}

/// Other systems have no such protocol.
#[cfg(not(target_os = "linux"))]
pub(crate) fn notify(_state: &str) {}

#[cfg(target_os = "linux")]
fn send(state: &str, socket: &std::ffi::OsStr) -> std::io::Result<()> {
    use std::os::{
        linux::net::SocketAddrExt as _,
        unix::{
            ffi::OsStrExt as _,
            net::{SocketAddr, UnixDatagram},
        },
    };

    let address = match socket.as_bytes() {
        // A name in the abstract namespace.
        [b'@', name @ ..] => SocketAddr::from_abstract_name(name)?,
        _ => SocketAddr::from_pathname(socket)?,
    };
    UnixDatagram::unbound()?.send_to_addr(state.as_bytes(), &address).map(drop)
}
