//! What may be kept, by whom, and when it need not be sent again.

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{get, site, visit};

/// Addresses whose answers are the same until build, catalogue or day changes.
const STEADY: [&str; 7] = [
    "/nl",
    "/en?city=assen&sort=title",
    "/de/projects/bling",
    "/fy/about",
    "/api/fn/explore?lang=nl&query=",
    "/basemap/overview",
    "/basemap/projects/bling",
];

#[tokio::test]
async fn who_has_the_page_is_told_so_without_body_or_policy() {
    for address in STEADY {
        let first = get(address).await;
        first.assert_status(200).assert_policy(Policy::Revalidate);
        let etag = first.header("etag").unwrap();
        assert!(etag.starts_with("W/\"") && etag.ends_with('"'), "{etag}");
        let known = [etag.clone(), format!("\"other\", {etag}"), etag.replace("W/", "")];
        for known in known {
            let again = visit(Method::GET, address).with("if-none-match", &known).send().await;
            again
                .assert_status(304)
                .assert_policy(Policy::Revalidate)
                .assert_header("etag", &etag)
                // It would replace the stored one, and block the stored page's scripts.
                .assert_no_header("content-security-policy");
            assert!(again.body.is_empty());
        }
        let other = visit(Method::GET, address).with("if-none-match", "W/\"other\"").send().await;
        other.assert_status(200);
    }
}

#[tokio::test]
async fn another_address_day_or_build_is_another_version() {
    let sites = [site("2026-11-24", "one"), site("2026-11-25", "one"), site("2026-11-24", "two")];
    let mut etags = Vec::new();
    for site in &sites {
        for address in ["/nl", "/en", "/nl?city=assen", "/nl/projects/bling"] {
            let answer = visit(Method::GET, address).send_to(site).await;
            etags.push(answer.header("etag").unwrap());
        }
    }
    let count = etags.len();
    etags.sort();
    etags.dedup();
    assert_eq!(etags.len(), count);
}

#[tokio::test]
async fn several_servers_of_one_build_agree_on_the_version() {
    let etag = async |site| visit(Method::GET, "/nl").send_to(&site).await.header("etag");
    let (one, two) = (site("2026-11-24", "same"), site("2026-11-24", "same"));
    assert_eq!(etag(one).await, etag(two).await);
}

#[tokio::test]
async fn errors_and_health_are_not_cached() {
    for address in ["/nl/nowhere", "/xx", "/nl/projects/atlantis", "/healthz", "/readyz"] {
        get(address).await.assert_policy(Policy::Never).assert_no_header("etag");
    }
}

#[tokio::test]
async fn a_missing_page_is_missing_even_for_who_claims_to_have_any_version() {
    for address in ["/xx", "/nl/projects/atlantis", "/basemap/projects/atlantis"] {
        let answer = visit(Method::GET, address).with("if-none-match", "*").send().await;
        answer.assert_status(404);
    }
}

#[tokio::test]
async fn what_robots_read_is_kept_for_an_hour() {
    for address in ["/robots.txt", "/sitemap.xml"] {
        get(address).await.assert_status(200).assert_policy(Policy::Hour);
    }
}

#[tokio::test]
async fn pages_are_compressed_as_the_visitor_can_read_them() {
    for (accepted, encoding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
        let answer = visit(Method::GET, "/nl").with("accept-encoding", accepted).send().await;
        answer.assert_header("content-encoding", encoding).assert_header("vary", "accept-encoding");
    }
    get("/nl").await.assert_no_header("content-encoding");
}

#[test]
fn each_policy_says_what_it_is_called() {
    assert_eq!(Policy::Revalidate.header(), "private, no-cache");
    assert_eq!(Policy::Never.header(), "no-store");
    assert_eq!(Policy::Hour.header(), "public, max-age=3600");
}
