//! How others learn to put a page into theirs.

use serde_json::Value;

use crate::{
    html::Html,
    visit::{Answer, LANGUAGES, PUBLIC_URL, get},
};

async fn asked(page: &str, more: &str) -> Answer {
    let page: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    get(&format!("/oembed?url={page}{more}")).await
}

fn json(answer: &Answer) -> Value {
    answer.assert_status(200).assert_header("content-type", "application/json");
    serde_json::from_str(answer.text()).unwrap()
}

#[tokio::test]
async fn the_explorer_and_every_project_are_answered_with_the_widget_of_that_page() {
    for lang in LANGUAGES {
        for (page, widget, picture) in [
            ("", "/widget", ""),
            ("/widget", "/widget", ""),
            ("/projects/bling", "/widget/projects/bling", "/projects/bling"),
            ("/widget/projects/bling", "/widget/projects/bling", "/projects/bling"),
        ] {
            let query = "?city=assen&lock=country%3DNL";
            let answer = asked(&format!("{PUBLIC_URL}/{lang}{page}{query}#found"), "").await;
            let said = json(&answer);
            assert_eq!((&said["version"], &said["type"]), (&"1.0".into(), &"rich".into()));
            assert_eq!(said["provider_name"], "Interreg Explorer");
            assert_eq!(said["provider_url"], PUBLIC_URL);
            assert_eq!((&said["width"], &said["height"]), (&800.into(), &900.into()));
            assert_eq!(said["cache_age"], 3600);
            let html = Html::of(said["html"].as_str().unwrap());
            let frame = html.first("iframe");
            let address = format!("{PUBLIC_URL}/{lang}{widget}{query}");
            assert_eq!(frame.attr("src"), Some(&*address));
            assert_eq!(frame.attr("title"), said["title"].as_str());
            assert_eq!(frame.attr("loading"), Some("lazy"));
            // The same by itself, where what was locked is a filter.
            let page = page.trim_start_matches("/widget");
            let explorer = format!("{PUBLIC_URL}/{lang}{page}?city=assen&country=NL");
            assert_eq!(html.first("a").attr("href"), Some(&*explorer));
            let allow = "fullscreen; geolocation; clipboard-write; web-share";
            assert_eq!(frame.attr("allow"), Some(allow));
            let picture = format!("{PUBLIC_URL}/social/{lang}{picture}.png");
            assert_eq!(said["thumbnail_url"], picture);
            get(picture.strip_prefix(PUBLIC_URL).unwrap()).await.assert_status(200);
        }
    }
}

#[tokio::test]
async fn xml_says_the_same_as_json() {
    let page = format!("{PUBLIC_URL}/nl?q=%22%3E%26a&b='");
    let said = json(&asked(&page, "&format=json").await);
    let xml = asked(&page, "&format=xml").await;
    xml.assert_status(200).assert_header("content-type", "text/xml; charset=utf-8");
    assert!(xml.text().starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<oembed>"));
    let html = xml.html();
    for (name, value) in said.as_object().unwrap() {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let written = html.texts(name);
        // The reader of the tests knows only the entities of our pages.
        assert_eq!(written[0].replace("&#39;", "'"), value.replace("&#39;", "'"), "{name}");
    }
}

#[tokio::test]
async fn the_frame_is_never_larger_than_there_is_room_for() {
    let page = format!("{PUBLIC_URL}/nl");
    for (more, width, height) in [
        ("&maxwidth=500", 500, 900),
        ("&maxwidth=280&maxheight=300", 280, 300),
        ("&maxwidth=5000&maxheight=5000", 800, 900),
        ("&maxwidth=", 800, 900),
    ] {
        let said = json(&asked(&page, more).await);
        assert_eq!((&said["width"], &said["height"]), (&width.into(), &height.into()), "{more}");
        let html = Html::of(said["html"].as_str().unwrap());
        let frame = html.first("iframe");
        // As wide as what is around it, which may be less.
        assert_eq!(frame.attr("width"), Some("100%"));
        assert_eq!(frame.attr("style"), Some(&*format!("border:0;max-width:{width}px")));
        assert_eq!(frame.attr("height"), Some(&*height.to_string()));
        let small = !more.ends_with("5000") && !more.ends_with('=');
        assert_eq!(said["thumbnail_url"].is_null(), small, "{more}");
    }
}

#[tokio::test]
async fn whatever_cannot_be_answered_says_why() {
    let of = |page: &str| format!("{PUBLIC_URL}{page}");
    for (page, more, status, said) in [
        (of("/nl/projects/none"), "", 404, "neither the explorer nor a project"),
        (of("/nl/about"), "", 404, "neither the explorer nor a project"),
        (of("/xx"), "", 404, "neither the explorer nor a project"),
        ("https://example.org/nl".to_owned(), "", 404, "no other site"),
        (format!("{PUBLIC_URL}.example.org/nl"), "", 404, "no other site"),
        (format!("{PUBLIC_URL}:8443/nl"), "", 404, "no other site"),
        ("javascript://projects.example.nl/nl".to_owned(), "", 404, "no other site"),
        (of("/nl"), "&format=yaml", 501, "write json or xml"),
        ("/nl".to_owned(), "", 400, "whole address"),
        (String::new(), "", 400, "which page is meant"),
        (of("/nl"), "&maxwidth=279", 400, "at least 280"),
        (of("/nl"), "&maxheight=tall", 400, "whole number"),
    ] {
        asked(&page, more)
            .await
            .assert_status(status)
            .assert_header("cache-control", "no-store")
            .assert_header("access-control-allow-origin", "*")
            .assert_contains(said);
    }
    get("/oembed").await.assert_status(400).assert_contains("which page is meant");
}

#[tokio::test]
async fn scripts_of_all_sites_may_ask() {
    asked(&format!("{PUBLIC_URL}/nl"), "")
        .await
        .assert_header("access-control-allow-origin", "*")
        .assert_header("cache-control", "public, max-age=3600");
    get("/nl").await.assert_no_header("access-control-allow-origin");
}

#[tokio::test]
async fn pages_say_where_to_ask_and_there_is_an_answer() {
    for page in [
        "/nl",
        "/en?city=assen&theme=transport",
        "/fy/projects/bling",
        "/nl/widget?city=assen&lock=theme%3Dhealth&hide=title",
        "/nl/widget/projects/bling?lock=city%3Dgroningen",
    ] {
        let answer = get(page).await;
        let html = answer.html();
        for kind in ["application/json+oembed", "text/xml+oembed"] {
            let link = html.all("link").find(|link| link.attr("type") == Some(kind)).unwrap();
            assert_eq!(link.attr("rel"), Some("alternate"));
            let address = link.attr("href").unwrap().strip_prefix(PUBLIC_URL).unwrap();
            let told = get(address).await;
            let (path, query) = page.split_once('?').unwrap_or((page, ""));
            let path = path.replacen("/widget", "", 1);
            let widget = path.replacen("/projects", "/widget/projects", 1);
            let widget = if widget == path { format!("{path}/widget") } else { widget };
            told.assert_status(200).assert_contains(&format!("{PUBLIC_URL}{widget}"));
            for question in query.split('&') {
                told.assert_contains(question);
            }
        }
    }
    for page in ["/nl/about", "/nl/nowhere", "/nl/projects/none", "/nl/widget/projects/none"] {
        get(page).await.assert_lacks("+oembed");
    }
}
