//! The counts of the facets.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::subsequence, test_runner::TestCaseResult};

use super::{
    arbitrary::{catalogue, large_catalogue, query},
    naive, values,
};
use crate::{
    facet::Facet,
    filter::{Choice, Filter, Part},
    model::{Lang, Project},
    query::{Catalogue, FacetValues, Value},
};

/// Every value that any project has must be listed, with as many projects as the
/// oracle finds without the facet's own part.
fn counted(
    catalogue: &Catalogue,
    list: &FacetValues,
    choice: &Choice,
    sideways: &[&Project],
) -> TestCaseResult {
    let FacetValues { facet, values: listed } = list;
    let document = catalogue.document();
    let all = document.projects.iter().flat_map(|p| values(document, *facet, p));
    let all: BTreeSet<String> = all.collect();
    prop_assert_eq!(listed.iter().map(|v| v.value.to_string()).collect::<BTreeSet<_>>(), all);
    for Value { value, count, chosen, .. } in listed {
        prop_assert_eq!(*chosen, choice.of(value));
        let has = |project: &&&Project| {
            values(document, *facet, project).iter().any(|had| **had == **value)
        };
        prop_assert_eq!(*count, sideways.iter().filter(has).count(), "{:?} {}", facet, value);
    }
    Ok(())
}

fn all_counted(catalogue: &Catalogue, query: &str) -> TestCaseResult {
    let (filter, _) = Filter::from_query(query);
    let answer = catalogue.explore(query, Lang::En);
    let facets = &answer.facets;
    let understood = Filter::from_query(&answer.query).0;
    let excluding = |part| naive(catalogue, &filter, Some(part));
    prop_assert_eq!(answer.found, naive(catalogue, &filter, None).len());
    prop_assert!(facets.lists.iter().map(|list| &list.facet).eq(Facet::ALL));
    for list in &facets.lists {
        let choice = understood.choice(list.facet);
        counted(catalogue, list, choice, &excluding(Part::Facet(list.facet)))?;
    }
    let without_years = excluding(Part::Years);
    for value in &facets.years {
        let ran = |p: &&&Project| p.years().is_some_and(|(a, b)| (a..=b).contains(&value.year));
        prop_assert_eq!(value.count, without_years.iter().filter(ran).count());
    }
    let without_budget = excluding(Part::Budget);
    let published = without_budget.iter().filter(|p| p.total_budget.is_some()).count();
    prop_assert_eq!(facets.budget.published, published);
    prop_assert_eq!(facets.budget.unpublished, without_budget.len() - published);
    Ok(())
}

/// Years and budgets at random, where [`query`] has only a few.
fn bounds() -> impl Strategy<Value = String> {
    let year = || prop_oneof![Just(String::new()), (2012u16..2032).prop_map(|y| y.to_string())];
    let euro = || prop_oneof![Just(String::new()), (0u32..1_100_000).prop_map(|e| e.to_string())];
    let others = vec![
        "&budget=unpublished",
        "&budget=doubtful",
        "&budget=-unpublished",
        "&budget=-doubtful",
    ];
    let others = subsequence(others, 0..=2);
    (year(), year(), euro(), euro(), others).prop_map(|(from, to, min, max, others)| {
        format!("&from={from}&to={to}&budget={min}..{max}{}", others.concat())
    })
}

proptest! {
    #[test]
    fn every_count_of_every_facet_is_what_the_oracle_counts(catalogue in catalogue(), query in query()) {
        all_counted(&catalogue, &query)?;
    }

    #[test]
    fn any_years_and_budgets_are_counted_as_the_oracle_counts(
        catalogue in catalogue(), query in query(), bounds in bounds(),
    ) {
        all_counted(&catalogue, &format!("{query}{bounds}"))?;
    }
}

proptest! {
    #![proptest_config(super::fewer())]

    #[test]
    fn thousands_are_counted_as_the_oracle_counts(
        catalogue in large_catalogue(), query in query(), bounds in bounds(),
    ) {
        all_counted(&catalogue, &query)?;
        all_counted(&catalogue, &format!("{query}{bounds}"))?;
    }
}
