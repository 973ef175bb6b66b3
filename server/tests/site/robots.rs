//! What search engines and service managers read.

use std::io::Read as _;

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{PUBLIC_URL, every_page, get, get_from, site_of, visit};

#[tokio::test]
async fn the_sitemap_names_every_page_in_every_language_and_nothing_else() {
    let answer = get("/sitemap.xml").await;
    answer
        .assert_status(200)
        .assert_header("content-type", "application/xml")
        .assert_contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    let xml = answer.html();
    let mut named = xml.texts("loc");
    let mut pages: Vec<_> = every_page().iter().map(|page| format!("{PUBLIC_URL}{page}")).collect();
    named.sort();
    pages.sort();
    assert_eq!(named, pages);
    assert_eq!(named.len(), 48);
    let links = xml.all("xhtml:link");
    let links = links.map(|link| (link.attr("hreflang").unwrap(), link.attr("href").unwrap()));
    let (any, links): (Vec<_>, Vec<_>) = links.partition(|(lang, _)| *lang == "x-default");
    // The explorer in each language names the address that chooses one.
    assert_eq!(any, [("x-default", &*format!("{PUBLIC_URL}/")); 4]);
    assert_eq!(links.len(), 48 * 4);
    for (lang, href) in links {
        assert!(href.starts_with(&format!("{PUBLIC_URL}/{lang}")), "{href}");
        assert!(pages.iter().any(|page| page == href), "{href}");
    }
}

#[tokio::test]
async fn the_sitemap_is_compressed_once_and_the_same_in_every_encoding() {
    let plain = get("/sitemap.xml").await;
    plain.assert_no_header("content-encoding").assert_policy(Policy::Hour);
    let etag = plain.header("etag").unwrap();
    for encoding in ["gzip", "br"] {
        let ask = visit(Method::GET, "/sitemap.xml").with("accept-encoding", encoding);
        let answer = ask.send().await;
        answer.assert_header("content-encoding", encoding).assert_header("etag", &etag);
        answer.assert_header("vary", "accept-encoding");
        let mut read = Vec::new();
        match encoding {
            "gzip" => flate2::read::GzDecoder::new(&*answer.body).read_to_end(&mut read),
            _ => brotli::Decompressor::new(&*answer.body, 4_096).read_to_end(&mut read),
        }
        .unwrap();
        assert_eq!(read, plain.body, "{encoding}");
        assert!(answer.body.len() < plain.body.len() / 8, "{encoding}: {}", answer.body.len());
    }
    let again = visit(Method::GET, "/sitemap.xml").with("if-none-match", &etag).send().await;
    again.assert_status(304).assert_policy(Policy::Hour);
    assert!(again.body.is_empty());
    for file in ["1.xml", "0.xml", "01.xml", "x.xml", "-1.xml", "99999999999999999999.xml"] {
        get(&format!("/sitemaps/{file}")).await.assert_status(404).assert_policy(Policy::Never);
    }
}

#[tokio::test]
async fn a_large_catalogue_has_an_index_of_files_that_are_no_larger_than_they_may() {
    let text = include_str!("../../../data/northern-netherlands.json");
    let mut document: serde_json::Value = serde_json::from_str(text).unwrap();
    let programme = document["programmes"][0]["slug"].clone();
    let projects = (0..12_500).map(|n| {
        // Nothing of it is asked for but its name.
        serde_json::json!({ "slug": format!("p{n}"), "acronym": "P", "programme": programme })
    });
    document["projects"] = projects.collect();
    let site = site_of(&document.to_string());
    let index = get_from(&site, "/sitemap.xml").await;
    index.assert_contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    let files = index.html().texts("loc");
    let expected = [1, 2].map(|n| format!("{PUBLIC_URL}/sitemaps/{n}.xml"));
    assert_eq!(files, expected);
    let mut named = Vec::new();
    for file in files {
        let answer = get_from(&site, file.strip_prefix(PUBLIC_URL).unwrap()).await;
        answer.assert_status(200).assert_header("content-type", "application/xml");
        assert!(answer.body.len() <= 50_000_000);
        let own = answer.text().matches("<url>").count();
        assert!((1..=50_000).contains(&own), "{own}");
        named.push(own);
    }
    assert_eq!(named.iter().sum::<usize>(), 12_502 * 4);
    get_from(&site, "/sitemaps/3.xml").await.assert_status(404);
}

#[tokio::test]
async fn every_address_of_the_sitemap_is_the_canonical_one_of_its_page() {
    for address in get("/sitemap.xml").await.html().texts("loc") {
        let answer = get(address.strip_prefix(PUBLIC_URL).unwrap()).await;
        let html = answer.assert_status(200).html();
        let canonical = html.all("link").find(|link| link.attr("rel") == Some("canonical"));
        assert_eq!(canonical.unwrap().attr("href"), Some(&*address));
    }
}

#[tokio::test]
async fn robots_are_told_where_the_sitemap_is_and_kept_out_of_filters() {
    get("/robots.txt")
        .await
        .assert_header("content-type", "text/plain; charset=utf-8")
        .assert_contains("Disallow: /*?\n")
        .assert_contains("Disallow: /api/\n")
        .assert_contains(&format!("Sitemap: {PUBLIC_URL}/sitemap.xml\n"));
}

#[tokio::test]
async fn health_and_readiness_are_one_word() {
    for address in ["/healthz", "/readyz"] {
        assert_eq!(get(address).await.assert_status(200).text(), "ok\n");
    }
}
