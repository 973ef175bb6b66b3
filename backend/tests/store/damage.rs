//! What is no longer what was written is not given out.

use std::path::Path;

use backend::store::{Store, StoreError};
use catalogue::model::Document;
use tempfile::TempDir;

use crate::{by, default, rename, run, seeded, slug};

#[tokio::test]
async fn a_value_that_is_changed_behind_the_back_is_named() {
    for (sql, named) in [
        ("UPDATE project SET city_title = 'X' WHERE slug = 'bling'", "project \"bling\""),
        ("UPDATE project_text SET text = 'X' WHERE project = (SELECT id FROM project WHERE
            slug = 'bling') AND kind = 'title' AND position = 0", "project \"bling\""),
        ("DELETE FROM participation WHERE position = 0 AND project = (SELECT id FROM project WHERE
            slug = 'bling')", "project \"bling\""),
        ("UPDATE project SET total_budget = total_budget + 4",
            "the project"),
        ("UPDATE programme SET name = 'X' WHERE slug = (SELECT min(slug) FROM programme)",
            "the programme"),
        ("UPDATE home_city SET lat = 53.5 WHERE slug = 'assen'", "home city \"assen\""),
        ("UPDATE about SET notes = '[]'", "the text about the catalogue"),
        ("UPDATE project SET position = 77 WHERE slug = 'bling'", "the list of all"),
        ("DELETE FROM project WHERE slug = 'bling'", "is none"),
        ("PRAGMA foreign_keys = ON; DELETE FROM project WHERE slug = 'bling'", "the list of all"),
        ("DELETE FROM about", "about"),
        ("UPDATE project SET fingerprint = zeroblob(16) WHERE slug = 'bling'", "bling"),
    ] {
        let (dir, store) = seeded().await;
        run(dir.path(), sql).await;
        let Err(error) = store.load().await else { panic!("{sql}: not noticed") };
        assert!(error.is_damage(), "{sql}: {error}");
        assert!(error.to_string().contains(named), "{sql}: {error}");
        assert!(error.to_string().contains("backup"), "{sql}: {error}");
    }
}

#[tokio::test]
async fn a_damaged_project_is_written_anew_from_its_history() {
    let (dir, store) = seeded().await;
    run(dir.path(), "UPDATE project SET city_title = 'X' WHERE slug = 'bling'").await;
    assert!(store.load().await.is_err());
    let done = store.revert(&slug("bling"), 1, by("anna", "mended")).await.unwrap();
    assert_eq!(done.changed, 1);
    assert_eq!(store.load().await.unwrap().document, default());
}

#[tokio::test]
async fn nothing_is_built_upon_damage() {
    let (dir, store) = seeded().await;
    run(dir.path(), "UPDATE project SET position = 77 WHERE slug = 'bling'").await;
    let error = store.change(by("anna", "goes on")).await.unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
    // Of a damaged project nothing is taken over into the next state of it.
    let (dir, store) = seeded().await;
    run(dir.path(), "UPDATE project SET city_title = 'X' WHERE slug = 'bling'").await;
    let mut writer = store.change(by("anna", "goes on")).await.unwrap();
    let error = writer.project(&slug("bling")).await.unwrap_err();
    assert!(matches!(error, StoreError::DamagedProject { .. }), "{error}");
}

#[tokio::test]
async fn a_revision_that_is_not_what_was_written_is_not_brought_back() {
    let (dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let damage = "UPDATE revision SET body = replace(body, 'BLING', 'BLINK')
        WHERE key = 'bling' AND number = 1";
    run(dir.path(), damage).await;
    let history = store.history(&slug("bling")).await.unwrap();
    assert_eq!(history.iter().map(|one| one.whole).collect::<Vec<_>>(), [false, true]);
    let error = store.revert(&slug("bling"), 1, by("anna", "")).await.unwrap_err();
    assert!(error.to_string().contains("revision 1 of \"bling\""), "{error}");
    let error = store.revert_change(2, by("anna", ""), false).await.unwrap_err();
    assert!(matches!(error, StoreError::DamagedHistory { .. }), "{error}");
    // What is served is another matter.
    store.load().await.unwrap();
    run(dir.path(), "DELETE FROM revision WHERE change = 2").await;
    let error = store.revert_change(2, by("anna", ""), false).await.unwrap_err();
    assert!(error.to_string().contains("what change 2 did"), "{error}");
}

#[tokio::test]
async fn a_store_of_the_version_before_is_sealed_when_it_is_opened() {
    let (dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let before = store.load().await.unwrap();
    store.close().await;
    // What the second migration brought is taken back.
    run(
        dir.path(),
        "DROP TABLE arrangement; DROP INDEX revision_of_change;
        ALTER TABLE change DROP COLUMN seal; ALTER TABLE change DROP COLUMN revisions;
        ALTER TABLE revision DROP COLUMN fingerprint; ALTER TABLE about DROP COLUMN fingerprint;
        ALTER TABLE programme DROP COLUMN fingerprint;
        ALTER TABLE home_city DROP COLUMN fingerprint;
        DELETE FROM _sqlx_migrations WHERE version = 2;",
    )
    .await;
    let store = Store::open(dir.path()).await.unwrap();
    assert_eq!(store.load().await.unwrap(), before);
    assert!(store.history(&slug("bling")).await.unwrap().iter().all(|one| one.whole));
    store.revert_change(2, by("anna", ""), false).await.unwrap();
    assert_eq!(store.load().await.unwrap().document, default());
}

/// The same numbers in every run, without any order to see (SplitMix64).
fn scattered(n: u64) -> u64 {
    let mut z = (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// What becomes of a store that is this file: the catalogue, or a message.
async fn opened(file: &Path) -> Result<Document, StoreError> {
    let dir = TempDir::new().unwrap();
    std::fs::copy(file, dir.path().join("catalogue.sqlite")).unwrap();
    let store = Store::open(dir.path()).await?;
    let loaded = store.load().await;
    store.close().await;
    Ok(loaded?.document)
}

/// `cargo xtask test` flips 150 bits, with `--thorough` 3,000.
#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_bit_changes_nothing_or_is_detected() {
    let thorough = std::env::var_os("INTERREG_EXPLORER_THOROUGH").is_some();
    let flips = if thorough { 3_000 } else { 150 };
    let (dir, store) = seeded().await;
    rename(&store, "bling", "BLING!").await;
    let wanted = store.load().await.unwrap().document;
    store.close().await;
    let file = dir.path().join("catalogue.sqlite");
    let whole = std::fs::read(&file).unwrap();
    let (mut equal, mut rejected) = (0, 0);
    let flipped = dir.path().join("flipped.sqlite");
    for n in 0..flips {
        let at = scattered(n) % (whole.len() as u64 * 8);
        let (byte, bit) = (usize::try_from(at / 8).unwrap(), at % 8);
        let mut bytes = whole.clone();
        bytes[byte] ^= 1 << bit;
        std::fs::write(&flipped, &bytes).unwrap();
        match opened(&flipped).await {
            Ok(document) => {
                assert!(document == wanted, "bit {bit} of byte {byte} changes what is served");
                equal += 1;
            }
            Err(error) => {
                let text = error.to_string();
                assert!(text.contains("catalogue.sqlite"), "bit {bit} of byte {byte}: {text}");
                assert!(!text.contains("fault of the program"), "bit {bit} of byte {byte}: {text}");
                rejected += 1;
            }
        }
    }
    println!("{flips} flips: {equal} equal, {rejected} rejected");
    assert!(rejected > 0);
}
