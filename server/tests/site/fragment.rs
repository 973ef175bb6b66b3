//! The markup that other websites include on their own server.

use axum::http::Method;

use crate::visit::{LANGUAGES, PUBLIC_URL, get, visit};

#[tokio::test]
async fn a_fragment_is_nothing_but_markup_in_every_language() {
    for lang in LANGUAGES {
        let answer = get(&format!("/{lang}/fragment")).await;
        answer
            .assert_status(200)
            .assert_header("content-type", "text/html; charset=utf-8")
            .assert_header("cache-control", "public, max-age=300")
            .assert_header("access-control-allow-origin", "*");
        for absent in ["<!DOCTYPE", "<html", "<head", "<script", "<style", "style=", "id=", "{"] {
            answer.assert_lacks(absent);
        }
        let html = answer.html();
        let classes: Vec<_> = html.tags().filter_map(|tag| tag.attr("class")).collect();
        assert_eq!(classes, ["interreg-projects"]);
        assert_eq!(html.first("div").attr("lang"), Some(lang));
        assert_eq!((html.texts("h2").len(), html.texts("h3").len()), (1, 10));
    }
}

#[tokio::test]
async fn it_has_the_projects_of_the_filter_with_absolute_links() {
    let answer = get("/en/fragment?city=assen&heading=4").await;
    let html = answer.html();
    assert_eq!(html.texts("h4"), ["Interreg projects of our cities"]);
    let links: Vec<_> = html.all("a").map(|link| link.attr("href").unwrap()).collect();
    assert!(links.iter().all(|link| link.starts_with("https://")), "{links:?}");
    let project = format!("{PUBLIC_URL}/en/projects/");
    let projects = links.iter().filter(|link| link.starts_with(&project)).count();
    assert!(projects > 0 && projects < 10);
    assert_eq!(html.texts("h5").len(), projects);
    answer.assert_contains(&format!("<p>{projects} project"));
    assert!(links.contains(&format!("{PUBLIC_URL}/en?city=assen").as_str()));
    answer.assert_contains("Data: ").assert_contains("CC BY 4.0");
}

#[tokio::test]
async fn a_lock_confines_it() {
    let open = get("/en/fragment?city=assen").await;
    let locked = get("/en/fragment?lock=city%3Dassen").await;
    assert_eq!(open.html().texts("h3"), locked.html().texts("h3"));
    let both = get("/en/fragment?city=emmen&lock=city%3Dassen").await;
    assert!(
        both.html().texts("h3").len()
            < get("/en/fragment?city=emmen").await.html().texts("h3").len()
    );
}

#[tokio::test]
async fn who_has_it_is_told_so() {
    let first = get("/nl/fragment?city=assen").await;
    let etag = first.header("etag").unwrap();
    let again =
        visit(Method::GET, "/nl/fragment?city=assen").with("if-none-match", &etag).send().await;
    again.assert_status(304).assert_header("cache-control", "public, max-age=300");
    assert!(again.body.is_empty());
    assert_eq!(
        get("/nl/fragment?city=assen").await.text(),
        first.text(),
        "nothing of it is one visitor's"
    );
}

#[tokio::test]
async fn hostile_input_does_not_come_back() {
    for key in ["q", "city", "heading", "lock", "page", "fish"] {
        let answer = get(&format!("/nl/fragment?{key}=%22%3E%3Cscript%3E")).await;
        answer.assert_status(200).assert_lacks("<script").assert_lacks("\"><s");
    }
}

#[tokio::test]
async fn in_a_language_that_is_not_ours_there_is_none() {
    get("/xx/fragment").await.assert_status(404);
}
