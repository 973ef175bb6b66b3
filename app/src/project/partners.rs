//! The organisations that take part.

use catalogue::{
    model::{
        Basis, Euro, Participation, Role,
        plausibility::{Amount, Rule},
    },
    query::ProjectDetail,
};
use leptos::prelude::*;

use super::facts::amount;
use crate::{
    doubts, i18n,
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The list, in the order of the source, the lead first.
pub fn partners(site: Site, detail: &ProjectDetail) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let listed = project.participations.len();
    let stated = project.partner_count_stated.map(usize::from).filter(|stated| *stated != listed);
    let note = stated.map(|stated| {
        let (stated, listed) =
            (t.partners_stated.of(stated, site.lang), t.partners_listed.of(listed, site.lang));
        view! { <p class="note">{format!("{stated} {listed}")}</p> }
    });
    let none = (listed == 0).then(|| view! { <p class="unknown">{t.not_published}</p> });
    let rows: Vec<_> = (0..)
        .zip(&project.participations)
        .map(|(n, part)| partner(site, detail, n, part))
        .collect();
    let class = if listed > 12 { "partners many" } else { "partners" };
    let [budgets, funding] =
        [Amount::PartnersBudget, Amount::PartnersEuFunding].map(|sum| together(site, detail, sum));
    view! {
        {note}
        {none}
        {budgets}
        {funding}
        <ol class=class>{rows}</ol>
    }
    .into_piece()
}

/// That the amounts of the partners together are doubtful, where they are.
fn together(site: Site, detail: &ProjectDetail, sum: Amount) -> Option<Piece> {
    let doubt = detail.doubts_of(sum).next()?;
    let counts =
        |amount| detail.doubts_of(amount).any(|doubt| doubt.rule == Rule::PartnersAboveProject);
    let amounts = (0..).zip(&detail.project.participations).filter_map(|(n, part)| {
        let (amount, money) = match sum {
            Amount::PartnersBudget => (Amount::PartnerBudget(n), part.budget),
            _ => (Amount::PartnerEuFunding(n), part.eu_funding),
        };
        money.filter(|_| counts(amount)).map(|money| money.eur)
    });
    let amount: Euro = amounts.sum();
    let words = doubts::of_sum(site, doubt, amount);
    Some(view! { <p class="note">{words}</p> }.into_piece())
}

fn partner(site: Site, detail: &ProjectDetail, position: u32, part: &Participation) -> Piece {
    let t = site.t;
    let (class, role) = match part.role {
        Role::Lead => ("partner lead", t.roles[0]),
        Role::Partner => ("partner", t.roles[1]),
        Role::Associate => ("partner", t.roles[2]),
    };
    let country = part.country.map(|country| i18n::country(site.lang, country));
    let place: Vec<String> = part.town.clone().into_iter().chain(country).collect();
    let amounts = [
        (t.partner_budget, part.budget, Amount::PartnerBudget(position)),
        (t.partner_eu, part.eu_funding, Amount::PartnerEuFunding(position)),
    ];
    let amounts = amounts.into_iter().filter_map(|(words, money, of)| {
        let words = words.fill(&[("amount", &amount(site, money?))]);
        Some((words, doubts::mark(site, detail.doubts_of(of))))
    });
    let basis = match part.basis {
        Some(Basis::ProjectPage) => Some(t.basis_page),
        Some(Basis::Inferred) => Some(t.basis_inferred),
        Some(Basis::PartnerList) | None => None,
    };
    let place = (!place.is_empty())
        .then(|| view! { <span class="partner-place">{place.join(", ")}</span> });
    view! {
        <li class=class id=format!("partner-{position}")>
            <span class="partner-name">{part.organisation.clone()}</span>
            <span class="role">{role}</span>
            {place}
            {money(amounts)}
            {basis.map(|basis| view! { <span class="basis">{basis}</span> })}
        </li>
    }
    .into_piece()
}

/// Amounts in a line, each with its mark if it is doubtful.
fn money(amounts: impl Iterator<Item = (String, Option<Piece>)>) -> Option<Piece> {
    let part = |(n, (amount, mark)): (usize, (String, Option<Piece>))| {
        let before = if n > 0 { ", " } else { "" };
        let after = if mark.is_some() { " " } else { "" };
        view! {
            {format!("{before}{amount}{after}")}
            {mark}
        }
    };
    let line: Vec<_> = amounts.enumerate().map(part).collect();
    (!line.is_empty()).then(|| view! { <span class="partner-money">{line}</span> }.into_piece())
}
