//! Every change is a revision, and every revision can be brought back.

use backend::store::{self, ChangeKind, Committed, StoreError};

use crate::{by, default, rename, seeded, slug};

#[tokio::test]
async fn every_change_is_a_revision_with_time_author_and_reason() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let mut writer = store.change(by("bram", "not ours")).await.unwrap();
    assert!(writer.remove_project(&slug("bling")).await.unwrap());
    assert!(!writer.remove_project(&slug("bling")).await.unwrap());
    let done = writer.commit().await.unwrap();
    assert_eq!(done, Committed { removed: 1, change: Some(3), ..Default::default() });
    let history = store.history(&slug("bling")).await.unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|one| (one.number, one.what, one.author.as_str(), one.reason.as_str()))
        .collect();
    assert_eq!(told[0].0, 1);
    assert_eq!((told[0].1, told[0].2), (ChangeKind::Added, "interreg-explorer"));
    assert_eq!(told[1], (2, ChangeKind::Changed, "anna", "another name"));
    assert_eq!(told[2], (3, ChangeKind::Removed, "bram", "not ours"));
    assert_eq!(history[2].time.to_string(), "2026-11-24T08:00:00Z");
    // Nothing was made of its neighbours.
    assert_eq!(store.history(&slug("reframe")).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_put_as_it_is_makes_no_revision() {
    let (_dir, store) = seeded().await;
    let before = store.version().await.unwrap();
    let mut writer = store.change(by("anna", "again")).await.unwrap();
    store::replace(&mut writer, &default()).await.unwrap();
    let done = writer.commit().await.unwrap();
    assert!(done.is_nothing());
    assert_eq!(done.unchanged, 10);
    assert_eq!(store.version().await.unwrap(), before);
    assert_eq!(store.history(&slug("bling")).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_revision_can_be_brought_back_as_a_new_one() {
    let (_dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let done = store.revert(&slug("bling"), 1, by("bram", "a slip")).await.unwrap();
    assert_eq!(done, Committed { changed: 1, change: Some(3), ..Default::default() });
    assert_eq!(store.load().await.unwrap().document, default());
    let history = store.history(&slug("bling")).await.unwrap();
    assert_eq!(history.len(), 3);
    assert_eq!(history[2].reason, "a slip");
    // It is so already: nothing happens.
    assert!(store.revert(&slug("bling"), 3, by("bram", "")).await.unwrap().is_nothing());
    assert_eq!(store.history(&slug("bling")).await.unwrap().len(), 3);
}

#[tokio::test]
async fn what_was_removed_can_be_brought_back_and_removed_again() {
    let (_dir, store) = seeded().await;
    let mut writer = store.change(by("anna", "gone")).await.unwrap();
    writer.remove_project(&slug("bling")).await.unwrap();
    writer.commit().await.unwrap();
    let done = store.revert(&slug("bling"), 1, by("anna", "back")).await.unwrap();
    assert_eq!(done.added, 1);
    let document = store.load().await.unwrap().document;
    let bling = |document: &catalogue::model::Document| {
        document.projects.iter().find(|project| project.slug.as_str() == "bling").cloned()
    };
    assert_eq!(bling(&document), bling(&default()));
    let done = store.revert(&slug("bling"), 2, by("anna", "gone after all")).await.unwrap();
    assert_eq!(done.removed, 1);
    assert_eq!(bling(&store.load().await.unwrap().document), None);
}

#[tokio::test]
async fn what_refers_to_something_that_is_gone_cannot_be_brought_back() {
    let (_dir, store) = seeded().await;
    let document = default();
    let project = &document.projects[0];
    let mut writer = store.change(by("anna", "gone")).await.unwrap();
    for other in document.projects.iter().filter(|one| one.programme == project.programme) {
        writer.remove_project(&other.slug).await.unwrap();
    }
    assert!(writer.remove_programme(&project.programme).await.unwrap());
    writer.commit().await.unwrap();
    let error = store.revert(&project.slug, 1, by("anna", "back")).await.unwrap_err();
    assert!(matches!(&error, StoreError::Missing { what: "programme", .. }), "{error}");
    assert!(error.to_string().contains(project.programme.as_str()), "{error}");
}

#[tokio::test]
async fn what_never_was_is_named() {
    let (_dir, store) = seeded().await;
    let error = store.history(&slug("nothing")).await.unwrap_err();
    assert!(matches!(error, StoreError::NoProject { .. }), "{error}");
    let error = store.revert(&slug("nothing"), 1, by("anna", "")).await.unwrap_err();
    assert!(matches!(error, StoreError::NoProject { .. }), "{error}");
    let error = store.revert(&slug("bling"), 7, by("anna", "")).await.unwrap_err();
    assert!(error.to_string().contains("interreg-explorer history bling"), "{error}");
}

#[tokio::test]
async fn nothing_gets_in_that_does_not_hold_together() {
    let (_dir, store) = seeded().await;
    let mut writer = store.change(by("anna", "faults")).await.unwrap();
    let model = default().projects.remove(0);
    let mut bad = model.clone();
    bad.programme = slug("nowhere");
    let error = writer.put_project(&bad).await.unwrap_err();
    assert!(error.to_string().contains("programme \"nowhere\""), "{error}");
    let mut bad = model.clone();
    bad.presented_by.push(slug("atlantis"));
    let error = writer.put_project(&bad).await.unwrap_err();
    assert!(error.to_string().contains("home city \"atlantis\""), "{error}");
    let mut bad = model.clone();
    bad.website = Some("javascript:alert(1)".to_owned());
    let error = writer.put_project(&bad).await.unwrap_err();
    assert!(error.to_string().contains("https://"), "{error}");
    let error = writer.remove_programme(&model.programme).await.unwrap_err();
    assert!(matches!(error, StoreError::InUse { what: "programme", .. }), "{error}");
    let error = writer.remove_home_city(&slug("groningen")).await.unwrap_err();
    assert!(matches!(error, StoreError::InUse { what: "home city", projects: 4.., .. }), "{error}");
    // The rejected things are not kept, and the valid ones can still be.
    assert!(writer.commit().await.unwrap().is_nothing());
    assert_eq!(store.load().await.unwrap().document, default());
}
