//! The pictures and cards that other sites show with a link.

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{LANGUAGES, PROJECTS, PUBLIC_URL, get, visit};

/// Width and height, as a PNG says them in its first chunk.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn the_explorer_and_every_project_have_a_picture_of_the_size_that_is_promised() {
    let projects = PROJECTS.map(|slug| format!("/social/nl/projects/{slug}.png"));
    let explorers = LANGUAGES.map(|lang| format!("/social/{lang}.png"));
    let mut seen = Vec::new();
    for address in explorers.into_iter().chain(projects) {
        let answer = get(&address).await;
        answer.assert_status(200).assert_header("content-type", "image/png");
        answer.assert_policy(Policy::Hour);
        assert_eq!(size(&answer.body), (1200, 630), "{address}");
        assert!(answer.body.len() < 300_000, "{address}: {} bytes", answer.body.len());
        assert!(!seen.contains(&answer.body), "{address}");
        seen.push(answer.body);
    }
}

#[tokio::test]
async fn who_has_a_picture_is_not_sent_it_again() {
    let address = "/social/en/projects/bling.png";
    let first = get(address).await;
    let etag = first.header("etag").unwrap();
    let again = visit(Method::GET, address).with("if-none-match", &etag).send().await;
    again.assert_status(304).assert_header("etag", &etag).assert_policy(Policy::Hour);
    assert!(again.body.is_empty());
    assert_ne!(get("/social/de/projects/bling.png").await.header("etag"), Some(etag));
}

#[tokio::test]
async fn what_does_not_exist_has_no_picture() {
    for address in [
        "/social/xx.png",
        "/social/nl",
        "/social/nl.svg",
        "/social/nl/projects/none.png",
        "/social/nl/projects/bling",
        "/social/xx/projects/bling.png",
        "/social/nl/projects/B%20L.png",
    ] {
        get(address).await.assert_status(404).assert_policy(Policy::Never);
    }
}

#[tokio::test]
async fn the_card_of_a_page_says_what_the_page_says() {
    for (page, picture, kind, locale) in [
        ("/nl", "/social/nl.png", "website", "nl_NL"),
        ("/de?city=assen", "/social/de.png", "website", "de_DE"),
        ("/fy/projects/bling", "/social/fy/projects/bling.png", "article", "fy_NL"),
    ] {
        let answer = get(page).await;
        let html = answer.html();
        let said = |name: &str| {
            let mut all = html.all("meta").filter(|meta| {
                meta.attr("property") == Some(name) || meta.attr("name") == Some(name)
            });
            let content = all.next().unwrap().attr("content").unwrap().to_owned();
            assert!(all.next().is_none(), "{page}: {name} stands there twice");
            content
        };
        assert_eq!(said("og:title"), html.texts("title")[0]);
        assert_eq!(said("og:url"), format!("{PUBLIC_URL}{page}"));
        assert_eq!(said("og:image"), format!("{PUBLIC_URL}{picture}"));
        assert_eq!(
            (said("og:image:width"), said("og:image:height")),
            ("1200".into(), "630".into())
        );
        assert!(!said("og:image:alt").is_empty());
        assert_eq!((said("og:type"), said("og:locale")), (kind.to_owned(), locale.to_owned()));
        assert_eq!(said("twitter:card"), "summary_large_image");
        let description = said("og:description");
        assert!(description.chars().count() <= 201);
        assert!(said("description").starts_with(description.trim_end_matches('…')));
    }
    for page in ["/nl/nowhere", "/nl/projects/none"] {
        get(page).await.assert_lacks("og:");
    }
}
