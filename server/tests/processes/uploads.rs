//! What strangers send to `/check` neither ends the server nor fills the machine.
//!
//! Each hostile file is sent twice at once to the real program. Whatever it is,
//! the answer is a page with a sentence, in time; the server and the processes
//! that judge stay below 512 MB together, and the memory comes back.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    time::{Duration, Instant},
};

use super::{
    hostile::{File, corpus},
    program::Server,
};

/// Kilobytes that the whole service may take at any moment.
const MOST: u64 = 512_000;

/// What is allowed for a file under a megabyte, and for any. A debug build is
/// twenty times as slow as the program that is shipped; the bound for any file is
/// a clock's and holds in both.
const SMALL: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });
const ANY: Duration = Duration::from_secs(20);

const EDGE: &str = "----edge";

/// Sends a file and gives the status and the page.
fn send(address: &str, (name, bytes): &File) -> (u16, String) {
    let head = format!(
        "--{EDGE}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
    );
    let tail = format!("\r\n--{EDGE}--\r\n");
    let length = head.len() + bytes.len() + tail.len();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    write!(
        stream,
        "POST /en/check HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={EDGE}\r\ncontent-length: {length}\r\n\r\n"
    )
    .unwrap();
    // A server that refuses early need not take the rest.
    let _ =
        [head.as_bytes(), bytes, tail.as_bytes()].iter().try_for_each(|it| stream.write_all(it));
    let mut page = Vec::new();
    let _ = stream.read_to_end(&mut page);
    let page = String::from_utf8_lossy(&page).into_owned();
    let status = page.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    (status, page)
}

/// What the page says of the file.
fn sentence(page: &str) -> String {
    let verdict = page.split("class=\"verdict").nth(1).unwrap_or_default();
    let inside = verdict.split_once('>').map_or("", |(_, inside)| inside);
    let inside = inside.split("</p>").next().unwrap_or_default();
    let words = inside.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    words.collect::<String>().chars().take(110).collect()
}

/// Kilobytes of memory of a process, by the name of a line of its status.
fn memory(process: u32, line: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|it| it.starts_with(line)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|it| it.parse().ok()).unwrap_or(0)
}

/// The processes that a process has started.
fn children(process: u32) -> Vec<u32> {
    let path = format!("/proc/{process}/task");
    let tasks = std::fs::read_dir(path).into_iter().flatten().flatten();
    let lists = tasks.map(|task| std::fs::read_to_string(task.path().join("children")));
    let lists: Vec<String> = lists.map(Result::unwrap_or_default).collect();
    lists.iter().flat_map(|list| list.split_whitespace()).filter_map(|it| it.parse().ok()).collect()
}

/// Whether a file is sent: those whose name has what `UPLOAD` says, `.` for all.
/// Without it a debug build leaves out those that it reads until its time is over.
fn wanted(name: &str, only: Option<&str>) -> bool {
    const SLOW: [&str; 14] = [
        "bomb-cells",
        "bomb-depth.",
        "bomb-empty-rows",
        "bomb-merged",
        "repeat-1MB",
        "repeat-cell",
        "repeat-shared-formula",
        "repeat-sheets-900",
        "bomb-strings-1",
        "text-projects",
        "text-same-name",
        "text-separators",
        "text-small-same-name",
        "text-towns",
    ];
    match only {
        Some(only) => name.contains(only),
        None => !cfg!(debug_assertions) || !SLOW.iter().any(|slow| name.starts_with(slow)),
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_upload_ends_the_server_or_fills_the_machine() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&folder.path().join("var"));
    let (address, process) = (server.address(), server.id());
    let only = std::env::var("UPLOAD").ok();
    // One honest file first, so that what is loaded once is loaded.
    let honest = (
        "honest.csv".to_owned(),
        b"Acronym,Programme,Period\nA,Interreg North Sea,2021-2027\n".to_vec(),
    );
    assert_eq!(send(&address, &honest).0, 200);
    let before = memory(process, "VmRSS");
    println!("{before} kB before");
    let (mut peak, mut worst) = (0, Vec::new());
    for file in corpus().into_iter().filter(|(name, _)| wanted(name, only.as_deref())) {
        let (over, most) = (AtomicBool::new(false), AtomicU64::new(0));
        let begun = Instant::now();
        let answers: Vec<_> = std::thread::scope(|scope| {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let judging = children(process);
                    let all = memory(process, "VmRSS")
                        + judging.iter().map(|child| memory(*child, "VmRSS")).sum::<u64>();
                    most.fetch_max(all, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(2));
                }
            });
            let ask = || {
                let begun = Instant::now();
                let (status, page) = send(&address, &file);
                (status, page, begun.elapsed())
            };
            let both = [scope.spawn(ask), scope.spawn(ask)];
            let answers = both.map(|sent| sent.join().unwrap());
            over.store(true, Ordering::Relaxed);
            answers.into_iter().collect()
        });
        let (name, bytes) = &file;
        let most = most.into_inner();
        peak = peak.max(most);
        for (status, page, took) in answers {
            let said = sentence(&page);
            println!("{name}: {} kB, {status}, {took:.2?}, {most} kB, {said}", bytes.len() / 1000);
            if ![200, 413, 422].contains(&status) || said.is_empty() {
                worst.push(format!(
                    "{name}: {status} {}",
                    page.chars().take(200).collect::<String>()
                ));
            }
            let allowed = if bytes.len() < 1_000_000 { SMALL } else { ANY };
            if took > allowed {
                worst.push(format!("{name}: {took:?}"));
            }
        }
        if most > MOST {
            worst.push(format!("{name}: {most} kB"));
        }
        println!("    {:.2?}, then {} kB", begun.elapsed(), memory(process, "VmRSS"));
    }
    assert_eq!(send(&address, &honest).0, 200, "the server lives");
    assert!(children(process).is_empty(), "no process stays behind");
    let (after, high) = (memory(process, "VmRSS"), memory(process, "VmHWM"));
    println!("peak {peak} kB of all, {high} kB of the server; {after} kB after");
    assert!(worst.is_empty(), "{worst:#?}");
    assert!(after < before + 100_000, "{before} kB before, {after} kB after");
}
