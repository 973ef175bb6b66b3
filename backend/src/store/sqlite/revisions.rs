//! Reads and writes revisions.

use catalogue::model::Slug;
use futures_util::TryStreamExt as _;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, sqlite::SqliteRow};

use super::{
    error::SqliteError,
    row::{as_word, fingerprint, get, number, time, word},
};
use crate::store::{
    change::{ChangeKind, Fingerprint, Revision},
    entity::EntityKind,
    history::Noted,
};

/// The columns of a revision, in the order in which [`read`] takes them.
pub(super) const COLUMNS: &str = "r.change, r.kind, r.key, r.number, r.what, r.body, r.fingerprint";

/// A revision. An error if it is not what was written.
pub(super) fn read(row: &SqliteRow) -> Result<Noted, SqliteError> {
    let Checked { noted, whole } = Checked::read(row)?;
    match whole {
        true => Ok(noted),
        false => {
            Err(SqliteError::History(format!("revision {} of \"{}\"", noted.number, noted.key)))
        }
    }
}

/// A revision, and whether it is what was written.
struct Checked {
    noted: Noted,
    whole: bool,
}

impl Checked {
    fn read(row: &SqliteRow) -> Result<Self, SqliteError> {
        let change = number(row, 0)?.unwrap_or_default();
        let (kind, key, what): (&str, &str, &str) = (get(row, 1)?, get(row, 2)?, get(row, 4)?);
        let body: Option<&str> = get(row, 5)?;
        let own = mark(i64::from(change), kind, key, what, body);
        let noted = Noted {
            change,
            entity: word(row, 1)?,
            key: key.to_owned(),
            number: number(row, 3)?.unwrap_or_default(),
            what: word(row, 4)?,
            body: body.map(str::to_owned),
        };
        Ok(Self { noted, whole: fingerprint(get(row, 6)?)? == own })
    }
}

/// The fingerprint of a row.
fn mark(change: i64, kind: &str, key: &str, what: &str, body: Option<&str>) -> Fingerprint {
    // A removed entity has no body. `what` distinguishes it from an empty body.
    Fingerprint::of_values(&[&change.to_string(), kind, key, what, body.unwrap_or_default()])
}

/// The revisions of a project, oldest first.
pub(super) async fn of_project(
    conn: &mut SqliteConnection,
    slug: &Slug,
) -> Result<Vec<Revision>, SqliteError> {
    let sql = "SELECT r.change, r.kind, r.key, r.number, r.what, r.body, r.fingerprint,
            time, author, reason
        FROM revision AS r JOIN change ON change.id = r.change
        WHERE kind = 'project' AND key = $1 ORDER BY number";
    let rows = sqlx::query(sql).bind(slug.as_str()).fetch_all(conn).await?;
    let revision = |row: &SqliteRow| {
        let Checked { noted, whole } = Checked::read(row)?;
        Ok(Revision {
            number: noted.number,
            time: time(row, 7)?,
            author: get(row, 8)?,
            reason: get(row, 9)?,
            what: noted.what,
            whole,
        })
    };
    rows.iter().map(revision).collect()
}

/// The revision of a project with this number.
pub(super) async fn of_number(
    conn: &mut SqliteConnection,
    slug: &Slug,
    number: u32,
) -> Result<Option<Noted>, SqliteError> {
    let sql = "SELECT r.change, r.kind, r.key, r.number, r.what, r.body, r.fingerprint
        FROM revision AS r WHERE kind = 'project' AND key = $1 AND number = $2";
    let row = sqlx::query(sql).bind(slug.as_str()).bind(number).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// A new revision.
pub(super) struct NewRevision<'a> {
    pub(super) kind: EntityKind,
    pub(super) key: &'a str,
    pub(super) what: ChangeKind,
    pub(super) body: Option<&'a str>,
}

/// Writes revisions of different entities, each with the next number of its entity.
pub(super) async fn add(
    conn: &mut SqliteConnection,
    change: i64,
    rows: &[NewRevision<'_>],
) -> Result<(), SqliteError> {
    let mut values = Vec::with_capacity(rows.len());
    for NewRevision { kind, key, what, body } in rows {
        let (kind, what) = (as_word(kind)?, as_word(what)?);
        let mark = mark(change, &kind, key, &what, *body);
        values.push((kind, *key, what, *body, mark));
    }
    let mut statement = QueryBuilder::<Sqlite>::new(
        "INSERT INTO revision (change, kind, key, number, what, body, fingerprint)
        SELECT column1, column2, column3, (SELECT ifnull(max(number), 0) + 1 FROM revision AS old
            WHERE old.kind = column2 AND old.key = column3), column4, column5, column6 FROM (",
    );
    statement.push_values(&values, |mut row, (kind, key, what, body, mark)| {
        row.push_bind(change).push_bind(kind.as_str()).push_bind(*key);
        row.push_bind(what.as_str()).push_bind(*body).push_bind(mark.0.to_vec());
    });
    statement.push(")").build().persistent(false).execute(conn).await?;
    Ok(())
}

/// Computes the fingerprints of revisions from before they existed.
pub(super) async fn fill(conn: &mut SqliteConnection) -> Result<(), SqliteError> {
    let sql = "SELECT id, change, kind, key, what, body FROM revision
        WHERE id > $1 AND fingerprint = x'' ORDER BY id LIMIT 500";
    let mut last = i64::MIN;
    loop {
        let mut rows = sqlx::query(sql).bind(last).fetch(&mut *conn);
        let mut marks = Vec::new();
        while let Some(row) = rows.try_next().await? {
            let mark =
                mark(get(&row, 1)?, get(&row, 2)?, get(&row, 3)?, get(&row, 4)?, get(&row, 5)?);
            marks.push((get::<i64>(&row, 0)?, mark));
        }
        drop(rows);
        let Some((id, _)) = marks.last() else { return Ok(()) };
        last = *id;
        for (id, mark) in marks {
            let set = sqlx::query("UPDATE revision SET fingerprint = $1 WHERE id = $2");
            set.bind(mark.0.to_vec()).bind(id).execute(&mut *conn).await?;
        }
    }
}
