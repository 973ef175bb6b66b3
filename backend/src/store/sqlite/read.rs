//! The catalogue out of the tables.
//!
//! Rows stream: nothing is held but the catalogue itself. Every table is read
//! in the order of its key, so that all rows of one project come together and
//! no table is searched for the rows of each project.

use catalogue::model::{
    Document, Format, HomeCity, LocalText, Participation, Programme, Project, Slug, Source, Theme,
};
use futures_util::TryStreamExt as _;
use sqlx::{SqliteConnection, sqlite::SqliteRow};

use super::{
    fault::Fault,
    row::{get, json, location, maybe_word, money, number, word},
};
use crate::store::{
    change::{About, Fingerprint, Key, Stored},
    seed::Filling,
};

/// Ids of the projects to read, from and to.
#[derive(Clone, Copy)]
struct Range(i64, i64);

/// The whole catalogue, inside one read transaction of the caller's; `None`
/// where nothing was ever put in.
pub(super) async fn all(conn: &mut SqliteConnection) -> Result<Option<Stored>, Fault> {
    let Some(about) = about(conn).await? else { return Ok(None) };
    let About { schema, collected, introduction, notes, credits } = about;
    let document = Document {
        schema,
        format: Format::V1,
        collected,
        introduction,
        notes,
        credits,
        home_cities: home_cities(conn).await?,
        programmes: programmes(conn).await?,
        projects: projects(conn, Range(i64::MIN, i64::MAX)).await?,
    };
    Ok(Some(Stored { document, revision: revision(conn).await? }))
}

/// The name of the state that a transaction sees.
pub(super) async fn revision(conn: &mut SqliteConnection) -> Result<String, Fault> {
    let name = "SELECT identity || '-' || (SELECT ifnull(max(id), 0) FROM change) FROM store";
    Ok(sqlx::query_scalar(name).fetch_one(conn).await?)
}

/// How the store came to what it holds.
pub(super) async fn filling(conn: &mut SqliteConnection) -> Result<Filling, Fault> {
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

/// One project.
pub(super) async fn project(
    conn: &mut SqliteConnection,
    slug: &Slug,
) -> Result<Option<Project>, Fault> {
    let id = sqlx::query_scalar::<_, i64>("SELECT id FROM project WHERE slug = $1");
    let Some(id) = id.bind(slug.as_str()).fetch_optional(&mut *conn).await? else {
        return Ok(None);
    };
    Ok(projects(conn, Range(id, id)).await?.pop())
}

/// What an import needs to know of every project.
pub(super) async fn keys(conn: &mut SqliteConnection) -> Result<Vec<Key>, Fault> {
    let mut rows =
        sqlx::query("SELECT slug, programme, acronym, fingerprint FROM project ORDER BY id")
            .fetch(conn);
    let mut keys = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let acronym: Option<String> = get(&row, 2)?;
        keys.push(Key {
            slug: word(&row, 0)?,
            programme: word(&row, 1)?,
            acronym: acronym.map(String::into_boxed_str),
            fingerprint: fingerprint(get(&row, 3)?)?,
        });
    }
    Ok(keys)
}

pub(super) fn fingerprint(bytes: &[u8]) -> Result<Fingerprint, Fault> {
    bytes.try_into().map(Fingerprint).map_err(|_| Fault::Value {
        column: "fingerprint".to_owned(),
        cause: format!("{} bytes instead of 16", bytes.len()),
    })
}

pub(super) async fn about(conn: &mut SqliteConnection) -> Result<Option<About>, Fault> {
    let columns = "SELECT schema, collected, introduction, notes, credits FROM about";
    let row = sqlx::query(columns).fetch_optional(conn).await?;
    row.map(|row| {
        Ok(About {
            schema: get(&row, 0)?,
            collected: word(&row, 1)?,
            introduction: json(&row, 2)?,
            notes: json(&row, 3)?,
            credits: json(&row, 4)?,
        })
    })
    .transpose()
}

