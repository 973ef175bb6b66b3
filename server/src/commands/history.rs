//! `interreg-explorer history` and `revert`.

use std::{path::Path, process::ExitCode};

use backend::store::{ChangeKind, Committed, Entry, Store};
use catalogue::model::Slug;

use super::{change, output, with_store};
use crate::command::{Authorship, History, Revert};

/// Shows what happened to a project or to the whole catalogue, newest last.
pub async fn history(given: History) -> anyhow::Result<ExitCode> {
    let History { slug, changes: _, data } = given;
    with_store(&data.dir, async |store| {
        let lines = match &slug {
            Some(slug) => of_project(store, slug).await?,
            None => store.changes().await?.iter().map(line).collect(),
        };
        lines.iter().for_each(|line| output::say(line));
        Ok(ExitCode::SUCCESS)
    })
    .await
}

async fn of_project(store: &Store, slug: &Slug) -> anyhow::Result<Vec<String>> {
    let revisions = store.history(slug).await?;
    let line = |revision: &backend::store::Revision| {
        let what = match revision.what {
            // Such a revision cannot be brought back.
            _ if !revision.whole => "damaged",
            ChangeKind::Added => "added",
            ChangeKind::Changed => "changed",
            ChangeKind::Removed => "removed",
        };
        let (number, time) = (revision.number, revision.time.strftime(TIME));
        let (author, reason) = (&revision.author, &revision.reason);
        format!("{number}\t{time}\t{what}\t{author}\t{reason}")
    };
    Ok(revisions.iter().map(line).collect())
}

/// How a moment is written.
const TIME: &str = "%Y-%m-%d %H:%M:%S UTC";

/// A change with what it came to.
fn line(entry: &Entry) -> String {
    let Entry { number, by, projects, programmes, home_cities, about, order } = entry;
    let [added, changed, removed] = projects;
    let mut what = vec![format!("projects: {added} added, {changed} changed, {removed} removed")];
    if *programmes > 0 {
        what.push(format!("programmes: {programmes}"));
    }
    if *home_cities > 0 {
        what.push(format!("home cities: {home_cities}"));
    }
    what.extend(about.then(|| "the text about the catalogue".to_owned()));
    what.extend(order.then(|| "the order".to_owned()));
    let (time, what) = (by.time.strftime(TIME), what.join("; "));
    format!("{number}\t{time}\t{what}\t{}\t{}", by.author, by.reason)
}

/// Makes a project again what it was, or undoes a whole change.
pub async fn revert(given: Revert) -> anyhow::Result<ExitCode> {
    let Revert { slug, revision, change, dry_run, authorship, data } = given;
    with_store(&data.dir, async |store| {
        let said = match (slug, revision, change) {
            (_, _, Some(number)) => undo(store, number, authorship, dry_run, &data.dir).await?,
            (Some(slug), Some(revision), None) => {
                project(store, &slug, revision, authorship).await?
            }
            // The command line does not let this through.
            _ => anyhow::bail!("name a project and one of its revisions, or a change"),
        };
        output::say(&said);
        Ok(ExitCode::SUCCESS)
    })
    .await
}

async fn project(
    store: &Store,
    slug: &Slug,
    revision: u32,
    authorship: Authorship,
) -> anyhow::Result<String> {
    let by = change(authorship, format!("back to revision {revision}"));
    let done = store.revert(slug, revision, by).await?;
    let changed = if done.is_nothing() { "it was so already" } else { "done" };
    Ok(format!("{slug}: revision {revision}: {changed}"))
}

async fn undo(
    store: &Store,
    number: u32,
    authorship: Authorship,
    dry_run: bool,
    dir: &Path,
) -> anyhow::Result<String> {
    let by = change(authorship, format!("change {number} undone"));
    let done = store.revert_change(number, by, dry_run).await?;
    let Committed { added, changed, removed, unchanged: _, others, change } = done;
    let counts = format!(
        "projects: {added} added, {changed} changed, {removed} removed; other things: {others}"
    );
    Ok(match change {
        _ if dry_run => format!(
            "change {number} can be undone ({counts}). This was a dry run: nothing was changed"
        ),
        None => format!("change {number}: everything is so already, and nothing was changed"),
        Some(own) => format!(
            "change {number} is undone, as change {own} ({counts})\nTo take that back: {}",
            undo_command(own, dir)
        ),
    })
}

/// The command that undoes a change, to be copied.
pub(super) fn undo_command(change: u32, dir: &Path) -> String {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "/._-".contains(sign);
    let data = match dir.display().to_string() {
        dir if dir == crate::command::DATA => String::new(),
        dir if dir.chars().all(plain) => format!(" --data {dir}"),
        // As a POSIX shell takes any text.
        dir => format!(" --data '{}'", dir.replace('\'', "'\\''")),
    };
    format!("interreg-explorer revert --change {change}{data}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_that_undoes_a_change_can_be_copied_into_a_shell() {
        let command = |dir: &str| undo_command(7, Path::new(dir));
        assert_eq!(command("var"), "interreg-explorer revert --change 7");
        assert!(command("/var/lib/x").ends_with(" --change 7 --data /var/lib/x"));
        assert!(command("it's mine").ends_with(" --data 'it'\\''s mine'"));
    }
}
