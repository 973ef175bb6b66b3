//! What is inside a lock: the same as of a catalogue that has nothing else.

use std::sync::Arc;

use proptest::{prelude::*, test_runner::TestCaseResult};

use super::{
    arbitrary::{TODAY, catalogue, query},
    naive,
};
use crate::{
    filter::{Chosen, Filter, Lock},
    map::views,
    model::{Document, Lang, Project, Slug},
    query::{Catalogue, Exploration, Marker, Value, index::Index},
};

/// The catalogue without what is outside. What is doubtful was judged before: an amount
/// is measured with all projects of its programme, in an embed too.
fn within(catalogue: &Catalogue, lock: &Lock) -> Catalogue {
    let inside = naive(catalogue, lock.filter(), None);
    let projects: Vec<Project> =
        inside.into_iter().filter(|_| !lock.is_broken()).cloned().collect();
    let doubts = projects.iter().map(|project| {
        catalogue.index.doubts.all(catalogue.position(&project.slug).unwrap()).to_vec()
    });
    let doubts = doubts.collect();
    let document = Arc::new(Document { projects, ..(**catalogue.document()).clone() });
    let index = Index::doubting(&document, TODAY, doubts);
    Catalogue { document, today: TODAY, index, opening: Arc::default() }
}

fn slugs(answer: &Exploration) -> Vec<Slug> {
    answer.cards.iter().map(|card| card.item.slug.clone()).collect()
}

/// The values that a locked page lists must be those of the catalogue that has nothing
/// else, with the same counts; only what was chosen is listed all the same.
fn listed(locked: &Exploration, alone: &Exploration) -> TestCaseResult {
    for (locked, alone) in locked.facets.lists.iter().zip(&alone.facets.lists) {
        let there = |value: &&Value| alone.values.iter().any(|other| other.value == value.value);
        let (inside, outside): (Vec<&Value>, Vec<&Value>) = locked.values.iter().partition(there);
        prop_assert_eq!(inside, alone.values.iter().collect::<Vec<_>>(), "{:?}", locked.facet);
        for value in outside {
            prop_assert!(value.count == 0 && value.chosen != Chosen::No, "{:?}", value);
        }
    }
    Ok(())
}

/// What is counted at a marker; which of several names it has, is chosen in another order.
fn counted(markers: &[Marker]) -> Vec<String> {
    let said = |marker: &Marker| {
        format!(
            "{} {} {} {} {:?}",
            marker.lon, marker.lat, marker.count, marker.participations, marker.items
        )
    };
    let mut said: Vec<_> = markers.iter().map(said).collect();
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
        prop_assert_eq!(&locked.unlocated, &alone.unlocated);
        prop_assert_eq!(&locked.further, &alone.further);
        listed(&locked, &alone)?;
        prop_assert_eq!(locked.facets.budget, alone.facets.budget);
        let view = views::overview(&locked.shown);
        let markers = catalogue.markers(&lock, &query, &view, Lang::En);
        prop_assert_eq!(counted(&markers.list), counted(&locked.markers.list));
        let alone = within.markers(&Lock::default(), &query, &view, Lang::En);
        prop_assert_eq!(counted(&markers.list), counted(&alone.list));
        prop_assert_eq!(markers.links.len(), alone.links.len());
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
