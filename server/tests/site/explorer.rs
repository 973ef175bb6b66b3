//! The explorer as it is sent: complete before any script runs.

use crate::{
    large,
    visit::{LANGUAGES, PUBLIC_URL, get, get_from, site_of, site_with_words},
};

/// The names on the cards, sorted.
async fn names(address: &str) -> Vec<String> {
    let answer = get(address).await;
    let mut names = answer.assert_status(200).html().texts_with("card-name");
    names.sort();
    names
}

const GRONINGEN: [&str; 4] = ["BLING", "REFRAME", "SURFLOGH", "Welcoming International Talent"];
const LEEUWARDEN: [&str; 4] = ["Active Cities", "IB-Green", "SCEPA", "WaterWarmth"];

#[tokio::test]
async fn each_city_shows_exactly_the_projects_it_presents() {
    for lang in LANGUAGES {
        assert_eq!(names(&format!("/{lang}?city=groningen")).await, GRONINGEN);
        assert_eq!(names(&format!("/{lang}?city=emmen")).await, ["Natuurpark Moor Veenland"]);
        assert_eq!(names(&format!("/{lang}?city=assen")).await, ["I2I"]);
        assert_eq!(names(&format!("/{lang}?city=leeuwarden")).await, LEEUWARDEN);
        assert_eq!(names(&format!("/{lang}")).await.len(), 10);
    }
}

#[tokio::test]
async fn each_facet_shows_exactly_the_projects_that_have_the_value() {
    let cases: [(&str, &[&str]); 17] = [
        ("role=lead", &["Active Cities", "BLING", "REFRAME", "Welcoming International Talent"]),
        ("theme=sustainable-energy", &["SCEPA", "WaterWarmth"]),
        ("programme=urbact-2014", &["Welcoming International Talent"]),
        ("programme=north-west-europe-2021", &["IB-Green", "SCEPA"]),
        ("period=2021-2027", &["Active Cities", "IB-Green", "SCEPA", "WaterWarmth"]),
        ("strand=A", &["Natuurpark Moor Veenland"]),
        ("strand=c", &["Welcoming International Talent"]),
        ("strand=-B", &["Natuurpark Moor Veenland", "Welcoming International Talent"]),
        ("country=NO", &["Active Cities", "I2I"]),
        ("country=no", &["Active Cities", "I2I"]),
        ("status=ongoing", &["IB-Green", "SCEPA"]),
        ("status=unknown", &["Active Cities"]),
        ("from=2024", &["IB-Green", "SCEPA", "WaterWarmth"]),
        ("to=2017", &["REFRAME", "SURFLOGH"]),
        ("budget=..1000000", &["Natuurpark Moor Veenland"]),
        ("budget=6000000..8000000", &["SCEPA", "WaterWarmth"]),
        ("budget=unpublished", &["BLING", "I2I", "SURFLOGH", "Welcoming International Talent"]),
    ];
    for (query, expected) in cases {
        assert_eq!(names(&format!("/en?{query}")).await, expected, "{query}");
    }
}

#[tokio::test]
async fn values_of_one_facet_widen_and_facets_narrow_each_other() {
    assert_eq!(names("/nl?city=emmen&city=assen").await, ["I2I", "Natuurpark Moor Veenland"]);
    assert_eq!(names("/nl?city=leeuwarden&role=lead").await, ["Active Cities"]);
    assert_eq!(names("/nl?city=-groningen&theme=transport").await, ["Active Cities"]);
    assert_eq!(names("/nl?theme=-transport").await.len(), 8);
    assert_eq!(
        names("/nl?budget=unpublished&budget=..1000000&city=-groningen").await,
        ["I2I", "Natuurpark Moor Veenland"]
    );
}

#[tokio::test]
async fn typed_words_are_found_whatever_their_case_and_accents() {
    for typed in ["goteborg", "G%C3%B6teborg", "G%C3%96TEBORG", "goteb"] {
        assert_eq!(names(&format!("/de?q={typed}")).await, ["BLING"], "{typed}");
    }
    assert_eq!(names("/en?q=bundnis").await, ["IB-Green"]);
    assert_eq!(names("/en?q=boras").await, ["SURFLOGH"]);
    // Every word must be found, and from its beginning.
    assert!(names("/en?q=goteborg+boras").await.is_empty());
    assert!(names("/en?q=teborg").await.is_empty());
}

#[tokio::test]
async fn where_nothing_is_found_the_page_says_which_filter_to_drop() {
    for typed in ["munchen", "kobenhavn"] {
        let answer = get(&format!("/en?q={typed}")).await;
        let html = answer.assert_status(200).html();
        assert!(html.texts_with("card-name").is_empty());
        assert_eq!(html.texts_with("found"), ["0 projects found"]);
        let hint = format!("without “{typed}”: 10 projects");
        assert!(html.texts_with("nothing")[0].contains(&hint), "{typed}");
    }
    let answer = get("/nl?city=emmen&theme=food").await;
    let html = answer.html();
    assert!(html.texts_with("card-name").is_empty());
    let onward: Vec<_> = html.all("a").filter_map(|link| link.attr("href")).collect();
    assert!(onward.contains(&"/nl?city=emmen") && onward.contains(&"/nl?theme=food"));
}

