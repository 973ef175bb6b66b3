//! The counts of the facets.

use proptest::{prelude::*, test_runner::TestCaseResult};

use super::{
    arbitrary::{TODAY, catalogue, large_catalogue, query},
    naive,
};
use crate::{
    filter::{Filter, Part},
    model::{Lang, Project},
    query::{Catalogue, Value},
};

/// Every value must have as many projects as the oracle finds without the
/// facet's own part.
fn counted<T>(
    values: &[Value<T>],
    beside: &[&Project],
    has: impl Fn(&Project, &T) -> bool,
) -> TestCaseResult {
    for value in values {
        let count = beside.iter().filter(|project| has(project, &value.value)).count();
        prop_assert_eq!(value.count, count);
    }
    Ok(())
}

fn all_counted(catalogue: &Catalogue, query: &str) -> TestCaseResult {
    let (filter, _) = Filter::from_query(query);
    let answer = catalogue.explore(query, Lang::En);
    let facets = &answer.facets;
    let programmes = &catalogue.document().programmes;
    let beside = |part| naive(catalogue, &filter, Some(part));
    prop_assert_eq!(answer.found, naive(catalogue, &filter, None).len());
    counted(&facets.city, &beside(Part::City), |p, city| p.presented_by.contains(city))?;
    counted(&facets.theme, &beside(Part::Theme), |p, theme| p.themes.contains(theme))?;
    counted(&facets.programme, &beside(Part::Programme), |p, slug| p.programme == *slug)?;
    counted(&facets.period, &beside(Part::Period), |p, period| {
        programmes.iter().any(|q| q.slug == p.programme && q.period == *period)
    })?;
    counted(&facets.country, &beside(Part::Country), |p, country| {
        p.participations.iter().any(|part| part.country == Some(*country))
    })?;
    counted(&facets.role, &beside(Part::Role), |p, _| p.led_by_presenting_city())?;
    counted(&facets.status, &beside(Part::Status), |p, status| p.status(TODAY) == *status)?;
    let without_years = beside(Part::Years);
    for value in &facets.years {
        let ran = |p: &&&Project| p.years().is_some_and(|(a, b)| (a..=b).contains(&value.year));
        prop_assert_eq!(value.count, without_years.iter().filter(ran).count());
    }
    let without_budget = beside(Part::Budget);
    let published = without_budget.iter().filter(|p| p.total_budget.is_some()).count();
    prop_assert_eq!(facets.budget.published, published);
    prop_assert_eq!(facets.budget.unpublished, without_budget.len() - published);
    Ok(())
}

/// Years and budgets at random, where [`query`] has only a few.
fn bounds() -> impl Strategy<Value = String> {
    let year = || prop_oneof![Just(String::new()), (2012u16..2032).prop_map(|y| y.to_string())];
    let euro = || prop_oneof![Just(String::new()), (0u32..1_100_000).prop_map(|e| e.to_string())];
    (year(), year(), euro(), euro(), any::<bool>()).prop_map(|(from, to, min, max, none)| {
        let none = if none { "unpublished" } else { "" };
        format!("&from={from}&to={to}&budget={min}..{max}&budget={none}")
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
