//! A site on a port of its own, and a client that sends bytes as they are.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, routing::get};
use backend::{Backend, Clock};
use server::{
    State,
    command::Serve,
    config::Config,
    connections::{Limits, serve_with},
    tiles::Archive,
};
use tokio::sync::{Notify, oneshot};

/// Longer than anything here takes, so that what hangs fails.
const FOR_EVER: Duration = Duration::from_secs(30);

/// Bytes of `/big`: more than the buffers of both sides hold.
pub const BIG: usize = 16_000_000;

/// Limits under which no test waits for long. What a test is about it makes shorter.
pub fn patient() -> Limits {
    Limits { connections: 100, drain: Duration::from_millis(1_500), ..Limits::default() }
}

pub struct Site {
    pub address: SocketAddr,
    /// Lets one request to `/slow` go on.
    pub release: Arc<Notify>,
    /// Told by each request to `/slow` when it has begun.
    pub begun: Arc<Notify>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// A site with a page that answers at once (`/`), one that waits (`/slow`), one that
    /// is large (`/big`), and one that takes a body (`/take`).
    pub fn small(limits: Limits) -> Self {
        let (release, begun) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let slow = {
            let (release, begun) = (release.clone(), begun.clone());
            move || async move {
                begun.notify_one();
                release.notified().await;
                "slow"
            }
        };
        let big = Bytes::from(vec![b'x'; BIG]);
        let router = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/slow", get(slow))
            .route("/big", get(move || async move { big }))
            .route("/take", get(()).post(|body: Bytes| async move { body.len().to_string() }));
        Self { release, begun, ..Self::start(limits, move || router) }
    }

    /// The whole explorer with the built-in catalogue.
    pub fn whole(limits: Limits) -> Self {
        Self::start(limits, || {
            let mut config = Config::load(Serve::default()).unwrap();
            config.program = Some(env!("CARGO_BIN_EXE_interreg-explorer").into());
            let clock = Clock::Fixed("2026-11-24".parse().unwrap());
            let backend = Backend::with_default_catalogue(clock).unwrap();
            let tiles = futures_util::FutureExt::now_or_never(Archive::of(&config.map));
            let tiles = Arc::new(tiles.unwrap().unwrap());
            server::router(State::new(Arc::new(backend), tiles, &config, "test").unwrap())
        })
    }

    fn start(limits: Limits, router: impl FnOnce() -> Router + Send + 'static) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (told, address) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            // As the program does: the frames of a page are large without optimisation.
            let mut runtime = tokio::runtime::Builder::new_multi_thread();
            let runtime = runtime.enable_all().thread_stack_size(8 << 20).build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                told.send(listener.local_addr().unwrap()).unwrap();
                let stop = async { drop(stopped.await) };
                serve_with(listener, false, router(), limits, stop).await;
            });
            runtime.shutdown_background();
        });
        Self {
            address: address.recv().unwrap(),
            release: Arc::default(),
            begun: Arc::default(),
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    pub fn connect(&self) -> Client {
        Client::new(self.address)
    }

    /// A connection that has had an answer, and is kept.
    pub fn kept(&self) -> Client {
        let mut client = self.connect();
        client.send("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
        assert_eq!(client.answer().status, 200);
        client
    }

    /// Waits until a request to `/slow` has begun.
    pub fn wait_for_begin(&self) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(self.begun.notified());
    }

    /// Tells the site to stop.
    pub fn stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits until it has begun to stop: it then takes no more connections.
    pub fn wait_for_stop(&self) {
        while TcpStream::connect(self.address).is_ok() {
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// How long the site still takes to end.
    pub fn ended(mut self) -> Duration {
        let begun = Instant::now();
        self.stop();
        self.thread.take().unwrap().join().unwrap();
        begun.elapsed()
    }
}

/// An answer, as far as tests look at it.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

/// How a connection ended for the client.
#[derive(Debug, Eq, PartialEq)]
pub enum Closed {
    /// In order.
    Ended,
    /// With a reset.
    Reset,
}

pub struct Client {
    pub stream: TcpStream,
    read: Vec<u8>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self::on(TcpStream::connect(address).unwrap())
    }

    fn on(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(FOR_EVER)).unwrap();
        stream.set_write_timeout(Some(FOR_EVER)).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, read: Vec::new() }
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).unwrap();
    }

    /// Whether all of it could be sent.
    pub fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).is_ok()
    }

    /// The status of the next answer, whatever follows.
    pub fn try_status(&mut self) -> Option<u16> {
        while !self.read.windows(12).any(|it| it.starts_with(b"HTTP/1.")) {
            self.more()?;
        }
        String::from_utf8_lossy(&self.read).split(' ').nth(1)?.get(..3)?.parse().ok()
    }

    /// A client, unless the site refuses it.
    pub fn reach(address: SocketAddr) -> Option<Self> {
        TcpStream::connect(address).ok().map(Self::on)
    }

    /// The next answer.
    pub fn answer(&mut self) -> Answer {
        self.try_answer().unwrap()
    }

    /// The next answer, unless the connection ends before it is whole.
    pub fn try_answer(&mut self) -> Option<Answer> {
        let end = loop {
            if let Some(at) = self.read.windows(4).position(|it| it == b"\r\n\r\n") {
                break at + 4;
            }
            self.more()?;
        };
        let head = String::from_utf8_lossy(&self.read[..end]).to_ascii_lowercase();
        self.read.drain(..end);
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let length = head
            .split("content-length: ")
            .nth(1)
            .map(|rest| rest.split("\r\n").next().unwrap().parse::<usize>().unwrap());
        assert!(!head.contains("transfer-encoding"), "answers are whole: {head}");
        let length = if status == 304 { 0 } else { length.unwrap_or(0) };
        while self.read.len() < length {
            self.more()?;
        }
        let body = self.read.drain(..length).collect();
        Some(Answer { status, head, body })
    }

    fn more(&mut self) -> Option<()> {
        let mut bytes = [0; 65_536];
        match self.stream.read(&mut bytes) {
            Ok(0) => None,
            Ok(count) => {
                self.read.extend_from_slice(&bytes[..count]);
                Some(())
            }
            Err(fault) if fault.kind() == ErrorKind::ConnectionReset => None,
            Err(fault) => panic!("{fault}"),
        }
    }

    /// All that still comes.
    pub fn rest(&mut self) -> Vec<u8> {
        while self.more().is_some() {}
        std::mem::take(&mut self.read)
    }

    /// Waits for the end of the connection, passing over what still comes.
    pub fn closed(&mut self) -> Closed {
        let mut bytes = [0; 65_536];
        loop {
            match self.stream.read(&mut bytes) {
                Ok(0) => return Closed::Ended,
                Ok(_) => {}
                Err(fault) if fault.kind() == ErrorKind::ConnectionReset => return Closed::Reset,
                Err(fault) => panic!("the connection stays open: {fault}"),
            }
        }
    }

    /// Whether the site has closed the connection, as far as is known by now.
    pub fn is_closed(&self) -> bool {
        self.stream.set_nonblocking(true).unwrap();
        let peeked = self.stream.peek(&mut [0]);
        self.stream.set_nonblocking(false).unwrap();
        !matches!(peeked, Err(fault) if fault.kind() == ErrorKind::WouldBlock)
    }
}
