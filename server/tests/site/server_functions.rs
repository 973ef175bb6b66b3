//! What the browser asks once it has taken over.

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{get, visit};

#[tokio::test]
async fn the_answer_to_a_filter_is_a_parcel_with_a_version() {
    let answer = get("/api/fn/explore?lang=nl&query=city%3Dassen").await;
    answer.assert_status(200).assert_policy(Policy::Revalidate);
    assert!(answer.header("etag").is_some());
    assert!(!answer.body.is_empty());
}

#[tokio::test]
async fn a_question_that_cannot_be_read_is_the_askers_fault() {
    let asked = [
        "/api/fn/explore",
        "/api/fn/explore?lang=xx&query=",
        "/api/fn/explore?lang=nl",
        "/api/fn/project?lang=nl",
        "/api/fn/project?lang=%FF&slug=bling",
    ];
    for address in asked {
        get(address).await.assert_status(400).assert_policy(Policy::Never);
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
        get(&format!("/api/fn/project?lang=nl&slug={slug}")).await.assert_status(200);
    }
}

#[tokio::test]
async fn nobody_is_sent_back_to_where_they_say_they_came_from() {
    let answer = visit(Method::GET, "/api/fn/explore?lang=nl&query=")
        .with("accept", "text/html")
        .with("referer", "https://evil.example/")
        .send()
        .await;
    answer.assert_status(200).assert_no_header("location");
}
