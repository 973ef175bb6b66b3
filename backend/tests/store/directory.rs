//! A file that is moved, replaced, taken away or cannot be written.

use std::{path::Path, sync::Arc};

use backend::{Backend, Clock, OpenError, Store, store::StoreError};

use crate::{by, default, rename, run, seeded, slug};

async fn backend(dir: &Path) -> Arc<Backend> {
    let store = Store::open(dir).await.unwrap();
    let clock = Clock::Fixed("2026-11-24".parse().unwrap());
    Arc::new(Backend::with_store(store, clock).await.unwrap())
}

fn acronym(backend: &Backend) -> String {
    let document = backend.document();
    let bling = document.projects.iter().find(|one| one.slug == slug("bling")).unwrap();
    bling.acronym.clone().unwrap()
}

/// The whole catalogue is in its one file: no log, no index.
fn assert_one_file(dir: &Path) {
    let names: Vec<_> = dir.read_dir().unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names, ["catalogue.sqlite"]);
}

#[tokio::test]
async fn a_closed_store_is_one_file() {
    let (dir, store) = seeded().await;
    let other = Store::open(dir.path()).await.unwrap();
    rename(&store, "bling", "BLING!").await;
    store.close().await;
    // Another process still has it open, and the file is whole all the same.
    assert_eq!(dir.path().join("catalogue.sqlite-wal").metadata().map_or(0, |log| log.len()), 0);
    let copy = tempfile::TempDir::new().unwrap();
    let to = copy.path().join("catalogue.sqlite");
    std::fs::copy(dir.path().join("catalogue.sqlite"), to).unwrap();
    let copied = Store::open(copy.path()).await.unwrap();
    assert_eq!(copied.load().await.unwrap(), other.load().await.unwrap());
    other.close().await;
    assert_one_file(dir.path());
}

#[tokio::test]
async fn a_file_that_takes_the_place_of_the_one_before_is_served() {
    let (dir, store) = seeded().await;
    let (other, theirs) = seeded().await;
    rename(&theirs, "bling", "OTHER").await;
    theirs.close().await;
    store.close().await;
    let backend = backend(dir.path()).await;
    assert!(!backend.refresh().await.unwrap());
    let file = dir.path().join("catalogue.sqlite");
    std::fs::rename(other.path().join("catalogue.sqlite"), &file).unwrap();
    assert!(backend.refresh().await.unwrap());
    assert_eq!(acronym(&backend), "OTHER");
    // And it is followed from then on.
    let again = Store::open(dir.path()).await.unwrap();
    rename(&again, "bling", "AGAIN").await;
    assert!(backend.refresh().await.unwrap());
    assert_eq!(acronym(&backend), "AGAIN");
    again.close().await;
    backend.close().await;
    assert_one_file(dir.path());
}

#[tokio::test]
async fn a_file_that_is_copied_over_the_one_before_is_served() {
    let (dir, store) = seeded().await;
    let (other, theirs) = seeded().await;
    rename(&theirs, "bling", "OTHER").await;
    theirs.close().await;
    store.close().await;
    let backend = backend(dir.path()).await;
    let file = dir.path().join("catalogue.sqlite");
    std::fs::copy(other.path().join("catalogue.sqlite"), &file).unwrap();
    assert!(backend.refresh().await.unwrap());
    assert_eq!(acronym(&backend), "OTHER");
}

