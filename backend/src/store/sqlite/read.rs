//! Reads the catalogue out of the tables; `projects.rs` reads the projects.

use catalogue::model::{Document, Format, HomeCity, Programme, Slug};
use futures_util::TryStreamExt as _;
use sqlx::{SqliteConnection, sqlite::SqliteRow};

use super::{
    error::SqliteError,
    projects,
    row::{fingerprint, get, json, location, maybe_word, word},
};
use crate::store::{
    change::{About, Fingerprint, Key, Stored},
    database::Marked,
    seal::{Loaded, Marks},
    seed::Filling,
};

/// The whole catalogue, in the read transaction of the caller; `None` in a new store.
pub(super) async fn all(conn: &mut SqliteConnection) -> Result<Option<Loaded>, SqliteError> {
    let seal = seal(conn).await?;
    let Some((about, mark)) = about(conn).await? else {
        let whole = match seal {
            Some(seal) => all_marks(conn).await?.seal() == seal,
            None => true,
        };
        let gone = || SqliteError::Value { column: "about".to_owned(), cause: "absent".to_owned() };
        return if whole { Ok(None) } else { Err(gone()) };
    };
    let (home_cities, programmes) = (home_cities(conn).await?, programmes(conn).await?);
    let (projects, project_marks) = projects::all(conn).await?;
    let marks = Marks {
        about: Some(mark),
        home_cities: marks(&home_cities, |city| &city.slug),
        programmes: marks(&programmes, |programme| &programme.slug),
        projects: projects.iter().map(|one| one.slug.clone()).zip(project_marks).collect(),
    };
    let About { schema, collected, introduction, notes, credits } = about;
    let document = Document {
        schema,
        format: Format::V1,
        collected,
        introduction,
        notes,
        credits,
        home_cities: without_marks(home_cities),
        programmes: without_marks(programmes),
        projects,
    };
    let stored = Stored { document, revision: revision(conn).await? };
    Ok(Some(Loaded { stored, marks, seal }))
}

fn marks<T>(entities: &[Marked<T>], slug: impl Fn(&T) -> &Slug) -> Vec<(Slug, Fingerprint)> {
    entities.iter().map(|(entity, mark)| (slug(entity).clone(), *mark)).collect()
}

fn without_marks<T>(entities: Vec<Marked<T>>) -> Vec<T> {
    entities.into_iter().map(|(entity, _)| entity).collect()
}

/// The fingerprints of all entities in their order, without the entities.
pub(super) async fn all_marks(conn: &mut SqliteConnection) -> Result<Marks, SqliteError> {
    let about = sqlx::query("SELECT fingerprint FROM about").fetch_optional(&mut *conn).await?;
    let about = about.map(|row| fingerprint(get(&row, 0)?)).transpose()?;
    let lists = [
        "SELECT slug, fingerprint FROM home_city ORDER BY position, slug",
        "SELECT slug, fingerprint FROM programme ORDER BY position, slug",
        "SELECT slug, fingerprint FROM project ORDER BY position, id",
    ];
    let [mut home_cities, mut programmes, mut projects] = [const { Vec::new() }; 3];
    for (sql, list) in lists.into_iter().zip([&mut home_cities, &mut programmes, &mut projects]) {
        let mut rows = sqlx::query(sql).fetch(&mut *conn);
        while let Some(row) = rows.try_next().await? {
            list.push((word(&row, 0)?, fingerprint(get(&row, 1)?)?));
        }
    }
    Ok(Marks { about, home_cities, programmes, projects })
}

/// The seal of the last change; `None` without a change.
pub(super) async fn seal(conn: &mut SqliteConnection) -> Result<Option<Fingerprint>, SqliteError> {
    let sql = "SELECT ifnull(seal, zeroblob(16)) FROM change ORDER BY id DESC LIMIT 1";
    let row = sqlx::query(sql).fetch_optional(conn).await?;
    row.map(|row| fingerprint(get(&row, 0)?)).transpose()
}

