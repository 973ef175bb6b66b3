//! How long a client may take.

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use server::connections::Limits;

use crate::site::{Client, Closed, Site, patient};

const SHORT: Duration = Duration::from_millis(300);

#[test]
fn a_silent_connection_is_closed() {
    let site = Site::small(Limits { idle: SHORT, ..patient() });
    let begun = Instant::now();
    let (mut new, mut kept) = (site.connect(), site.kept());
    assert_eq!((new.closed(), kept.closed()), (Closed::Ended, Closed::Ended));
    assert!(begun.elapsed() >= SHORT);
}

#[test]
fn half_a_head_is_closed_whatever_is_in_it() {
    let site = Site::small(Limits { head: SHORT, ..patient() });
    for half in ["G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nhost: a\r\n", "\r\n\r\n"] {
        let mut client = site.connect();
        client.send(half);
        client.closed();
        // The same on a connection that has had an answer.
        let mut client = site.kept();
        client.send(half);
        client.closed();
    }
}

#[test]
fn a_head_that_drips_is_closed_too() {
    let site = Site::small(Limits { head: SHORT, ..patient() });
    for begin in ["GET / HTTP/1.1\r\nhost: a\r\n", "GET /", "\r\n"] {
        let mut client = site.connect();
        client.send(begin);
        // Each byte comes sooner than the limit, and the whole never.
        while client.stream.write_all(b"\n\r"[..1].as_ref()).is_ok() && !client.is_closed() {
            std::thread::sleep(SHORT / 10);
        }
    }
}

#[test]
fn the_limit_on_heads_does_not_close_what_is_idle() {
    let site = Site::small(Limits { head: SHORT, ..patient() });
    let mut clients = [site.connect(), site.kept()];
    std::thread::sleep(SHORT * 3);
    for client in &mut clients {
        client.send("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
        assert_eq!(client.answer().status, 200);
    }
}

#[test]
fn a_slow_answer_is_waited_for() {
    let limits = Limits { head: SHORT, idle: SHORT, body: SHORT, write: SHORT, ..patient() };
    let site = Site::small(limits);
    let mut client = site.connect();
    client.send("GET /slow HTTP/1.1\r\nhost: a\r\n\r\n");
    std::thread::sleep(SHORT * 3);
    site.release.notify_one();
    assert_eq!(client.answer().body, b"slow");
}

#[test]
fn heads_that_come_in_pieces_or_together_are_answered() {
    let site = Site::small(patient());
    let mut client: Client = site.connect();
    for piece in ["GET / HT", "TP/1.1\r\nho", "st: a\r\n\r", "\n"] {
        client.send(piece);
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(client.answer().status, 200);
    client.send("GET / HTTP/1.1\r\nhost: a\r\n\r\n".repeat(50));
    for _ in 0..50 {
        assert_eq!(client.answer().body, b"here");
    }
}

#[test]
fn an_address_of_8192_bytes_is_read_and_a_head_without_end_is_refused() {
    let site = Site::small(patient());
    let mut client = site.connect();
    let query = "a".repeat(8_192);
    client.send(format!("GET /?{query} HTTP/1.1\r\nhost: a\r\ncookie: {query}\r\n\r\n"));
    assert_eq!(client.answer().status, 200);
    let mut client = site.connect();
    client.send(format!("GET / HTTP/1.1\r\nhost: a\r\ncookie: {}\r\n\r\n", "a".repeat(900_000)));
    assert_eq!(client.answer().status, 431);
}