#[tokio::test]
async fn the_list_is_sorted_as_asked() {
    let first = async |query: &str| {
        let answer = get(&format!("/en?{query}")).await;
        answer.html().texts_with("card-name")
    };
    assert_eq!(first("sort=title").await[..2], ["Active Cities", "BLING"]);
    assert_eq!(first("sort=budget").await[..2], ["IB-Green", "WaterWarmth"]);
    assert_eq!(first("sort=start").await[0], "WaterWarmth");
    assert_eq!(first("sort=end").await[0], "SCEPA");
    assert_eq!(first("").await.len(), 10);
}

#[tokio::test]
async fn list_and_map_show_the_same_projects() {
    for query in ["", "?city=leeuwarden", "?role=lead", "?q=energy", "?q=munchen"] {
        let answer = get(&format!("/en{query}")).await;
        let html = answer.html();
        let mut listed: Vec<_> = html.texts_with("card-name");
        // A marker of one project is a link that names it; one of several opens a list.
        let lists = html.texts_with("marker-list").concat();
        let markers: Vec<_> = html
            .all("a")
            .filter(|link| link.attr("href").is_some_and(|to| to.starts_with("/en/projects/")))
            .filter_map(|link| link.attr("aria-label"))
            .collect();
        listed.retain(|name| {
            !lists.contains(&**name) && !markers.iter().any(|marker| marker.starts_with(&**name))
        });
        assert!(listed.is_empty(), "not on the map for {query}: {listed:?}");
        let shown: usize = html.texts_with("found")[0].split(' ').next().unwrap().parse().unwrap();
        assert_eq!(html.texts_with("card-name").len(), shown);
    }
}

#[tokio::test]
async fn a_project_with_a_mere_partner_in_the_city_is_a_further_link_and_not_counted() {
    let answer = get("/en?city=emmen").await;
    let html = answer.html();
    assert_eq!(html.texts_with("found"), ["1 project found"]);
    let further = html.texts_with("further").concat();
    assert!(further.contains("BLING"), "{further}");
}

#[tokio::test]
async fn a_page_of_a_long_list_says_which_projects_it_has() {
    let site = site_of(&large::catalogue(60));
    for (page, range) in [(1, "Projects 1 to 24 of 60"), (3, "Projects 49 to 60 of 60")] {
        let answer = get_from(&site, &format!("/en?page={page}")).await;
        let html = answer.html();
        assert_eq!(html.texts_with("page-range"), [range]);
        let title = html.texts_of(|tag| tag.name == "title")[0].to_owned();
        let second = "Page 3 – Interreg projects of our cities";
        assert_eq!(title == second, page == 3, "{title}");
    }
    assert!(get("/en").await.html().texts_with("page-range").is_empty());
}

#[tokio::test]
async fn the_title_names_what_is_asked_for() {
    for (query, title) in [
        ("city=assen", "Assen – Interreg projects of our cities"),
        (
            "q=wind%20energy&theme=-food&view=map",
            "“wind energy”, not Food – Interreg projects of our cities",
        ),
        (
            "city=assen&city=emmen&from=2014&status=closed",
            "Assen, Emmen, Closed, … – Interreg projects of our cities",
        ),
        ("q=%3C/title%3E", "“</title>” – Interreg projects of our cities"),
    ] {
        let answer = get(&format!("/en?{query}")).await;
        let html = answer.assert_status(200).html();
        assert_eq!(html.texts_of(|tag| tag.name == "title")[0], title);
    }
}

#[tokio::test]
async fn a_title_of_the_citys_own_stands_on_the_card_and_is_found() {
    let answer = get("/en?city=leeuwarden").await;
    let html = answer.html();
    // Those of the other projects are their names already.
    assert_eq!(html.texts_with("title-by-city"), ["IB Green", "Water Warmth"]);
    for typed in ["Water+Warmth", "water+warmth", "WaterWarmth"] {
        assert_eq!(names(&format!("/nl?q={typed}")).await, ["WaterWarmth"], "{typed}");
    }
}

#[tokio::test]
async fn what_the_map_looks_at_narrows_nothing_and_is_kept() {
    let answer = get("/en?city=leeuwarden&at=8.5/53.2194/6.5665").await;
    let html = answer.assert_status(200).html();
    let mut found = html.texts_with("card-name");
    found.sort();
    assert_eq!(found, LEEUWARDEN);
    let hrefs: Vec<_> = html.all("a").filter_map(|link| link.attr("href")).collect();
    assert!(hrefs.contains(&"/en?at=8.5/53.2194/6.5665"), "a chip that is removed keeps it");
    let canonical = html.all("link").find(|link| link.attr("rel") == Some("canonical"));
    let canonical = canonical.and_then(|link| link.attr("href")).unwrap();
    assert_eq!(canonical, format!("{PUBLIC_URL}/en?city=leeuwarden"));
}

