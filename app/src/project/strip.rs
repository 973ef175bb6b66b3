//! The facts that matter most, in a strip below the title.

use catalogue::{
    Facet,
    filter::{Chosen, Filter},
    model::{Country, Slug, plausibility::Amount},
    query::ProjectDetail,
};
use leptos::prelude::*;

use crate::{
    explorer::status,
    i18n,
    piece::{IntoPiece as _, Piece},
    site::Site,
    words,
};

/// Years, money, shares, partners, countries: what is known of them.
pub fn strip(site: Site, detail: &ProjectDetail) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let sound = |amount: Amount| detail.doubts_of(amount).next().is_none();
    let total = project.total_budget.filter(|_| sound(Amount::TotalBudget));
    let funding = project.eu_funding.filter(|_| sound(Amount::EuFunding));
    let mut countries: Vec<Country> = Vec::new();
    for country in project.participations.iter().filter_map(|part| part.country) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    let partners = project.partner_count_stated.map_or(project.participations.len(), usize::from);
    let mut rows: Vec<Piece> = Vec::new();
    if project.start.is_some() || project.end.is_some() {
        let years = words::years(site, project.start, project.end);
        let status = status(site, detail.status);
        rows.push(row(t.years.to_owned(), view! { {years} " " {status} }.into_piece()));
    }
    let mut add = |name: String, value: String| rows.push(row(name, value.into_piece()));
    for (name, money) in [(t.total_budget, total), (t.eu_funding, funding)] {
        if let Some(money) = money {
            add(name.to_owned(), i18n::money_short(site.lang, money.eur));
        }
    }
    if let Some(share) = project.eu_cofinancing_percent {
        add(t.eu_share.to_owned(), i18n::percent(site.lang, share));
    }
    for (n, part) in (0..).zip(&project.participations) {
        let city = part.city.as_ref().filter(|city| project.presented_by.contains(city));
        let budget = part.budget.filter(|_| sound(Amount::PartnerBudget(n)));
        if let Some((city, budget)) = city.zip(budget) {
            let name = t.city_share.fill(&[("city", &city_name(detail, city))]);
            add(name, i18n::money_short(site.lang, budget.eur));
        }
    }
    for (name, number) in [(t.partners, partners), (t.partner_countries, countries.len())] {
        if number > 0 {
            add(name.to_owned(), i18n::number(site.lang, number as u64));
        }
    }
    (!rows.is_empty()).then(|| view! { <dl class="strip">{rows}</dl> }).into_piece()
}

/// One fact of a list of them.
pub fn row(name: String, value: Piece) -> Piece {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_piece()
}

/// What a home city is called.
pub fn city_name(detail: &ProjectDetail, slug: &Slug) -> String {
    let known = detail.home_cities.iter().find(|city| city.slug == *slug);
    known.map_or_else(|| slug.to_string(), |city| city.name.clone())
}

/// A link to all projects that have a value of a facet.
pub fn value_link(site: Site, facet: Facet, value: &str, text: String) -> Piece {
    let mut filter = Filter::default();
    filter.choice_mut(facet).set(value.to_owned(), Chosen::Included);
    view! { <a href=site.filtered(&filter)>{text}</a> }.into_piece()
}
