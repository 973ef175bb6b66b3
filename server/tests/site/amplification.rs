//! What an address can make an answer grow by. `SECURITY.md` has the table.
//!
//! Of each route the answer to a hostile address is held against the answer to the plain
//! one. What was asked may come back where it must (in a search box, in links that keep
//! the filter), but never more of it than the bound says, whatever was sent.

use std::sync::LazyLock;

use axum::{Router, http::Method};

use crate::{
    large::{self, programme},
    visit::{PUBLIC_URL, get_from, site_of, visit},
};

/// As many bytes as the program reads of an address.
const LONGEST: usize = 65_000;

static LARGE: LazyLock<Router> = LazyLock::new(|| site_of(&large::catalogue(400)));

/// Addresses that repeat what they are told as often as they can, or ask for as much
/// as they can.
fn queries() -> Vec<(&'static str, String)> {
    let filled = |unit: &str| unit.repeat(LONGEST / unit.len());
    let all = |key: &str, values: Vec<String>| {
        values.iter().map(|value| format!("{key}={value}&")).collect::<String>()
    };
    let letters = || ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
    let countries = all("country", letters().collect());
    let programmes = all("programme", (0..large::PROGRAMMES).map(programme).collect());
    let cities = all(
        "city",
        letters().map(|it| format!("{}{}", it.to_lowercase(), "x".repeat(110))).collect(),
    );
    vec![
        ("an unknown parameter", format!("unknown={}", filled("x"))),
        ("an unknown name", format!("{}=1", filled("x"))),
        ("unknown parameters", filled("u=1&")),
        ("ampersands", filled("&")),
        ("quotes", format!("x={}", filled("%22"))),
        ("a long text", format!("q={}", filled("x"))),
        ("a text of marks", format!("q={}", filled("%26"))),
        ("a text of signs", format!("q={}", filled("%F0%9F%A7%80"))),
        ("a hundred words", format!("q={}", filled("a+"))),
        ("all countries", countries.clone()),
        ("all programmes", programmes.clone()),
        ("unknown cities", cities.clone()),
        ("everything", format!("q={}&{programmes}{countries}{cities}", "%26".repeat(200))),
        ("a lock", format!("lock={}", filled("%2526"))),
        ("a lock of everything", format!("lock={}", escaped(&format!("{programmes}{countries}")))),
        ("an unknown value", format!("theme={}", filled("x"))),
        ("unknown values", filled("theme=xxxxxxxxxx&")),
        ("looks", format!("accent={0}&font={0}&hide={0}", "x".repeat(20_000))),
    ]
}

fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Routes with the most bytes that their answers may grow by, whatever the query; and
/// what stands between a path and a query.
const ROUTES: [(&str, usize); 17] = [
    ("/?", 66_000),
    ("/en?", 450_000),
    ("/en?view=map&layer=network&", 650_000),
    ("/en/projects/project-7?", 20_000),
    ("/en/projects/none?", 20_000),
    ("/en/about?", 20_000),
    ("/en/check?", 20_000),
    ("/en/embed?", 60_000),
    ("/en/widget?", 450_000),
    ("/en/widget/projects/project-7?", 20_000),
    ("/en/nowhere?", 20_000),
    ("/en/fragment?", 10_000),
    ("/api/fn/explore?lang=en&query=", 10_000),
    ("/api/fn/markers?lang=en&at=2223500000,1402000000,60000,400,380&query=", 1_000),
    ("/basemap/overview?", 1_000),
    ("/sitemap.xml?", 1_000),
    ("/en/projects/project-7/?", 66_000),
];

#[tokio::test]
async fn no_query_makes_an_answer_much_longer() {
    for (route, bound) in ROUTES {
        let plain = get_from(&LARGE, route.trim_end_matches(['?', '&'])).await;
        let (mut most, mut worst) = (0, "none");
        for (what, query) in queries() {
            let query = if route.starts_with("/api/") { escaped(&query) } else { query };
            let mut address = format!("{route}{query}");
            address.truncate(LONGEST);
            let answer = get_from(&LARGE, &address).await;
            let said = answer.header("location").map_or(0, |to| to.len());
            let grown = (answer.body.len() + said).saturating_sub(plain.body.len());
            if grown > most {
                (most, worst) = (grown, what);
            }
        }
        println!("{route} {} bytes, grown by at most {most} ({worst})", plain.body.len());
        assert!(most <= bound, "{route} grows by {most} bytes: {worst}");
    }
}

#[tokio::test]
async fn no_query_of_another_page_makes_what_is_said_of_it_much_longer() {
    for format in ["json", "xml"] {
        for (what, query) in queries() {
            let mut page = format!("{PUBLIC_URL}/en?{query}");
            page.truncate(LONGEST / 3);
            let address = format!("/oembed?format={format}&url={}", escaped(&page));
            let answer = get_from(&LARGE, &address).await;
            assert!(answer.body.len() <= 25_000, "{format}, {what}: {}", answer.body.len());
        }
    }
}

/// A path stands in no page that is not there.
#[tokio::test]
async fn no_path_makes_an_answer_much_longer() {
    for start in [
        "/",
        "/en/",
        "/en/projects/",
        "/en/widget/",
        "/en/widget/projects/",
        "/pkg/",
        "/social/",
        "/sitemaps/",
        "/api/fn/",
    ] {
        let plain = get_from(&LARGE, &format!("{start}x")).await.body.len();
        for unit in ["x", "%22", "&", "x/"] {
            let path = format!("{start}{}", unit.repeat(LONGEST / unit.len()));
            let answer = get_from(&LARGE, path.trim_end_matches('/')).await;
            let said = answer.header("location").map_or(0, |to| to.len());
            let grown = (answer.body.len() + said).saturating_sub(plain);
            assert!(grown <= 4_000, "{start} with {unit} grows by {grown} bytes");
        }
    }
}

/// What one parameter that is not known leaves on a page.
#[tokio::test]
async fn an_unknown_parameter_is_repeated_nowhere() {
    let mark = "zqj".repeat(40);
    for page in
        ["/en", "/nl/widget", "/de/projects/project-7", "/fy/about", "/en/embed", "/en/nowhere"]
    {
        for query in
            [format!("{mark}=1"), format!("unknown={mark}"), format!("utm_source={mark}&view=map")]
        {
            get_from(&LARGE, &format!("{page}?{query}")).await.assert_lacks("zqjzqj");
        }
    }
    let answer = visit(Method::GET, &format!("/en?theme={mark}")).send().await;
    let shown = answer.text().matches("zqjzqj").count();
    // In the notice, cut to 60 letters, and in the answer from which the client hydrates.
    assert_eq!(shown, 20, "a value that is no theme is named once");
}
