//! Why an amount is doubtful, in words.

use catalogue::model::{
    Euro, Money,
    plausibility::{self, Amount, Doubt, Rule},
};
use leptos::prelude::*;

use crate::{
    i18n,
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The reason, as it stands behind the amount.
pub fn reason(site: Site, doubt: &Doubt) -> String {
    let t = site.t;
    let Doubt { of, rule, against, other } = *doubt;
    let amount = formatted(site, other);
    match rule {
        Rule::LowShare => {
            let share = i18n::percent(site.lang, plausibility::LEAST_SHARE);
            let total = of == Amount::TotalBudget;
            let pattern = if total { t.doubt_low_share } else { t.doubt_low_funding };
            pattern.fill(&[("amount", &amount), ("share", &share)])
        }
        Rule::FundingAboveBudget | Rule::PartnerAboveProject | Rule::PartnersAboveProject => {
            let what = named(site, against, Some(of), other);
            let pattern = if is_larger(of, against) { t.doubt_more } else { t.doubt_less };
            pattern.fill(&[("what", &what)])
        }
    }
}

/// The mark behind a doubtful amount: the word and the reasons. The reason of a sum stands
/// with the sum; its parts have the word alone.
pub fn mark<'a>(site: Site, doubts: impl Iterator<Item = &'a Doubt>) -> Option<Piece> {
    let t = site.t;
    let mut is_doubtful = false;
    let mut reasons: Vec<String> = Vec::new();
    for doubt in doubts {
        is_doubtful = true;
        let is_part = doubt.of.partner().is_some() && doubt.rule == Rule::PartnersAboveProject;
        reasons.extend((!is_part).then(|| reason(site, doubt)));
    }
    let words = match reasons.as_slice() {
        [] => t.doubtful.to_owned(),
        reasons => t.doubtful_because.fill(&[("reasons", &reasons.join("; "))]),
    };
    is_doubtful.then(|| view! { <span class="doubt">{words}</span> }.into_piece())
}

/// The mark behind an amount on a card: the word, which shows the reason to a pointer. The
/// page of the project says it in words.
pub fn on_card(site: Site, doubt: Option<Doubt>) -> Option<Piece> {
    let mark = |doubt| {
        let reason = reason(site, &doubt);
        view! { <span class="doubt" title=reason>{site.t.doubtful}</span> }.into_piece()
    };
    doubt.map(mark)
}

/// A sentence: the amounts of the partners add up to `sum`, and that is doubtful because of
/// `doubt`.
pub fn of_sum(site: Site, doubt: &Doubt, sum: Euro) -> String {
    let what = named(site, doubt.of, None, sum);
    site.t.doubt_sum.fill(&[("what", &what), ("reason", &reason(site, doubt))])
}

/// An amount of the project as a part of a sentence about the amount `of`.
fn named(site: Site, amount: Amount, of: Option<Amount>, euro: Euro) -> String {
    let [total, funding, budget_of_one, funding_of_one, budgets, all_funding, own, own_funding] =
        site.t.doubt_amounts;
    let is_same_partner = of.is_some_and(|of| of.partner().is_some());
    let pattern = match amount {
        Amount::TotalBudget => total,
        Amount::EuFunding => funding,
        Amount::PartnerBudget(_) if is_same_partner => own,
        Amount::PartnerEuFunding(_) if is_same_partner => own_funding,
        Amount::PartnerBudget(_) => budget_of_one,
        Amount::PartnerEuFunding(_) => funding_of_one,
        Amount::PartnersBudget => budgets,
        Amount::PartnersEuFunding => all_funding,
    };
    pattern.fill(&[("amount", &formatted(site, euro))])
}

/// Whether an amount contradicts another by being above it: parts are above wholes.
fn is_larger(amount: Amount, against: Amount) -> bool {
    let rank = |amount| match amount {
        Amount::TotalBudget => 0,
        Amount::EuFunding => 1,
        Amount::PartnerBudget(_) | Amount::PartnersBudget => 2,
        Amount::PartnerEuFunding(_) | Amount::PartnersEuFunding => 3,
    };
    rank(amount) > rank(against)
}

fn formatted(site: Site, eur: Euro) -> String {
    i18n::money(site.lang, Money { eur, rounded: false })
}
