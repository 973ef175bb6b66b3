//! Nothing is loaded from anywhere else, and nothing is styled or run inline.

use crate::html::Tag;
use crate::visit::{PUBLIC_URL, every_page, get};

/// The pages of the site, and those that are shown instead of one.
fn pages() -> impl Iterator<Item = String> {
    let more = ["/nl?q=munchen", "/en?city=assen&theme=cheese", "/de/nowhere", "/xx"];
    every_page().into_iter().chain(more.map(str::to_owned))
}

/// Whether a tag makes the browser load what it names.
fn loads(tag: &Tag) -> bool {
    let known = ["canonical", "alternate"];
    match tag.name.as_str() {
        "a" | "form" => false,
        "link" => !known.contains(&tag.attr("rel").unwrap_or_default()),
        _ => true,
    }
}

#[tokio::test]
async fn no_page_loads_anything_from_another_origin() {
    for page in pages() {
        let answer = get(&page).await;
        for tag in answer.html().tags().filter(|tag| loads(tag)) {
            for (name, value) in &tag.attributes {
                let address = matches!(
                    name.as_str(),
                    "src"
                        | "srcset"
                        | "href"
                        | "xlink:href"
                        | "data"
                        | "poster"
                        | "action"
                        | "ping"
                );
                let own = value.starts_with('/') && !value.starts_with("//");
                assert!(!address || own || value.starts_with('#'), "{page}: {tag:?}");
                assert!(!value.contains("url("), "{page}: {tag:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_a_page_says_about_its_own_address_is_the_public_one() {
    for page in pages() {
        let answer = get(&page).await;
        for link in answer.html().all("link").filter(|tag| !loads(tag)) {
            assert!(link.attr("href").unwrap().starts_with(PUBLIC_URL), "{page}: {link:?}");
        }
        for form in answer.html().all("form") {
            assert!(form.attr("action").unwrap().starts_with('/'), "{page}: {form:?}");
        }
    }
}

#[tokio::test]
async fn no_page_has_a_style_attribute_or_an_inline_handler() {
    for page in pages() {
        let answer = get(&page).await;
        let html = answer.html();
        for tag in html.tags() {
            for (name, value) in &tag.attributes {
                assert_ne!(name, "style", "{page}: {tag:?}");
                assert!(!name.starts_with("on"), "{page}: {tag:?}");
                assert!(!value.starts_with("javascript:"), "{page}: {tag:?}");
            }
        }
        assert_eq!(html.all("style").count(), 0, "{page}");
        assert_eq!(html.all("iframe").count() + html.all("object").count(), 0, "{page}");
        assert_eq!(html.all("base").count(), 0, "{page}");
    }
}

#[tokio::test]
async fn no_page_has_the_same_id_twice_and_every_reference_finds_its_element() {
    for page in pages() {
        let answer = get(&page).await;
        let html = answer.html();
        let ids: Vec<_> = html.tags().filter_map(|tag| tag.attr("id")).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{page}: {ids:?}");
        for tag in html.tags() {
            for name in
                ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"]
            {
                for id in tag.attr(name).into_iter().flat_map(|ids| ids.split(' ')) {
                    assert!(ids.contains(&id), "{page}: {tag:?}");
                }
            }
            if let Some(id) = tag.attr("href").and_then(|href| href.strip_prefix('#')) {
                assert!(id.is_empty() || ids.contains(&id), "{page}: {tag:?}");
            }
        }
    }
}
