//! Clients that read slowly, or not at all.

use std::time::{Duration, Instant};

use server::connections::Limits;

use crate::site::{BIG, Site, patient};

const SHORT: Duration = Duration::from_millis(300);

#[test]
fn a_client_that_takes_nothing_of_its_answer_is_closed() {
    let site = Site::small(Limits { write: SHORT, ..patient() });
    let mut client = site.connect();
    client.send("GET /big HTTP/1.1\r\nhost: a\r\n\r\n");
    std::thread::sleep(SHORT * 4);
    assert!(client.try_answer().is_none(), "an answer that was not taken in time is whole");
}

#[test]
fn a_client_that_reads_slowly_gets_its_answer() {
    let site = Site::small(Limits { write: SHORT * 3, ..patient() });
    let mut client = site.connect();
    let begun = Instant::now();
    client.send("GET /big HTTP/1.1\r\nhost: a\r\n\r\n");
    let mut left = BIG;
    let mut bytes = vec![0; 1_000_000];
    while left > 0 {
        std::thread::sleep(SHORT / 3);
        left = left.saturating_sub(std::io::Read::read(&mut client.stream, &mut bytes).unwrap());
    }
    assert!(begun.elapsed() > SHORT * 3, "it took longer than the limit");
}
