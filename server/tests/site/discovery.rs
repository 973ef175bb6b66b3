//! What search engines and service managers read.

use crate::visit::{PUBLIC_URL, every_page, get};

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
