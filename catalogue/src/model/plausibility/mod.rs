//! Which published amounts of a project contradict each other, and which are doubted.
//!
//! Sources have slips: a decimal point that was lost makes a total of €500 million. Amounts
//! are stored and shown as published; what is doubtful follows from the amounts alone,
//! each time a catalogue is indexed and each time a file is checked.
//!
//! Two amounts *contradict* each other where both cannot be right ([`Rule`]). Which of the
//! two is wrong they do not tell, so both are doubted, except where just one of them is
//! far out of proportion to the programme ([`Yardsticks`]): then only that one.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Euro, Money, Percent, Project, Slug};

/// The EU pays at least this share of a project.
pub const LEAST_SHARE: Percent = Percent::whole(5);

/// Hundredths of a percent in a whole.
const HUNDREDTHS: u128 = 10_000;

/// The partners' amounts together may be above the project's by so many percent, since
/// sources round them.
const TOLERANCE: u128 = 1;

/// More than so many times the programme's largest other amount is far out of proportion.
const FAR: u64 = 20;

/// The published amounts of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Amounts {
    /// The programme that funds it.
    pub programme: Slug,
    /// What the whole project costs.
    pub total_budget: Option<Money>,
    /// What the EU pays of it.
    pub eu_funding: Option<Money>,
    /// Those of the participations, by position.
    pub partners: Vec<PartnerAmounts>,
}

/// The published amounts of a participation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartnerAmounts {
    /// Its own budget in the project.
    pub budget: Option<Money>,
    /// What it receives from the EU.
    pub eu_funding: Option<Money>,
}

/// Which amount of a project. Partners are named by the position of their participation.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Amount {
    /// What the whole project costs.
    TotalBudget,
    /// What the EU pays of it.
    EuFunding,
    /// The budget of a partner.
    PartnerBudget(u32),
    /// What a partner receives from the EU.
    PartnerEuFunding(u32),
    /// The budgets of partners together.
    PartnersBudget,
    /// What partners receive from the EU together.
    PartnersEuFunding,
}

/// Why two amounts cannot both be right.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Rule {
    /// The EU funding is less than 5 % of the total budget.
    LowShare,
    /// The EU funding is above the budget that it is a part of.
    FundingAboveBudget,
    /// An amount of one partner is above that of the project.
    PartnerAboveProject,
    /// The amounts of the partners together are above that of the project by more than
    /// 1 %.
    PartnersAboveProject,
}

/// Two amounts of a project that cannot both be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Why.
    pub rule: Rule,
    /// The larger of the two.
    pub larger: (Amount, Euro),
    /// The smaller.
    pub smaller: (Amount, Euro),
    /// The partners of which the larger is the sum; otherwise none.
    pub together: Vec<u32>,
}

/// Which of two amounts that contradict each other is doubted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Doubted {
    /// Only the larger.
    Larger,
    /// Only the smaller.
    Smaller,
    /// Both.
    Both,
}

/// Why an amount is doubtful.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Doubt {
    /// The amount.
    pub of: Amount,
    /// What it breaks.
    pub rule: Rule,
    /// The amount that it contradicts.
    pub against: Amount,
    /// How much that is.
    pub other: Euro,
}

/// What of a project's money is doubtful.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Doubtful {
    /// Nothing.
    #[default]
    Nothing,
    /// An amount, but not the total budget.
    Another,
    /// The total budget.
    Total,
}

impl From<&Project> for Amounts {
    fn from(project: &Project) -> Self {
        let parts = project.participations.iter();
        let of = |part: &super::Participation| PartnerAmounts {
            budget: part.budget,
            eu_funding: part.eu_funding,
        };
        Self {
            programme: project.programme.clone(),
            total_budget: project.total_budget,
            eu_funding: project.eu_funding,
            partners: parts.map(of).collect(),
        }
    }
}

