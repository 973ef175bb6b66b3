//! Requests to the router, and what every answer can be asked.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use backend::{Backend, Clock, Store};
use futures_util::FutureExt as _;
use http_body_util::BodyExt as _;
use leptos::server_fn::{ContentType as _, Decodes as _, codec::PostcardEncoding};
use server::{
    State,
    cache::Policy,
    config::{Ancestor, Config, Embed, LogFormat, Map},
    router,
    tiles::Archive,
};
use tower::ServiceExt as _;

use crate::html::Html;

/// Scheme and host that the site under test believes to have.
pub const PUBLIC_URL: &str = "https://projects.example.nl";

/// The languages of the site.
pub const LANGUAGES: [&str; 4] = ["nl", "en", "de", "fy"];

/// The projects of the built-in catalogue.
pub const PROJECTS: [&str; 10] = [
    "active-cities",
    "bling",
    "i2i-from-isolation-to-inclusion",
    "ib-green",
    "natuurpark-moor-veenland",
    "reframe",
    "scepa",
    "surflogh",
    "water-warmth",
    "welcoming-international-talent",
];

/// The addresses of all pages, in every language.
pub fn every_page() -> Vec<String> {
    let projects = PROJECTS.map(|slug| format!("/projects/{slug}"));
    let pages = ["".to_owned(), "/about".to_owned()].into_iter().chain(projects);
    pages.flat_map(|page| LANGUAGES.map(|lang| format!("/{lang}{page}"))).collect()
}

/// Checked once for all tests. What is embedded is there at once, so nothing waits.
pub static TILES: LazyLock<Arc<Archive>> =
    LazyLock::new(|| Arc::new(Archive::of(&Map::default()).now_or_never().unwrap().unwrap()));

static SITE: LazyLock<Router> = LazyLock::new(|| site("2026-11-24", "build under test"));

/// A site on some day, in some build.
pub fn site(today: &str, build: &str) -> Router {
    site_with(today, build, true)
}

/// The same, with or without the page that checks spreadsheets.
pub fn site_with(today: &str, build: &str, check: bool) -> Router {
    configured(today, build, Config { check, ..config() }, TILES.clone())
}

/// A site with something else under its markers.
pub fn site_over(map: Map) -> Router {
    configured("2026-11-24", "build under test", Config { map, ..config() }, TILES.clone())
}

/// A site with another catalogue, in the exchange format.
pub fn site_of(catalogue: &str) -> Router {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), catalogue).unwrap();
    serving(Backend::with_catalogue_file(file.path(), on("2026-11-24")).unwrap())
}

/// A site that serves what is kept in a store.
pub async fn site_of_store(data: &Path) -> Router {
    let store = Store::open(data).await.unwrap();
    serving(Backend::with_store(store, on("2026-11-24")).await.unwrap())
}

fn serving(backend: Backend) -> Router {
    router(State::new(Arc::new(backend), TILES.clone(), &config(), "build under test").unwrap())
}

fn on(today: &str) -> Clock {
    Clock::Fixed(today.parse().unwrap())
}

/// A site that an operator's words open, written as in the settings.
pub fn site_with_words(words: &str) -> Router {
    let config = Config { site: toml::from_str(words).unwrap(), ..config() };
    configured("2026-11-24", "build under test", config, TILES.clone())
}

/// A site that only these may show in a frame.
pub fn site_framed_by(ancestors: &[&str]) -> Router {
    let ancestors = ancestors.iter().map(|site| Ancestor::parse(site).unwrap()).collect();
    let embed = Embed { ancestors: Some(ancestors) };
    configured("2026-11-24", "build under test", Config { embed, ..config() }, TILES.clone())
}

/// A site with another archive of tiles.
pub fn site_on(tiles: Archive) -> Router {
    configured("2026-11-24", "another archive", config(), Arc::new(tiles))
}

fn config() -> Config {
    Config {
        listen: ([127, 0, 0, 1], 3000).into(),
        connections: 100,
        public_url: PUBLIC_URL.to_owned(),
        catalogue: None,
        data: "var".into(),
        check: true,
        today: None,
        log: "info".to_owned(),
        log_format: LogFormat::Text,
        operator: app::Operator::default(),
        site: catalogue::query::Opening::default(),
        map: Map::default(),
        embed: Embed::default(),
        program: Some(env!("CARGO_BIN_EXE_interreg-explorer").into()),
    }
}

