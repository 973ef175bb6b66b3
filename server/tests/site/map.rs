//! What a map in the browser asks for: the markers of what is seen, and the basemap
//! of a part of the earth that came in no page.

use app::Failure;
use axum::http::Method;
use catalogue::{
    map::{LonLat, Viewport},
    query::Markers,
};
use leptos::server_fn::error::FromServerFnError as _;
use server::{assets, cache::Policy};

use crate::{
    html::Html,
    visit::{PROJECTS, every_page, get, visit},
};

/// Around Assen, as close as a screen shows all four home cities: the middle in
/// 2^32 steps, the world's width in pixels, width and height.
const NORTH: &str = "2223500000,1402000000,60000,400,380";

fn markers(lang: &str, at: &str, query: &str) -> String {
    let query = query.replace('&', "%26").replace('=', "%3D");
    format!("/api/fn/markers?lang={lang}&at={at}&query={query}")
}

/// What markers say: the place, how many projects and which.
fn said(markers: &Markers) -> Vec<(String, usize, Vec<String>)> {
    let names = |items: &[catalogue::query::Item]| {
        let mut names: Vec<_> = items.iter().map(|item| item.name.clone()).collect();
        names.sort();
        names
    };
    let mut said: Vec<_> =
        markers.list.iter().map(|s| (s.name.clone(), s.count, names(&s.items))).collect();
    said.sort();
    said
}

#[tokio::test]
async fn the_markers_of_a_part_of_the_map_are_those_of_the_filter() {
    let markers: Markers = get(&markers("nl", NORTH, "&city=groningen")).await.decoded();
    let groningen = ["BLING", "REFRAME", "SURFLOGH", "Welcoming International Talent"];
    let expected = ("Groningen".to_owned(), 4, groningen.map(str::to_owned).to_vec());
    assert_eq!(said(&markers), [expected]);
    let marker = &markers.list[0];
    assert_eq!((marker.id.as_str(), marker.near), ("groningen", 0));
    assert!((marker.lon - 6.566_67).abs() < 1e-4 && (marker.lat - 53.219_17).abs() < 1e-4);
    assert!(markers.links.is_empty() && markers.more_links == 0);
}

#[tokio::test]
async fn the_whole_filter_decides_and_so_does_what_is_seen() {
    let counts = async |at: &str, query: &str| {
        let markers: Markers = get(&markers("en", at, query)).await.decoded();
        said(&markers).into_iter().map(|(place, count, _)| (place, count)).collect::<Vec<_>>()
    };
    let places = |places: &[(&str, usize)]| {
        places.iter().map(|(place, count)| ((*place).to_owned(), *count)).collect::<Vec<_>>()
    };
    let all = [("Assen", 1), ("Emmen", 1), ("Groningen", 4), ("Leeuwarden", 4)];
    assert_eq!(counts(NORTH, "").await, places(&all));
    let energy = "&theme=sustainable-energy";
    assert_eq!(counts(NORTH, energy).await, places(&[("Leeuwarden", 2)]));
    assert_eq!(counts(NORTH, "&q=waterwarmth").await, places(&[("Leeuwarden", 1)]));
    // The southern hemisphere has none of them.
    assert_eq!(counts("2147483648,3221225472,60000,400,380", "").await, []);
    // From far away one marker stands for all, and none is lost.
    let far = counts("2223500000,1402000000,1000,400,380", "").await;
    assert_eq!(far.iter().map(|(_, count)| count).sum::<usize>(), PROJECTS.len());
    assert!(far.len() < all.len(), "{far:?}");
    // A page of the list is no part of the map, and what is unknown is left out.
    assert_eq!(counts(NORTH, "&page=7&sort=title&city=atlantis&foo=1").await, places(&all));
}

#[tokio::test]
async fn each_pin_stands_in_the_part_that_was_asked_for() {
    let view: Viewport = NORTH.parse().unwrap();
    for layer in ["projects", "partners", "network"] {
        let query = format!("&layer={layer}");
        let markers: Markers = get(&markers("de", NORTH, &query)).await.decoded();
        assert!(!markers.list.is_empty());
        for marker in &markers.list {
            assert!(view.contains(LonLat::new(marker.lon, marker.lat)), "{layer}: {marker:?}");
        }
        assert_eq!(layer == "network", !markers.links.is_empty(), "{layer}");
    }
}

#[tokio::test]
async fn no_part_of_the_map_is_refused_with_the_remedy() {
    let sizes = ["1,2,60000,0,380", "1,2,60000,400,4097", "1,2,255,400,380"];
    let words = ["", "1,2,3", "a,b,c,d,e", "-1,2,60000,400,380", "1,2,60000,400,380,7", "%FF"];
    for at in sizes.into_iter().chain(words) {
        let answer = get(&markers("nl", at, "")).await;
        answer.assert_status(400).assert_policy(Policy::Never).assert_no_header("etag");
    }
    for address in ["/api/fn/markers?lang=nl", "/api/fn/markers?lang=nl&at=1,2,3"] {
        let answer = get(address).await;
        answer.assert_status(400);
        let Failure::Arguments(words) = Failure::de(answer.body.into()) else { panic!() };
        assert!(words.starts_with("at: not a part of the map"), "{words}");
        assert!(words.contains("write the middle in 2^32 steps"), "{words}");
    }
}