impl Amounts {
    /// All contradictions: between amounts of the project, then those of single partners,
    /// then those of the partners together.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let total = self.total_budget.map(|money| (Amount::TotalBudget, money));
        let funding = self.eu_funding.map(|money| (Amount::EuFunding, money));
        if let (Some(total), Some(funding)) = (total, funding) {
            let share = u128::from(LEAST_SHARE.hundredths());
            if most(funding.1) * HUNDREDTHS < least(total.1) * share {
                found.push(Contradiction::new(Rule::LowShare, total, funding));
            }
            found.extend(above(Rule::FundingAboveBudget, funding, total));
        }
        let budgets = self.of_partners(Amount::PartnerBudget, |part| part.budget);
        let received = self.of_partners(Amount::PartnerEuFunding, |part| part.eu_funding);
        let of_its_own = |(n, part): (u32, &PartnerAmounts)| {
            let received = (Amount::PartnerEuFunding(n), part.eu_funding?);
            above(Rule::FundingAboveBudget, received, (Amount::PartnerBudget(n), part.budget?))
        };
        found.extend((0..u32::MAX).zip(&self.partners).filter_map(of_its_own));
        // What partners receive is a part of what the project receives, and that is a part
        // of what it costs.
        let lists = [
            (Amount::PartnersBudget, budgets, total),
            (Amount::PartnersEuFunding, received, funding.or(total)),
        ];
        for (_, parts, whole) in &lists {
            let Some(whole) = *whole else { continue };
            found.extend(
                parts.iter().filter_map(|part| above(Rule::PartnerAboveProject, *part, whole)),
            );
        }
        for (name, parts, whole) in lists {
            let sum = whole.and_then(|whole| sum_above(name, parts, whole, &found));
            found.extend(sum);
        }
        found
    }

    fn of_partners(
        &self,
        name: fn(u32) -> Amount,
        amount: fn(&PartnerAmounts) -> Option<Money>,
    ) -> Vec<(Amount, Money)> {
        let parts = (0..u32::MAX).zip(&self.partners);
        parts.filter_map(|(n, part)| Some((name(n), amount(part)?))).collect()
    }

    /// Every published amount.
    fn published(&self) -> impl Iterator<Item = (Amount, Money)> {
        let total = self.total_budget.map(|money| (Amount::TotalBudget, money));
        let funding = self.eu_funding.map(|money| (Amount::EuFunding, money));
        let parts = (0..u32::MAX).zip(&self.partners).flat_map(|(n, part)| {
            let budget = part.budget.map(|money| (Amount::PartnerBudget(n), money));
            let received = part.eu_funding.map(|money| (Amount::PartnerEuFunding(n), money));
            budget.into_iter().chain(received)
        });
        total.into_iter().chain(funding).chain(parts)
    }
}

/// A part that is above the whole.
fn above(rule: Rule, part: (Amount, Money), whole: (Amount, Money)) -> Option<Contradiction> {
    (least(part.1) > most(whole.1)).then(|| Contradiction::new(rule, part, whole))
}

/// Parts that together are above the whole. Those that contradict another amount already
/// are left out of the sum, as doubtful amounts are of every sum.
fn sum_above(
    name: Amount,
    parts: Vec<(Amount, Money)>,
    whole: (Amount, Money),
    found: &[Contradiction],
) -> Option<Contradiction> {
    let contradicted = contradicted(found);
    let counted = parts.into_iter().filter(|(part, _)| !contradicted.contains(part));
    let counted: Vec<(Amount, Money)> = counted.collect();
    let sum: u128 = counted.iter().map(|(_, money)| least(*money)).sum();
    if sum * 100 <= most(whole.1) * (100 + TOLERANCE) {
        return None;
    }
    let published: Euro = counted.iter().map(|(_, money)| money.eur).sum();
    Some(Contradiction {
        rule: Rule::PartnersAboveProject,
        larger: (name, published.min(Euro::MAX)),
        smaller: (whole.0, whole.1.eur),
        together: counted.iter().filter_map(|(part, _)| part.partner()).collect(),
    })
}

/// The least that an amount can stand for, in cents.
fn least(money: Money) -> u128 {
    u128::from(money.eur.cents() - rounding(money))
}

/// The most that an amount can stand for, in cents.
fn most(money: Money) -> u128 {
    u128::from(money.eur.cents() + rounding(money))
}

/// How far an amount can be from the exact one, in cents: "€ 5.2 million" is one between
/// 5.15 and 5.25 million.
fn rounding(money: Money) -> u64 {
    let cents = money.eur.cents();
    if !money.rounded || cents == 0 {
        return 0;
    }
    let mut unit = 1;
    while cents.is_multiple_of(unit * 10) {
        unit *= 10;
    }
    unit / 2
}

impl Amount {
    /// The position of the participation that it belongs to.
    pub fn partner(self) -> Option<u32> {
        match self {
            Self::PartnerBudget(n) | Self::PartnerEuFunding(n) => Some(n),
            _ => None,
        }
    }

