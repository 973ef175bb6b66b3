//! What is inside a lock: the same as of a catalogue that has nothing else.

use proptest::prelude::*;

use super::{
    arbitrary::{TODAY, catalogue, query},
    naive,
};
use crate::{
    filter::{Chosen, Filter, Lock},
    map::sheet,
    model::{Document, Lang, Slug},
    query::{Catalogue, Exploration, Spot, Value},
};

/// The catalogue without what is outside.
fn within(catalogue: &Catalogue, lock: &Lock) -> Catalogue {
    let inside = naive(catalogue, lock.filter(), None);
    let projects = inside.into_iter().filter(|_| !lock.is_broken()).cloned().collect();
    Catalogue::new(Document { projects, ..(**catalogue.document()).clone() }, TODAY)
}

fn slugs(answer: &Exploration) -> Vec<Slug> {
    answer.cards.iter().map(|card| card.item.slug.clone()).collect()
}

/// What there is of a facet.
fn some<T: Clone + PartialEq>(values: &[Value<T>]) -> Vec<(T, usize, Chosen)> {
    let some = values.iter().filter(|value| value.count > 0);
    some.map(|value| (value.value.clone(), value.count, value.chosen)).collect()
}

/// What is counted at a pin; which of several names it has, is chosen in another order.
fn counted(spots: &[Spot]) -> Vec<String> {
    let said = |spot: &Spot| {
        format!("{} {} {} {} {:?}", spot.lon, spot.lat, spot.count, spot.participations, spot.items)
    };
    let mut said: Vec<_> = spots.iter().map(said).collect();
    // Their order is that of all places.
    said.sort();
    said
}

proptest! {
    #[test]
    fn a_lock_answers_like_a_catalogue_that_has_nothing_else(
        catalogue in catalogue(), lock in query(), query in query(), layer in 0..3usize,
    ) {
        let lock = Lock::from_query(&lock);
        let within = within(&catalogue, &lock);
        // The best match depends on how rare a word is in all of the catalogue.
        let layer = ["projects", "partners", "network"][layer];
        let query = format!("{query}&sort=title&layer={layer}");
        let locked = catalogue.explore_within(&lock, &query, Lang::En);
        let alone = within.explore(&query, Lang::En);
        prop_assert_eq!(locked.total, alone.total);
        prop_assert_eq!((locked.found, locked.pages), (alone.found, alone.pages));
        prop_assert_eq!(slugs(&locked), slugs(&alone));
        prop_assert_eq!(&locked.off_map, &alone.off_map);
        prop_assert_eq!(&locked.further, &alone.further);
        prop_assert_eq!(some(&locked.facets.city), some(&alone.facets.city));
        prop_assert_eq!(some(&locked.facets.theme), some(&alone.facets.theme));
        prop_assert_eq!(some(&locked.facets.programme), some(&alone.facets.programme));
        prop_assert_eq!(some(&locked.facets.period), some(&alone.facets.period));
        prop_assert_eq!(some(&locked.facets.country), some(&alone.facets.country));
        prop_assert_eq!(some(&locked.facets.role), some(&alone.facets.role));
        prop_assert_eq!(some(&locked.facets.status), some(&alone.facets.status));
        prop_assert_eq!(locked.facets.budget, alone.facets.budget);
        let view = sheet::overview(&locked.shown);
        let pins = catalogue.pins(&lock, &query, &view, Lang::En);
        prop_assert_eq!(counted(&pins.spots), counted(&locked.pins.spots));
        let alone = within.pins(&Lock::default(), &query, &view, Lang::En);
        prop_assert_eq!(counted(&pins.spots), counted(&alone.spots));
        prop_assert_eq!(pins.links.len(), alone.links.len());
    }

    #[test]
    fn a_project_outside_does_not_exist_and_is_related_to_nothing(
        catalogue in catalogue(), lock in query(),
    ) {
        let lock = Lock::from_query(&lock);
        let within = within(&catalogue, &lock);
        for project in &catalogue.document().projects {
            let locked = catalogue.project(&lock, &project.slug, Lang::En);
            let alone = within.project(&Lock::default(), &project.slug, Lang::En);
            prop_assert_eq!(locked, alone);
        }
    }
}

#[test]
fn a_lock_that_is_not_understood_opens_nothing() {
    let document: Document = serde_json::from_value(serde_json::json!({
        "format": "interreg-explorer/1", "collected": "2020", "introduction": [],
        "home_cities": [],
        "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
        "projects": [{ "slug": "moor", "programme": "p" }],
    }))
    .unwrap();
    let catalogue = Catalogue::new(document, TODAY);
    let found = |lock| catalogue.explore_within(&Lock::from_query(lock), "", Lang::En).found;
    assert_eq!(found(""), 1);
    assert_eq!(found("programme=p&sort=title&page=7&view=map"), 1);
    // One that is misspelt, and one that the catalogue no longer has.
    assert_eq!(found("theme=helth"), 0);
    assert_eq!(found("programme=gone"), 0);
    assert!(Lock::from_query("").is_open());
    assert!(!Lock::from_query("theme=helth").is_open());
    assert_eq!(Filter::from_query(&Lock::from_query("theme=health&page=3").to_query()).0.page.0, 1);
}
