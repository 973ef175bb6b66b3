//! Every bound on connections, with its reason.

use std::time::Duration;

/// Connections that the kernel keeps ready for the accept loop, and with them a burst
/// of visitors.
pub(super) const BACKLOG: u32 = 1_024;

/// Bytes of a request's head, and of what hyper reads of a body at a time. An address
/// of 8,192 bytes fits with the headers of every browser; a reverse proxy's usual bound
/// is 8 or 16 kB for each line.
pub(super) const HEAD_BYTES: usize = 32 * 1024;

/// Bytes of an answer that the kernel holds for a client that reads slowly. The kernel
/// doubles the number for its own bookkeeping. Left alone, it would go up to 4 MB.
pub(super) const SEND_BUFFER: usize = 64 * 1024;

/// Files that are kept for the rest of the program: the store, the archive of tiles,
/// the log, and children that judge spreadsheets.
pub(super) const FILES_BESIDE: u64 = 124;

/// How long the accept loop waits after the system could give it no connection.
pub(super) const AFTER_FAILURE: Duration = Duration::from_millis(50);

/// How often connections are asked to give way while all places are taken.
pub(super) const ASK_AGAIN: Duration = Duration::from_millis(50);

/// Connections with half a request, or whose client stands still, that are asked at once:
/// where there is one, there are hundreds, and more are coming.
pub(super) const ASK_AT_ONCE: usize = 16;

/// How often the log says that the accept loop is in trouble.
pub(super) const COMPLAIN_AGAIN: Duration = Duration::from_secs(60);

/// How long connections may take, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time. When all are taken, one that waits for its client gives way.
    pub connections: usize,
    /// How long a connection may be without a request: the client's pool may use it again.
    pub idle: Duration,
    /// From the first byte of a request to the end of its head: one packet, as a rule.
    pub head: Duration,
    /// How long nothing may come of a body that the program is reading.
    pub body: Duration,
    /// How long a client may take nothing of its answer.
    pub write: Duration,
    /// How long a client may go on sending, unread, after its answer was sent.
    /// Closing at once would reset the connection, and the client lose the answer.
    pub linger: Duration,
    /// How long such a client may be silent.
    pub linger_silent: Duration,
    /// Bytes that are so thrown away.
    pub linger_bytes: usize,
    /// How old half a head must be before its connection gives way to another client.
    pub head_yields: Duration,
    /// How long a body or an answer must have stood still for the same.
    pub stalled_yields: Duration,
    /// How long a stop waits for what has been begun.
    pub drain: Duration,
    /// How long a stop waits for the first request of a connection that has asked nothing
    /// yet: it is on its way, as a rule.
    pub drain_new: Duration,
    /// How long a stop waits for the rest of half a head.
    pub drain_head: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 2_000,
            idle: Duration::from_secs(60),
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            write: Duration::from_secs(30),
            linger: Duration::from_secs(60),
            linger_silent: Duration::from_secs(2),
            linger_bytes: 100_000_000,
            head_yields: Duration::from_millis(250),
            stalled_yields: Duration::from_secs(5),
            drain: Duration::from_secs(5),
            drain_new: Duration::from_millis(250),
            drain_head: Duration::from_secs(1),
        }
    }
}
