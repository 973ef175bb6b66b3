//! What became of things in the course of time.

use catalogue::model::Slug;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, sqlite::SqliteRow};

use super::{
    fault::Fault,
    row::{as_word, get, number, time, word},
};
use crate::store::{
    change::{Revision, What},
    writer::Thing,
};

/// The revisions of a project, the first one first.
pub(super) async fn of_project(
    conn: &mut SqliteConnection,
    slug: &Slug,
) -> Result<Vec<Revision>, Fault> {
    let sql = "SELECT number, time, author, reason, what
        FROM revision JOIN change ON change.id = revision.change
        WHERE kind = 'project' AND key = $1 ORDER BY number";
    let rows = sqlx::query(sql).bind(slug.as_str()).fetch_all(conn).await?;
    let revision = |row: &SqliteRow| {
        Ok(Revision {
            number: number(row, 0)?.unwrap_or_default(),
            time: time(row, 1)?,
            author: get(row, 2)?,
            reason: get(row, 3)?,
            what: word::<What>(row, 4)?,
        })
    };
    rows.iter().map(revision).collect()
}

/// A project in the exchange format as it was from a revision on: `None` where
/// there is no such revision, `Some(None)` where it had been removed.
pub(super) async fn body(
    conn: &mut SqliteConnection,
    slug: &Slug,
    number: u32,
) -> Result<Option<Option<String>>, Fault> {
    let sql = "SELECT body FROM revision WHERE kind = 'project' AND key = $1 AND number = $2";
    Ok(sqlx::query_scalar(sql).bind(slug.as_str()).bind(number).fetch_optional(conn).await?)
}

/// A revision to be noted.
pub(super) struct Row<'a> {
    pub(super) kind: Thing,
    pub(super) key: &'a str,
    pub(super) what: What,
    pub(super) body: Option<&'a str>,
}

/// Notes revisions of different things, each under the next number of its thing.
pub(super) async fn add(
    conn: &mut SqliteConnection,
    change: i64,
    rows: &[Row<'_>],
) -> Result<(), Fault> {
    let mut values = Vec::with_capacity(rows.len());
    for Row { kind, key, what, body } in rows {
        values.push((as_word(kind)?, *key, as_word(what)?, *body));
    }
    let mut statement = QueryBuilder::<Sqlite>::new(
        "INSERT INTO revision (change, kind, key, number, what, body)
        SELECT column1, column2, column3, (SELECT ifnull(max(number), 0) + 1 FROM revision AS old
            WHERE old.kind = column2 AND old.key = column3), column4, column5 FROM (",
    );
    statement.push_values(&values, |mut row, (kind, key, what, body)| {
        row.push_bind(change).push_bind(kind.as_str()).push_bind(*key);
        row.push_bind(what.as_str()).push_bind(*body);
    });
    statement.push(")").build().persistent(false).execute(conn).await?;
    Ok(())
}
