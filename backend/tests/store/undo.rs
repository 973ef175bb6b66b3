//! A whole change is undone, all of it or nothing.

use backend::store::{self, Change, Committed, Store, StoreError};
use catalogue::model::Document;
use proptest::prelude::*;

use crate::{arbitrary, by, default, empty, rename, seeded, slug, wait};

async fn document(store: &Store) -> Document {
    store.load().await.unwrap().document
}

async fn undo(store: &Store, number: u32) -> Result<Committed, StoreError> {
    store.revert_change(number, by("bram", "undone"), false).await
}

/// What one change does with the help of another catalogue.
#[derive(Clone, Debug)]
enum Doing {
    /// Everything becomes the other.
    Replace,
    /// What the other has is put, and what is there stays.
    Merge,
    /// Every second project goes.
    Thin,
    /// Everything stands the other way round.
    Turn,
}

fn change() -> impl Strategy<Value = (Doing, Document)> {
    let doing =
        prop_oneof![Just(Doing::Replace), Just(Doing::Merge), Just(Doing::Thin), Just(Doing::Turn)];
    (doing, arbitrary::document())
}

/// Makes the change, and says whether there was anything to change.
async fn make(store: &Store, (doing, other): &(Doing, Document)) -> Option<u32> {
    let now = document(store).await;
    let mut writer = store.change(by("anna", "a change")).await.unwrap();
    match doing {
        Doing::Replace => store::replace(&mut writer, other).await.unwrap(),
        Doing::Merge => {
            for programme in &other.programmes {
                writer.put_programme(programme).await.unwrap();
            }
            for city in &other.home_cities {
                writer.put_home_city(city).await.unwrap();
            }
            for project in &other.projects {
                writer.put_project(project).await.unwrap();
            }
        }
        Doing::Thin => {
            for project in now.projects.iter().step_by(2) {
                writer.remove_project(&project.slug).await.unwrap();
            }
        }
        Doing::Turn => {
            let mut turned = now;
            turned.projects.reverse();
            turned.programmes.reverse();
            store::replace(&mut writer, &turned).await.unwrap();
        }
    }
    writer.commit().await.unwrap().change
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_the_last_change_gives_the_very_catalogue_from_before(
        first in arbitrary::document(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        wait(async {
            let (_dir, store) = empty().await;
            store.seed(&first, "first").await.unwrap();
            let mut states = vec![(None, first)];
            for change in &changes {
                let number = make(&store, change).await;
                states.push((number, document(&store).await));
            }
            let last = states.last().unwrap().1.clone();
            // Back step by step, the last one first…
            let mut undone = Vec::new();
            for pair in states.windows(2).rev() {
                let Some(number) = pair[1].0 else { continue };
                let done = undo(&store, number).await.unwrap();
                assert_eq!(document(&store).await, pair[0].1);
                undone.push((done.change.unwrap(), pair[1].1.clone()));
                // Once more changes nothing.
                assert_eq!(undo(&store, number).await.unwrap().change, None);
            }
            // … and forward again, by undoing what was undone.
            for (number, after) in undone.into_iter().rev() {
                undo(&store, number).await.unwrap();
                assert_eq!(document(&store).await, after);
            }
            assert_eq!(document(&store).await, last);
        });
    }

    #[test]
    fn an_earlier_change_is_undone_whole_or_not_at_all(
        first in arbitrary::document(), one in change(), two in change(),
    ) {
        wait(async {
            let (_dir, store) = empty().await;
            store.seed(&first, "first").await.unwrap();
            let Some(number) = make(&store, &one).await else { return };
            make(&store, &two).await;
            let before = store.load().await.unwrap();
            match undo(&store, number).await {
                Ok(_) => document(&store).await.validate().unwrap(),
                Err(StoreError::Overtaken { .. } | StoreError::InUse { .. } | StoreError::Missing { .. }) => {
                    assert_eq!(store.load().await.unwrap(), before);
                }
                Err(error) => panic!("{error}"),
            }
        });
    }
}

#[tokio::test]
async fn changes_are_listed_with_what_they_did() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let mut fewer = default();
    fewer.projects.truncate(4);
    fewer.projects.reverse();
    let mut writer = store.change(by("bram", "fewer")).await.unwrap();
    store::replace(&mut writer, &fewer).await.unwrap();
    writer.commit().await.unwrap();
    let changes = store.changes().await.unwrap();
    let told: Vec<_> = changes.iter().map(|one| (one.number, one.projects, one.order)).collect();
    assert_eq!(told, [(1, [10, 0, 0], false), (2, [0, 1, 0], false), (3, [0, 1, 6], true)]);
    assert_eq!(changes[1].by, by("anna", "another name"));
    let first = &changes[0];
    assert!(first.about && first.programmes > 3 && first.home_cities == 4, "{first:?}");
}

