//! As much of an HTTP client as counting bytes needs.
//!
//! A client from a crate would undo the compression whose result is to be
//! measured. HTTP/1.0 keeps it this small: the server answers without chunks and
//! closes the connection at the end.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// Long enough for any page of ours on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came back.
pub struct Reply {
    /// Status, as in `HTTP/1.0 200 OK`.
    pub status: u16,
    head: String,
    /// The body as it was sent, compression and all.
    pub body: Vec<u8>,
}

impl Reply {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut pairs = self.head.lines().filter_map(|line| line.split_once(": "));
        pairs.find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Asks for a path with these header lines.
pub fn get(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Result<Reply> {
    let bytes = exchange(address, path, headers)
        .with_context(|| format!("no answer from http://{address}{path}"))?;
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        bail!("http://{address}{path} answered without headers");
    };
    let head = String::from_utf8_lossy(&bytes[..end]).replace('\r', "");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.with_context(|| format!("no status in {head:?}"))?;
    Ok(Reply { status, body: bytes[end + 4..].to_vec(), head })
}

fn exchange(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let lines: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n{lines}\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Ok(bytes)
}