pub(super) async fn home_cities(conn: &mut SqliteConnection) -> Result<Vec<HomeCity>, Fault> {
    let columns = "SELECT slug, name, province, country, website, lat, lon, precision, geonames_id
        FROM home_city ORDER BY position, slug";
    let rows = sqlx::query(columns).fetch_all(conn).await?;
    let city = |row: &SqliteRow| {
        let location = location(row, 5)?.ok_or_else(|| Fault::Value {
            column: "home_city.lat".to_owned(),
            cause: "absent".to_owned(),
        })?;
        Ok(HomeCity {
            slug: word(row, 0)?,
            name: get(row, 1)?,
            province: get(row, 2)?,
            country: word(row, 3)?,
            website: get(row, 4)?,
            location,
        })
    };
    rows.iter().map(city).collect()
}

pub(super) async fn programmes(conn: &mut SqliteConnection) -> Result<Vec<Programme>, Fault> {
    let columns = "SELECT slug, name, strand, period, cci, website
        FROM programme ORDER BY position, slug";
    let rows = sqlx::query(columns).fetch_all(conn).await?;
    let programme = |row: &SqliteRow| {
        Ok(Programme {
            slug: word(row, 0)?,
            name: get(row, 1)?,
            strand: word(row, 2)?,
            period: word(row, 3)?,
            cci: get(row, 4)?,
            website: get(row, 5)?,
        })
    };
    rows.iter().map(programme).collect()
}

async fn projects(conn: &mut SqliteConnection, range: Range) -> Result<Vec<Project>, Fault> {
    let columns = "SELECT id, position, slug, acronym, city_title, programme, priority,
            specific_objective, themes_assigned_by, keep_themes, start_date, end_date,
            total_budget, total_budget_rounded, eu_funding, eu_funding_rounded,
            eu_cofinancing_percent, website, keep_url, partner_count_stated, conflicts, gaps
        FROM project WHERE id BETWEEN $1 AND $2 ORDER BY id";
    let mut places: Vec<(i64, i64)> = Vec::new();
    let mut projects: Vec<Project> = Vec::new();
    let mut rows = sqlx::query(columns).bind(range.0).bind(range.1).fetch(&mut *conn);
    while let Some(row) = rows.try_next().await? {
        places.push((get(&row, 0)?, get(&row, 1)?));
        projects.push(bare_project(&row)?);
    }
    drop(rows);
    let ids: Vec<i64> = places.iter().map(|(id, _)| *id).collect();
    let mut parts = Parts { conn, range, ids: &ids, projects: &mut projects };
    parts.texts().await?;
    parts.presented_by().await?;
    parts.themes().await?;
    parts.sources().await?;
    parts.participations().await?;
    // Mostly they are in order already; sorting would hold them twice.
    if !places.is_sorted_by_key(|(_, position)| *position) {
        let mut placed: Vec<_> = places.into_iter().zip(projects).collect();
        placed.sort_by_key(|((id, position), _)| (*position, *id));
        projects = placed.into_iter().map(|(_, project)| project).collect();
    }
    Ok(projects)
}

/// A project without what stands in other tables.
fn bare_project(row: &SqliteRow) -> Result<Project, Fault> {
    Ok(Project {
        slug: word(row, 2)?,
        acronym: get(row, 3)?,
        city_title: get(row, 4)?,
        title: Vec::new(),
        description: Vec::new(),
        results: Vec::new(),
        presented_by: Vec::new(),
        programme: word(row, 5)?,
        priority: json(row, 6)?,
        specific_objective: json(row, 7)?,
        themes: Vec::new(),
        themes_assigned_by: get(row, 8)?,
        keep_themes: json(row, 9)?,
        start: maybe_word(row, 10)?,
        end: maybe_word(row, 11)?,
        total_budget: money(row, 12)?,
        eu_funding: money(row, 14)?,
        eu_cofinancing_percent: number(row, 16)?,
        website: get(row, 17)?,
        keep_url: get(row, 18)?,
        partner_count_stated: number(row, 19)?,
        participations: Vec::new(),
        sources: Vec::new(),
        conflicts: json(row, 20)?,
        gaps: json(row, 21)?,
    })
}

/// Reads what hangs on projects: every table in one pass beside the projects,
/// both in the order of their ids.
struct Parts<'a> {
    conn: &'a mut SqliteConnection,
    range: Range,
    ids: &'a [i64],
    projects: &'a mut [Project],
}

