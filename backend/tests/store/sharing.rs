//! Several processes on one store. Two [`Store`]s stand for two processes: they
//! share nothing but the file.

use std::time::Duration;

use backend::store::{self, Store};
use tokio::time::timeout;

use crate::{by, default, rename, seeded, slug};

/// Far more than reading takes, far less than a change waits for another.
const AT_ONCE: Duration = Duration::from_secs(3);

#[tokio::test]
async fn a_reader_neither_waits_for_a_writer_nor_sees_half_of_a_change() {
    let (dir, ours) = seeded().await;
    let theirs = Store::open(dir.path()).await.unwrap();
    let before = theirs.load().await.unwrap();
    let mut writer = ours.change(by("anna", "many")).await.unwrap();
    let model = default().projects.remove(0);
    for n in 0..200 {
        let slug = slug(&format!("new-{n}"));
        writer.put_project(&catalogue::model::Project { slug, ..model.clone() }).await.unwrap();
    }
    for reader in [&ours, &theirs] {
        let during = timeout(AT_ONCE, reader.load()).await.unwrap().unwrap();
        assert_eq!(during, before);
        assert_eq!(timeout(AT_ONCE, reader.version()).await.unwrap().unwrap(), before.revision);
    }
    writer.commit().await.unwrap();
    for reader in [&ours, &theirs] {
        let after = reader.load().await.unwrap();
        assert_eq!(after.document.projects.len(), 210);
        assert_ne!(after.revision, before.revision);
        assert_eq!(reader.version().await.unwrap(), after.revision);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_sees_the_old_catalogue_or_the_new_one_and_nothing_else() {
    let (dir, ours) = seeded().await;
    let old = default();
    let mut new = default();
    new.projects.iter_mut().for_each(|project| project.acronym = Some("NEW".to_owned()));
    new.projects.truncate(6);
    let documents = [new.clone(), old.clone()];
    let writing = tokio::spawn(async move {
        for document in documents.iter().cycle().take(20) {
            let mut writer = ours.change(by("anna", "to and fro")).await.unwrap();
            store::replace(&mut writer, document).await.unwrap();
            writer.commit().await.unwrap();
        }
    });
    let theirs = Store::open(dir.path()).await.unwrap();
    while !writing.is_finished() {
        let seen = theirs.load().await.unwrap().document;
        assert!(seen == old || seen == new);
    }
    writing.await.unwrap();
}

#[tokio::test]
async fn a_change_that_is_dropped_never_was() {
    let (dir, ours) = seeded().await;
    let before = ours.load().await.unwrap();
    let mut writer = ours.change(by("anna", "given up")).await.unwrap();
    writer.remove_project(&slug("bling")).await.unwrap();
    drop(writer);
    assert_eq!(ours.load().await.unwrap(), before);
    assert_eq!(ours.history(&slug("bling")).await.unwrap().len(), 1);
    // And the lock is free for the next, in whatever process.
    let theirs = Store::open(dir.path()).await.unwrap();
    timeout(AT_ONCE, rename(&theirs, "bling", "BLING!")).await.unwrap();
}
