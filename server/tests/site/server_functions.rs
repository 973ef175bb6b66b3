//! What the client asks once it has hydrated.

use std::sync::Arc;

use app::{Answer, Failure, Payload};
use axum::http::Method;
use catalogue::{
    Facet,
    filter::Part,
    query::{Exploration, ProjectDetail},
};
use codee::Decoder as _;
use leptos::server_fn::error::FromServerFnError as _;
use serde::de::DeserializeOwned;
use server::cache::Policy;

use crate::visit::{get, visit};

/// The answer that a page brings for the client, as the client decodes it.
async fn in_page<T: DeserializeOwned>(page: &str) -> T {
    let page = get(page).await;
    let (_, resource) = page.text().split_once("__RESOLVED_RESOURCES[0] = \"").unwrap();
    let (text, _) = resource.split_once("\";").unwrap();
    let answer: Answer<T> = Payload::decode(text).unwrap();
    Arc::into_inner(answer.unwrap()).unwrap()
}

#[tokio::test]
async fn the_answer_to_a_filter_has_a_version() {
    let answer = get("/api/fn/explore?lang=nl&query=city%3Dassen").await;
    answer.assert_status(200).assert_policy(Policy::Revalidate);
    assert!(answer.header("etag").is_some());
    let answer: Exploration = answer.decoded();
    assert_eq!((answer.query.as_str(), answer.found), ("city=assen", 1));
}

#[tokio::test]
async fn a_page_brings_the_very_answer_that_its_function_gives() {
    for query in ["", "theme=health&layer=network", "q=%3C/script%3E%22%5C&theme=%3C!--"] {
        let escaped = query.replace('%', "%25").replace('&', "%26").replace('=', "%3D");
        let answer = get(&format!("/api/fn/explore?lang=fy&query={escaped}")).await;
        let from_page: Exploration = in_page(&format!("/fy?{query}")).await;
        assert_eq!(from_page, answer.decoded(), "{query}");
    }
    let answer = get("/api/fn/project?lang=de&slug=bling").await;
    let from_page: Option<ProjectDetail> = in_page("/de/projects/bling").await;
    assert!(from_page.is_some());
    assert_eq!(from_page, answer.decoded());
}

#[tokio::test]
async fn the_lock_of_a_question_is_read_with_it() {
    let question = "city%3Dgroningen%26city%3Dleeuwarden%26lock%3Dcity%253Dleeuwarden";
    let answer = get(&format!("/api/fn/explore?lang=nl&query={question}")).await;
    let answer: Exploration = answer.decoded();
    assert_eq!((answer.total, answer.found, answer.locked), (4, 4, vec![Part::Facet(Facet::City)]));
}

#[tokio::test]
async fn a_question_that_cannot_be_read_is_the_askers_fault() {
    let asked = [
        "/api/fn/explore",
        "/api/fn/explore?lang=xx&query=",
        "/api/fn/explore?lang=nl",
        "/api/fn/project?lang=nl",
        "/api/fn/project?lang=%FF&slug=bling",
        "/api/fn/markers",
        "/api/fn/markers?lang=xx&at=2223500000,1402000000,60000,400,380",
    ];
    for address in asked {
        let answer = get(address).await;
        answer.assert_status(400).assert_policy(Policy::Never);
        let failure = Failure::de(answer.body.into());
        assert_eq!(failure, Failure::Arguments("the arguments cannot be read".to_owned()));
    }
}

#[tokio::test]
async fn a_function_that_does_not_exist_is_not_found() {
    for address in ["/api/fn/nothing", "/api/fn/a/b", "/api/fn/"] {
        get(address).await.assert_status(404).assert_policy(Policy::Never);
    }
}

#[tokio::test]
async fn a_project_that_does_not_exist_is_an_answer_and_no_fault() {
    for slug in ["atlantis", "Not%20a%20slug", ""] {
        let answer = get(&format!("/api/fn/project?lang=nl&slug={slug}")).await;
        assert_eq!(answer.decoded::<Option<ProjectDetail>>(), None);
    }
}

#[tokio::test]
async fn no_answer_redirects_to_the_referer() {
    let answer = visit(Method::GET, "/api/fn/explore?lang=nl&query=")
        .with("accept", "text/html")
        .with("referer", "https://evil.example/")
        .send()
        .await;
    answer.assert_status(200).assert_no_header("location");
}
