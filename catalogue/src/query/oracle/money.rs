//! Which amounts are doubtful, the slow way: every statement of the rules by itself, and
//! every project of the programme looked at for each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proptest::prelude::*;

use super::arbitrary::{catalogue, large_catalogue, query};
use crate::{
    filter::{Filter, Lock},
    model::{Document, Euro, Lang, Money, Project, Slug, plausibility::Amount},
    query::Catalogue,
};

/// Two amounts that cannot both be right: the larger and the smaller, each as what it is
/// measured with, its cents, and the amounts that it consists of.
type Pair = [(&'static str, u64, BTreeSet<Amount>); 2];

/// The doubtful amounts of all projects.
pub(super) struct Doubts<'a>(HashMap<&'a Slug, BTreeSet<Amount>>);

/// From the least to the most that an amount can stand for.
fn span(money: Money) -> (i128, i128) {
    let cents = i128::from(money.eur.cents());
    let written = cents.to_string();
    let zeros = written.len() - written.trim_end_matches('0').len();
    let half = match money.rounded && cents > 0 {
        true => 10_i128.pow(zeros.try_into().unwrap()) / 2,
        false => 0,
    };
    (cents - half, cents + half)
}

fn pairs(project: &Project) -> Vec<Pair> {
    let one = |kind, amount, money: Money| (kind, money.eur.cents(), BTreeSet::from([amount]));
    let mut pairs: Vec<Pair> = vec![];
    let total = project.total_budget.map(|money| ("total", Amount::TotalBudget, money));
    let funding = project.eu_funding.map(|money| ("funding", Amount::EuFunding, money));
    if let (Some((_, _, total)), Some((_, _, funding))) = (total, funding) {
        let pair =
            [one("total", Amount::TotalBudget, total), one("funding", Amount::EuFunding, funding)];
        if span(funding).1 * 100 < span(total).0 * 5 {
            pairs.push(pair);
        } else if span(funding).0 > span(total).1 {
            let [total, funding] = pair;
            pairs.push([funding, total]);
        }
    }
    let parts = || (0..).zip(&project.participations);
    for (n, part) in parts() {
        if let (Some(budget), Some(received)) = (part.budget, part.eu_funding)
            && span(received).0 > span(budget).1
        {
            pairs.push([
                one("received", Amount::PartnerEuFunding(n), received),
                one("budget", Amount::PartnerBudget(n), budget),
            ]);
        }
    }
    let lists = [
        parts()
            .filter_map(|(n, part)| Some(("budget", Amount::PartnerBudget(n), part.budget?)))
            .collect::<Vec<_>>(),
        parts()
            .filter_map(|(n, part)| {
                Some(("received", Amount::PartnerEuFunding(n), part.eu_funding?))
            })
            .collect(),
    ];
    let wholes = [total, funding.or(total)];
    for (list, whole) in lists.iter().zip(wholes) {
        let Some((kind, amount, whole)) = whole else { continue };
        for (name, part, money) in list {
            if span(*money).0 > span(whole).1 {
                pairs.push([one(name, *part, *money), one(kind, amount, whole)]);
            }
        }
    }
    for (list, whole) in lists.iter().zip(wholes) {
        let Some((kind, amount, whole)) = whole else { continue };
        let used: BTreeSet<Amount> =
            pairs.iter().flatten().flat_map(|(.., amounts)| amounts).copied().collect();
        let rest: Vec<_> = list.iter().filter(|(_, part, _)| !used.contains(part)).collect();
        let sum: i128 = rest.iter().map(|(.., money)| span(*money).0).sum();
        if sum * 100 > span(whole).1 * 101 {
            let cents = rest.iter().map(|(.., money)| money.eur.cents()).sum();
            let mut amounts: BTreeSet<Amount> = rest.iter().map(|(_, part, _)| *part).collect();
            amounts.insert(match list[0].0 {
                "budget" => Amount::PartnersBudget,
                _ => Amount::PartnersEuFunding,
            });
            // A sum over the partners is measured as the project is.
            let measure = if list[0].0 == "budget" { "total" } else { "funding" };
            pairs.push([(measure, cents, amounts), one(kind, amount, whole)]);
        }
    }
    pairs
}

impl<'a> Doubts<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        // The largest amounts of a programme that are in no pair.
        let mut largest: BTreeMap<(&Slug, &str), u64> = BTreeMap::new();
        let mut of: HashMap<&Slug, BTreeSet<Amount>> = HashMap::new();
        for project in &document.projects {
            let paired: BTreeSet<Amount> =
                pairs(project).into_iter().flatten().flat_map(|(.., amounts)| amounts).collect();
            let parts = (0..).zip(&project.participations).flat_map(|(n, part)| {
                [
                    ("budget", Amount::PartnerBudget(n), part.budget),
                    ("received", Amount::PartnerEuFunding(n), part.eu_funding),
                ]
            });
            let own = [
                ("total", Amount::TotalBudget, project.total_budget),
                ("funding", Amount::EuFunding, project.eu_funding),
            ];
            for (kind, amount, money) in own.into_iter().chain(parts) {
                if let Some(money) = money
                    && !paired.contains(&amount)
                {
                    let known = largest.entry((&project.programme, kind)).or_default();
                    *known = (*known).max(money.eur.cents());
                }
            }
        }
        for project in &document.projects {
            let doubted = of.entry(&project.slug).or_default();
            for [larger, smaller] in pairs(project) {
                let is_far = |(kind, cents, _): &(&'static str, u64, BTreeSet<Amount>)| {
                    let largest = largest.get(&(&project.programme, *kind)).copied();
                    largest.is_some_and(|largest| largest > 0 && *cents > 20 * largest)
                };
                let far = (is_far(&larger), is_far(&smaller));
                if far != (false, true) {
                    doubted.extend(larger.2);
                }
                if far != (true, false) {
                    doubted.extend(smaller.2);
                }
            }
        }
        Self(of)
    }

    /// The doubtful amounts of a project.
    pub(super) fn of(&self, project: &Project) -> &BTreeSet<Amount> {
        &self.0[&project.slug]
    }

    /// Its total budget, where one was published and is not doubtful.
    pub(super) fn sound_total(&self, project: &Project) -> Option<Euro> {
        let is_doubtful = self.of(project).contains(&Amount::TotalBudget);
        project.total_budget.filter(|_| !is_doubtful).map(|money| money.eur)
    }
}