fn configured(today: &str, build: &str, config: Config, tiles: Arc<Archive>) -> Router {
    let backend = Backend::with_default_catalogue(on(today)).unwrap();
    let backend = backend.opened_by(config.site.clone());
    router(State::new(Arc::new(backend), tiles, &config, build).unwrap())
}

/// A request that is yet to be sent.
pub struct Visit(Request<Body>);

/// A request without headers.
pub fn visit(method: Method, address: &str) -> Visit {
    Visit(Request::builder().method(method).uri(address).body(Body::empty()).unwrap())
}

/// The answer to a plain GET.
pub async fn get(address: &str) -> Answer {
    visit(Method::GET, address).send().await
}

/// The same from a site of one's own.
pub async fn get_from(site: &Router, address: &str) -> Answer {
    visit(Method::GET, address).send_to(site).await
}

impl Visit {
    /// Adds a header.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.headers_mut().insert(name, value.parse().unwrap());
        self
    }

    /// Gives it a body.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        *self.0.body_mut() = body.into();
        self
    }

    /// Sends it to the site that all tests share.
    pub async fn send(self) -> Answer {
        self.send_to(&SITE).await
    }

    /// Sends it to a site of one's own.
    pub async fn send_to(self, site: &Router) -> Answer {
        let asked = format!("{} {}", self.0.method(), self.0.uri());
        let response = site.clone().oneshot(self.0).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { asked, status: parts.status, headers: parts.headers, body }
    }
}

/// An answer. Assertions return it, so that they can stand in a row, and name
/// what was asked when they fail.
#[derive(Debug)]
pub struct Answer {
    asked: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header as text; several of one name as one list.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<&str> =
            self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The answer of a server function, as the client decodes it.
    #[track_caller]
    pub fn decoded<T: serde::de::DeserializeOwned>(&self) -> T {
        self.assert_status(200).assert_header("content-type", PostcardEncoding::CONTENT_TYPE);
        PostcardEncoding::decode(self.body.clone().into()).unwrap()
    }

    /// The body as a page.
    pub fn html(&self) -> Html<'_> {
        Html::of(self.text())
    }

    #[track_caller]
    pub fn assert_status(&self, expected: u16) -> &Self {
        assert_eq!(self.status.as_u16(), expected, "{}", self.asked);
        self
    }

    #[track_caller]
    pub fn assert_header(&self, name: &str, expected: &str) -> &Self {
        assert_eq!(self.header(name).as_deref(), Some(expected), "{name} of {}", self.asked);
        self
    }

    #[track_caller]
    pub fn assert_no_header(&self, name: &str) -> &Self {
        assert_eq!(self.header(name), None, "{name} of {}", self.asked);
        self
    }

    #[track_caller]
    pub fn assert_policy(&self, policy: Policy) -> &Self {
        self.assert_header("cache-control", policy.header().to_str().unwrap())
    }

    /// A redirect, with where it leads.
    #[track_caller]
    pub fn assert_leads(&self, status: u16, to: &str) -> &Self {
        self.assert_status(status).assert_header("location", to)
    }

    #[track_caller]
    pub fn assert_contains(&self, part: &str) -> &Self {
        assert!(self.text().contains(part), "{} should contain {part}", self.asked);
        self
    }

    #[track_caller]
    pub fn assert_lacks(&self, part: &str) -> &Self {
        assert!(!self.text().contains(part), "{} should not contain {part}", self.asked);
        self
    }

    /// The page that says that there is nothing, in this language, with the ways
    /// onward: the search box and the whole list.
    #[track_caller]
    pub fn assert_nothing_here(&self, lang: &str, heading: &str) -> &Self {
        self.assert_status(404).assert_policy(Policy::Never).assert_no_header("etag");
        let html = self.html();
        assert_eq!(html.first("html").attr("lang"), Some(lang), "{}", self.asked);
        assert_eq!(html.texts("h1"), [heading], "{}", self.asked);
        let home = format!("/{lang}");
        let search = html.all("form").find(|form| form.attr("role") == Some("search"));
        assert_eq!(search.unwrap().attr("action"), Some(&*home), "{}", self.asked);
        assert!(html.all("input").any(|input| input.attr("name") == Some("q")), "{}", self.asked);
        assert!(html.all("a").any(|link| link.attr("href") == Some(&*home)), "{}", self.asked);
        self
    }
}
