//! Reads projects from their tables.
//!
//! Rows are streamed, so only the projects themselves are in memory. Every table is read in
//! the order of its key: the rows of one project are adjacent, and no table is searched for
//! each project.

use catalogue::model::{
    LocalText, Participation, Project, Slug, Source, Theme,
    plausibility::{Amounts, PartnerAmounts},
};
use futures_util::TryStreamExt as _;
use sqlx::{SqliteConnection, sqlite::SqliteRow};

use super::{
    error::SqliteError,
    row::{fingerprint, get, json, location, maybe_word, money, number, percent, word},
};
use crate::store::{change::Fingerprint, database::Marked};

/// The first and last id of the projects to read.
#[derive(Clone, Copy)]
struct Range(i64, i64);

/// All projects in their order, with their stored fingerprints.
pub(super) async fn all(
    conn: &mut SqliteConnection,
) -> Result<(Vec<Project>, Vec<Fingerprint>), SqliteError> {
    within(conn, Range(i64::MIN, i64::MAX)).await
}

/// One project.
pub(super) async fn one(
    conn: &mut SqliteConnection,
    slug: &Slug,
) -> Result<Option<Marked<Project>>, SqliteError> {
    let id = sqlx::query_scalar::<_, i64>("SELECT id FROM project WHERE slug = $1");
    let Some(id) = id.bind(slug.as_str()).fetch_optional(&mut *conn).await? else {
        return Ok(None);
    };
    let (mut projects, mut marks) = within(conn, Range(id, id)).await?;
    Ok(projects.pop().zip(marks.pop()))
}

/// The amounts of all projects. Partners without any are left out.
pub(super) async fn amounts(conn: &mut SqliteConnection) -> Result<Vec<Amounts>, SqliteError> {
    let columns = "SELECT id, programme, total_budget, total_budget_rounded, eu_funding,
            eu_funding_rounded
        FROM project ORDER BY id";
    let (mut ids, mut all): (Vec<i64>, Vec<Amounts>) = Default::default();
    let mut rows = sqlx::query(columns).fetch(&mut *conn);
    while let Some(row) = rows.try_next().await? {
        ids.push(get(&row, 0)?);
        all.push(Amounts {
            programme: word(&row, 1)?,
            total_budget: money(&row, 2)?,
            eu_funding: money(&row, 4)?,
            partners: Vec::new(),
        });
    }
    drop(rows);
    let columns = "SELECT project, budget, budget_rounded, eu_funding, eu_funding_rounded
        FROM participation WHERE budget IS NOT NULL OR eu_funding IS NOT NULL
        ORDER BY project, position";
    let mut rows = sqlx::query(columns).fetch(&mut *conn);
    while let Some(row) = rows.try_next().await? {
        let place = ids.binary_search(&get(&row, 0)?).ok();
        if let Some(amounts) = place.and_then(|place| all.get_mut(place)) {
            let partner = PartnerAmounts { budget: money(&row, 1)?, eu_funding: money(&row, 3)? };
            amounts.partners.push(partner);
        }
    }
    Ok(all)
}

