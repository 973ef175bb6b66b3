//! Addresses that lead nowhere, and methods that nothing answers to.

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{get, visit};

#[tokio::test]
async fn an_unknown_project_is_said_to_be_missing_in_the_visitors_language() {
    let said = [
        ("nl", "Dit project bestaat niet"),
        ("en", "This project does not exist"),
        ("de", "Dieses Projekt gibt es nicht"),
        ("fy", "Dit projekt bestiet net"),
    ];
    for (lang, heading) in said {
        for slug in ["atlantis", "Not%20a%20slug", "%FF"] {
            get(&format!("/{lang}/projects/{slug}")).await.assert_nothing_here(lang, heading);
        }
    }
}

#[tokio::test]
async fn an_unknown_address_is_said_to_be_missing_in_the_visitors_language() {
    let said = [
        ("nl", "Deze pagina bestaat niet"),
        ("en", "This page does not exist"),
        ("de", "Diese Seite gibt es nicht"),
        ("fy", "Dizze side bestiet net"),
    ];
    for (lang, heading) in said {
        for rest in ["/nowhere", "/projects", "/projects/bling/more", "/about/us", "/a/b/c/d/e"] {
            get(&format!("/{lang}{rest}")).await.assert_nothing_here(lang, heading);
        }
    }
}

#[tokio::test]
async fn a_language_that_is_not_ours_does_not_exist() {
    for address in ["/xx", "/xx/projects/bling", "/xx/about", "/NL", "/wp-login.php", "/.env"] {
        get(address).await.assert_nothing_here("nl", "Deze pagina bestaat niet");
    }
}

#[tokio::test]
async fn a_missing_page_does_not_tell_search_engines_where_it_is() {
    for address in ["/nl/projects/atlantis", "/en/nowhere", "/xx"] {
        let answer = get(address).await;
        let html = answer.html();
        let named = html.all("link").filter(|link| link.attr("rel") == Some("canonical"));
        assert_eq!(named.count(), 0, "{address}");
        assert!(!html.texts("title")[0].is_empty());
    }
}

#[tokio::test]
async fn a_missing_asset_or_map_is_a_404_that_is_not_cached() {
    for address in ["/pkg/app-0000000000000000.js", "/basemap/projects/atlantis", "/basemap/x"] {
        get(address).await.assert_status(404).assert_policy(Policy::Never);
    }
}

#[tokio::test]
async fn a_method_that_is_not_ours_is_refused_with_those_that_are() {
    let cases = [
        (Method::POST, "/nl"),
        (Method::POST, "/"),
        (Method::PUT, "/nl/projects/bling"),
        (Method::DELETE, "/healthz"),
        (Method::POST, "/sitemap.xml"),
        (Method::POST, "/api/fn/explore"),
        (Method::PATCH, "/basemap/overview"),
        (Method::POST, "/pkg/app.js"),
    ];
    for (method, address) in cases {
        let answer = visit(method, address).send().await;
        answer.assert_status(405).assert_header("allow", "GET,HEAD").assert_policy(Policy::Never);
    }
}

#[tokio::test]
async fn a_head_request_has_the_headers_of_the_page_and_no_body() {
    for address in ["/nl", "/nl/projects/bling", "/nl/about", "/healthz", "/robots.txt"] {
        let head = visit(Method::HEAD, address).send().await;
        let page = get(address).await;
        assert!(head.assert_status(200).body.is_empty(), "{address}");
        for name in ["content-type", "cache-control", "etag", "x-content-type-options"] {
            assert_eq!(head.header(name), page.header(name), "{name} of {address}");
        }
    }
}
