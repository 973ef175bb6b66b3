//! The page about the site: what Interreg is, where the data comes from,
//! privacy, and the accessibility statement. Text alone, so it loads no script.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::model::Credit;
use leptos::{either::Either, prelude::*};

use super::{Description, Scaffold};
use crate::{
    i18n::{
        self, Pattern,
        server_only::about::{About, OMBUDSMAN, about},
    },
    server_only::shell::{Compliance, Operator, Pages},
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
    let page = Description {
        title: words.title,
        description: words.description,
        path: Some("/about"),
        class: "plain-page about",
    };
    view! {
        <Scaffold site page>
            <Interreg words/>
            <Data site words/>
            <Privacy words/>
            <Statement site words operator address/>
        </Scaffold>
    }
}

fn paragraphs(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()
}

/// A sentence with a link in its gap.
#[component]
fn WithLink(pattern: Pattern, href: String, text: String) -> impl IntoView {
    let (before, after) = pattern.around();
    view! {
        <p>
            {before}
            <a href=href rel="external">{text}</a>
            {after}
        </p>
    }
}

#[component]
fn Interreg(words: &'static About) -> impl IntoView {
    view! {
        <h2>{words.interreg}</h2>
        {paragraphs(&words.interreg_text)}
        <ul>{words.strands.map(|strand| view! { <li>{strand}</li> })}</ul>
    }
}

#[component]
fn Data(site: Site, words: &'static About) -> AnyView {
    let document = use_context::<Arc<Snapshot>>().map(|snapshot| snapshot.document());
    let document = document.as_deref();
    let cities: Vec<String> = document
        .map(|document| document.home_cities.iter().map(|city| city.name.clone()).collect())
        .unwrap_or_default();
    let collected = document.map(|document| {
        let date = i18n::date(site.lang, document.collected);
        view! { <p>{words.collected.fill(&[("date", &date)])}</p> }
    });
    let credits = document.map(|document| {
        document.credits.iter().map(|credit| credit_line(words, credit)).collect_view()
    });
    let check = use_context::<Arc<Pages>>().is_some_and(|pages| pages.check).then(|| {
        let title = i18n::server_only::report::report(site.lang).title;
        view! {
            <p>
                <a href=format!("{}/check", site.home())>{title}</a>
            </p>
        }
    });
    view! {
        <h2>{words.shows}</h2>
        <p>{words.shows_cities.fill(&[("cities", &words::list(site, &cities))])}</p>
        {paragraphs(&words.shows_text)}
        <h2>{words.data}</h2>
        <p>{words.data_text}</p>
        {collected}
        {check}
        <p>
            <a href=format!("{}/embed", site.home()) rel="external">
                {i18n::server_only::embed::words(site.lang).title}
            </a>
        </p>
        <p>{words.credits}</p>
        <ul>{credits}</ul>
        <h3>{words.basemap}</h3>
        <p>{words.basemap_text}</p>
        <h3>{words.reuse}</h3>
        <p>{words.reuse_text}</p>
    }
    .into_any()
}

fn credit_line(words: &About, credit: &Credit) -> impl IntoView + use<> {
    let licence = words.licence.fill(&[("licence", &credit.licence)]);
    let Credit { name, url, part, .. } = credit.clone();
    view! {
        <li>
            <a href=url rel="external noopener">{name}</a>
            ": "
            <span lang="en">{part}</span>
            {format!(" ({licence})")}
        </li>
    }
}

#[component]
fn Privacy(words: &'static About) -> impl IntoView {
    view! {
        <h2>{words.privacy}</h2>
        {paragraphs(&words.privacy_text)}
    }
}

/// The statement that Dutch public bodies must publish. What the operator has
/// not said is said to be missing; nothing is claimed in their place.
#[component]
fn Statement(site: Site, words: &'static About, operator: Operator, address: String) -> AnyView {
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
    let contact = match email {
        Some(email) => {
            let href = format!("mailto:{email}");
            Either::Left(view! { <WithLink pattern=words.contact href text=email/> })
        }
        None => Either::Right(view! { <p>{words.contact_missing}</p> }),
    };
    let response = match response_days {
        Some(days) => words.response.of(days.into(), site.lang),
        None => words.response_missing.to_owned(),
    };
    let published = statement_url.map(|url| {
        view! {
            <p>
                <a href=url rel="external">{words.published}</a>
            </p>
        }
    });
    view! {
        <h2 id="accessibility">{words.accessibility}</h2>
        <p>{stated_by}</p>
        <WithLink pattern=words.scope href=address.clone() text=address/>
        <p>{words.model}</p>
        {published}
        <h3>{words.compliance}</h3>
        <p>{compliance}</p>
        {barriers.map(|text| view! { <p>{text}</p> })}
        <h3>{words.assessment}</h3>
        <p>{words.tests}</p>
        <p>{audit}</p>
        <p>{dated}</p>
        <h3>{words.feedback}</h3>
        {contact}
        <p>{response}</p>
        <h3>{words.enforcement}</h3>
        <WithLink
            pattern=words.enforcement_text
            href=OMBUDSMAN.to_owned()
            text=words.ombudsman.to_owned()
        />
    }
    .into_any()
}
