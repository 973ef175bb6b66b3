//! `interreg-explorer history` and `revert`.

use std::process::ExitCode;

use backend::store::What;

use super::{change, open, output};
use crate::command::{History, Revert};

/// Shows what happened to a project, newest last.
pub async fn history(given: History) -> anyhow::Result<ExitCode> {
    let store = open(&given.data.dir).await?;
    for revision in store.history(&given.slug).await? {
        let what = match revision.what {
            What::Added => "added",
            What::Changed => "changed",
            What::Removed => "removed",
        };
        let (number, time) = (revision.number, revision.time.strftime("%Y-%m-%d %H:%M:%S UTC"));
        let (author, reason) = (revision.author, revision.reason);
        output::say(&format!("{number}\t{time}\t{what}\t{author}\t{reason}"));
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Makes a project again what it was.
pub async fn revert(given: Revert) -> anyhow::Result<ExitCode> {
    let Revert { slug, revision, signed, data } = given;
    let store = open(&data.dir).await?;
    let by = change(signed, format!("back to revision {revision}"));
    let done = store.revert(&slug, revision, by).await?;
    store.close().await;
    let changed = if done.is_nothing() { "it was so already" } else { "done" };
    output::say(&format!("{slug}: revision {revision}: {changed}"));
    Ok(ExitCode::SUCCESS)
}
