//! How the program stops: what has been asked is answered, the rest is let go.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    time::Duration,
};

use server::connections::Limits;

use crate::site::{Client, Site, patient};

/// Ends that wait for nothing.
const AT_ONCE: Duration = Duration::from_millis(1_000);

fn limits() -> Limits {
    Limits { drain: Duration::from_secs(20), ..patient() }
}

#[test]
fn idle_connections_are_closed_at_once() {
    let site = Site::small(limits());
    let clients = [site.connect(), site.kept(), site.kept()];
    let took = site.ended();
    assert!(took < AT_ONCE, "{took:?}");
    drop(clients);
}

#[test]
fn what_has_been_asked_is_answered() {
    let mut site = Site::small(limits());
    let mut asked: Vec<Client> = (0..20)
        .map(|_| {
            let mut client = site.connect();
            client.send("GET /slow HTTP/1.1\r\nhost: a\r\n\r\n");
            site.wait_for_begin();
            client
        })
        .collect();
    // A head that is whole just before the stop, on connections that were idle.
    let mut late: Vec<Client> = (0..20).map(|_| site.kept()).collect();
    late.iter_mut().for_each(|client| client.send("GET / HTTP/1.1\r\nhost: a\r\n\r\n"));
    site.stop();
    for client in &mut late {
        assert_eq!(client.answer().body, b"here");
    }
    site.wait_for_stop();
    site.release.notify_waiters();
    for client in &mut asked {
        let answer = client.answer();
        assert_eq!(answer.body, b"slow");
        // A client that is told does not ask again on this connection.
        assert!(answer.head.contains("connection: close"), "{}", answer.head);
    }
    drop((asked, late));
    let took = site.ended();
    assert!(took < AT_ONCE, "{took:?}");
}

#[test]
fn a_head_that_is_whole_in_time_is_answered_and_half_a_head_is_given_up() {
    let mut site = Site::small(limits());
    let mut clients = [site.connect(), site.kept(), site.connect()];
    clients.iter_mut().for_each(|client| client.send("GET / HTTP/1.1\r\n"));
    // The site has it when it answers what came later.
    drop(site.kept());
    site.stop();
    site.wait_for_stop();
    clients[..2].iter_mut().for_each(|client| client.send("host: a\r\n\r\n"));
    for client in &mut clients[..2] {
        assert_eq!(client.answer().body, b"here");
    }
    let took = site.ended();
    assert!(took < Duration::from_secs(3), "{took:?}");
}

#[test]
fn slow_readers_and_slow_answers_do_not_hold_it_longer_than_it_waits() {
    let limits = Limits { drain: Duration::from_millis(500), ..patient() };
    for path in ["/big", "/slow"] {
        let site = Site::small(limits);
        let mut clients = [site.connect(), site.connect()];
        for client in &mut clients {
            client.send(format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n"));
        }
        drop(site.kept());
        let took = site.ended();
        assert!(took >= limits.drain && took < limits.drain + AT_ONCE, "{path}: {took:?}");
    }
}

#[test]
fn no_request_is_lost_when_it_stops_under_load() {
    let mut site = Site::small(limits());
    let (answered, lost) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let stopping = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for n in 0..16 {
            let (address, answered, lost, stopping) = (site.address, &answered, &lost, &stopping);
            scope.spawn(move || {
                // Half of the clients keep their connections.
                let mut kept = None;
                while let Some(mut client) = kept.take().or_else(|| Client::reach(address)) {
                    let sent = client.try_send("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
                    // What was sent before the site was told has arrived before.
                    let in_time = sent && !stopping.load(SeqCst);
                    match client.try_answer() {
                        Some(_) => answered.fetch_add(1, SeqCst),
                        None if in_time => lost.fetch_add(1, SeqCst),
                        None => return,
                    };
                    kept = (n % 2 == 0).then_some(client);
                }
            });
        }
        while answered.load(SeqCst) < 500 {
            std::thread::sleep(Duration::from_millis(1));
        }
        stopping.store(true, SeqCst);
        site.stop();
    });
    assert_eq!(lost.load(SeqCst), 0, "of {answered:?}");
}
