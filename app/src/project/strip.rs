//! The facts that matter most, in a strip below the title.

use catalogue::{
    model::plausibility::Amount,
    query::{CityMoney, ProjectDetail},
};
use leptos::prelude::*;

use super::facts::row;
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
    for CityMoney { city, budget } in &detail.cities_money {
        let name = t.city_share.fill(&[("city", detail.city_name(city))]);
        add(name, i18n::money_short(site.lang, budget.eur));
    }
    let counts =
        [(t.partners, project.partner_count()), (t.partner_countries, project.countries().len())];
    for (name, number) in counts {
        if number > 0 {
            add(name.to_owned(), i18n::number(site.lang, number as u64));
        }
    }
    (!rows.is_empty()).then(|| view! { <dl class="strip">{rows}</dl> }).into_piece()
}
