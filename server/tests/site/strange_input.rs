//! Whatever is asked, the program does not fail.

use axum::http::{Method, Uri};

use crate::visit::{get, visit};

fn strange_queries() -> Vec<String> {
    let mut queries: Vec<String> = [
        "q=%FF%FE",
        "q=%00",
        "%00=%00&%FF=%FF",
        "q=%",
        "q=%zz&city=%",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "city=%3Cb%3E&theme=%22",
        "page=99999999999999999999",
        "page=4294967295",
        "page=-1&page=0&page=1e9",
        "from=99999&to=-1&from=0&to=65535",
        "from=2199&to=1900",
        "budget=99999999999999999999..&budget=NaN..inf",
        "budget=-1..-2&budget=..&budget-from=1e308",
        "bbox=NaN,NaN,inf,-inf",
        "bbox=180,90,-180,-90&bbox=1,2,3",
        "bbox=-999,-999,999,999",
        "at=NaN/0/0",
        "at=99/99/999&at=8/53",
        "sort=&sort=relevance&view=3d",
        "&&&===&=&a=b=c",
        "?&?q=?",
        "q=\u{1F9C0}%F0%9F%A7%80%E2%80%AE",
    ]
    .map(str::to_owned)
    .into();
    queries.push(format!("q={}", "a".repeat(9_000)));
    queries.push(format!("q={}", "%C3%BC".repeat(3_000)));
    queries.push(format!("q={}", "a%20".repeat(4_000)));
    queries.push("theme=food&".repeat(1_000));
    queries.push((0..1_000).map(|n| format!("city=town-{n}&")).collect());
    queries.push((0..1_000).map(|n| format!("country={n}&")).collect());
    queries.push(format!("city={}", "&".repeat(20_000)));
    queries
}

/// What no visible ASCII stands for is escaped, as every browser does.
fn ascii(query: &str) -> String {
    query.chars().map(|c| if c.is_ascii() { c.to_string() } else { "%F0%9F".to_owned() }).collect()
}

#[tokio::test]
async fn no_query_makes_a_page_fail() {
    for query in strange_queries() {
        let query = ascii(&query);
        for page in ["/nl", "/en/projects/bling", "/de/about", "/fy/nowhere"] {
            let answer = get(&format!("{page}?{query}")).await;
            let expected: &[u16] = if page == "/fy/nowhere" { &[404] } else { &[200, 303] };
            let short: String = query.chars().take(60).collect();
            assert!(
                expected.contains(&answer.status.as_u16()),
                "{page}?{short}: {}",
                answer.status
            );
            // Where it leads must be well, too, and lead no further.
            if let Some(to) = answer.header("location") {
                get(&to).await.assert_status(200);
            }
        }
    }
}

#[tokio::test]
async fn no_query_makes_the_server_functions_fail() {
    for query in strange_queries() {
        let packed: String = ascii(&query).bytes().map(|byte| format!("%{byte:02X}")).collect();
        if packed.len() < 60_000 {
            get(&format!("/api/fn/explore?lang=en&query={packed}")).await.assert_status(200);
        }
    }
}

#[tokio::test]
async fn what_was_typed_is_shown_and_never_run() {
    let typed = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%3Cimg%20src=x%20onerror=alert(1)%3E";
    for address in [format!("/en?q={typed}"), format!("/en?theme={typed}"), format!("/en/{typed}")]
    {
        let answer = get(&address).await;
        answer.assert_lacks("<script>alert").assert_lacks("<img");
    }
    let answer = get(&format!("/en?q={typed}")).await;
    let html = answer.html();
    let input = html.all("input").find(|input| input.attr("id") == Some("q")).unwrap();
    let shown = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    assert_eq!(input.attr("value"), Some(shown));
}

#[tokio::test]
async fn no_path_makes_the_site_fail_or_leave_its_house() {
    let paths = [
        "/..",
        "/../../etc/passwd",
        "/nl/../../etc/passwd",
        "/pkg/../../Cargo.toml",
        "/pkg/..%2F..%2FCargo.toml",
        "/pkg/%2e%2e/%2e%2e/Cargo.toml",
        "/pkg/",
        "/pkg/%00",
        "/nl/projects/..%2F..%2Fabout",
        "/nl/projects/%00",
        "/nl/projects/%FF%FE",
        "/%FF",
        "/%00",
        "/%2F%2F",
        "/%E2%80%AE",
        "/basemap/projects/%FF",
        "/basemap/projects/..%2Foverview",
        "//",
        "///nl",
        "/nl//projects//bling",
        "/nl/projects/bling%2F",
    ];
    for path in paths {
        let answer = get(path).await;
        let status = answer.status.as_u16();
        assert!(matches!(status, 308 | 400 | 404), "{path}: {status}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("[workspace"), "{path}");
    }
    get(&format!("/nl/projects/{}", "a".repeat(10_000))).await.assert_status(404);
    get(&format!("/{}", "a/".repeat(5_000))).await;
}

#[tokio::test]
async fn no_header_makes_the_site_fail() {
    let headers = [
        ("accept-language", "de;q=99999999999999999999, ;;;,,,"),
        ("accept-language", "nl;q=NaN, en;q=inf"),
        ("accept-encoding", "br;q=NaN, gzip;q=-1, *;q=9"),
        ("if-none-match", "W/, \", \"\", W/\"\"\""),
        ("accept", "application/json"),
        ("range", "bytes=0-1"),
    ];
    for (name, value) in headers {
        for address in ["/", "/nl", "/nl/projects/bling", "/healthz", "/sitemap.xml"] {
            let answer = visit(Method::GET, address).with(name, value).send().await;
            assert!(matches!(answer.status.as_u16(), 200 | 302), "{name}: {value} on {address}");
        }
    }
}

#[tokio::test]
async fn an_absolute_or_empty_request_target_is_answered() {
    for target in ["http://projects.example.nl/nl", "*"] {
        if target.parse::<Uri>().is_ok() {
            let answer = visit(Method::GET, target).send().await;
            assert!(!answer.status.is_server_error(), "{target}");
        }
    }
}

#[tokio::test]
async fn a_flood_of_mistakes_is_answered_with_a_few_notices() {
    for key in ["theme", "city"] {
        let query: String = (0..500).map(|n| format!("{key}=t{n}&")).collect();
        let answer = get(&format!("/en?{query}")).await;
        let html = answer.assert_status(200).html();
        let notices = html.texts_with("notices");
        assert_eq!(notices.len(), 1);
        let count = notices[0].matches("left out").count();
        assert!(count <= 10, "{count} notices about {key}");
    }
}
