//! The store as its users see it: what goes in comes out, nothing is half done,
//! and what goes wrong says what to do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arbitrary;
mod damage;
mod directory;
mod errors;
mod history;
mod round_trip;
mod seeding;
mod serving;
mod sharing;
mod undo;

use std::path::Path;

use backend::{
    default_catalogue,
    store::{Change, Store},
};
use catalogue::model::{Document, Slug};
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use tempfile::TempDir;

/// A directory of its own, with an empty store in it.
async fn empty() -> (TempDir, Store) {
    let dir = TempDir::new().unwrap();
    let store = Store::open(dir.path()).await.unwrap();
    (dir, store)
}

/// A directory of its own, with the default catalogue in its store.
async fn seeded() -> (TempDir, Store) {
    let (dir, store) = empty().await;
    store.seed(&default(), &default_catalogue::release()).await.unwrap();
    (dir, store)
}

fn default() -> Document {
    default_catalogue::document().unwrap()
}

/// Runs statements on the database as another tool would.
async fn run(dir: &Path, sql: &'static str) {
    let file = SqliteConnectOptions::new().filename(dir.join("catalogue.sqlite"));
    let mut tool = file.foreign_keys(false).create_if_missing(true).connect().await.unwrap();
    sqlx::raw_sql(sql).execute(&mut tool).await.unwrap();
    tool.close().await.unwrap();
}

/// Waits for a future where a property test cannot.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(future)
}

fn by(author: &str, reason: &str) -> Change {
    Change {
        author: author.into(),
        reason: reason.into(),
        time: "2026-11-24T08:00:00Z".parse().unwrap(),
    }
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// Gives a project another acronym, as a change of its own.
async fn rename(store: &Store, project: &str, acronym: &str) {
    let mut writer = store.change(by("anna", "another name")).await.unwrap();
    let mut project = writer.project(&slug(project)).await.unwrap().unwrap();
    project.acronym = Some(acronym.to_owned());
    writer.put_project(&project).await.unwrap();
    writer.commit().await.unwrap();
}
