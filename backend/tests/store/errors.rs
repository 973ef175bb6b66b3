//! What goes wrong says what to do.

use backend::store::{Store, StoreError};
use tempfile::TempDir;

use crate::{run, seeded};

#[tokio::test]
async fn a_directory_that_cannot_be_written_is_named() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    std::fs::write(&file, "").unwrap();
    let error = Store::open(&file.join("var")).await.unwrap_err();
    assert!(matches!(error, StoreError::Unwritable { .. }), "{error}");
    assert!(error.to_string().contains("--data"), "{error}");
    // A directory stands where the file should.
    std::fs::create_dir(dir.path().join("catalogue.sqlite")).unwrap();
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Unwritable { .. }), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_alone() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("catalogue.sqlite");
    let letter = "Dear reader, this is a letter. ".repeat(40);
    std::fs::write(&file, &letter).unwrap();
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Foreign { .. }), "{error}");
    assert!(error.to_string().contains("Move it away"), "{error}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), letter);
}

#[tokio::test]
async fn another_program_s_database_is_not_taken_for_ours() {
    let dir = TempDir::new().unwrap();
    run(dir.path(), "CREATE TABLE bookmark (address TEXT)").await;
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Foreign { .. }), "{error}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_rejected() {
    let (dir, store) = seeded().await;
    store.close().await;
    run(
        dir.path(),
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (999, 'later', TRUE, x'00', 0)",
    )
    .await;
    let error = Store::open(dir.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Newer { .. }), "{error}");
    assert!(error.to_string().contains("newer version"), "{error}");
}

#[tokio::test]
async fn a_truncated_file_is_damaged_wherever_it_ends() {
    let (dir, store) = seeded().await;
    store.close().await;
    let file = dir.path().join("catalogue.sqlite");
    let whole = std::fs::read(&file).unwrap();
    for end in [50, 4_096, 20_000, whole.len() / 2, whole.len() - 4_096] {
        std::fs::write(&file, &whole[..end]).unwrap();
        let error = match Store::open(dir.path()).await {
            Ok(store) => {
                store.load().await.map(|stored| stored.document.projects.len()).unwrap_err()
            }
            Err(error) => error,
        };
        let told = matches!(error, StoreError::Damaged { .. } | StoreError::Foreign { .. });
        assert!(told, "cut at {end}: {error}");
    }
}

#[tokio::test]
async fn a_value_that_does_not_belong_there_is_damage() {
    let (dir, store) = seeded().await;
    run(dir.path(), "UPDATE project SET start_date = 'soon' WHERE slug = 'bling'").await;
    let error = store.load().await.unwrap_err();
    assert!(matches!(error, StoreError::DamagedProject { .. }), "{error}");
    assert!(error.to_string().contains("start_date"), "{error}");
    assert!(error.to_string().contains("revert bling"), "{error}");
}
