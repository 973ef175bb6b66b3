//! The map, hints and further projects.

use proptest::prelude::*;

use super::{
    arbitrary::{catalogue, query},
    naive,
};
use crate::{
    filter::Filter,
    model::{Lang, Participation, Slug},
};

proptest! {
    #[test]
    fn the_map_shows_the_projects_of_the_list(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let answer = catalogue.explore(&query, Lang::En);
        let mut on_map: Vec<Slug> =
            answer.markers.list.iter().flat_map(|marker| &marker.items).chain(&answer.unlocated).map(|i| i.slug.clone()).collect();
        on_map.sort();
        on_map.dedup();
        let mut expected: Vec<Slug> = naive(&catalogue, &filter, None).iter().map(|p| p.slug.clone()).collect();
        expected.sort();
        if answer.outside.count == 0
            && answer.markers.list.iter().all(|marker| marker.count == marker.items.len())
        {
            prop_assert_eq!(on_map, expected);
        }
    }

    #[test]
    fn an_empty_answer_says_what_dropping_a_filter_would_find(catalogue in catalogue(), query in query()) {
        let (filter, _) = Filter::from_query(&query);
        let answer = catalogue.explore(&query, Lang::En);
        prop_assert!(answer.found == 0 || answer.hints.is_empty());
        for hint in &answer.hints {
            let without = filter.clone().without(hint.part).to_query();
            prop_assert_eq!(catalogue.explore(&without, Lang::En).found, hint.count);
        }
    }

    #[test]
    fn a_further_project_has_a_partner_in_the_city_and_is_presented_by_others(
        catalogue in catalogue(), query in query(),
    ) {
        let answer = catalogue.explore(&format!("{query}&city=emmen"), Lang::En);
        for further in &answer.further {
            for item in &further.items {
                prop_assert!(!item.cities.contains(&further.city));
                let project = &catalogue.document().projects[catalogue.position(&item.slug).unwrap()];
                let there = |p: &Participation| {
                    p.city.as_ref() == Some(&further.city)
                        || p.town.as_deref().is_some_and(|town| town.to_lowercase() == further.city.as_str())
                };
                prop_assert!(project.participations.iter().any(there));
                prop_assert!(answer.cards.iter().all(|card| card.item.slug != item.slug));
            }
        }
    }
}