#[tokio::test]
async fn who_has_the_markers_is_told_so() {
    let address = markers("nl", NORTH, "&city=assen");
    let first = get(&address).await;
    first.assert_status(200).assert_policy(Policy::Revalidate);
    let etag = first.header("etag").unwrap();
    let again = visit(Method::GET, &address).with("if-none-match", &etag).send().await;
    again.assert_status(304).assert_policy(Policy::Revalidate).assert_header("etag", &etag);
    assert!(again.body.is_empty());
    let elsewhere = markers("nl", NORTH, "&city=emmen");
    visit(Method::GET, &elsewhere).with("if-none-match", &etag).send().await.assert_status(200);
}

/// The drawing in a page: what stands in the element with the class `basemap`.
fn drawing(page: &str) -> &str {
    let start = page.find("class=\"basemap\"").unwrap();
    let inside = &page[start + page[start..].find('>').unwrap() + 1..];
    inside.split_once("</svg>").unwrap().0
}

#[tokio::test]
async fn the_basemap_of_a_part_is_the_content_of_an_svg() {
    let part = get("/basemap/overview?shown=exact:5,52,8,54").await;
    part.assert_status(200)
        .assert_policy(Policy::Revalidate)
        .assert_header("content-type", "text/plain; charset=utf-8")
        .assert_contains("<path")
        .assert_contains("Groningen");
    // Another part is another drawing; neither runs nor loads anything.
    let other = get("/basemap/overview?shown=5,40,8,45").await;
    other.assert_status(200).assert_lacks("Groningen");
    for answer in [&part, &other] {
        let html = Html::of(answer.text());
        assert!(html.tags().count() > 3);
        for tag in html.tags() {
            assert!(matches!(&*tag.name, "path" | "g" | "text" | "circle" | "tspan"), "{tag:?}");
            assert!(tag.attr("href").is_none() && tag.attr("style").is_none(), "{tag:?}");
        }
    }
}

#[tokio::test]
async fn what_a_page_shows_is_drawn_again_alike() {
    // What the whole catalogue shows, and what is asked for without a word.
    let whole = get("/en").await;
    assert_eq!(drawing(whole.text()), get("/basemap/overview").await.text());
    // A part that was asked for.
    for part in ["6,52.5,7,53", "5.5,53,6,53.4"] {
        let page = get(&format!("/nl?bbox={part}")).await;
        let again = get(&format!("/basemap/overview?shown=exact:{part}")).await;
        again.assert_status(200);
        assert_eq!(drawing(page.text()), again.text(), "{part}");
        assert_ne!(drawing(page.text()), drawing(whole.text()), "{part}");
    }
    // What the map was asked to look at.
    let page = get("/en?at=8.5/53.2194/6.5665").await;
    let again = get("/basemap/overview?shown=at:8.5/53.2194/6.5665").await;
    assert_eq!(drawing(page.text()), again.assert_status(200).text());
    assert_ne!(drawing(page.text()), drawing(whole.text()));
    let page = get("/nl/projects/bling").await;
    assert_eq!(drawing(page.text()), get("/basemap/projects/bling").await.text());
}

#[tokio::test]
async fn what_is_no_part_of_the_earth_has_no_basemap() {
    for shown in
        ["nonsense", "exact:", "exact:1,2,3", "1,2,3", "NaN,1,2,3", "9,9,1,1,1", "%FF", "at:8,53,6"]
    {
        let answer = get(&format!("/basemap/overview?shown={shown}")).await;
        answer.assert_status(400).assert_policy(Policy::Never).assert_no_header("etag");
    }
    get("/basemap/overview?shown=nonsense").await.assert_contains("shown: ");
}

#[tokio::test]
async fn a_page_with_a_map_says_where_engine_and_tiles_are_where_there_is_one() {
    let engine = assets::by_name("map.js").map(|asset| asset.path);
    for page in every_page() {
        let answer = get(&page).await;
        let html = answer.html();
        let root = html.first("html");
        let has_map = !page.ends_with("/about");
        assert_eq!(root.attr("data-engine"), engine.filter(|_| has_map), "{page}");
        let tiles = root.attr("data-tiles");
        assert_eq!(tiles.is_some(), engine.is_some() && has_map, "{page}: {tiles:?}");
        if let Some(tiles) = tiles {
            let tile = tiles.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
            get(&tile).await.assert_status(200).assert_policy(Policy::Immutable);
            // As deep as the built-in archive is; one of an operator's own may be deeper.
            assert_eq!(root.attr("data-tiles-zoom"), Some("9"), "{page}");
        }
        // The operator has put no other basemap under it.
        assert!(
            root.attributes.iter().all(|(name, _)| !name.starts_with("data-basemap")),
            "{page}"
        );
    }
    get("/nl/check").await.assert_lacks("data-engine");
}
