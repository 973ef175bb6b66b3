//! Facts in groups. What is not published says so.

use catalogue::{
    Facet,
    model::{CodedLabel, Money, Programme, Project, Status, plausibility::Amount},
    query::ProjectDetail,
};
use leptos::{either::Either, prelude::*};

use crate::{
    doubts,
    i18n::{self, Messages},
    links::value_link,
    piece::{IntoPiece as _, Piece, heading},
    site::{ExternalLink, Site},
};

/// One fact; where it is absent, the words that say so. Labels of programmes
/// are published in English.
fn fact(site: Site, name: &'static str, value: Option<String>, english: bool) -> Piece {
    let text = match value {
        Some(value) => Either::Left(view! { <dd lang=english.then_some("en")>{value}</dd> }),
        None => Either::Right(view! { <dd class="unknown">{site.t.not_published}</dd> }),
    };
    view! { <div><dt>{name}</dt>{text}</div> }.into_piece()
}

/// One fact of a list of them.
pub fn row(name: String, value: Piece) -> Piece {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_piece()
}

/// A fact that is a value of a facet: a link to all projects that have it.
fn facet_fact(site: Site, facet: Facet, value: Option<(&str, String)>) -> Piece {
    let Some((value, text)) = value else {
        return fact(site, site.t.facet(facet), None, false);
    };
    row(site.t.facet(facet).to_owned(), value_link(site, facet, value, text))
}

fn group(heading: &'static str, facts: Vec<Piece>) -> Piece {
    view! {
        <h3>{heading}</h3>
        <dl class="facts">{facts}</dl>
    }
    .into_piece()
}

fn coded(label: Option<&CodedLabel>) -> Option<String> {
    label.map(|label| match &label.code {
        Some(code) => format!("{code}: {}", label.label),
        None => label.label.clone(),
    })
}

/// An amount, with a word where the source gives a round figure.
pub fn amount(site: Site, money: Money) -> String {
    let text = i18n::money(site.lang, money);
    if money.rounded { format!("{text} ({})", site.t.rounded) } else { text }
}

/// The name that the translations have for a facet's value.
fn named(t: &Messages, facet: Facet, value: &str) -> String {
    t.value(facet, value).unwrap_or(value).to_owned()
}

/// When it runs.
pub fn period(site: Site, project: &Project, status: Status) -> Piece {
    let t = site.t;
    let date = |date| i18n::date(site.lang, date);
    let known = (status != Status::Unknown)
        .then(|| (status.as_str(), named(t, Facet::Status, status.as_str())));
    group(
        t.years,
        vec![
            fact(site, t.start, project.start.map(date), false),
            fact(site, t.end, project.end.map(date), false),
            facet_fact(site, Facet::Status, known),
        ],
    )
}

/// What it costs, and who pays.
pub fn money(site: Site, detail: &ProjectDetail) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let amount_of = |name: &'static str, money: Option<Money>, of: Amount| {
        let amount = money.map(|money| amount(site, money));
        match doubts::mark(site, detail.doubts_of(of)) {
            None => fact(site, name, amount, false),
            Some(mark) => {
                let amount = format!("{} ", amount.unwrap_or_default());
                row(name.to_owned(), view! { {amount} {mark} }.into_piece())
            }
        }
    };
    let share = project.eu_cofinancing_percent.map(|share| i18n::percent(site.lang, share));
    let mut facts = vec![
        amount_of(t.total_budget, project.total_budget, Amount::TotalBudget),
        amount_of(t.eu_funding, project.eu_funding, Amount::EuFunding),
    ];
    facts.extend(share.map(|share| fact(site, t.eu_share, Some(share), false)));
    group(t.money, facts)
}

/// Under which programme it runs.
pub fn programme(site: Site, project: &Project, programme: Option<&Programme>) -> Piece {
    let t = site.t;
    let strand = programme.map(|it| it.strand.as_str());
    let period = programme.map(|programme| programme.period.to_string());
    let period = period.as_deref();
    let keep = (!project.keep_themes.is_empty()).then(|| project.keep_themes.join(", "));
    let mut facts = vec![
        facet_fact(site, Facet::Programme, programme.map(|it| (it.slug.as_str(), it.name.clone()))),
        facet_fact(site, Facet::Period, period.map(|period| (period, period.to_owned()))),
        facet_fact(
            site,
            Facet::Strand,
            strand.map(|strand| (strand, named(t, Facet::Strand, strand))),
        ),
        fact(site, t.priority, coded(project.priority.as_ref()), true),
        fact(site, t.objective, coded(project.specific_objective.as_ref()), true),
    ];
    facts.extend(keep.map(|themes| fact(site, t.keep_themes, Some(themes), true)));
    group(t.facet(Facet::Programme), facts)
}

/// Where to read on.
pub fn links(site: Site, project: &Project, programme: Option<&Programme>) -> Option<Piece> {
    let t = site.t;
    let all = [
        (t.website, project.website.clone()),
        (t.programme_website, programme.and_then(|programme| programme.website.clone())),
        (t.keep, project.keep_url.clone()),
    ];
    let row = |(name, url): (&'static str, String)| {
        let host = format!(" {}", host(&url));
        view! { <li>{outward(site, url, name.to_owned())}<span class="host">{host}</span></li> }
            .into_piece()
    };
    let rows: Vec<_> =
        all.into_iter().filter_map(|(name, url)| Some((name, url?))).map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            {heading(site, 3, None, t.links.into_piece())}
            <ul class="project-links">{rows}</ul>
        }
        .into_piece()
    })
}

/// A link to a page of another site.
pub fn outward(site: Site, url: String, text: String) -> Piece {
    let ExternalLink { rel, target } = site.external_link();
    view! {
        <a href=url rel=rel target=target>
            {text}
        </a>
    }
    .into_piece()
}

/// The part of an address that tells whose page it is.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
