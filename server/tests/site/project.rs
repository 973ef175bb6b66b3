//! The page of one project, and the page about the site.

use crate::visit::{LANGUAGES, PROJECTS, PUBLIC_URL, every_page, get};

#[tokio::test]
async fn each_project_has_a_page_in_each_language_named_after_it() {
    for slug in PROJECTS {
        for lang in LANGUAGES {
            let answer = get(&format!("/{lang}/projects/{slug}")).await;
            let html = answer.assert_status(200).html();
            let headings = html.texts("h1");
            assert_eq!(headings.len(), 1, "{lang} {slug}");
            assert_eq!(
                html.texts("title")[0],
                format!("{} – Interreg Explorer", headings[0]),
                "{lang} {slug}"
            );
        }
    }
}

#[tokio::test]
async fn every_page_says_what_it_is_and_where_else_it_is() {
    for page in every_page() {
        let answer = get(&page).await;
        let html = answer.assert_status(200).html();
        let lang = &page[1..3];
        assert_eq!(html.first("html").attr("lang"), Some(lang), "{page}");
        assert_eq!(html.texts("h1").len(), 1, "{page}");
        let described = html.all("meta").find(|meta| meta.attr("name") == Some("description"));
        assert!(!described.unwrap().attr("content").unwrap().is_empty(), "{page}");
        let of = |rel: &str| -> Vec<_> {
            let links = html.all("link").filter(|link| link.attr("rel") == Some(rel));
            // Those with a type say how the page is put into another (`oembed.rs`).
            let links = links.filter(|link| link.attr("type").is_none());
            links.filter_map(|link| link.attr("href").map(str::to_owned)).collect()
        };
        assert_eq!(of("canonical"), [format!("{PUBLIC_URL}{page}")]);
        let others = LANGUAGES.map(|other| format!("{PUBLIC_URL}/{other}{}", &page[3..]));
        let mut expected = others.to_vec();
        // Who has none of our languages: the explorer has an address that chooses;
        // of other pages it is the Dutch one.
        let choosing = page.len() == 3;
        expected.push(if choosing { format!("{PUBLIC_URL}/") } else { others[0].clone() });
        assert_eq!(of("alternate"), expected, "{page}");
    }
}

#[tokio::test]
async fn no_two_pages_have_the_same_title_in_one_language() {
    for lang in LANGUAGES {
        let mut titles = Vec::new();
        for page in every_page().iter().filter(|page| page.starts_with(&format!("/{lang}"))) {
            titles.extend(get(page).await.html().texts("title").into_iter().take(1));
        }
        assert_eq!(titles.len(), 12);
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 12, "{lang}: {titles:?}");
    }
}

#[tokio::test]
async fn a_project_page_is_the_same_page_whatever_query_follows_it() {
    let answer = get("/en/projects/bling?city=groningen&utm_source=newsletter").await;
    let html = answer.assert_status(200).html();
    let canonical = html.all("link").find(|link| link.attr("rel") == Some("canonical"));
    let expected = format!("{PUBLIC_URL}/en/projects/bling");
    assert_eq!(canonical.unwrap().attr("href"), Some(&*expected));
}

#[tokio::test]
async fn a_project_page_has_facts_partners_sources_and_says_what_is_not_published() {
    let answer = get("/en/projects/bling").await;
    let html = answer.html();
    assert_eq!(html.texts("h1"), ["BLING"]);
    assert!(html.texts_with("card-city")[0].contains("Groningen"));
    assert!(html.texts_with("project-head")[0].contains("Also taking part: Emmen"));
    let partners = html.texts_with("partner");
    assert!(partners[0].starts_with("Gemeente Groningen"), "{}", partners[0]);
    assert!(partners.iter().any(|partner| partner.contains("Göteborg")));
    assert!(html.texts_with("unknown").iter().any(|text| text == "not published"));
    // All sources in one place, each with what it is about.
    let sources = html.texts_with("sources");
    assert!(sources[0].contains("sources") && sources[0].contains("Partners"), "{}", sources[0]);
    assert!(html.texts_with("related").len() == 1);
}

#[tokio::test]
async fn a_text_in_another_language_says_which_and_carries_its_tag() {
    let answer = get("/nl/projects/bling").await;
    let html = answer.html();
    let english = html.texts_of(|tag| tag.attr("lang") == Some("en") && tag.name == "span");
    assert!(english.iter().any(|text| text.len() > 60), "the description");
    assert!(html.texts_with("language-note").iter().any(|note| note.contains("Engels")));
    let answer = get("/en/projects/bling").await;
    assert!(answer.html().texts_with("language-note").is_empty());
}

#[tokio::test]
async fn links_lead_outward_only_from_project_and_about_pages() {
    for lang in LANGUAGES {
        let answer = get(&format!("/{lang}")).await;
        let html = answer.html();
        let outward = html.all("a").filter_map(|link| link.attr("href"));
        assert_eq!(outward.filter(|to| !to.starts_with(['/', '#'])).count(), 0, "{lang}");
    }
}

#[tokio::test]
async fn every_link_inside_the_site_leads_to_a_page() {
    let mut seen = std::collections::BTreeSet::new();
    for page in ["/nl", "/en?city=emmen", "/de/projects/bling", "/fy/about", "/nl/nowhere"] {
        let answer = get(page).await;
        let html = answer.html();
        let inside = html.all("a").filter_map(|link| link.attr("href"));
        let inside = inside.filter(|to| to.starts_with('/')).map(str::to_owned);
        seen.extend(inside.filter(|to| !to.contains("nowhere")));
    }
    assert!(seen.len() > 60, "{}", seen.len());
    for to in seen {
        get(&to).await.assert_status(200);
    }
}

#[tokio::test]
async fn the_page_about_the_site_loads_no_script_and_claims_nothing_for_the_operator() {
    for (lang, title) in [("nl", "Over deze site"), ("en", "About this site")] {
        let answer = get(&format!("/{lang}/about")).await;
        answer.assert_status(200);
        assert_eq!(answer.html().texts("h1"), [title]);
    }
    for lang in LANGUAGES {
        let answer = get(&format!("/{lang}/about")).await;
        answer.assert_lacks("import(").assert_lacks("/pkg/app.js").assert_lacks(".wasm");
        assert!(answer.html().all("script").all(|script| script.attr("src").is_none()));
        answer.assert_lacks("mailto:");
    }
}