#[tokio::test]
async fn what_a_later_change_touched_is_named_and_nothing_is_undone() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "ONE").await; // change 2
    rename(&store, "reframe", "TWO").await; // change 3
    rename(&store, "bling", "THREE").await; // change 4
    rename(&store, "bling", "FOUR").await; // change 5
    let before = store.load().await.unwrap();
    let error = undo(&store, 2).await.unwrap_err().to_string();
    assert!(error.contains("the project \"bling\" was changed by changes 4, 5"), "{error}");
    assert!(error.contains("interreg-explorer revert --change 5"), "{error}");
    assert_eq!(store.load().await.unwrap(), before);
    // What no later change touched can be undone, whatever else was changed.
    assert_eq!(undo(&store, 3).await.unwrap().changed, 1);
    // And with the later ones undone, so can the first.
    for number in [5, 4, 2] {
        assert_eq!(undo(&store, number).await.unwrap().changed, 1, "{number}");
    }
    assert_eq!(document(&store).await, default());
}

#[tokio::test]
async fn a_dry_run_counts_and_changes_nothing() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let before = store.load().await.unwrap();
    let done = store.revert_change(2, by("anna", ""), true).await.unwrap();
    assert_eq!(done, Committed { changed: 1, ..Default::default() });
    assert_eq!(store.load().await.unwrap(), before);
    assert_eq!(store.changes().await.unwrap().len(), 2);
}

#[tokio::test]
async fn the_first_change_and_a_missing_one_cannot_be_undone() {
    let (_dir, store) = seeded().await;
    let error = undo(&store, 1).await.unwrap_err();
    assert!(matches!(error, StoreError::FirstChange { number: 1 }), "{error}");
    assert!(error.to_string().contains("--replace"), "{error}");
    let error = undo(&store, 9).await.unwrap_err();
    assert!(matches!(error, StoreError::NoChange { number: 9 }), "{error}");
    assert!(error.to_string().contains("history --changes"), "{error}");
}

#[tokio::test]
async fn a_programme_does_not_go_while_a_later_project_names_it() {
    let (_dir, store) = seeded().await;
    let mut programme = default().programmes.remove(0);
    programme.slug = slug("new-programme");
    let mut writer = store.change(by("anna", "a programme")).await.unwrap();
    writer.put_programme(&programme).await.unwrap();
    writer.commit().await.unwrap();
    let mut project = default().projects.remove(0);
    (project.slug, project.programme) = (slug("new-project"), programme.slug.clone());
    let mut writer = store.change(by("anna", "a project of it")).await.unwrap();
    writer.put_project(&project).await.unwrap();
    writer.commit().await.unwrap();
    let before = store.load().await.unwrap();
    let error = undo(&store, 2).await.unwrap_err();
    assert!(error.to_string().contains("programme \"new-programme\""), "{error}");
    assert_eq!(store.load().await.unwrap(), before);
    undo(&store, 3).await.unwrap();
    undo(&store, 2).await.unwrap();
    assert_eq!(document(&store).await, default());
}

#[tokio::test]
async fn a_renewed_default_catalogue_can_be_taken_back() {
    let (_dir, store) = seeded().await;
    let mut newer = default();
    newer.collected = "2199".parse().unwrap();
    newer.projects.remove(3);
    newer.projects.reverse();
    store.seed(&newer, "two").await.unwrap();
    assert_eq!(document(&store).await, newer);
    let by = Change::now("anna", "the old one was better");
    store.revert_change(2, by, false).await.unwrap();
    assert_eq!(document(&store).await, default());
    // The undo was a decision, so the catalogue is not renewed again.
    store.seed(&newer, "two").await.unwrap();
    assert_eq!(document(&store).await, default());
}