#[tokio::test]
async fn the_page_has_its_title_description_and_addresses_in_each_language() {
    let heads = [
        ("nl", "Interreg-projecten van onze steden", "Ontdek de Europese"),
        ("en", "Interreg projects of our cities", "Explore the European"),
        ("de", "Interreg-Projekte unserer Städte", "Entdecken Sie die"),
        ("fy", "Interreg-projekten fan ús stêden", "Untdek de Europeeske"),
    ];
    for (lang, title, description) in heads {
        for query in ["", "?view=map"] {
            let answer = get(&format!("/{lang}{query}")).await;
            let html = answer.assert_status(200).html();
            answer.assert_header("content-type", "text/html; charset=utf-8");
            assert_eq!(html.first("html").attr("lang"), Some(lang));
            assert_eq!(html.texts_of(|tag| tag.name == "title")[0], title);
            assert_eq!(html.texts("h1"), [title]);
            let metas: Vec<_> =
                html.all("meta").filter(|meta| meta.attr("name") == Some("description")).collect();
            assert_eq!(metas.len(), 1);
            assert!(metas[0].attr("content").unwrap().starts_with(description));
            let links = |rel: &str| -> Vec<_> {
                let links = html.all("link").filter(|link| link.attr("rel") == Some(rel));
                links.map(|link| (link.attr("hreflang"), link.attr("href").unwrap())).collect()
            };
            assert_eq!(links("canonical"), [(None, &*format!("{PUBLIC_URL}/{lang}{query}"))]);
            let others = LANGUAGES.map(|other| format!("{PUBLIC_URL}/{other}{query}"));
            let any = format!("{PUBLIC_URL}/{query}");
            let mut expected: Vec<_> =
                LANGUAGES.iter().zip(&others).map(|(lang, to)| (Some(*lang), &**to)).collect();
            expected.push((Some("x-default"), &any));
            let mut alternate = links("alternate");
            // The others say how the page is put into another (`oembed.rs`).
            alternate.retain(|(lang, _)| lang.is_some());
            assert_eq!(alternate, expected);
        }
    }
}

#[tokio::test]
async fn the_introduction_of_the_catalogue_opens_the_page() {
    get("/en").await.assert_contains("Interreg is one of the key instruments");
}

#[tokio::test]
async fn the_filters_are_a_form_that_works_by_itself() {
    let answer = get("/nl?city=assen&theme=-food").await;
    let html = answer.html();
    let form = html.all("form").find(|form| form.has_class("finder")).unwrap();
    assert_eq!((form.attr("method"), form.attr("action")), (Some("get"), Some("/nl")));
    let fields: Vec<_> = html
        .all("input")
        .map(|input| (input.attr("name"), input.attr("value"), input.attr("checked").is_some()))
        .collect();
    assert!(fields.contains(&(Some("city"), Some("assen"), true)));
    assert!(fields.contains(&(Some("city"), Some("emmen"), false)));
    // What is excluded stays excluded when the form is sent.
    let kept = html
        .all("input")
        .find(|input| input.attr("name") == Some("theme") && input.attr("value") == Some("-food"));
    assert_eq!(kept.unwrap().attr("disabled"), None);
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    assert_eq!(names("/nl?page=2").await, names("/nl").await);
    assert_eq!(names("/nl?page=4294967295").await.len(), 10);
}

#[tokio::test]
async fn the_introduction_is_in_the_language_of_the_page() {
    for (lang, words) in [
        ("nl", "Onze vier steden doen mee"),
        ("en", "Our four cities are involved"),
        ("de", "Unsere vier Städte sind"),
        ("fy", "Us fjouwer stêden dogge mei"),
    ] {
        get(&format!("/{lang}")).await.assert_contains(words);
    }
}

#[tokio::test]
async fn an_operator_s_own_title_and_introduction_open_the_page() {
    let words =
        "[title]\nnl = \"Onze <b>provincie</b>\"\n[introduction]\nnl = \"Hier doen wij aan mee.\"";
    let site = site_with_words(words);
    let answer = get_from(&site, "/nl").await;
    // A visitor's copy with the words from before is not the same page.
    assert_ne!(answer.header("etag"), get("/nl").await.header("etag"));
    assert_eq!(answer.html().texts("h1"), ["Onze <b>provincie</b>"]);
    assert_eq!(answer.html().texts("title")[0], "Onze <b>provincie</b>");
    answer.assert_contains("Hier doen wij aan mee.");
    // Another language keeps the catalogue's words.
    let answer = get_from(&site, "/en").await;
    answer.assert_contains("Interreg projects of our cities");
    answer.assert_contains("Our four cities are involved");
}
