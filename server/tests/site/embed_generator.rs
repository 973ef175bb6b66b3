//! The page on which an official sets up an embed.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use catalogue::{Facet, embed::Embed, filter::Filter};

use crate::html::{Html, Tag};
use crate::visit::{LANGUAGES, PUBLIC_URL, get};

/// The field of the form with this name and value.
fn field<'a>(html: &'a Html<'_>, name: &str, value: &str) -> &'a Tag {
    let wanted = |tag: &&Tag| tag.attr("name") == Some(name) && tag.attr("value") == Some(value);
    html.all("input").find(wanted).unwrap()
}

fn is_ticked(html: &Html<'_>, name: &str, value: &str) -> bool {
    field(html, name, value).attr("checked").is_some()
}

/// The address of the preview.
fn preview(html: &Html<'_>) -> String {
    html.first("iframe").attr("src").unwrap().to_owned()
}

#[tokio::test]
async fn the_page_is_a_form_that_works_without_script_in_every_language() {
    for (lang, title) in LANGUAGES.into_iter().zip([
        "De projecten op uw website zetten",
        "Put the explorer on your website",
        "Die Projekte auf Ihrer Website zeigen",
        "De projekten op jo webside sette",
    ]) {
        let answer = get(&format!("/{lang}/embed")).await;
        answer.assert_status(200);
        let html = answer.html();
        assert!(html.tags().all(|tag| tag.attr("style").is_none()), "{lang}");
        assert_eq!(html.first("html").attr("lang"), Some(lang));
        assert_eq!(html.texts("h1"), [title]);
        assert!(!html.texts("main").concat().contains('{'), "{lang}: no gap stays open");
        let form = html.all("form").find(|form| form.has_class("embed-form")).unwrap();
        let action = format!("/{lang}/embed");
        assert_eq!((form.attr("action"), form.attr("method")), (Some(&*action), None));
        assert!(html.all("button").any(|button| button.attr("type") == Some("submit")));
        assert_eq!(preview(&html), format!("/{lang}/widget"));
        // What only a script can do shows only when it is there.
        let scripted = html.tags().filter(|tag| tag.attr("data-scripted").is_some());
        assert!(scripted.filter(|tag| tag.attr("hidden").is_none()).count() == 0);
        assert!(!answer.text().contains("wasm"), "{lang}: the client is not needed");
    }
}

#[tokio::test]
async fn every_field_has_a_label_and_every_group_a_legend() {
    let answer = get("/en/embed?accent=ffcc00").await;
    let html = answer.html();
    let is_field = |tag: &Tag| matches!(&*tag.name, "input" | "select" | "textarea");
    let fields = html.tags_inside("label").filter(|(tag, _)| is_field(tag));
    for (field, inside) in fields.filter(|(field, _)| field.attr("type") != Some("hidden")) {
        let labelled = field.attr("aria-label").or(field.attr("aria-labelledby")).is_some();
        let by_id = field
            .attr("id")
            .is_some_and(|id| html.all("label").any(|label| label.attr("for") == Some(id)));
        assert!(labelled || by_id || inside, "{field:?}");
    }
    assert_eq!(html.all("fieldset").count(), html.all("legend").count());
    for tag in html.tags() {
        for id in tag.attr("aria-describedby").into_iter().chain(tag.attr("aria-labelledby")) {
            assert!(html.tags().any(|other| other.attr("id") == Some(id)), "{id}");
        }
    }
}

#[tokio::test]
async fn the_address_reproduces_the_whole_set_up() {
    let query = "q=water&city=assen&status=closed&from=2014&visitors=only&lang=de&hide=title,map\
                 &open=tab&cards=compact&scheme=dark&accent=154273&radius=4&font=Fira%20Sans&heading=3";
    let answer = get(&format!("/en/embed?{query}")).await;
    answer.assert_status(200);
    let html = answer.html();
    for (name, value) in [
        ("city", "assen"),
        ("status", "closed"),
        ("visitors", "only"),
        ("hide", "title"),
        ("show", "list"),
        ("open", "tab"),
        ("cards", "compact"),
        ("scheme", "dark"),
    ] {
        assert!(is_ticked(&html, name, value), "{name}={value}");
    }
    assert!(!is_ticked(&html, "city", "emmen"));
    for (name, value) in
        [("q", "water"), ("accent", "154273"), ("radius", "4"), ("font", "Fira Sans")]
    {
        field(&html, name, value);
    }
    let selected = html.all("option").filter(|option| option.attr("selected").is_some());
    assert_eq!(
        selected.map(|option| option.attr("value").unwrap()).collect::<Vec<_>>(),
        ["2014", "", "relevance", "projects", "de", "3"]
    );
    assert_eq!(
        preview(&html),
        "/de/widget?lock=q%3Dwater%26city%3Dassen%26status%3Dclosed%26from%3D2014&hide=title,map\
         &open=tab&cards=compact&scheme=dark&accent=154273&radius=4&font=Fira%20Sans&heading=3"
    );
}