fn all_doubted(catalogue: &Catalogue) -> Result<(), TestCaseError> {
    let document = catalogue.document();
    let doubts = Doubts::new(document);
    for (position, project) in document.projects.iter().enumerate() {
        let said = catalogue.index.doubts.all(position);
        let doubted: BTreeSet<Amount> = said.iter().map(|doubt| doubt.of).collect();
        prop_assert_eq!(&doubted, doubts.of(project));
        // Each reason is named once. A partner's EU funding may be above its own budget,
        // and above what the project has.
        for doubt in said {
            let alike = said.iter().filter(|it| (it.of, it.rule) == (doubt.of, doubt.rule));
            let against: BTreeSet<_> = alike.clone().map(|it| it.against).collect();
            prop_assert_eq!(against.len(), alike.count());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_doubtful_is_what_the_rules_say(catalogue in catalogue()) {
        all_doubted(&catalogue)?;
        for (position, project) in catalogue.document().projects.iter().enumerate() {
            let page = catalogue.project(&Lock::default(), &project.slug, Lang::En).unwrap();
            prop_assert_eq!(&page.doubts[..], catalogue.index.doubts.all(position));
        }
    }

    #[test]
    fn a_card_says_that_its_total_is_doubtful(catalogue in catalogue(), query in query()) {
        let doubts = Doubts::new(catalogue.document());
        for card in catalogue.explore(&query, Lang::En).cards {
            let project = &catalogue.document().projects[catalogue.position(&card.item.slug).unwrap()];
            let is_doubtful = doubts.of(project).contains(&Amount::TotalBudget);
            prop_assert_eq!(card.total_budget, project.total_budget);
            prop_assert_eq!(card.doubt.is_some(), is_doubtful);
        }
    }

    #[test]
    fn doubtful_budgets_are_counted_where_any_project_has_one(
        catalogue in catalogue(), query in query(),
    ) {
        let doubts = Doubts::new(catalogue.document());
        let any = catalogue.document().projects.iter().any(|p| !doubts.of(p).is_empty());
        let (filter, _) = Filter::from_query(&query);
        let without = super::naive(&catalogue, &filter, Some(crate::filter::Part::Budget));
        let count = without.into_iter().filter(|p| !doubts.of(p).is_empty()).count();
        let answer = catalogue.explore(&query, Lang::En);
        prop_assert_eq!(answer.facets.budget.doubtful, any.then_some(count));
    }
}

proptest! {
    #![proptest_config(super::fewer())]

    #[test]
    fn what_is_doubtful_among_thousands_is_what_the_rules_say(catalogue in large_catalogue()) {
        all_doubted(&catalogue)?;
    }
}
