//! Who may show a page in a frame.

use axum::http::Method;

use crate::visit::{Answer, LANGUAGES, PUBLIC_URL, get, get_from, site_framed_by, visit};

const WIDGETS: [&str; 3] = ["/nl/widget", "/fy/widget?city=assen", "/en/widget/projects/bling"];
const OTHERS: [&str; 5] = ["/nl", "/nl/projects/bling", "/nl/about", "/nl/widgets", "/xx/widget"];

#[track_caller]
fn assert_ancestors(answer: &Answer, expected: &str) {
    let policy = answer.header("content-security-policy").unwrap();
    let directive = policy.split("; ").find_map(|it| it.strip_prefix("frame-ancestors "));
    assert_eq!(directive, Some(expected), "{policy}");
    // It knows no lists, and some browsers would believe it.
    answer.assert_no_header("x-frame-options");
}

#[tokio::test]
async fn everybody_may_frame_the_widget_and_nothing_else() {
    for page in WIDGETS {
        assert_ancestors(&get(page).await, "*");
    }
    for page in OTHERS {
        assert_ancestors(&get(page).await, "'self'");
    }
    assert_ancestors(&get("/sitemap.xml").await, "'none'");
}

#[tokio::test]
async fn with_a_list_the_policy_of_the_widget_has_it_and_no_other_page_does() {
    let site = site_framed_by(&["https://www.assen.nl", "https://*.emmen.nl"]);
    for page in WIDGETS {
        let answer = get_from(&site, page).await;
        assert_ancestors(&answer, "'self' https://www.assen.nl https://*.emmen.nl");
    }
    for page in OTHERS {
        assert_ancestors(&get_from(&site, page).await, "'self'");
    }
    assert_ancestors(&get_from(&site_framed_by(&[]), "/nl/widget").await, "'self'");
}

async fn framed(site: &axum::Router, page: &str, by: Option<&str>, dest: &str) -> Answer {
    let visit = visit(Method::GET, page).with("sec-fetch-dest", dest);
    let visit = match by {
        Some(by) => visit.with("referer", by),
        None => visit,
    };
    visit.send_to(site).await
}

#[tokio::test]
async fn who_is_refused_reads_why_in_a_page_that_can_be_seen_and_do_nothing() {
    let site = site_framed_by(&["https://www.assen.nl"]);
    for lang in LANGUAGES {
        let page = format!("/{lang}/widget/projects/bling?city=assen&lock=x&q=%22%3E%3Cb%3E");
        let answer = framed(&site, &page, Some("https://example.org/"), "iframe").await;
        answer
            .assert_status(403)
            .assert_header("cache-control", "no-store")
            .assert_header("content-type", "text/html; charset=utf-8")
            .assert_header(
                "content-security-policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors *",
            )
            .assert_lacks("<b>");
        let html = answer.html();
        assert_eq!(html.first("html").attr("lang"), Some(lang));
        assert_eq!(html.all("script").count() + html.all("link").count(), 0);
        let link = html.first("a");
        assert_eq!(link.attr("target"), Some("_blank"));
        assert_eq!(link.attr("rel"), Some("noopener"));
        let whole = format!("/{lang}/projects/bling?q=%22%3E%3Cb%3E&city=assen");
        assert_eq!(link.attr("href"), Some(&*whole));
        assert_eq!(html.all("p").count(), 2);
    }
}

#[tokio::test]
async fn who_is_listed_or_ours_or_says_nothing_is_left_to_the_policy() {
    let site = site_framed_by(&["https://www.assen.nl", "https://*.emmen.nl"]);
    let ours = format!("{PUBLIC_URL}/nl/embed");
    for by in [
        None,
        Some("https://www.assen.nl/"),
        Some("https://raad.emmen.nl/"),
        Some(&*ours),
        Some("nonsense"),
    ] {
        let answer = framed(&site, "/nl/widget", by, "iframe").await;
        assert_ne!(answer.status, 403, "{by:?}");
        assert_ancestors(&answer, "'self' https://www.assen.nl https://*.emmen.nl");
    }
    let stranger = Some("https://example.org/");
    assert_ne!(framed(&site, "/nl/widget", stranger, "document").await.status, 403);
    framed(&site, "/nl", stranger, "iframe").await.assert_status(200);
    let open = crate::visit::site("2026-11-24", "build under test");
    assert_ne!(framed(&open, "/nl/widget", stranger, "iframe").await.status, 403);
}

#[tokio::test]
async fn the_page_around_the_widget_can_hand_on_what_the_map_asks_for() {
    let answer = get("/nl/widget").await;
    let policy = answer.header("permissions-policy").unwrap();
    for allowed in ["fullscreen=(self)", "geolocation=(self)"] {
        assert!(policy.contains(allowed), "{policy}");
    }
    for own in ["clipboard-write", "web-share"] {
        assert!(!policy.contains(own), "{policy}");
    }
}
