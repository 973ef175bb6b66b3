//! Starting and stopping, as a service manager does it.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    os::{fd::OwnedFd, unix::net::UnixDatagram},
    process::Stdio,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    time::Duration,
};

use super::program::{Server, get};

/// The program drains for five seconds at most.
const DRAIN: Duration = Duration::from_secs(7);

#[test]
fn half_a_request_and_a_slow_reader_do_not_hold_the_stop() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    let mut half = TcpStream::connect(server.address()).unwrap();
    half.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    // Pages without end, of which it reads nothing.
    let mut reader = TcpStream::connect(server.address()).unwrap();
    reader.write_all("GET /nl HTTP/1.1\r\nhost: a\r\n\r\n".repeat(30).as_bytes()).unwrap();
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    let (took, log) = server.terminate();
    println!("stopped after {took:?}");
    assert!(took < DRAIN, "{took:?}");
    assert!(log.contains("stopped"), "{log}");
    drop((half, reader));
}

#[test]
fn an_idle_program_stops_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    let mut idle = TcpStream::connect(server.address()).unwrap();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    assert!(idle.read(&mut [0; 1_000]).unwrap() > 0);
    let (took, _) = server.terminate();
    assert!(took < Duration::from_secs(2), "{took:?}");
}

#[test]
fn the_service_manager_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let told = UnixDatagram::bind(&path).unwrap();
    told.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let next = || {
        let mut bytes = [0; 100];
        let count = told.recv(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..count]).into_owned()
    };
    let server = Server::by_shell(&folder.path().join("var"), "exec \"$@\"", |command| {
        command.env("NOTIFY_SOCKET", &path);
    });
    assert_eq!(next(), "READY=1");
    server.terminate();
    assert_eq!(next(), "STOPPING=1");
}

/// The program on a socket that another process holds as well.
fn activated(folder: &std::path::Path, listener: &TcpListener) -> Server {
    let script = "exec 3<&0 0</dev/null; LISTEN_PID=$$ LISTEN_FDS=1; export LISTEN_PID LISTEN_FDS; \
                  exec \"$@\"";
    let socket = OwnedFd::from(listener.try_clone().unwrap());
    Server::by_shell(&folder.join("var"), script, |command| {
        command.stdin(Stdio::from(socket));
    })
}

#[test]
fn a_restart_refuses_no_one_where_the_service_manager_keeps_the_socket() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let mut server = activated(folder.path(), &listener);
    assert_eq!(server.address(), address);
    let (over, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    let last = std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while !over.load(SeqCst) {
                    // Refused and reset connections end the test.
                    let answer = get(&address, "/healthz");
                    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:?}");
                    answered.fetch_add(1, SeqCst);
                }
            });
        }
        for _ in 0..3 {
            let before = answered.load(SeqCst);
            while answered.load(SeqCst) < before + 100 {
                std::thread::sleep(Duration::from_millis(5));
            }
            server.terminate();
            server = activated(folder.path(), &listener);
        }
        over.store(true, SeqCst);
        // It serves until the last thread has had its answer.
        server
    });
    drop(last);
    println!("{answered:?} requests over three restarts");
}
