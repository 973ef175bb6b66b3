//! The page about the site: what Interreg is, where the data comes from,
//! privacy, and the accessibility statement. Text alone, so it loads no script.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::{filter::Filter, model::Credit};
use leptos::prelude::*;

use crate::{
    frame::{above, below},
    head::{Head, titled},
    i18n::{
        self, Pattern,
        about::{About, OMBUDSMAN, about},
    },
    markup::{Element, el},
    shell::{Compliance, Operator, Pages},
    site::Site,
    words,
};

/// The page.
#[component]
pub fn AboutPage() -> impl IntoView {
    let site = Site::here();
    let words = about(site.lang);
    let pages = use_context::<Arc<Pages>>();
    let operator = pages.as_ref().map(|pages| pages.operator.clone()).unwrap_or_default();
    let address = pages.map(|pages| pages.public_url.clone()).unwrap_or_default();
    let back = el("a").attr("href", site.home()).child(site.t.all_projects);
    let page = el("main")
        .attr("id", "content")
        .class("plain-page about")
        .child(el("p").class("way-back").child(back))
        .child(el("h1").child(words.title))
        .child(interreg(words))
        .child(data(site, words))
        .child(statement(site, words, operator, address));
    let head = Head {
        title: format!("{} – {}", words.title, site.t.site),
        description: words.description.to_owned(),
        path: Some("/about".to_owned()),
        filter: Filter::default(),
        about: None,
    };
    view! {
        {titled(site, head, above(site))}
        {page}
        {below(site)}
    }
}

fn paragraphs(texts: &'static [&'static str]) -> Vec<Element> {
    texts.iter().map(|text| el("p").child(*text)).collect()
}

/// A sentence with a link in its gap.
fn with_link(pattern: Pattern, href: String, text: String) -> Element {
    let (before, after) = pattern.around();
    let link = el("a").attr("href", href).attr("rel", "external").child(text);
    el("p").child(before).child(link).child(after)
}

fn interreg(words: &'static About) -> Vec<Element> {
    let strands: Vec<_> = words.strands.iter().map(|strand| el("li").child(*strand)).collect();
    let mut part = vec![el("h2").child(words.interreg)];
    part.extend(paragraphs(&words.interreg_text));
    part.push(el("ul").child(strands));
    part
}

fn data(site: Site, words: &'static About) -> Vec<Element> {
    let document = use_context::<Arc<Snapshot>>().map(|snapshot| snapshot.document());
    let document = document.as_deref();
    let cities: Vec<String> = document
        .as_ref()
        .map(|document| document.home_cities.iter().map(|city| city.name.clone()).collect())
        .unwrap_or_default();
    let collected = document.as_ref().map(|document| {
        let date = i18n::date(site.lang, document.collected);
        el("p").child(words.collected.fill(&[("date", &date)]))
    });
    let credits: Vec<_> = document
        .as_ref()
        .map(|document| document.credits.iter().map(|credit| credit_line(words, credit)).collect())
        .unwrap_or_default();
    let p = |text: &'static str| el("p").child(text);
    let mut part = vec![
        el("h2").child(words.shows),
        el("p").child(words.shows_cities.fill(&[("cities", &words::list(site, &cities))])),
    ];
    part.extend(paragraphs(&words.shows_text));
    part.extend([el("h2").child(words.data), p(words.data_text)]);
    part.extend(collected);
    if use_context::<Arc<Pages>>().is_some_and(|pages| pages.check) {
        let check = el("a").attr("href", format!("{}/check", site.home()));
        part.push(el("p").child(check.child(i18n::report::report(site.lang).title)));
    }
    let embed = el("a").attr("href", format!("{}/embed", site.home())).attr("rel", "external");
    part.push(el("p").child(embed.child(i18n::embed::words(site.lang).title)));
    part.extend([
        p(words.credits),
        el("ul").child(credits),
        el("h3").child(words.basemap),
        p(words.basemap_text),
        el("h3").child(words.reuse),
        p(words.reuse_text),
        el("h2").child(words.privacy),
    ]);
    part.extend(paragraphs(&words.privacy_text));
    part
}

fn credit_line(words: &About, credit: &Credit) -> Element {
    let licence = words.licence.fill(&[("licence", &credit.licence)]);
    let link = el("a").attr("href", credit.url.clone()).attr("rel", "external noopener");
    el("li")
        .child(link.child(credit.name.clone()))
        .child(": ")
        .child(el("span").attr("lang", "en").child(credit.part.clone()))
        .child(format!(" ({licence})"))
}

/// The statement that Dutch public bodies must publish. What the operator has
/// not said is said to be missing; nothing is claimed in their place.
fn statement(
    site: Site,
    words: &'static About,
    operator: Operator,
    address: String,
) -> Vec<Element> {
    let Operator { name, email, compliance, statement_date, statement_url, audit, response_days } =
        operator;
    let stated_by = match &name {
        Some(name) => words.stated_by.fill(&[("name", name)]),
        None => words.stated_by_missing.to_owned(),
    };
    let fully = matches!(compliance, Some(Compliance::Full));
    let compliance = match compliance {
        Some(status) => words.compliances[status as usize],
        None => words.compliance_missing,
    };
    let barriers = match &statement_url {
        _ if fully => None,
        Some(_) => Some(words.barriers),
        None => Some(words.barriers_missing),
    };
    let audit = match audit {
        Some(audit) => words.audit.fill(&[("audit", &audit)]),
        None => words.audit_missing.to_owned(),
    };
    let dated = match statement_date {
        Some(date) => words.dated.fill(&[("date", &date)]),
        None => words.dated_missing.to_owned(),
    };
    let p = |text: &'static str| el("p").child(text);
    let contact = match email {
        Some(email) => with_link(words.contact, format!("mailto:{email}"), email),
        None => p(words.contact_missing),
    };
    let response = match response_days {
        Some(days) => words.response.of(days.into(), site.lang),
        None => words.response_missing.to_owned(),
    };
    let published = statement_url.map(|url| {
        el("p").child(el("a").attr("href", url).attr("rel", "external").child(words.published))
    });
    let ombudsman =
        with_link(words.enforcement_text, OMBUDSMAN.to_owned(), words.ombudsman.to_owned());
    let mut part = vec![
        el("h2").attr("id", "accessibility").child(words.accessibility),
        el("p").child(stated_by),
        with_link(words.scope, address.clone(), address),
        p(words.model),
    ];
    part.extend(published);
    part.extend([el("h3").child(words.compliance), p(compliance)]);
    part.extend(barriers.map(p));
    part.extend([
        el("h3").child(words.assessment),
        p(words.tests),
        el("p").child(audit),
        el("p").child(dated),
        el("h3").child(words.feedback),
        contact,
        el("p").child(response),
        el("h3").child(words.enforcement),
        ombudsman,
    ]);
    part
}
