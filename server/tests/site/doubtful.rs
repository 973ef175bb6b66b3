//! Amounts that contradict each other: shown as published and called doubtful.

use axum::Router;
use serde_json::{Value, json};

use crate::visit::{LANGUAGES, get, get_from, site_of};

fn project(slug: &str, programme: &str, total: Option<f64>, funding: Option<f64>) -> Value {
    let money = |euro: Option<f64>| euro.map(|euro| json!({ "eur": euro }));
    let project = json!({
        "slug": slug, "acronym": slug.to_uppercase(), "programme": programme,
        "total_budget": money(total), "eu_funding": money(funding),
    });
    // What is absent is left out of files.
    let fields = project.as_object().unwrap().iter().filter(|(_, value)| !value.is_null());
    fields.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn with_partners(mut project: Value, budgets: &[f64]) -> Value {
    let part = |budget: &f64| json!({ "organisation": "O", "role": "partner", "budget": { "eur": budget } });
    project["participations"] = budgets.iter().map(part).collect();
    project
}

/// The slips of a real export beside usual projects, one that publishes nothing, and
/// partners above their project, alone and together.
fn site() -> Router {
    let text = include_str!("../../../data/northern-netherlands.json");
    let mut document: Value = serde_json::from_str(text).unwrap();
    let programme =
        |slug: &str| json!({ "slug": slug, "name": slug, "strand": "A", "period": "2014-2020" });
    document["programmes"] =
        ["lt-pl", "hu-rs", "de-nl"].iter().map(|slug| programme(slug)).collect();
    document["projects"] = json!([
        project("discover", "lt-pl", Some(499_976_135.0), Some(42_497.96)),
        project("taming", "lt-pl", Some(491_564_805.0), Some(41_783.0)),
        project("fire", "lt-pl", Some(481_736_905.0), Some(40_947.63)),
        project("silent", "lt-pl", None, None),
        project("usual", "lt-pl", Some(1_000_000.0), Some(850_000.0)),
        project("oasis", "hu-rs", Some(588_017.84), Some(499_815_164.0)),
        project("wasidca", "hu-rs", Some(5_468_716.52), Some(4_648_409.04)),
        with_partners(project("veen", "de-nl", Some(1_000.0), None), &[600.0, 500.0]),
        with_partners(project("meer", "de-nl", Some(2_000_000.0), None), &[1_500_000.0, 5.0]),
        with_partners(project("bos", "de-nl", Some(3_000.0), None), &[40_000.0]),
    ]);
    site_of(&document.to_string())
}

async fn names(site: &Router, query: &str) -> Vec<String> {
    get_from(site, &format!("/en?{query}")).await.assert_status(200).html().texts_with("card-name")
}

async fn sorted(site: &Router, query: &str) -> Vec<String> {
    let mut names = names(site, query).await;
    names.sort();
    names
}

#[tokio::test]
async fn no_doubtful_total_leads_the_order_by_budget() {
    // Those that are doubtful and those that are not published stand at the end, in the
    // order of the catalogue.
    assert_eq!(
        names(&site(), "sort=budget").await,
        [
            "WASIDCA", "MEER", "USUAL", "OASIS", "DISCOVER", "TAMING", "FIRE", "SILENT", "VEEN",
            "BOS"
        ]
    );
}

#[tokio::test]
async fn a_range_has_no_doubtful_total_and_they_are_found_by_their_own_name() {
    let site = site();
    assert_eq!(names(&site, "budget=400000000..").await, [""; 0]);
    assert_eq!(sorted(&site, "budget=..1000000").await, ["OASIS", "USUAL"]);
    let doubtful = ["BOS", "DISCOVER", "FIRE", "OASIS", "TAMING", "VEEN"];
    assert_eq!(sorted(&site, "budget=doubtful").await, doubtful);
    // Budgets widen each other, other parts narrow.
    let both = ["BOS", "DISCOVER", "FIRE", "OASIS", "SILENT", "TAMING", "VEEN"];
    assert_eq!(sorted(&site, "budget=unpublished&budget=doubtful").await, both);
    let three = ["BOS", "DISCOVER", "FIRE", "MEER", "OASIS", "TAMING", "VEEN"];
    assert_eq!(sorted(&site, "budget=2000000..3000000&budget=doubtful").await, three);
    let query = "budget=doubtful&programme=lt-pl";
    assert_eq!(sorted(&site, query).await, ["DISCOVER", "FIRE", "TAMING"]);
    assert_eq!(sorted(&site, "budget=doubtful&q=oasis").await, ["OASIS"]);
}

/// The boxes of the form that ask for a budget, and which are ticked.
async fn boxes(site: Option<&Router>, address: &str) -> Vec<(String, bool)> {
    let answer = match site {
        Some(site) => get_from(site, address).await,
        None => get(address).await,
    };
    let html = answer.assert_status(200).html();
    html.all("input")
        .filter(|input| input.attr("type") == Some("checkbox"))
        .filter(|input| input.attr("name") == Some("budget"))
        .map(|input| (input.attr("value").unwrap().to_owned(), input.attr("checked").is_some()))
        .collect()
}

#[tokio::test]
async fn the_form_offers_doubtful_amounts_where_there_are_any_or_they_are_asked_for() {
    let site = site();
    let unpublished = ("unpublished".to_owned(), false);
    let alone = [unpublished.clone()];
    let doubtful = |on| ("doubtful".to_owned(), on);
    for page in ["", "/embed"] {
        let of = |query: &str| format!("/en{page}?{query}");
        let both = [unpublished.clone(), doubtful(false)];
        assert_eq!(boxes(Some(&site), &of("")).await, both);
        // A part of the catalogue that has none offers them all the same, with a zero.
        assert_eq!(boxes(Some(&site), &of("q=usual")).await, both);
        let ticked = [unpublished.clone(), doubtful(true)];
        assert_eq!(boxes(Some(&site), &of("budget=doubtful")).await, ticked);
        assert_eq!(boxes(None, &of("")).await, alone);
        assert_eq!(boxes(None, &of("budget=doubtful")).await, ticked);
    }
    // In an embed that is locked to projects without any it is not offered.
    let lock = |lock: &str| format!("/en/widget?lock={lock}");
    assert_eq!(boxes(Some(&site), &lock("q%3Dusual")).await, alone);
    assert_eq!(boxes(Some(&site), &lock("programme%3Dhu-rs")).await.len(), 2);
}

#[tokio::test]
async fn an_embed_can_be_locked_to_doubtful_amounts_and_its_chips_name_them() {
    let site = site();
    let address = "/en/widget?lock=budget%3Ddoubtful&sort=title";
    let answer = get_from(&site, address).await;
    let mut names = answer.assert_status(200).html().texts_with("card-name");
    names.sort();
    assert_eq!(names, ["BOS", "DISCOVER", "FIRE", "OASIS", "TAMING", "VEEN"]);
    assert_eq!(boxes(Some(&site), address).await, []);
    let words = [
        "Twijfelachtige bedragen",
        "Doubtful amounts",
        "Zweifelhafte Beträge",
        "Twivelachtige bedraggen",
    ];
    for (lang, words) in LANGUAGES.iter().zip(words) {
        let answer = get_from(&site, &format!("/{lang}?budget=doubtful")).await;
        assert_eq!(answer.html().texts_with("chip"), [words]);
    }
}

#[tokio::test]
async fn a_card_shows_the_amount_as_published_with_the_word() {
    let site = site();
    let words = ["twijfelachtig", "doubtful", "zweifelhaft", "twivelachtich"];
    for (lang, word) in LANGUAGES.iter().zip(words) {
        let answer = get_from(&site, &format!("/{lang}?q=discover")).await;
        let html = answer.html();
        assert_eq!(html.texts_with("doubt"), [word]);
        assert!(html.texts_with("card-money")[0].ends_with(&format!(" {word}")));
    }
    let answer = get_from(&site, "/en?q=discover").await;
    let html = answer.html();
    assert_eq!(html.texts_with("card-money"), ["€500\u{a0}million doubtful"]);
    let mark = html.tags().find(|tag| tag.has_class("doubt")).unwrap();
    let reason = "the EU funding of €42,497.96 is less than 5\u{a0}% of it";
    assert_eq!(mark.attr("title"), Some(reason));
    // Its total is not in doubt, only its EU funding.
    let answer = get_from(&site, "/en?q=oasis").await;
    assert_eq!(answer.html().texts_with("card-money"), ["€588,017"]);
}

/// The facts about money, of which those not in doubt stand in the strip first, and the
/// amounts of partners.
async fn amounts(site: &Router, lang: &str, slug: &str) -> Vec<String> {
    let answer = get_from(site, &format!("/{lang}/projects/{slug}")).await;
    let html = answer.assert_status(200).html();
    let mut amounts = html.texts("dd");
    amounts.retain(|fact| fact.contains('€'));
    amounts.extend(html.texts_with("number").into_iter().filter(|cell| cell.contains('€')));
    amounts
}

#[tokio::test]
async fn a_project_page_gives_the_reason_in_words() {
    let site = site();
    assert_eq!(
        amounts(&site, "en", "discover").await,
        [
            "€42,497",
            "€499,976,135 doubtful: the EU funding of €42,497.96 is less than 5\u{a0}% of it",
            "€42,497.96",
        ]
    );
    assert_eq!(
        amounts(&site, "nl", "oasis").await,
        [
            "€\u{a0}588.017",
            "€\u{a0}588.017,84",
            "€\u{a0}499.815.164 twijfelachtig: meer dan het totale budget van €\u{a0}588.017,84",
        ]
    );
    assert_eq!(
        amounts(&site, "de", "bos").await,
        [
            "3.000\u{a0}€ zweifelhaft: weniger als das Budget eines Partners, 40.000\u{a0}€",
            "40.000\u{a0}€ zweifelhaft: mehr als das Gesamtbudget von 3.000\u{a0}€",
        ]
    );
    // The reason of a sum stands above the list, and its parts have the word.
    assert_eq!(
        amounts(&site, "fy", "veen").await,
        [
            "€\u{a0}1.000 twivelachtich: minder as de budzjetten fan de partners tegearre, \
             €\u{a0}1.100",
            "€\u{a0}600 twivelachtich",
            "€\u{a0}500 twivelachtich",
        ]
    );
    get_from(&site, "/en/projects/veen").await.assert_contains(
        "Doubtful: the budgets of the partners together, €1,100. That is more than the total \
         budget of €1,000.",
    );
    let usual = get_from(&site, "/en/projects/usual").await;
    assert_eq!(usual.html().texts_with("doubt"), [""; 0]);
}

#[tokio::test]
async fn machines_are_told_no_doubtful_amount() {
    let site = site();
    get_from(&site, "/en/projects/usual").await.assert_contains("\"value\":850000.0");
    get_from(&site, "/en/projects/oasis").await.assert_lacks("MonetaryAmount");
}