async fn within(
    conn: &mut SqliteConnection,
    range: Range,
) -> Result<(Vec<Project>, Vec<Fingerprint>), SqliteError> {
    let columns = "SELECT id, position, slug, acronym, city_title, programme, priority,
            specific_objective, themes_assigned_by, keep_themes, start_date, end_date,
            total_budget, total_budget_rounded, eu_funding, eu_funding_rounded,
            eu_cofinancing_percent, website, keep_url, partner_count_stated, conflicts, gaps,
            fingerprint
        FROM project WHERE id BETWEEN $1 AND $2 ORDER BY id";
    let mut places: Vec<(i64, i64)> = Vec::new();
    let mut marks: Vec<Fingerprint> = Vec::new();
    let mut projects: Vec<Project> = Vec::new();
    let mut rows = sqlx::query(columns).bind(range.0).bind(range.1).fetch(&mut *conn);
    while let Some(row) = rows.try_next().await? {
        let slug: Slug = word(&row, 2)?;
        let read = || Ok(((get(&row, 0)?, get(&row, 1)?), fingerprint(get(&row, 22)?)?));
        let (place, mark) = read().map_err(|error: SqliteError| error.of(&slug))?;
        places.push(place);
        marks.push(mark);
        projects.push(bare_project(&row).map_err(|error| error.of(&slug))?);
    }
    drop(rows);
    let ids: Vec<i64> = places.iter().map(|(id, _)| *id).collect();
    let mut parts = Parts { conn, range, ids: &ids, projects: &mut projects };
    parts.texts().await?;
    parts.presented_by().await?;
    parts.themes().await?;
    parts.sources().await?;
    parts.participations().await?;
    // Usually they are in order already. Sorting would need twice the memory.
    if !places.is_sorted_by_key(|(_, position)| *position) {
        let mut placed: Vec<_> = places.into_iter().zip(projects.into_iter().zip(marks)).collect();
        placed.sort_by_key(|((id, position), _)| (*position, *id));
        (projects, marks) = placed.into_iter().map(|(_, marked)| marked).unzip();
    }
    Ok((projects, marks))
}

/// A project without its parts in other tables.
fn bare_project(row: &SqliteRow) -> Result<Project, SqliteError> {
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
        eu_cofinancing_percent: percent(row, 16)?,
        website: get(row, 17)?,
        keep_url: get(row, 18)?,
        partner_count_stated: number(row, 19)?,
        participations: Vec::new(),
        sources: Vec::new(),
        conflicts: json(row, 20)?,
        gaps: json(row, 21)?,
    })
}

/// Reads the parts of projects: each table in one pass, parallel to the projects, both in
/// the order of their ids.
struct Parts<'a> {
    conn: &'a mut SqliteConnection,
    range: Range,
    ids: &'a [i64],
    projects: &'a mut [Project],
}

impl Parts<'_> {
    /// Reads a table whose first column is the project, and gives each project the list of
    /// its rows, without spare capacity.
    async fn each<T>(
        &mut self,
        sql: &'static str,
        part: impl Fn(&SqliteRow) -> Result<T, SqliteError>,
        give: impl Fn(&mut Project, Vec<T>),
    ) -> Result<(), SqliteError> {
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
                    SqliteError::Value {
                        column: "project".to_owned(),
                        cause: format!("{id} is none"),
                    }
                })?;
            }
            run.push(part(&row).map_err(|error| error.of(&self.projects[at].slug))?);
        }
        if !run.is_empty() {
            give(&mut self.projects[at], exactly(&mut run));
        }
        Ok(())
    }

    async fn texts(&mut self) -> Result<(), SqliteError> {
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

    async fn presented_by(&mut self) -> Result<(), SqliteError> {
        let sql = "SELECT project, city FROM project_presented_by
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| word::<Slug>(row, 1);
        self.each(sql, part, |project, cities| project.presented_by = cities).await
    }

    async fn themes(&mut self) -> Result<(), SqliteError> {
        let sql = "SELECT project, theme FROM project_theme
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| word::<Theme>(row, 1);
        self.each(sql, part, |project, themes| project.themes = themes).await
    }

    async fn sources(&mut self) -> Result<(), SqliteError> {
        let sql = "SELECT project, fields, url, note FROM project_source
            WHERE project BETWEEN $1 AND $2 ORDER BY project, position";
        let part = |row: &SqliteRow| {
            Ok(Source { fields: json(row, 1)?, url: get(row, 2)?, note: get(row, 3)? })
        };
        self.each(sql, part, |project, sources| project.sources = sources).await
    }

    async fn participations(&mut self) -> Result<(), SqliteError> {
        // CROSS JOIN makes SQLite begin with the table on the left.
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

/// Moves the rows of one project into a list without spare capacity. A catalogue stays in
/// memory, and lists that grew row by row would need half as much again.
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
