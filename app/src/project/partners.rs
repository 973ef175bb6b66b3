//! The organisations that take part.

use catalogue::{
    model::{
        Basis, Euro, Participation, Role,
        plausibility::{Amount, Rule},
    },
    query::ProjectDetail,
};

use super::facts::amount;
use crate::{
    doubts, i18n,
    markup::{Children, Element, el},
    site::Site,
};

/// The list, in the order of the source, the lead first.
pub fn partners(site: Site, detail: &ProjectDetail) -> impl Children {
    let t = site.t;
    let project = &detail.project;
    let listed = project.participations.len();
    let stated = project.partner_count_stated.map(usize::from).filter(|stated| *stated != listed);
    let note = stated.map(|stated| {
        let (stated, listed) =
            (t.partners_stated.of(stated, site.lang), t.partners_listed.of(listed, site.lang));
        el("p").class("note").child(format!("{stated} {listed}"))
    });
    let none = (listed == 0).then(|| el("p").class("unknown").child(t.not_published));
    let rows: Vec<_> = (0..)
        .zip(&project.participations)
        .map(|(n, part)| partner(site, detail, n, part))
        .collect();
    let class = if listed > 12 { "partners many" } else { "partners" };
    let [budgets, funding] =
        [Amount::PartnersBudget, Amount::PartnersEuFunding].map(|sum| together(site, detail, sum));
    [note, none, budgets, funding, Some(el("ol").class(class).child(rows))]
}

/// That the amounts of the partners together are doubtful, where they are.
fn together(site: Site, detail: &ProjectDetail, sum: Amount) -> Option<Element> {
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
    Some(el("p").class("note").child(doubts::of_sum(site, doubt, amount)))
}

fn partner(site: Site, detail: &ProjectDetail, position: u32, part: &Participation) -> Element {
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
    let place =
        (!place.is_empty()).then(|| el("span").class("partner-place").child(place.join(", ")));
    el("li")
        .class(class)
        .attr("id", format!("partner-{position}"))
        .child(el("span").class("partner-name").child(part.organisation.clone()))
        .child(el("span").class("role").child(role))
        .child(place)
        .child(money(amounts))
        .child(basis.map(|basis| el("span").class("basis").child(basis)))
}

/// Amounts in a line, each with its mark if it is doubtful.
fn money(amounts: impl Iterator<Item = (String, Option<Element>)>) -> Option<Element> {
    let mut line = el("span").class("partner-money");
    // Two texts beside each other would be one in the document.
    let mut text = String::new();
    let mut is_empty = true;
    for (amount, mark) in amounts {
        if !is_empty {
            text.push_str(", ");
        }
        is_empty = false;
        text.push_str(&amount);
        if let Some(mark) = mark {
            text.push(' ');
            line = line.child(std::mem::take(&mut text)).child(mark);
        }
    }
    if !text.is_empty() {
        line = line.child(text);
    }
    (!is_empty).then_some(line)
}