/// Every part of a filter alone, values that the catalogue lacks among them, and all
/// parts together.
fn filters() -> Vec<String> {
    let parts = [
        "q=water",
        "city=assen&city=-emmen",
        "theme=health&theme=-food",
        "programme=north-sea-2014",
        "period=2014-2020&period=-2000-2006",
        "strand=A&strand=-D",
        "country=DE&country=-FI",
        "role=lead",
        "status=closed&status=-planned",
        "from=1999",
        "to=2023",
        "budget=1000..",
        "budget=..2500000.50",
        "budget=unpublished",
        "budget=doubtful",
        "sort=budget",
        "view=map",
        "layer=network",
        "bbox=5,52,7,54",
        "at=8.5/53.2194/6.5665",
    ];
    let all =
        parts.join("&").replace("budget=1000..&budget=..2500000.50", "budget=1000..2500000.50");
    parts.iter().map(|part| (*part).to_owned()).chain([all]).collect()
}

#[tokio::test]
async fn the_form_and_the_preview_keep_every_part_of_a_filter() {
    let canonical = |query: &str| {
        let (filter, ignored) = Filter::from_query(query);
        assert_eq!(ignored, [], "{query}");
        filter.to_query()
    };
    for query in filters() {
        let answer = get(&format!("/nl/embed?{query}")).await;
        answer.assert_status(200);
        let html = answer.html();
        // The form as it stands, sent.
        let sent = html.sent("embed-form");
        let (of_form, ignored) = Filter::from_query(&sent);
        assert_eq!((of_form.to_query(), ignored), (canonical(&query), vec![]), "{sent}");
        // The embed shows the very filter, and as a lock the same.
        let embed = |html: &Html<'_>| preview(html).replace("/nl/widget?", "");
        assert_eq!(embed(&html), canonical(&query));
        let confined = get(&format!("/nl/embed?{query}&visitors=only")).await;
        let embed = embed(&confined.html());
        let lock = Embed::from_query(&embed).0.lock;
        let both = format!("{}&{}", Filter::from_query(&embed).0.to_query(), lock.to_query());
        assert_eq!(Filter::from_query(&both).0.to_query(), canonical(&query), "{embed}");
    }
}

#[tokio::test]
async fn a_lock_that_the_filter_narrows_is_kept_and_named() {
    let answer = get("/en/embed?theme=health&lock=city%3Dassen").await;
    let html = answer.assert_status(200).html();
    assert_eq!(preview(&html), "/en/widget?theme=health&lock=city%3Dassen");
    assert!(html.texts_with("notices").is_empty());
    answer.assert_contains("Also kept from the address: the lock to Assen.");
    let lock = html.all("input").find(|input| input.attr("name") == Some("lock")).unwrap();
    assert_eq!(lock.attr("value"), Some("city=assen"));
    // The same scope twice is a lock alone.
    let same = get("/en/embed?city=assen&lock=city%3Dassen").await;
    assert_eq!(preview(&same.html()), "/en/widget?lock=city%3Dassen");
}

#[tokio::test]
async fn the_form_offers_every_part_of_a_filter() {
    let answer = get("/en/embed").await;
    let html = answer.html();
    let names: BTreeSet<&str> = html.tags().filter_map(|tag| tag.attr("name")).collect();
    let facets = Facet::ALL.iter().map(|facet| facet.key());
    let others = ["q", "from", "to", "budget", "budget-from", "budget-to", "sort", "layer"];
    for name in facets.chain(others) {
        assert!(names.contains(name), "{name}");
    }
}

