//! Writes programmes, home cities and the text about the catalogue into their tables. There
//! are few of them, so they are written one by one.

use catalogue::model::{HomeCity, Location, Programme, Slug};
use sqlx::{Sqlite, SqliteConnection};

use super::{
    error::SqliteError,
    row::{as_json, as_word},
};
use crate::store::{
    change::{About, Fingerprint},
    entity::EntityKind,
};

/// Writes a programme: in its place, or at the end.
pub(super) async fn put_programme(
    conn: &mut SqliteConnection,
    programme: &Programme,
    mark: Fingerprint,
) -> Result<(), SqliteError> {
    let Programme { slug, name, strand, period, cci, website } = programme;
    let strand = as_word(strand)?;
    let put = sqlx::query(
        "INSERT INTO programme (slug, position, name, strand, period, cci, website,
            fingerprint)
        VALUES ($1, (SELECT ifnull(max(position), -1) + 1 FROM programme), $2, $3, $4, $5, $6,
            $7)
        ON CONFLICT (slug) DO UPDATE SET name = $2, strand = $3, period = $4, cci = $5,
            website = $6, fingerprint = $7",
    )
    .bind(slug.as_str())
    .bind(name)
    .bind(strand)
    .bind(period.as_str())
    .bind(cci)
    .bind(website)
    .bind(mark.0.to_vec());
    run(conn, put).await
}

/// Writes a home city: in its place, or at the end.
pub(super) async fn put_home_city(
    conn: &mut SqliteConnection,
    city: &HomeCity,
    mark: Fingerprint,
) -> Result<(), SqliteError> {
    let HomeCity { slug, name, province, country, location, website } = city;
    let Location { lat, lon, precision, geonames_id } = *location;
    let precision = as_word(precision)?;
    let put = sqlx::query(
        "INSERT INTO home_city (slug, position, name, province, country, lat, lon, precision,
            geonames_id, website, fingerprint)
        VALUES ($1, (SELECT ifnull(max(position), -1) + 1 FROM home_city), $2, $3, $4, $5, $6,
            $7, $8, $9, $10)
        ON CONFLICT (slug) DO UPDATE SET name = $2, province = $3, country = $4, lat = $5,
            lon = $6, precision = $7, geonames_id = $8, website = $9, fingerprint = $10",
    )
    .bind(slug.as_str())
    .bind(name)
    .bind(province)
    .bind(country.as_str())
    .bind(f64::from(lat))
    .bind(f64::from(lon))
    .bind(precision)
    .bind(geonames_id)
    .bind(website)
    .bind(mark.0.to_vec());
    run(conn, put).await
}

/// Writes the text about the catalogue.
pub(super) async fn put_about(
    conn: &mut SqliteConnection,
    about: &About,
    mark: Fingerprint,
) -> Result<(), SqliteError> {
    let About { schema, collected, introduction, notes, credits } = about;
    let list = |list: Result<Option<String>, SqliteError>| {
        Ok::<_, SqliteError>(list?.unwrap_or_else(|| "[]".to_owned()))
    };
    let put = sqlx::query(
        "INSERT OR REPLACE INTO about (only, schema, collected, introduction, notes, credits,
            fingerprint)
        VALUES (1, $1, $2, $3, $4, $5, $6)",
    )
    .bind(schema)
    .bind(collected.to_string())
    .bind(list(as_json(introduction))?)
    .bind(list(as_json(notes))?)
    .bind(list(as_json(credits))?)
    .bind(mark.0.to_vec());
    run(conn, put).await
}

/// Sorts entities in the order of these slugs, which are all slugs of that kind. Returns
/// whether the order has changed.
pub(super) async fn order(
    conn: &mut SqliteConnection,
    entity: EntityKind,
    slugs: &[Slug],
) -> Result<bool, SqliteError> {
    let (now, put) = match entity {
        EntityKind::Project => (
            "SELECT slug FROM project ORDER BY position, id",
            "UPDATE project SET position = key FROM json_each($1) WHERE slug = value",
        ),
        EntityKind::Programme => (
            "SELECT slug FROM programme ORDER BY position, slug",
            "UPDATE programme SET position = key FROM json_each($1) WHERE slug = value",
        ),
        EntityKind::HomeCity => (
            "SELECT slug FROM home_city ORDER BY position, slug",
            "UPDATE home_city SET position = key FROM json_each($1) WHERE slug = value",
        ),
        EntityKind::About => return Ok(false),
    };
    let now: Vec<String> = sqlx::query_scalar(now).fetch_all(&mut *conn).await?;
    if now.iter().eq(slugs.iter().map(|slug| slug.as_str())) {
        return Ok(false);
    }
    let slugs = serde_json::to_string(slugs)?;
    sqlx::query(put).bind(slugs).execute(&mut *conn).await?;
    Ok(true)
}

/// Executes a statement.
pub(super) async fn run(
    conn: &mut SqliteConnection,
    query: sqlx::query::Query<'_, Sqlite, sqlx::sqlite::SqliteArguments>,
) -> Result<(), SqliteError> {
    query.execute(conn).await?;
    Ok(())
}

/// The result of a statement that counts rows for a slug.
pub(super) async fn count(
    conn: &mut SqliteConnection,
    sql: &'static str,
    slug: &Slug,
) -> Result<u64, SqliteError> {
    let count = sqlx::query_scalar::<_, i64>(sql).bind(slug.as_str()).fetch_one(conn).await?;
    Ok(count.unsigned_abs())
}
