//! More connections than the system's limits allow.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use rustix::process::{Resource, Rlimit, getrlimit, prlimit, setrlimit};

use super::program::Server;

/// Lets this process have as many files as it may. It has one end of each connection.
fn raise_own_limit() -> usize {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();
    maximum.map_or(usize::MAX, |files| usize::try_from(files).unwrap())
}

#[test]
fn silent_connections_beyond_the_limit_on_files_do_not_close_the_site() {
    if raise_own_limit() < 1_500 {
        println!("skipped: this process may not have 1,500 files");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = "ulimit -n 1024; exec \"$@\"";
    let server = Server::by_shell(&folder.path().join("var"), script, |_| {});
    let begins: [&str; 2] = ["", "GET / HTTP/1.1\r\n"];
    for begin in begins {
        let silent: Vec<_> = (0..1_100)
            .map(|_| {
                let mut stream = TcpStream::connect(server.address()).unwrap();
                // The program may have closed it for the next by now.
                let _ = stream.write_all(begin.as_bytes());
                stream
            })
            .collect();
        let begun = Instant::now();
        assert!(server.get("/nl").starts_with("HTTP/1.1 200"));
        let took = begun.elapsed();
        println!("a visitor among 1,100 with {begin:?} is served after {took:?}");
        // One second is the promise; a debug build on a busy machine gets five.
        assert!(took < Duration::from_secs(5), "{took:?}");
        drop(silent);
    }
    let (_, log) = server.terminate();
    assert!(!log.contains("panic") && !log.contains("\"ERROR\""), "{log}");
}

#[test]
fn a_site_that_has_no_file_left_goes_on_when_it_has_one_again() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    // Fewer than the program has open.
    let before = prlimit(
        Some(server.process()),
        Resource::Nofile,
        Rlimit { current: Some(5), ..getrlimit(Resource::Nofile) },
    )
    .unwrap();
    let mut visitor = TcpStream::connect(server.address()).unwrap();
    visitor.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    visitor.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
    assert!(visitor.read(&mut [0; 100]).is_err(), "there is a file for it");
    prlimit(Some(server.process()), Resource::Nofile, before).unwrap();
    visitor.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut answer = [0; 100];
    let count = visitor.read(&mut answer).unwrap();
    assert!(answer[..count].starts_with(b"HTTP/1.1 200"));
    drop(visitor);
    let (_, log) = server.terminate();
    assert_eq!(log.matches("cannot accept connections for now").count(), 1, "{log}");
}

#[test]
fn half_requests_keep_little_memory() {
    const HALVES: usize = 3_000;
    if raise_own_limit() < HALVES + 500 {
        println!("skipped: this process may not have {HALVES} files");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    assert!(server.get("/nl").starts_with("HTTP/1.1 200"));
    let before = server.memory();
    let half = format!("GET / HTTP/1.1\r\nhost: a\r\ncookie: {}", "a".repeat(30_000));
    let halves: Vec<_> = (0..HALVES)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address()).unwrap();
            let _ = stream.write_all(half.as_bytes());
            stream
        })
        .collect();
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    let more = server.memory().saturating_sub(before);
    println!("{HALVES} half requests take {more} bytes");
    // 2,000 connections at most, with 32 kB each and what belongs to them.
    assert!(more < 128_000_000, "{more}");
    drop(halves);
}

#[test]
fn slow_readers_keep_little_memory() {
    const READERS: usize = 100;
    raise_own_limit();
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    for path in ["/sitemap.xml", "/basemap/overview"] {
        let before = server.memory();
        // Each asks until the buffers on the way are full, and reads nothing.
        let asked = format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n").repeat(30);
        let readers: Vec<_> = (0..READERS)
            .map(|_| {
                let mut stream = TcpStream::connect(server.address()).unwrap();
                stream.write_all(asked.as_bytes()).unwrap();
                stream
            })
            .collect();
        // Until no more is made, which is when nothing more is worked at.
        let mut worked = server.worked();
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = server.worked();
            if now == worked {
                break;
            }
            worked = now;
        }
        let each = server.memory().saturating_sub(before) / READERS;
        println!("{each} bytes for each slow reader of {path}");
        assert!(each < 256_000, "{each} bytes for each slow reader of {path}");
        drop(readers);
    }
}
