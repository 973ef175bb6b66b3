//! The browser part. Without one (a fresh clone before `cargo xtask run`) there
//! is nothing to ask, and the tests say so.

use axum::http::Method;
use server::assets;

use crate::visit::{get, visit};

/// Whether there is a browser part to ask about.
fn built() -> bool {
    let built = !assets::all().is_empty();
    if !built {
        eprintln!("skipped: this build has no browser part; `cargo xtask run` makes it");
    }
    built
}

#[tokio::test]
async fn every_asset_is_sent_from_its_hashed_address_for_ever() {
    for asset in assets::all() {
        get(asset.path)
            .await
            .assert_status(200)
            .assert_header("cache-control", "public, max-age=31536000, immutable")
            .assert_header("content-type", asset.content_type)
            .assert_header("vary", "accept-encoding")
            .assert_no_header("content-encoding");
        assert!(asset.path.starts_with("/pkg/") && asset.path.contains(asset.hash));
    }
}

#[tokio::test]
async fn an_asset_is_sent_as_it_was_compressed_when_built() {
    for asset in assets::all() {
        for (encoding, bytes) in [("br", asset.brotli), ("gzip", asset.gzip)] {
            let Some(bytes) = bytes else { continue };
            let answer =
                visit(Method::GET, asset.path).with("accept-encoding", encoding).send().await;
            answer.assert_status(200).assert_header("content-encoding", encoding);
            assert_eq!(answer.body, bytes, "{}", asset.name);
        }
    }
}

#[tokio::test]
async fn a_page_names_the_assets_of_this_very_build() {
    if !built() {
        return;
    }
    let answer = get("/nl").await;
    let html = answer.html();
    let named: Vec<_> = html.all("link").filter_map(|link| link.attr("href")).collect();
    assert!(named.contains(&assets::by_name("app.css").unwrap().path));
    assert!(named.contains(&assets::by_name("favicon.svg").unwrap().path));
    for name in ["app.js", "app_bg.wasm"] {
        answer.assert_contains(assets::by_name(name).unwrap().path);
    }
    // The page is complete without the script, so nothing is fetched ahead for it.
    answer.assert_lacks("preload");
}

#[tokio::test]
async fn the_icon_has_an_address_that_never_changes() {
    if built() {
        get("/favicon.svg").await.assert_status(200).assert_header("content-type", "image/svg+xml");
    }
}

#[tokio::test]
async fn the_script_for_the_pages_of_others_may_be_loaded_by_all_of_them() {
    if built() {
        get("/embed.js")
            .await
            .assert_status(200)
            .assert_header("cache-control", "public, max-age=3600")
            .assert_header("access-control-allow-origin", "*")
            .assert_header("cross-origin-resource-policy", "cross-origin");
    }
}

/// In a frame with the attribute `sandbox` our own pages are of no origin.
#[tokio::test]
async fn whatever_a_page_fetches_may_be_fetched_by_a_page_of_no_origin() {
    let script = assets::by_name("app.js").map_or("/pkg/none.js", |asset| asset.path);
    let explore = "/api/fn/explore?query=city%3Dassen&lang=nl";
    for address in [
        script,
        explore,
        "/api/fn/markers?lang=nl&at=5,50,8,54",
        "/basemap/overview",
        "/basemap/projects/bling",
        "/tiles/3/4/2.mvt",
        "/tiles/9/0/0.mvt",
    ] {
        let answer = visit(Method::GET, address).with("origin", "null").send().await;
        answer.assert_header("access-control-allow-origin", "*");
        answer.assert_no_header("access-control-allow-credentials");
        assert!(!answer.header("vary").is_some_and(|vary| vary.contains("origin")), "{address}");
    }
    for page in ["/nl", "/nl/widget", "/robots.txt", "/nl/check"] {
        get(page).await.assert_no_header("access-control-allow-origin");
    }
}

#[tokio::test]
async fn only_an_embedded_page_has_the_script_that_speaks_to_the_page_around_it() {
    if !built() {
        return;
    }
    let script = assets::by_name("frame.js").unwrap().path;
    for page in ["/nl/widget", "/en/widget/projects/bling"] {
        get(page).await.assert_contains(script);
    }
    for page in ["/nl", "/en/projects/bling"] {
        get(page).await.assert_lacks(script);
    }
}