/// The name of the state that a transaction sees.
pub(super) async fn revision(conn: &mut SqliteConnection) -> Result<String, SqliteError> {
    let name = "SELECT identity || '-' || (SELECT ifnull(max(id), 0) FROM change) FROM store";
    Ok(sqlx::query_scalar(name).fetch_one(conn).await?)
}

/// Where the content of the store comes from.
pub(super) async fn filling(conn: &mut SqliteConnection) -> Result<Filling, SqliteError> {
    let sql = "SELECT (SELECT max(id) FROM change),
            CASE default_change WHEN (SELECT max(id) FROM change) THEN default_release END,
            (SELECT collected FROM about)
        FROM store";
    let row = sqlx::query(sql).fetch_one(conn).await?;
    Ok(match (get::<Option<i64>>(&row, 0)?, get::<Option<String>>(&row, 1)?) {
        (None, _) => Filling::Nothing,
        (_, Some(release)) => Filling::Default { release, collected: maybe_word(&row, 2)? },
        _ => Filling::Own,
    })
}

/// What an import needs to know of every project.
pub(super) async fn keys(conn: &mut SqliteConnection) -> Result<Vec<Key>, SqliteError> {
    let mut rows = sqlx::query(
        "SELECT slug, programme, acronym, fingerprint, keep_url FROM project ORDER BY id",
    )
    .fetch(conn);
    let mut keys = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let acronym: Option<String> = get(&row, 2)?;
        let keep_url: Option<String> = get(&row, 4)?;
        keys.push(Key {
            slug: word(&row, 0)?,
            programme: word(&row, 1)?,
            acronym: acronym.map(String::into_boxed_str),
            keep_url: keep_url.map(String::into_boxed_str),
            fingerprint: fingerprint(get(&row, 3)?)?,
        });
    }
    Ok(keys)
}

pub(super) async fn about(
    conn: &mut SqliteConnection,
) -> Result<Option<Marked<About>>, SqliteError> {
    let columns = "SELECT schema, collected, introduction, notes, credits, fingerprint FROM about";
    let row = sqlx::query(columns).fetch_optional(conn).await?;
    row.map(|row| {
        let about = About {
            schema: get(&row, 0)?,
            collected: word(&row, 1)?,
            introduction: json(&row, 2)?,
            notes: json(&row, 3)?,
            credits: json(&row, 4)?,
        };
        Ok((about, fingerprint(get(&row, 5)?)?))
    })
    .transpose()
}

pub(super) async fn home_cities(
    conn: &mut SqliteConnection,
) -> Result<Vec<Marked<HomeCity>>, SqliteError> {
    let columns = "SELECT slug, name, province, country, website, lat, lon, precision, geonames_id,
            fingerprint
        FROM home_city ORDER BY position, slug";
    let rows = sqlx::query(columns).fetch_all(conn).await?;
    let city = |row: &SqliteRow| {
        let location = location(row, 5)?.ok_or_else(|| SqliteError::Value {
            column: "home_city.lat".to_owned(),
            cause: "absent".to_owned(),
        })?;
        let city = HomeCity {
            slug: word(row, 0)?,
            name: get(row, 1)?,
            province: get(row, 2)?,
            country: word(row, 3)?,
            website: get(row, 4)?,
            location,
        };
        Ok((city, fingerprint(get(row, 9)?)?))
    };
    rows.iter().map(city).collect()
}

pub(super) async fn programmes(
    conn: &mut SqliteConnection,
) -> Result<Vec<Marked<Programme>>, SqliteError> {
    let columns = "SELECT slug, name, strand, period, cci, website, fingerprint
        FROM programme ORDER BY position, slug";
    let rows = sqlx::query(columns).fetch_all(conn).await?;
    let programme = |row: &SqliteRow| {
        let programme = Programme {
            slug: word(row, 0)?,
            name: get(row, 1)?,
            strand: word(row, 2)?,
            period: word(row, 3)?,
            cci: get(row, 4)?,
            website: get(row, 5)?,
        };
        Ok((programme, fingerprint(get(row, 6)?)?))
    };
    rows.iter().map(programme).collect()
}
