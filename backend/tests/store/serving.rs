//! A backend that serves a store follows it.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use backend::{Backend, Clock, OpenError, Store};
use catalogue::{filter::Lock, model::Lang};

use crate::{by, rename, run, seeded, slug};

async fn backend(dir: &std::path::Path) -> Backend {
    let store = Store::open(dir).await.unwrap();
    let clock = Clock::Fixed("2026-11-24".parse().unwrap());
    Backend::with_store(store, clock).await.unwrap()
}

fn name(backend: &Backend) -> String {
    backend
        .snapshot()
        .project(&Lock::default(), &slug("bling"), Lang::En)
        .unwrap()
        .project
        .name(Lang::En)
        .to_owned()
}

#[tokio::test]
async fn another_process_s_change_is_served_within_two_seconds() {
    let (dir, theirs) = seeded().await;
    let backend = Arc::new(backend(dir.path()).await);
    let watching = tokio::spawn(backend.clone().watch());
    let before = backend.revision();
    rename(&theirs, "bling", "BLING!").await;
    let since = Instant::now();
    while name(&backend) != "BLING!" {
        assert!(since.elapsed() < Duration::from_secs(2), "it is not served after two seconds");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_ne!(backend.revision(), before);
    watching.abort();
}

#[tokio::test]
async fn a_snapshot_stays_as_it_is_while_the_catalogue_changes() {
    let (dir, theirs) = seeded().await;
    let backend = backend(dir.path()).await;
    let held = backend.snapshot();
    let shown = held.shown();
    let drawn = held.overview_basemap(&shown, &[]);
    assert!(!backend.refresh().await.unwrap(), "nothing has changed");
    rename(&theirs, "bling", "BLING!").await;
    assert!(backend.refresh().await.unwrap());
    let bling = held.project(&Lock::default(), &slug("bling"), Lang::En).unwrap();
    assert_eq!(bling.project.name(Lang::En), "BLING");
    assert_ne!(held.revision(), backend.revision());
    // The drawing belongs to what it was drawn from.
    assert!(Arc::ptr_eq(&held.overview_basemap(&shown, &[]), &drawn));
    assert!(!Arc::ptr_eq(&backend.snapshot().overview_basemap(&shown, &[]), &drawn));
}

#[tokio::test]
async fn a_catalogue_that_does_not_hold_together_is_not_served() {
    let (dir, theirs) = seeded().await;
    let backend = backend(dir.path()).await;
    let before = backend.revision();
    // This program never writes such a thing; another tool can.
    run(
        dir.path(),
        "UPDATE project SET programme = 'nowhere' WHERE slug = 'bling';
        INSERT INTO change (time, author, reason, seal)
            SELECT '2026-11-24T08:00:00Z', 'tool', '', seal FROM change ORDER BY id DESC LIMIT 1;",
    )
    .await;
    let error = backend.refresh().await.unwrap_err();
    assert!(matches!(&error, OpenError::Store(error) if error.is_damage()), "{error}");
    assert!(error.to_string().contains("\"bling\""), "{error}");
    assert_eq!(backend.revision(), before);
    assert_eq!(name(&backend), "BLING");
    // It is not loaded again every second, but the repaired one is.
    assert!(!backend.refresh().await.unwrap());
    theirs.revert(&slug("bling"), 1, by("anna", "mended")).await.unwrap();
    assert!(backend.refresh().await.unwrap());
}
