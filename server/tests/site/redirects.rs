//! The ways in: the bare address, and addresses that a form made.

use axum::http::Method;
use server::cache::Policy;

use crate::visit::{get, visit};

#[tokio::test]
async fn the_bare_address_leads_to_the_language_the_visitor_likes_best() {
    let cases = [
        ("nl-NL,nl;q=0.9,en;q=0.8", "/nl"),
        ("en-GB,en;q=0.9", "/en"),
        ("fr;q=1, de;q=0.4, en;q=0.3", "/de"),
        ("fy-NL, nl;q=0.5", "/fy"),
        ("pl, cs", "/nl"),
        ("!!;q=,,;;", "/nl"),
    ];
    for (accepted, home) in cases {
        let answer = visit(Method::GET, "/").with("accept-language", accepted).send().await;
        answer
            .assert_leads(302, home)
            .assert_header("vary", "accept-language")
            .assert_policy(Policy::Revalidate);
    }
    get("/").await.assert_leads(302, "/nl");
}

#[tokio::test]
async fn a_filter_behind_the_bare_address_is_kept_on_the_way_to_a_language() {
    get("/?city=assen&q=k%C3%A4se").await.assert_leads(302, "/nl?city=assen&q=k%C3%A4se");
}

#[tokio::test]
async fn an_address_that_a_form_made_is_sent_on_to_the_canonical_one() {
    let cases = [
        ("/nl?q=&city=assen&from=&to=&budget-from=&budget-to=", "/nl?city=assen"),
        ("/nl?q=&budget-from=1000000&budget-to=", "/nl?budget=1000000.."),
        ("/nl?budget-from=5000000&budget-to=1000000", "/nl?budget=1000000..5000000"),
        (
            "/en?q=wind++energy&from=&theme=food&city=emmen",
            "/en?q=wind%20energy&city=emmen&theme=food",
        ),
        ("/de?theme=-food&theme=food&q=", "/de?theme=food"),
        ("/fy?q=&sort=relevance&view=", "/fy"),
        ("/en?q=&utm_source=newsletter", "/en"),
    ];
    for (typed, canonical) in cases {
        get(typed).await.assert_leads(303, canonical);
        get(canonical).await.assert_status(200);
    }
}

#[tokio::test]
async fn an_address_written_by_hand_stays_as_it_is() {
    for address in ["/nl?theme=food&city=assen", "/nl?utm_source=newsletter", "/nl?page=1"] {
        get(address).await.assert_status(200);
    }
}

#[tokio::test]
async fn an_ignored_value_is_not_redirected_away_and_the_page_says_so() {
    let said = [
        ("nl", "‘cheese’ is geen waarde om op te filteren (theme) en is daarom weggelaten."),
        ("en", "“cheese” is not something to filter by (theme), so it was left out."),
    ];
    for (lang, notice) in said {
        let answer = get(&format!("/{lang}?q=&city=assen&theme=cheese")).await;
        assert_eq!(answer.assert_status(200).html().texts_with("notices"), [notice]);
        assert_eq!(answer.html().texts_with("card-name"), ["I2I"]);
    }
}

#[tokio::test]
async fn a_city_that_the_catalogue_lacks_is_ignored_and_the_page_says_so() {
    let answer = get("/en?city=atlantis").await;
    let notice = "“atlantis” does not occur in this collection (city), so it was left out.";
    assert_eq!(answer.assert_status(200).html().texts_with("notices"), [notice]);
    assert_eq!(answer.html().texts_with("card-name").len(), 10);
}

#[tokio::test]
async fn no_redirect_leads_to_another_site() {
    let addresses = [
        "//evil.example?q=",
        "/\\evil.example?q=",
        "/%5Cevil.example?q=",
        "//evil.example/projects/x?q=",
    ];
    for address in addresses {
        // The first slash makes an address; what follows it is what a browser would be sent.
        let answer = visit(Method::GET, address).send().await;
        let target = answer.header("location").unwrap_or_default();
        assert!(!target.starts_with("//") && !target.starts_with("/\\"), "{address} to {target}");
        answer.assert_status(404);
    }
}

#[tokio::test]
async fn a_slash_at_the_end_leads_to_the_address_without_it() {
    let cases = [
        ("/nl/", "/nl"),
        ("/nl/?city=assen", "/nl?city=assen"),
        ("/de/about/", "/de/about"),
        ("/en/projects/bling/", "/en/projects/bling"),
    ];
    for (address, without) in cases {
        get(address).await.assert_leads(308, without);
    }
}
