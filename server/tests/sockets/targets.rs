//! Request lines and heads that no browser sends. No answer is a failure, the log has no
//! panic, and the next request is served.

use crate::site::{Client, Site, patient};

/// The connection is closed without an answer.
const CLOSED: u16 = 0;

/// What is sent, and the statuses that are right.
const HOSTILE: &[(&str, &[u16])] = &[
    // Authority form, which names no page.
    ("OPTIONS a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("HEAD a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("POST a:80 HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n", &[400]),
    ("DELETE localhost HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("BREW [::1]:1 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET user:word@a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("OPTIONS a:80 HTTP/1.0\r\n\r\n", &[400]),
    ("CONNECT a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("CONNECT /nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("CONNECT http://a/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    // The asterisk.
    ("OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET * HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET *? HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    // The absolute form, which every server must understand.
    ("GET http://a/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[200]),
    ("GET http://a/nl/nowhere HTTP/1.1\r\nhost: a\r\n\r\n", &[404]),
    ("GET http://a HTTP/1.1\r\nhost: a\r\n\r\n", &[302, 303, 307]),
    ("GET http://a?q=1 HTTP/1.1\r\nhost: a\r\n\r\n", &[302, 303, 307]),
    ("GET HTTP://A/nl HTTP/1.1\r\nhost: b\r\n\r\n", &[200]),
    ("GET http://[::1]:9/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[200]),
    ("GET http://a:99999/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[200, 400]),
    ("GET http://u:p@a/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[200, 400]),
    ("GET http:///nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET http: HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET ftp://a/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET file:///etc/passwd HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET javascript:alert(1) HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("OPTIONS http://a HTTP/1.1\r\nhost: a\r\n\r\n", &[200, 204, 405]),
    // Targets that are no target.
    ("GET  HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET ? HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET ?q=1 HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET # HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET \\nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET %2Fnl HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET /nl\u{0} HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET /nl /en HTTP/1.1\r\nhost: a\r\n\r\n", &[400]),
    ("GET //a/nl HTTP/1.1\r\nhost: a\r\n\r\n", &[301, 302, 303, 307, 308, 404]),
    ("GET //a:80 HTTP/1.1\r\nhost: a\r\n\r\n", &[301, 302, 303, 307, 308, 404]),
    ("GET /nl#part HTTP/1.1\r\nhost: a\r\n\r\n", &[200, 400]),
    ("GET /ü HTTP/1.1\r\nhost: a\r\n\r\n", &[400, 404]),
    // Versions and methods.
    ("GET /nl\r\n\r\n", &[400]),
    ("GET /nl HTTP/0.9\r\n\r\n", &[400, 505]),
    ("GET /nl HTTP/2.0\r\nhost: a\r\n\r\n", &[400, 505]),
    ("GET /nl HTTP/1.2\r\nhost: a\r\n\r\n", &[400, 505]),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", &[CLOSED, 400, 505]),
    ("GET /nl HTTP/1.0\r\n\r\n", &[200]),
    ("get /nl HTTP/1.1\r\nhost: a\r\n\r\n", &[400, 405]),
    ("BREW /nl HTTP/1.1\r\nhost: a\r\n\r\n", &[405]),
    ("TRACE /nl HTTP/1.1\r\nhost: a\r\n\r\n", &[405]),
    ("PUT /healthz HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n", &[405]),
    ("\r\n\r\nGET /nl HTTP/1.1\r\nhost: a\r\n\r\n", &[200]),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\r\n\r\n", &[400]),
    ("SSH-2.0-OpenSSH\r\n\r\n", &[400]),
    // Hosts.
    ("GET /nl HTTP/1.1\r\n\r\n", &[200, 400]),
    ("GET /nl HTTP/1.1\r\nhost:\r\n\r\n", &[200, 400]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n", &[200, 400]),
    ("GET /nl HTTP/1.1\r\nhost: \"><script>\r\n\r\n", &[200, 400]),
    ("GET /nl HTTP/1.1\r\nhost: [::\r\n\r\n", &[200, 400]),
    // Headers.
    ("GET /nl HTTP/1.1\r\nhost a\r\n\r\n", &[400]),
    ("GET /nl HTTP/1.1\r\n: a\r\n\r\n", &[400]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\n folded\r\n\r\n", &[200, 400]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\nexpect: a miracle\r\n\r\n", &[200, 417]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n", &[200]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\nrange: bytes=9-1,-5\r\n\r\n", &[200]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\naccept-encoding: ;;,q=9,\u{e9}\r\n\r\n", &[200]),
    ("GET / HTTP/1.1\r\nhost: a\r\naccept-language: ;q=,*;q=9,\u{e9}\r\n\r\n", &[302, 303, 307]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\nif-none-match: W/\"\r\nreferer: \u{e9}:\r\n\r\n", &[200]),
    // Bodies.
    ("POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n", &[400]),
    (
        "POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        &[400],
    ),
    (
        "POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999\r\n\r\n",
        &[400, 413],
    ),
    (
        "POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: 18446744073709551615\r\n\r\n",
        &[400, 413, 431],
    ),
    ("POST /nl/check HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip\r\n\r\n", &[400, 501]),
    ("POST /nl/check HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", &[400]),
    ("POST /nl/check HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n", &[400]),
    ("GET /nl HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhello", &[200]),
    ("HEAD /nl HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n", &[200]),
];

#[test]
fn no_request_line_and_no_head_makes_the_site_fail() {
    let site = Site::whole(patient());
    for (sent, right) in HOSTILE {
        let mut client: Client = site.connect();
        client.send(sent);
        let status = client.try_status().unwrap_or(CLOSED);
        assert!(right.contains(&status), "{status} for {sent:?}");
        let mut next = site.connect();
        next.send("GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n");
        assert_eq!(next.answer().status, 200, "after {sent:?}");
    }
}

#[test]
fn refusals_have_the_headers_of_everything_else() {
    let site = Site::whole(patient());
    let mut client = site.connect();
    client.send("OPTIONS a:80 HTTP/1.1\r\nhost: a\r\n\r\n");
    let answer = client.answer();
    assert_eq!(answer.status, 400);
    for header in ["x-content-type-options: nosniff", "cache-control: no-store"] {
        assert!(answer.head.contains(header), "{}", answer.head);
    }
    // The connection is as good as before.
    client.send("GET /nl HTTP/1.1\r\nhost: a\r\n\r\n");
    assert_eq!(client.answer().status, 200);
}
