//! Reads the list of changes, and what is needed to undo one.

use catalogue::model::Slug;
use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, SqliteConnection, sqlite::SqliteRow};

use super::{
    error::SqliteError,
    revisions,
    row::{as_word, fingerprint, get, number, time, word},
};
use crate::store::{
    change::{Change, Entry, Fingerprint},
    entity::EntityKind,
    history::{Arrangement, Later, Noted, Trace},
};

/// All changes, oldest first.
pub(super) async fn all(conn: &mut SqliteConnection) -> Result<Vec<Entry>, SqliteError> {
    let sql = "SELECT change.id, time, author, reason,
            count(*) FILTER (WHERE kind = 'project' AND what = 'added'),
            count(*) FILTER (WHERE kind = 'project' AND what = 'changed'),
            count(*) FILTER (WHERE kind = 'project' AND what = 'removed'),
            count(*) FILTER (WHERE kind = 'programme'),
            count(*) FILTER (WHERE kind = 'home-city'),
            count(*) FILTER (WHERE kind = 'about') > 0,
            EXISTS (SELECT 1 FROM arrangement WHERE arrangement.change = change.id AND moved)
        FROM change LEFT JOIN revision ON revision.change = change.id
        GROUP BY change.id ORDER BY change.id";
    let rows = sqlx::query(sql).fetch_all(conn).await?;
    let count = |row: &SqliteRow, n| number::<u64>(row, n).map(Option::unwrap_or_default);
    let entry = |row: &SqliteRow| {
        Ok(Entry {
            number: number(row, 0)?.unwrap_or_default(),
            by: Change { time: time(row, 1)?, author: get(row, 2)?, reason: get(row, 3)? },
            projects: [count(row, 4)?, count(row, 5)?, count(row, 6)?],
            programmes: count(row, 7)?,
            home_cities: count(row, 8)?,
            about: get(row, 9)?,
            order: get(row, 10)?,
        })
    };
    rows.iter().map(entry).collect()
}

/// What a change did to each entity that it changed; `None` if there is no such change.
pub(super) async fn traces(
    conn: &mut SqliteConnection,
    change: u32,
) -> Result<Option<Vec<Trace>>, SqliteError> {
    let count = sqlx::query_scalar::<_, i64>("SELECT revisions FROM change WHERE id = $1");
    let Some(count) = count.bind(change).fetch_optional(&mut *conn).await? else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT {} FROM revision AS r WHERE r.change = $1 ORDER BY r.kind, r.key, r.number",
        revisions::COLUMNS
    );
    let mut rows = sqlx::query(AssertSqlSafe(sql)).bind(change).fetch(&mut *conn);
    let (mut traces, mut found): (Vec<Trace>, i64) = (Vec::new(), 0);
    while let Some(row) = rows.try_next().await? {
        let noted = revisions::read(&row)?;
        found += 1;
        let after = noted.state();
        match traces.last_mut() {
            Some(last) if (last.entity, &last.key) == (noted.entity, &noted.key) => {
                last.after = after;
            }
            _ => traces.push(Trace {
                entity: noted.entity,
                key: noted.key,
                first: noted.number,
                after,
            }),
        }
    }
    drop(rows);
    let orders = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM arrangement WHERE change = $1");
    found += orders.bind(change).fetch_one(&mut *conn).await?;
    if found != count {
        return Err(SqliteError::History(format!("what change {change} did")));
    }
    Ok(Some(traces))
}

/// What later changes did to the entities that a change had changed, entity by entity, oldest
/// revision first.
pub(super) async fn later(
    conn: &mut SqliteConnection,
    change: u32,
) -> Result<Vec<Later>, SqliteError> {
    let sql = format!(
        "SELECT {} FROM revision AS r WHERE r.change > $1 AND EXISTS (
            SELECT 1 FROM revision AS own
            WHERE own.kind = r.kind AND own.key = r.key AND own.change = $1)
        ORDER BY r.kind, r.key, r.number",
        revisions::COLUMNS
    );
    let mut rows = sqlx::query(AssertSqlSafe(sql)).bind(change).fetch(conn);
    let mut later = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let noted = revisions::read(&row)?;
        let after = noted.state();
        let Noted { change, entity, key, .. } = noted;
        later.push(Later { change, entity, key, after });
    }
    Ok(later)
}

/// Revisions of entities, in the order of `asked`. The caller asks for a few at a time, since
/// each contains the whole entity.
pub(super) async fn noted(
    conn: &mut SqliteConnection,
    asked: &[(EntityKind, &str, u32)],
) -> Result<Vec<Noted>, SqliteError> {
    let sql = format!(
        "SELECT {} FROM json_each($1) AS asked CROSS JOIN revision AS r
            ON r.kind = asked.value ->> 0 AND r.key = asked.value ->> 1
            AND r.number = asked.value ->> 2
        ORDER BY asked.key",
        revisions::COLUMNS
    );
    let list = serde_json::to_string(asked)?;
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(list).fetch_all(conn).await?;
    let found: Vec<Noted> = rows.iter().map(revisions::read).collect::<Result<_, _>>()?;
    let missing = asked.iter().find(|(entity, key, number)| {
        !found
            .iter()
            .any(|one| (one.entity, one.key.as_str(), one.number) == (*entity, *key, *number))
    });
    match missing {
        Some((_, key, number)) => {
            Err(SqliteError::History(format!("revision {number} of \"{key}\"")))
        }
        None => Ok(found),
    }
}

/// The orders that a change and all later changes have stored, oldest first.
pub(super) async fn arrangements(
    conn: &mut SqliteConnection,
    from: u32,
) -> Result<Vec<Arrangement>, SqliteError> {
    let sql = "SELECT change, kind, moved, slugs, fingerprint FROM arrangement
        WHERE change >= $1 ORDER BY change";
    let rows = sqlx::query(sql).bind(from).fetch_all(conn).await?;
    let arrangement = |row: &SqliteRow| {
        let change: u32 = number(row, 0)?.unwrap_or_default();
        let (kind, moved, slugs): (&str, bool, &str) = (get(row, 1)?, get(row, 2)?, get(row, 3)?);
        if fingerprint(get(row, 4)?)? != mark(i64::from(change), kind, moved, slugs) {
            return Err(SqliteError::History(format!("the order before change {change}")));
        }
        let before: Vec<Slug> = serde_json::from_str(slugs)?;
        Ok(Arrangement { change, entity: word(row, 1)?, moved, before })
    };
    rows.iter().map(arrangement).collect()
}

/// Stores the order of entities before a change.
pub(super) async fn note_order(
    conn: &mut SqliteConnection,
    change: i64,
    entity: EntityKind,
    moved: bool,
    before: &[&Slug],
) -> Result<(), SqliteError> {
    let (kind, slugs) = (as_word(entity)?, serde_json::to_string(before)?);
    let mark = mark(change, &kind, moved, &slugs);
    let sql = "INSERT INTO arrangement (change, kind, moved, slugs, fingerprint)
        VALUES ($1, $2, $3, $4, $5)";
    let insert = sqlx::query(sql).bind(change).bind(kind).bind(moved).bind(slugs);
    insert.bind(mark.0.to_vec()).execute(conn).await?;
    Ok(())
}

/// The fingerprint of a row.
fn mark(change: i64, kind: &str, moved: bool, slugs: &str) -> Fingerprint {
    Fingerprint::of_values(&[&change.to_string(), kind, if moved { "1" } else { "0" }, slugs])
}
