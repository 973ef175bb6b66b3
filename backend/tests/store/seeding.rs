//! An untouched default catalogue is renewed; a touched one never is.

use backend::store::{Seeded, Store, StoreError};
use tempfile::TempDir;

use crate::{default, empty, rename, seeded};

/// The default catalogue of a later release.
fn newer() -> catalogue::model::Document {
    let mut document = default();
    document.collected = "2199".parse().unwrap();
    document.projects.remove(3);
    document.projects.reverse();
    document.programmes.reverse();
    document.projects[0].acronym = Some("NEWER".to_owned());
    document
}

#[tokio::test]
async fn the_first_start_makes_everything_and_the_second_nothing() {
    let dir = TempDir::new().unwrap();
    let inside = dir.path().join("var/deep");
    let store = Store::open(&inside).await.unwrap();
    let error = store.load().await.unwrap_err();
    assert!(matches!(error, StoreError::Empty { .. }), "{error}");
    assert_eq!(store.seed(&default(), "one").await.unwrap(), Seeded::Created);
    let first = store.load().await.unwrap();
    assert_eq!(first.document, default());
    store.close().await;
    assert!(inside.join("catalogue.sqlite").exists());
    let store = Store::open(&inside).await.unwrap();
    assert_eq!(store.seed(&default(), "one").await.unwrap(), Seeded::Kept);
    assert_eq!(store.load().await.unwrap(), first);
}

#[tokio::test]
async fn an_untouched_default_is_replaced_by_a_newer_one_whole() {
    let (_dir, store) = seeded().await;
    assert_eq!(store.seed(&newer(), "two").await.unwrap(), Seeded::Renewed);
    assert_eq!(store.load().await.unwrap().document, newer());
    // An older program that is started once more puts nothing back.
    assert_eq!(store.seed(&default(), "one").await.unwrap(), Seeded::Kept);
    assert_eq!(store.load().await.unwrap().document, newer());
}

#[tokio::test]
async fn a_touched_default_stays() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    // Not even when it has become again what it was.
    rename(&store, "bling", "BLING").await;
    let touched = store.load().await.unwrap();
    assert_eq!(store.seed(&newer(), "two").await.unwrap(), Seeded::Kept);
    assert_eq!(store.load().await.unwrap(), touched);
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_start_at_once_do_not_get_in_each_others_way() {
    for _ in 0..5 {
        let dir = TempDir::new().unwrap();
        let start = || {
            let dir = dir.path().to_owned();
            tokio::spawn(async move {
                let store = Store::open(&dir).await.unwrap();
                store.seed(&default(), "one").await.unwrap()
            })
        };
        let starts = [start(), start(), start()];
        let mut created = 0;
        for start in starts {
            created += usize::from(start.await.unwrap() == Seeded::Created);
        }
        assert_eq!(created, 1);
    }
}

#[tokio::test]
async fn two_stores_never_give_their_revisions_the_same_name() {
    let ((_one, one), (_two, two)) = (empty().await, empty().await);
    for store in [&one, &two] {
        store.seed(&default(), "one").await.unwrap();
    }
    assert_ne!(one.version().await.unwrap(), two.version().await.unwrap());
}
