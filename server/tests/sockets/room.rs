//! More clients than places.

use std::time::{Duration, Instant};

use server::connections::Limits;

use crate::site::{Site, patient};

const PLACES: usize = 10;

fn crowded() -> Site {
    let quickly = Duration::from_millis(50);
    let limits =
        Limits { connections: PLACES, head_yields: quickly, stalled_yields: quickly, ..patient() };
    Site::small(limits)
}

#[test]
fn the_oldest_idle_connection_gives_way() {
    let site = crowded();
    let mut idle: Vec<_> = (0..PLACES).map(|_| site.kept()).collect();
    for round in 0..PLACES {
        let newest = site.kept();
        idle.push(newest);
        idle[round].closed();
        assert!(idle[round + 1..].iter().all(|client| !client.is_closed()), "{round}");
    }
}

#[test]
fn a_visitor_is_served_whatever_the_others_wait_for() {
    let begins: [(&str, &str); 4] = [
        ("nothing", ""),
        ("half a head", "GET / HTTP/1.1\r\n"),
        ("half a body", "POST /take HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nab"),
        ("an answer that is not read", "GET /big HTTP/1.1\r\nhost: a\r\n\r\n"),
    ];
    for (what, begin) in begins {
        let site = crowded();
        let others: Vec<_> = (0..3 * PLACES)
            .map(|_| {
                let mut client = site.connect();
                client.send(begin);
                client
            })
            .collect();
        let begun = Instant::now();
        drop(site.kept());
        assert!(begun.elapsed() < Duration::from_secs(5), "{what}: {:?}", begun.elapsed());
        drop(others);
    }
}

#[test]
fn a_connection_with_a_request_never_gives_way() {
    let site = crowded();
    let mut asking: Vec<_> = (0..PLACES)
        .map(|_| {
            let mut client = site.connect();
            client.send("GET /slow HTTP/1.1\r\nhost: a\r\n\r\n");
            site.wait_for_begin();
            client
        })
        .collect();
    // It waits for the first place that becomes free.
    let mut visitor = site.connect();
    visitor.send("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
    std::thread::sleep(Duration::from_millis(200));
    assert!(!visitor.is_closed());
    site.release.notify_waiters();
    assert_eq!(visitor.answer().status, 200);
    for client in &mut asking {
        assert_eq!(client.answer().body, b"slow");
    }
}
