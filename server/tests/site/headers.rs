//! The headers that keep a page to itself.

use axum::http::Method;

use crate::visit::{Answer, PUBLIC_URL, every_page, get, visit};

/// The directives of the page policy, with the nonce taken out of them.
fn policy(answer: &Answer) -> (Vec<String>, String) {
    let policy = answer.header("content-security-policy").unwrap();
    let start = policy.find("'nonce-").unwrap() + "'nonce-".len();
    let nonce = policy[start..].split('\'').next().unwrap().to_owned();
    (policy.replace(&nonce, "N").split("; ").map(str::to_owned).collect(), nonce)
}

#[tokio::test]
async fn the_policy_of_a_page_allows_exactly_what_the_page_needs() {
    let allowed = [
        "default-src 'none'",
        "script-src 'self' 'nonce-N' 'wasm-unsafe-eval'",
        "style-src 'self' 'nonce-N'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    ];
    for page in every_page().iter().map(String::as_str).chain(["/nl/nowhere", "/xx"]) {
        assert_eq!(policy(&get(page).await).0, allowed, "{page}");
    }
}

/// In a sandbox a page is of no origin, and not every browser knows then what is its own.
#[tokio::test]
async fn the_policy_of_a_widget_has_its_site_by_name_as_well() {
    let page = policy(&get("/nl").await).0;
    for widget in ["/nl/widget", "/en/widget/projects/bling?lock=city%3Dgroningen"] {
        let named = page.iter().map(|directive| match directive.as_str() {
            "frame-ancestors 'self'" => "frame-ancestors *".to_owned(),
            other => other.replace("'self'", &format!("'self' {PUBLIC_URL}")),
        });
        assert_eq!(policy(&get(widget).await).0, named.collect::<Vec<_>>(), "{widget}");
    }
}

#[tokio::test]
async fn every_script_carries_the_nonce_of_its_own_page_and_no_nonce_comes_twice() {
    let mut seen = Vec::new();
    for page in ["/nl", "/nl", "/en/projects/bling", "/de?city=assen", "/nl/nowhere"] {
        let answer = get(page).await;
        let (_, nonce) = policy(&answer);
        assert!(nonce.len() >= 22, "a nonce of {} characters can be guessed", nonce.len());
        assert!(!seen.contains(&nonce));
        let html = answer.html();
        for script in html.all("script") {
            assert_eq!(script.attr("nonce"), Some(&*nonce), "{page}: {script:?}");
        }
        seen.push(nonce);
    }
    assert!(get("/nl").await.html().all("script").count() > 0);
}

#[tokio::test]
async fn what_is_not_a_page_can_do_nothing() {
    let addresses =
        ["/", "/robots.txt", "/sitemap.xml", "/healthz", "/basemap/overview", "/pkg/none.js"];
    for address in addresses {
        get(address)
            .await
            .assert_header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    }
}

#[tokio::test]
async fn every_answer_has_the_other_headers_whatever_its_status() {
    let answers = [
        get("/").await,
        get("/nl").await,
        get("/nl?q=").await,
        get("/nl/about").await,
        get("/nl/nowhere").await,
        get("/healthz").await,
        get("/api/fn/nothing").await,
        visit(Method::DELETE, "/nl").send().await,
        visit(Method::GET, "/nl")
            .with("if-none-match", &get("/nl").await.header("etag").unwrap())
            .send()
            .await,
    ];
    for answer in answers {
        answer
            .assert_header("x-content-type-options", "nosniff")
            .assert_header("referrer-policy", "strict-origin-when-cross-origin")
            .assert_header("cross-origin-opener-policy", "same-origin")
            .assert_header(
                "permissions-policy",
                "accelerometer=(), camera=(), display-capture=(), fullscreen=(self), \
                 geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
                 payment=(), publickey-credentials-get=(), usb=(), xr-spatial-tracking=(), \
                 browsing-topics=()",
            );
    }
}

#[tokio::test]
async fn no_answer_sets_a_cookie_or_names_the_program_behind_it() {
    for address in ["/", "/nl", "/nl/projects/bling", "/nl/nowhere", "/healthz", "/robots.txt"] {
        let answer = get(address).await;
        for name in ["set-cookie", "server", "x-powered-by", "via"] {
            answer.assert_no_header(name);
        }
    }
}