#[tokio::test]
async fn what_to_paste_has_the_address_of_the_preview() {
    let answer = get("/nl/embed?city=assen&theme=health&lang=fy&accent=154273").await;
    let html = answer.html();
    let texts = html.texts("textarea");
    let widget = format!("{PUBLIC_URL}{}", preview(&html));
    assert_eq!(widget, format!("{PUBLIC_URL}/fy/widget?city=assen&theme=health&accent=154273"));
    for text in &texts[..3] {
        // It is markup itself, so it is read once more.
        let pasted = Html::of(text);
        let source = pasted.tags().find_map(|tag| tag.attr("src")).unwrap();
        assert_eq!(source, widget);
        let link = format!("{PUBLIC_URL}/fy?city=assen&theme=health");
        assert_eq!(pasted.first("a").attr("href"), Some(&*link));
    }
    assert_eq!(texts[3], widget);
    let fragment = format!("{PUBLIC_URL}/fy/fragment?city=assen&theme=health");
    assert_eq!(texts[4], fragment);
    assert!(texts[5].contains(&fragment));
    assert!(!texts[0].contains("script") && texts[1].contains("/embed.js"));
    let path = fragment.strip_prefix(PUBLIC_URL).unwrap().to_owned();
    get(&path).await.assert_status(200);
}

#[tokio::test]
async fn a_form_is_sent_on_to_an_address_that_can_be_mailed() {
    let sent = "/nl/embed?q=&city=assen&visitors=free&show=both&lang=nl&scheme=auto&accent=&radius=\
                &font=&heading=2&open=frame";
    get(sent).await.assert_leads(303, "/nl/embed?city=assen&lang=nl");
    // With something wrong in it the page comes, and says so.
    get("/nl/embed?q=&accent=rood&show=both").await.assert_status(200);
}

#[tokio::test]
async fn what_is_not_understood_is_named_and_left_out() {
    let answer =
        get("/en/embed?city=atlantis&theme=helth&accent=red&radius=99&visitors=some&lang=xx").await;
    let said = answer.html().texts_with("notices").concat();
    for (key, value) in [
        ("city", "atlantis"),
        ("theme", "helth"),
        ("accent", "red"),
        ("radius", "99"),
        ("visitors", "some"),
        ("lang", "xx"),
    ] {
        assert!(said.contains(key) && said.contains(value), "{key}: {said}");
    }
    assert_eq!(preview(&answer.html()), "/en/widget");
}

#[tokio::test]
async fn hostile_input_is_only_ever_text() {
    for key in ["q", "city", "accent", "font", "lang", "visitors", "show", "hide", "lock", "fish"] {
        let answer = get(&format!("/nl/embed?{key}=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.assert_lacks("<script>alert").assert_lacks("\"><script").assert_lacks("'><script");
    }
}

#[tokio::test]
async fn the_contrast_of_an_accent_is_told_and_the_nearest_that_passes_is_a_link() {
    let answer = get("/en/embed?city=assen&accent=ffcc00").await;
    let html = answer.html();
    let verdict = html.texts_with("verdict").concat();
    assert!(verdict.contains("1.3:1") && verdict.contains("too little"), "{verdict}");
    let is_offer = |link: &&Tag| link.attr("href").is_some_and(|href| href.contains("&accent="));
    let main = html.all("a").filter(is_offer).find(|link| link.attr("hreflang").is_none());
    let href = main.unwrap().attr("href").unwrap().to_owned();
    let better = get(&href).await;
    let verdict = better.html().texts_with("verdict").concat();
    assert!(verdict.contains("4.5:1") && verdict.contains("enough"), "{href}: {verdict}");
    assert!(is_ticked(&better.html(), "city", "assen"));
    assert!(get("/de/embed?accent=ffcc00").await.text().contains("1,3:1"));
}

#[tokio::test]
async fn the_about_and_check_pages_lead_there() {
    for page in ["about", "check"] {
        let answer = get(&format!("/fy/{page}")).await;
        let html = answer.html();
        let link = html.all("a").find(|link| link.attr("href") == Some("/fy/embed")).unwrap();
        assert_eq!(link.attr("rel"), Some("external"));
    }
}

#[tokio::test]
async fn the_preview_may_be_framed_by_its_own_site() {
    let policy = get("/nl/embed").await.header("content-security-policy").unwrap();
    assert!(policy.contains("frame-src 'self'"), "{policy}");
}
