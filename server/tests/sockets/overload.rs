//! More questions at once than can be answered.

use server::connections::Limits;

use crate::site::{Client, Site, patient};

#[test]
fn too_many_questions_are_told_to_come_again_and_health_and_files_are_not() {
    const ASKED: usize = 700;
    let site = Site::whole(Limits { connections: 1_000, ..patient() });
    let mut asking: Vec<Client> = (0..ASKED).map(|_| site.connect()).collect();
    for (n, client) in asking.iter_mut().enumerate() {
        client.send(format!("GET /en?page={} HTTP/1.1\r\nhost: a\r\n\r\n", n % 2 + 1));
    }
    for path in ["/healthz", "/readyz", "/robots.txt", "/tiles/0/0/0.mvt"] {
        let mut client = site.connect();
        client.send(format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n"));
        assert_eq!(client.answer().status, 200, "{path}");
    }
    let answers: Vec<_> = asking.iter_mut().map(Client::answer).collect();
    let (busy, made): (Vec<_>, Vec<_>) = answers.iter().partition(|it| it.status == 503);
    assert!(!busy.is_empty() && !made.is_empty(), "{} of {ASKED} were refused", busy.len());
    assert!(made.iter().all(|answer| answer.status == 200));
    for answer in busy {
        assert!(answer.head.contains("retry-after: 1\r\n"), "{}", answer.head);
        assert!(answer.head.contains("cache-control: no-store"), "{}", answer.head);
        let page = String::from_utf8_lossy(&answer.body);
        for words in ["lang=\"nl\"", "lang=\"en\"", "lang=\"de\"", "lang=\"fy\"", "erg druk"] {
            assert!(page.contains(words), "{page}");
        }
    }
    // What is known costs nothing.
    let mut client = site.connect();
    client.send("GET /en HTTP/1.1\r\nhost: a\r\n\r\n");
    assert_eq!(client.answer().status, 200);
}
