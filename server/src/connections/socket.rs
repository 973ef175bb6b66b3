//! A socket that reports what comes and goes, and that closes so that the client can
//! read its answer to the end.

use std::{
    io,
    net::Shutdown,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use socket2::SockRef;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::Instant,
};

use super::{limits::Limits, standing::Standing};

/// Bytes that are thrown away at a time.
const SCRAP: usize = 8 * 1024;
/// How often in a row.
const SCRAPS: usize = 16;

/// The socket of one connection. The connection's task has it too, to look at.
pub(super) struct Socket {
    stream: Arc<TcpStream>,
    standing: Arc<Standing>,
    limits: Limits,
    /// The client sends no more.
    ended: bool,
    lingering: Option<Lingering>,
}

/// What may still be thrown away, once our side is closed.
struct Lingering {
    until: Instant,
    bytes: usize,
}

impl Socket {
    pub(super) fn new(stream: Arc<TcpStream>, standing: Arc<Standing>, limits: Limits) -> Self {
        Self { stream, standing, limits, ended: false, lingering: None }
    }

    /// Reads what the client still sends until it ends or a bound is reached. Its silence
    /// is bounded by the connection's standing.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Self { stream, standing, limits, ended, lingering } = self;
        if *ended {
            return Poll::Ready(());
        }
        let left = lingering.get_or_insert_with(|| {
            standing.lingers();
            Lingering { until: Instant::now() + limits.linger, bytes: limits.linger_bytes }
        });
        let mut scrap = [0; SCRAP];
        for _ in 0..SCRAPS {
            let bytes = ready!(poll_read(stream, cx, &mut scrap)).unwrap_or(0);
            if bytes == 0 || bytes >= left.bytes || Instant::now() >= left.until {
                return Poll::Ready(());
            }
            left.bytes -= bytes;
            standing.lingers();
        }
        // Others have their turn between.
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    fn poll_written(
        &self,
        cx: &mut Context<'_>,
        write: impl Fn(&TcpStream) -> io::Result<usize>,
    ) -> Poll<io::Result<usize>> {
        let written = loop {
            match self.stream.poll_write_ready(cx) {
                Poll::Pending => break Poll::Pending,
                Poll::Ready(Err(fault)) => break Poll::Ready(Err(fault)),
                Poll::Ready(Ok(())) => match write(&self.stream) {
                    Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {}
                    written => break Poll::Ready(written),
                },
            }
        };
        match &written {
            Poll::Pending => self.standing.write_waits(),
            Poll::Ready(_) => self.standing.written(),
        }
        written
    }
}

fn poll_read(stream: &TcpStream, cx: &mut Context<'_>, into: &mut [u8]) -> Poll<io::Result<usize>> {
    loop {
        ready!(stream.poll_read_ready(cx))?;
        match stream.try_read(into) {
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {}
            read => return Poll::Ready(read),
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let free = into.initialize_unfilled();
        let full = free.is_empty();
        let bytes = ready!(poll_read(&this.stream, cx, free))?;
        into.advance(bytes);
        if bytes > 0 {
            this.standing.received();
        } else if !full {
            this.ended = true;
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_written(cx, |stream| stream.try_write(bytes))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.poll_written(cx, |stream| stream.try_write_vectored(slices))
    }

    // Without it hyper would copy each answer into one buffer.
    fn is_write_vectored(&self) -> bool {
        true
    }

    // A socket has nothing to flush.
    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.lingering.is_none() {
            SockRef::from(&*this.stream).shutdown(Shutdown::Write)?;
        }
        this.poll_linger(cx).map(Ok)
    }
}
