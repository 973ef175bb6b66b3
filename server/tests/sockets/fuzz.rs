//! A hundred thousand hostile requests over sockets, with `cargo xtask test --thorough`.

use std::time::Duration;

use server::connections::Limits;

use crate::site::{Client, Site, patient};

/// Statuses of five hundred and more that are right: not implemented, too busy, a version
/// of HTTP that is not spoken.
const RIGHT: [u16; 3] = [501, 503, 505];

/// Pseudo-random numbers (xorshift), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize
    }

    fn below(&mut self, bound: usize) -> usize {
        self.next() % bound
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..self.below(most + 1)).map(|_| self.next() as u8).collect()
    }
}

const METHODS: [&str; 12] = [
    "GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "CONNECT", "PUT", "TRACE", "get", "B-R",
];

const PATHS: [&str; 34] = [
    "/",
    "/nl",
    "/en",
    "/de",
    "/fy",
    "/xx",
    "/nl/",
    "/nl/about",
    "/nl/widget",
    "/nl/embed",
    "/nl/check",
    "/nl/fragment",
    "/nl/projects/bling",
    "/en/projects/nowhere",
    "/nl/widget/projects/bling",
    "/api/fn/explore",
    "/api/fn/",
    "/api/fn/markers",
    "/basemap/overview",
    "/basemap/projects/bling",
    "/tiles/3/4/2",
    "/tiles/99/-1/x",
    "/tiles/custom/light/1/1/1",
    "/pkg/app.js",
    "/oembed",
    "/robots.txt",
    "/sitemap.xml",
    "/healthz",
    "/social/nl.png",
    "/nl/check/template.xlsx",
    "a:80",
    "*",
    "http://a/nl",
    "//",
];

const KEYS: [&str; 25] = [
    "q",
    "city",
    "theme",
    "country",
    "programme",
    "strand",
    "period",
    "status",
    "from",
    "to",
    "budget",
    "page",
    "sort",
    "view",
    "bbox",
    "at",
    "layer",
    "lang",
    "query",
    "url",
    "format",
    "lock",
    "seek",
    "shown",
    "unknown",
];

const VALUES: [&str; 25] = [
    "8.5/53.2194/6.5665",
    "",
    "1",
    "-1",
    "99999999999999999999",
    "NL",
    "assen",
    "nl",
    "map",
    "NaN,inf,-inf,1e999",
    "5.9,52.9,7.1,53.6",
    "2020",
    "A",
    "%00",
    "%FF%FE",
    "%",
    "%zz",
    "%F0%9F%A7%80",
    "\"><script>",
    "..%2F..%2F",
    "a+b+c+d",
    "network",
    "json",
    "https%3A%2F%2Fa%2Fnl",
    "1..2",
];

const HEADERS: [&str; 20] = [
    "accept: text/html",
    "accept-encoding: br, gzip",
    "accept-encoding: ;q=,\u{e9}",
    "accept-language: de;q=0.5, *",
    "if-none-match: *",
    "if-none-match: W/\"a\",,",
    "range: bytes=0-",
    "content-length: 0",
    "content-length: 5",
    "content-length: x",
    "transfer-encoding: chunked",
    "content-type: multipart/form-data; boundary=e",
    "content-type: multipart/form-data",
    "te: ,",
    "expect: 100-continue",
    "connection: close",
    "connection: upgrade",
    "upgrade: websocket",
    "referer: http://[",
    "origin: null",
];

/// A target from the parts above.
fn target(random: &mut Random) -> Vec<u8> {
    let mut target = random.of(&PATHS).as_bytes().to_vec();
    let mut mark = b'?';
    for _ in 0..random.below(5) {
        target.push(mark);
        mark = b'&';
        target.extend_from_slice(random.of(&KEYS).as_bytes());
        target.push(b'=');
        let repeats = if random.one_in(50) { random.below(400) } else { 1 };
        target.extend_from_slice(random.of(&VALUES).repeat(repeats).as_bytes());
    }
    target
}

/// A request that may be right.
fn request(random: &mut Random) -> Vec<u8> {
    let mut bytes = format!("{} ", random.of(&METHODS)).into_bytes();
    bytes.extend(target(random));
    bytes.extend_from_slice(b" HTTP/1.1\r\n");
    if !random.one_in(20) {
        bytes.extend_from_slice(b"host: a\r\n");
    }
    for _ in 0..random.below(5) {
        bytes.extend_from_slice(random.of(&HEADERS).as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    if random.one_in(4) {
        let body = ["hello", "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "--e\r\n\r\nx\r\n--e--\r\n"];
        bytes.extend_from_slice(random.of(&body).as_bytes());
    }
    bytes
}

/// The same, with bytes that are changed, left out and put in.
fn damaged(random: &mut Random, mut bytes: Vec<u8>) -> Vec<u8> {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len().max(1));
        match random.below(4) {
            0 => bytes.truncate(at),
            1 => bytes.splice(at..at, random.bytes(20)).for_each(drop),
            _ if bytes.is_empty() => {}
            2 => bytes[at] = random.next() as u8,
            _ => drop(bytes.remove(at)),
        }
    }
    bytes
}

/// Statuses of all answers in what was read; where a body has such a line, it counts too.
fn statuses(read: &[u8]) -> Vec<u16> {
    let lines = read.windows(12).filter(|line| line.starts_with(b"HTTP/1."));
    lines.filter_map(|line| std::str::from_utf8(&line[9..12]).ok()?.parse().ok()).collect()
}

fn converse(site: &Site, random: &mut Random, requests: usize) {
    let sent: Vec<Vec<u8>> = (0..requests)
        .map(|_| {
            let sent = request(random);
            if random.one_in(3) { damaged(random, sent) } else { sent }
        })
        .collect();
    let sent = sent.concat();
    let mut client: Client = site.connect();
    // The site may close in the middle of what is sent.
    let _ = client.try_send(&sent);
    // It closes a connection of which no more comes, soon.
    let read = client.rest();
    for status in statuses(&read) {
        let shown = String::from_utf8_lossy(&sent);
        assert!(status < 500 || RIGHT.contains(&status), "{status} for {shown:?}");
    }
}

fn fuzz(requests: usize) {
    let soon = Duration::from_millis(200);
    let limits = Limits { body: soon, head: soon, idle: soon, linger_silent: soon, ..patient() };
    let site = Site::whole(limits);
    let clients = 32;
    std::thread::scope(|scope| {
        for client in 0..clients {
            let site = &site;
            scope.spawn(move || {
                let mut random = Random(0x1234_5678_9abc_def0 + client);
                let mut left = requests / clients as usize;
                while left > 0 {
                    let together = (1 + random.below(20)).min(left);
                    converse(site, &mut random, together);
                    left -= together;
                }
            });
        }
    });
    // The site is as well as before.
    let mut client = site.connect();
    client.send("GET /nl HTTP/1.1\r\nhost: a\r\n\r\n");
    assert_eq!(client.answer().status, 200);
}

#[test]
fn a_thousand_hostile_requests_get_no_failure() {
    fuzz(1_000);
}

#[test]
#[ignore = "takes minutes: --thorough"]
fn a_hundred_thousand_hostile_requests_get_no_failure_and_keep_little_memory() {
    fuzz(1_000);
    let before = resident();
    fuzz(100_000);
    let more = resident().saturating_sub(before);
    println!("{more} bytes more after it");
    assert!(more < 300_000_000, "{more}");
}

/// Memory of this process, in bytes, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .map_or(0, |kilobytes| kilobytes.parse::<usize>().unwrap() * 1_024)
}