#[tokio::test]
async fn while_the_file_is_gone_or_useless_the_last_catalogue_is_served_on() {
    let (dir, store) = seeded().await;
    store.close().await;
    let backend = backend(dir.path()).await;
    let (file, away) = (dir.path().join("catalogue.sqlite"), dir.path().join("away"));
    std::fs::rename(&file, &away).unwrap();
    let error = backend.refresh().await.unwrap_err();
    assert!(matches!(error, OpenError::Store(StoreError::Gone { .. })), "{error}");
    assert!(!file.exists(), "nothing is put in its place");
    for useless in ["", "a letter and no database at all, but longer than a head of one"] {
        std::fs::write(&file, useless.repeat(20)).unwrap();
        let error = backend.refresh().await.unwrap_err();
        assert!(matches!(error, OpenError::Store(StoreError::Foreign { .. })), "{error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), useless.repeat(20));
        std::fs::remove_file(&file).unwrap();
        assert!(backend.refresh().await.is_err());
    }
    assert_eq!(acronym(&backend), "BLING");
    std::fs::rename(&away, &file).unwrap();
    assert!(!backend.refresh().await.unwrap(), "it is what was there before");
    let theirs = Store::open(dir.path()).await.unwrap();
    rename(&theirs, "bling", "BACK").await;
    assert!(backend.refresh().await.unwrap());
    assert_eq!(acronym(&backend), "BACK");
}

#[tokio::test]
async fn a_damaged_file_in_its_place_is_not_served() {
    let (dir, store) = seeded().await;
    let (other, theirs) = seeded().await;
    theirs.close().await;
    run(other.path(), "UPDATE project SET acronym = 'X' WHERE slug = 'bling'").await;
    store.close().await;
    let backend = backend(dir.path()).await;
    let file = dir.path().join("catalogue.sqlite");
    std::fs::rename(other.path().join("catalogue.sqlite"), &file).unwrap();
    let error = backend.refresh().await.unwrap_err();
    assert!(error.to_string().contains("\"bling\""), "{error}");
    assert_eq!(acronym(&backend), "BLING");
}

#[tokio::test]
async fn a_store_without_a_log_is_read_where_nothing_can_be_written() {
    let (dir, store) = seeded().await;
    let before = store.load().await.unwrap();
    store.close().await;
    let Some(mount) = ReadOnly::of(dir.path()) else { return };
    let store = Store::open(dir.path()).await.unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.load().await.unwrap(), before);
    assert_eq!(store.history(&slug("bling")).await.unwrap().len(), 1);
    let error = store.change(by("anna", "cannot be")).await.unwrap_err();
    assert!(matches!(error, StoreError::Unwritable { .. }), "{error}");
    let backend = backend(dir.path()).await;
    assert_eq!(*backend.document(), default());
    assert!(!backend.refresh().await.unwrap());
    drop(mount);
    // A process that may write changes the catalogue.
    store.close().await;
}

#[tokio::test]
async fn a_log_that_cannot_be_folded_in_is_read_or_named() {
    let (dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let before = store.load().await.unwrap();
    // As a process leaves it that is killed.
    let left = tempfile::TempDir::new().unwrap();
    for ending in ["", "-wal", "-shm"] {
        let name = format!("catalogue.sqlite{ending}");
        std::fs::copy(dir.path().join(&name), left.path().join(&name)).unwrap();
    }
    assert!(left.path().join("catalogue.sqlite-wal").metadata().unwrap().len() > 0);
    let Some(mount) = ReadOnly::of(left.path()) else { return };
    let opened = Store::open(left.path()).await.unwrap();
    assert_eq!(opened.load().await.unwrap(), before);
    opened.close().await;
    drop(mount);
    // Without the index beside the log SQLite cannot read it.
    std::fs::remove_file(left.path().join("catalogue.sqlite-shm")).unwrap();
    let mount = ReadOnly::of(left.path()).unwrap();
    let error = Store::open(left.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Unfolded { .. }), "{error}");
    assert!(error.to_string().contains("-wal"), "{error}");
    drop(mount);
    // Where it may write it folds the log in, and then the file is enough.
    Store::open(left.path()).await.unwrap().close().await;
    let _mount = ReadOnly::of(left.path()).unwrap();
    let opened = Store::open(left.path()).await.unwrap();
    assert_eq!(opened.load().await.unwrap(), before);
}

/// A directory that cannot be written, which takes root: permissions do not bind
/// root, so the directory is mounted over itself for reading.
struct ReadOnly<'d>(&'d Path);

impl<'d> ReadOnly<'d> {
    fn of(dir: &'d Path) -> Option<Self> {
        let mount = |arguments: &[&str]| {
            let mut command = std::process::Command::new("mount");
            let done = command.args(arguments).arg(dir).output();
            done.is_ok_and(|done| done.status.success())
        };
        let path = dir.display().to_string();
        if !mount(&["--bind", &path]) {
            eprintln!("skipped: mounting takes root");
            return None;
        }
        let mounted = Self(dir);
        assert!(mount(&["-o", "remount,bind,ro"]));
        Some(mounted)
    }
}

impl Drop for ReadOnly<'_> {
    fn drop(&mut self) {
        let unmounted = std::process::Command::new("umount").arg("--lazy").arg(self.0).status();
        assert!(unmounted.unwrap().success());
    }
}