impl Parts<'_> {
    /// Reads a table whose first column is the project, and gives each project
    /// its rows in a list that is as long as it needs to be and no longer.
    async fn each<T>(
        &mut self,
        sql: &'static str,
        part: impl Fn(&SqliteRow) -> Result<T, Fault>,
        give: impl Fn(&mut Project, Vec<T>),
    ) -> Result<(), Fault> {
        let mut at = 0;
        let mut run: Vec<T> = Vec::new();
        let query = sqlx::query(sql).bind(self.range.0).bind(self.range.1);
        let mut rows = query.fetch(&mut *self.conn);
        while let Some(row) = rows.try_next().await? {
            let id: i64 = get(&row, 0)?;
            if self.ids.get(at) != Some(&id) {
                if !run.is_empty() {
                    give(&mut self.projects[at], exactly(&mut run));
                }
                at += self.ids[at..].iter().position(|known| *known == id).ok_or_else(|| {
                    Fault::Value { column: "project".to_owned(), cause: format!("{id} is none") }
                })?;
            }
            run.push(part(&row)?);
        }
        if !run.is_empty() {
            give(&mut self.projects[at], exactly(&mut run));
        }
        Ok(())
    }

    async fn texts(&mut self) -> Result<(), Fault> {
        let sql = "SELECT project, kind, lang, text FROM project_text
            WHERE project BETWEEN $1 AND $2 ORDER BY project, kind, position";
        let part = |row: &SqliteRow| {
            let kind: TextKind = word(row, 1)?;
            Ok((kind, LocalText { lang: word(row, 2)?, text: get(row, 3)? }))
        };
        self.each(sql, part, |project, texts: Vec<(TextKind, LocalText)>| {
            for (kind, text) in texts {
                match kind {
                    TextKind::Title => project.title.push(text),
                    TextKind::Description => project.description.push(text),
                    TextKind::Results => project.results.push(text),
                }
            }
            for list in [&mut project.title, &mut project.description, &mut project.results] {
                list.shrink_to_fit();
            }
        })
        .await
    }

    async fn presented_by(&mut self) -> Result<(), Fault> {
        let sql = "SELECT project, city FROM project_presented_by
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| word::<Slug>(row, 1);
        self.each(sql, part, |project, cities| project.presented_by = cities).await
    }

    async fn themes(&mut self) -> Result<(), Fault> {
        let sql = "SELECT project, theme FROM project_theme
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| word::<Theme>(row, 1);
        self.each(sql, part, |project, themes| project.themes = themes).await
    }

    async fn sources(&mut self) -> Result<(), Fault> {
        let sql = "SELECT project, fields, url, note FROM project_source
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| {
            Ok(Source { fields: json(row, 1)?, url: get(row, 2)?, note: get(row, 3)? })
        };
        self.each(sql, part, |project, sources| project.sources = sources).await
    }

    async fn participations(&mut self) -> Result<(), Fault> {
        // CROSS JOIN is how SQLite is told to begin with the table on the left.
        let sql = "SELECT project, o.name, role, city, o.town, o.country, nuts,
                lat, lon, precision, geonames_id, budget, budget_rounded,
                eu_funding, eu_funding_rounded, basis, sources, note
            FROM participation CROSS JOIN organisation o ON o.id = participation.organisation
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| {
            Ok(Participation {
                organisation: get(row, 1)?,
                role: word(row, 2)?,
                city: maybe_word(row, 3)?,
                town: get(row, 4)?,
                country: maybe_word(row, 5)?,
                nuts: json(row, 6)?,
                location: location(row, 7)?,
                budget: money(row, 11)?,
                eu_funding: money(row, 13)?,
                basis: maybe_word(row, 15)?,
                sources: json(row, 16)?,
                note: get(row, 17)?,
            })
        };
        self.each(sql, part, |project, parts| project.participations = parts).await
    }
}

/// Takes the rows of one project into a list without room to spare: a catalogue
/// stays in memory, and lists that grew row by row would hold half as much again.
#[expect(clippy::drain_collect, reason = "taking the list itself would take its spare room too")]
fn exactly<T>(run: &mut Vec<T>) -> Vec<T> {
    run.drain(..).collect()
}

/// Which text of a project it is.
#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TextKind {
    Title,
    Description,
    Results,
}

impl TextKind {
    /// Its name in the table.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Results => "results",
        }
    }
}
