//! Bodies that do not come, come slowly, or are too large.

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use server::connections::Limits;

use crate::site::{Client, Closed, Site, patient};

const SHORT: Duration = Duration::from_millis(300);

#[test]
fn a_body_that_stops_coming_is_closed_and_one_that_comes_slowly_is_not() {
    let site = Site::small(Limits { body: SHORT, ..patient() });
    let mut client = site.connect();
    client.send("POST /take HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nab");
    client.closed();
    let mut client = site.connect();
    client.send("POST /take HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n");
    for _ in 0..9 {
        std::thread::sleep(SHORT / 3);
        client.send("x");
    }
    assert_eq!(client.answer().body, b"9");
}

#[test]
fn an_unread_body_is_discarded_so_that_the_answer_arrives() {
    let site = Site::small(patient());
    // axum takes two megabytes of a body; the client sends all before it reads.
    let body = vec![b'x'; 30_000_000];
    for head in ["content-length: 30000000", "content-length: 30000000\r\nconnection: close"] {
        let mut client = site.connect();
        client.send(format!("POST /take HTTP/1.1\r\nhost: a\r\n{head}\r\n\r\n"));
        client.send(&body);
        assert_eq!(client.answer().status, 413);
        assert_eq!(client.closed(), Closed::Ended);
    }
}

#[test]
fn what_is_thrown_away_has_a_bound() {
    let limits = Limits { linger: SHORT, linger_silent: SHORT, ..patient() };
    let site = Site::small(limits);
    for silent in [true, false] {
        let mut client = site.connect();
        client.send("POST /take HTTP/1.1\r\nhost: a\r\ncontent-length: 30000000\r\n\r\n");
        client.send(vec![b'x'; 2_500_000]);
        assert_eq!(client.answer().status, 413);
        let begun = Instant::now();
        while !silent && client.stream.write_all(b"x").is_ok() {
            assert!(begun.elapsed() < SHORT * 20, "it is read for ever");
            std::thread::sleep(SHORT / 10);
        }
        client.closed();
    }
}

/// The head of a spreadsheet that is sent to be checked.
fn upload(length: usize) -> String {
    format!(
        "POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: {length}\r\n\
         content-type: multipart/form-data; boundary=edge\r\n\r\n"
    )
}

fn form(file: &[u8]) -> Vec<u8> {
    let head =
        "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n";
    [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat()
}

#[test]
fn a_spreadsheet_that_is_too_large_is_refused_readably() {
    let site = Site::whole(patient());
    // By its length, before any of it has come.
    let mut client = site.connect();
    client.send(upload(11_000_000));
    let answer = client.answer();
    assert_eq!(answer.status, 413);
    assert!(String::from_utf8_lossy(&answer.body).contains("groter dan 10 MB"));
    // By its length, from a client that sends all before it reads.
    let form = form(&vec![b'x'; 40_000_000]);
    let mut client = site.connect();
    client.send(upload(form.len()));
    client.send(&form);
    assert_eq!(client.answer().status, 413);
    // Without a length. The places are those of the process, and another test takes them.
    let answer = loop {
        let mut client = site.connect();
        client.send(
            "POST /nl/check HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\
             content-type: multipart/form-data; boundary=edge\r\n\r\n",
        );
        client.send(format!("{:x}\r\n", form.len()));
        client.send(&form);
        client.send("\r\n0\r\n\r\n");
        let answer = client.answer();
        if answer.status != 503 {
            break answer;
        }
    };
    assert_eq!(answer.status, 413);
    assert!(String::from_utf8_lossy(&answer.body).contains("groter dan 10 MB"));
}

#[test]
fn slow_senders_do_not_keep_others_from_having_a_file_checked() {
    let site = Site::whole(patient());
    let slow: Vec<Client> = (0..40)
        .map(|_| {
            let mut client = site.connect();
            client.send(upload(1_000_000));
            client.send("--edge\r\n");
            client
        })
        .collect();
    let begun = Instant::now();
    loop {
        let form = form(b"Acronym,Programme,Period,Start\r\nA,Interreg North Sea,2021-2027,x\r\n");
        let mut client = site.connect();
        client.send(upload(form.len()));
        client.send(&form);
        let answer = client.answer();
        if answer.status != 503 {
            assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
            break;
        }
        assert!(answer.head.contains("retry-after: 10"));
        // It took a minute when each slow sender kept a reader.
        assert!(begun.elapsed() < Duration::from_secs(20), "slow senders hold every place");
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(slow);
}