    /// Amounts of one kind can be compared across projects. The sum over all partners says
    /// the same as the amount of the project.
    fn kind(self) -> usize {
        match self {
            Self::TotalBudget | Self::PartnersBudget => 0,
            Self::EuFunding | Self::PartnersEuFunding => 1,
            Self::PartnerBudget(_) => 2,
            Self::PartnerEuFunding(_) => 3,
        }
    }

    /// The same amount of one partner, where this is that of all partners together.
    fn of_partner(self, n: u32) -> Self {
        match self {
            Self::PartnersBudget => Self::PartnerBudget(n),
            Self::PartnersEuFunding => Self::PartnerEuFunding(n),
            other => other,
        }
    }
}

impl Contradiction {
    fn new(rule: Rule, larger: (Amount, Money), smaller: (Amount, Money)) -> Self {
        Self {
            rule,
            larger: (larger.0, larger.1.eur),
            smaller: (smaller.0, smaller.1.eur),
            together: Vec::new(),
        }
    }
}

/// The amounts of contradictions, and the parts of those that are sums.
fn contradicted(contradictions: &[Contradiction]) -> HashSet<Amount> {
    let amounts = contradictions.iter().flat_map(|it| {
        let parts = it.together.iter().map(|n| it.larger.0.of_partner(*n));
        parts.chain([it.larger.0, it.smaller.0])
    });
    amounts.collect()
}

/// For each programme the largest amount of each kind that contradicts no other: what its
/// other amounts are measured with.
#[derive(Clone, Debug, Default)]
pub struct Yardsticks {
    largest: HashMap<Slug, [Euro; KINDS]>,
}

/// How many kinds of amounts there are, see [`Amount::kind`].
const KINDS: usize = 4;

impl Yardsticks {
    /// Adds the amounts of a project, with all its contradictions.
    pub fn add(&mut self, amounts: &Amounts, contradictions: &[Contradiction]) {
        let contradicted = contradicted(contradictions);
        let sound = amounts.published().filter(|(amount, _)| !contradicted.contains(amount));
        for (amount, money) in sound {
            let largest = match self.largest.get_mut(&amounts.programme) {
                Some(known) => known,
                None => self.largest.entry(amounts.programme.clone()).or_default(),
            };
            let largest = &mut largest[amount.kind()];
            *largest = money.eur.max(*largest);
        }
    }

    /// Which of the two amounts is doubted in a project of a programme. All projects must
    /// have been added.
    pub fn doubted(&self, programme: &Slug, contradiction: &Contradiction) -> Doubted {
        let largest = self.largest.get(programme).copied().unwrap_or_default();
        let is_far = |(amount, euro): (Amount, Euro)| {
            // A programme without such an amount, or with zeros alone, has no measure.
            let largest = largest[amount.kind()].cents();
            largest > 0 && euro.cents() > largest * FAR
        };
        match (is_far(contradiction.larger), is_far(contradiction.smaller)) {
            (true, false) => Doubted::Larger,
            (false, true) => Doubted::Smaller,
            _ => Doubted::Both,
        }
    }

    /// Why amounts of a project are doubtful, by amount. Of several partners that
    /// contradict the same amount of the project the largest stands for all.
    pub fn doubts(&self, programme: &Slug, contradictions: &[Contradiction]) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for contradiction in contradictions {
            let Contradiction { rule, larger, smaller, together } = contradiction;
            let doubted = self.doubted(programme, contradiction);
            let mut doubt = |of, (against, other)| {
                doubts.push(Doubt { of, rule: *rule, against, other });
            };
            if doubted != Doubted::Smaller {
                doubt(larger.0, *smaller);
                together.iter().for_each(|n| doubt(larger.0.of_partner(*n), *smaller));
            }
            if doubted != Doubted::Larger {
                doubt(smaller.0, *larger);
            }
        }
        let key = |doubt: &Doubt| (doubt.of, doubt.rule, doubt.against.kind());
        doubts.sort_by_key(|doubt| (key(doubt), std::cmp::Reverse(doubt.other)));
        doubts.dedup_by_key(|doubt| key(doubt));
        doubts
    }
}

impl Doubtful {
    /// What the doubts about a project leave in doubt.
    pub fn of(doubts: &[Doubt]) -> Self {
        match doubts {
            [] => Self::Nothing,
            doubts if doubts.iter().any(|doubt| doubt.of == Amount::TotalBudget) => Self::Total,
            _ => Self::Another,
        }
    }
}

#[cfg(test)]
mod tests;
