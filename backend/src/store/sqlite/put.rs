//! Writes projects into their tables, many at a time.
//!
//! sqlx runs SQLite on a thread of its own. Sending a statement there takes some 50 µs, which
//! is more than SQLite needs, so one statement writes the rows of many projects into a table.
//! Values are bound and not passed as JSON: SQLite may read a decimal number less exactly
//! than Rust, and coordinates must not change.

use std::collections::HashMap;

use catalogue::model::{
    CodedLabel, Country, LocalText, Location, Money, Participation, Project, Slug, Source,
};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection, query_builder::Separated, sqlite::SqliteRow};

use super::{
    error::SqliteError,
    projects::TextKind,
    row::{as_json, as_word, fingerprint, get, word},
};
use crate::store::{change::Fingerprint, database::Place};

/// Rows in one statement. With 23 values each they are far below SQLite's limit of 32,766
/// values, and a statement is smaller than a megabyte.
const ROWS: usize = 256;

/// A project, its id and its position.
pub(super) struct Put<'a> {
    pub(super) id: i64,
    pub(super) position: i64,
    pub(super) project: &'a Project,
    pub(super) fingerprint: Fingerprint,
}

/// Writes projects. Old rows are deleted first, with their parts (ON DELETE CASCADE).
pub(super) async fn projects(
    conn: &mut SqliteConnection,
    puts: &[Put<'_>],
) -> Result<(), SqliteError> {
    let ids: Vec<i64> = puts.iter().map(|put| put.id).collect();
    sqlx::query("DELETE FROM project WHERE id IN (SELECT value FROM json_each($1))")
        .bind(serde_json::to_string(&ids)?)
        .execute(&mut *conn)
        .await?;
    let mut rows = Rows::default();
    for put in puts {
        rows.add(put)?;
    }
    rows.write(conn).await
}

/// The ids, positions and fingerprints of projects.
pub(super) async fn places(
    conn: &mut SqliteConnection,
    slugs: &[&Slug],
) -> Result<HashMap<Slug, Place>, SqliteError> {
    let sql = "SELECT slug, id, position, fingerprint FROM project
        WHERE slug IN (SELECT value FROM json_each($1))";
    let rows = sqlx::query(sql).bind(serde_json::to_string(slugs)?).fetch_all(conn).await?;
    let place = |row: &SqliteRow| {
        let fingerprint = fingerprint(get(row, 3)?)?;
        Ok((word(row, 0)?, Place { id: get(row, 1)?, position: get(row, 2)?, fingerprint }))
    };
    rows.iter().map(place).collect()
}

/// The rows of every table, in the order of their keys.
#[derive(Default)]
struct Rows<'a> {
    projects: Vec<ProjectRow<'a>>,
    texts: Vec<(i64, &'static str, i64, &'a LocalText)>,
    presented_by: Vec<(i64, i64, &'a Slug)>,
    themes: Vec<(i64, i64, &'static str)>,
    sources: Vec<(i64, i64, String, &'a str, Option<&'a str>)>,
    participations: Vec<ParticipationRow<'a>>,
}

/// A row of the table of projects.
struct ProjectRow<'a> {
    id: i64,
    position: i64,
    fingerprint: Fingerprint,
    slug: &'a str,
    programme: &'a str,
    texts: [Option<&'a str>; 5],
    json: [Option<String>; 5],
    dates: [Option<String>; 2],
    money: [Cents; 2],
    /// Whole percent; a negative number is hundredths of a percent.
    eu_cofinancing_percent: Option<i64>,
    partner_count_stated: Option<u16>,
}

struct ParticipationRow<'a> {
    project: i64,
    position: i64,
    organisation: &'a str,
    country: Option<&'a Country>,
    town: Option<&'a str>,
    role: String,
    city: Option<&'a Slug>,
    location: Option<Location>,
    precision: Option<String>,
    money: [Cents; 2],
    basis: Option<String>,
    lists: [Option<String>; 2],
    note: Option<&'a str>,
}

impl<'a> Rows<'a> {
    /// Destructured without `..`, so that a new field of the model does not compile until
    /// it is written here.
    fn add(&mut self, put: &Put<'a>) -> Result<(), SqliteError> {
        let Put { id, position, project, fingerprint } = *put;
        let Project {
            slug,
            acronym,
            city_title,
            title,
            description,
            results,
            presented_by,
            programme,
            priority,
            specific_objective,
            themes,
            themes_assigned_by,
            keep_themes,
            start,
            end,
            total_budget,
            eu_funding,
            eu_cofinancing_percent,
            website,
            keep_url,
            partner_count_stated,
            participations,
            sources,
            conflicts,
            gaps,
        } = project;
        self.projects.push(ProjectRow {
            id,
            position,
            fingerprint,
            slug: slug.as_str(),
            programme: programme.as_str(),
            texts: [acronym, city_title, themes_assigned_by, website, keep_url]
                .map(|text| text.as_deref()),
            json: [
                label(priority)?,
                label(specific_objective)?,
                as_json(keep_themes)?,
                as_json(conflicts)?,
                as_json(gaps)?,
            ],
            dates: [start, end].map(|date| date.map(|date| date.to_string())),
            money: [cents(*total_budget), cents(*eu_funding)],
            eu_cofinancing_percent: eu_cofinancing_percent.map(super::row::share),
            partner_count_stated: *partner_count_stated,
        });
        let texts = [
            (TextKind::Description, description),
            (TextKind::Results, results),
            (TextKind::Title, title),
        ];
        for (kind, texts) in texts {
            self.texts.extend((0..).zip(texts).map(|(n, text)| (id, kind.as_str(), n, text)));
        }
        self.presented_by.extend((0..).zip(presented_by).map(|(n, city)| (id, n, city)));
        self.themes.extend((0..).zip(themes).map(|(n, theme)| (id, n, theme.as_str())));
        for (n, Source { fields, url, note }) in (0..).zip(sources) {
            self.sources.push((id, n, serde_json::to_string(fields)?, url, note.as_deref()));
        }
        for (n, participation) in (0..).zip(participations) {
            self.participations.push(ParticipationRow::new(id, n, participation)?);
        }
        Ok(())
    }

    async fn write(&self, conn: &mut SqliteConnection) -> Result<(), SqliteError> {
        let Self { projects, texts, presented_by, themes, sources, participations } = self;
        let head = "INSERT INTO project (id, position, fingerprint, slug, programme,
            acronym, city_title, themes_assigned_by, website, keep_url,
            priority, specific_objective, keep_themes, conflicts, gaps, start_date, end_date,
            total_budget, total_budget_rounded, eu_funding, eu_funding_rounded,
            eu_cofinancing_percent, partner_count_stated) ";
        insert(conn, head, projects, "", ProjectRow::bind).await?;
        let head = "INSERT INTO project_text (project, kind, position, lang, text) ";
        insert(conn, head, texts, "", |row, (id, kind, n, LocalText { lang, text })| {
            row.push_bind(*id).push_bind(*kind).push_bind(*n);
            row.push_bind(lang.as_str()).push_bind(text.as_str());
        })
        .await?;
        let head = "INSERT INTO project_presented_by (project, position, city) ";
        insert(conn, head, presented_by, "", |row, (id, n, city)| {
            row.push_bind(*id).push_bind(*n).push_bind(city.as_str());
        })
        .await?;
        let head = "INSERT INTO project_theme (project, position, theme) ";
        insert(conn, head, themes, "", |row, (id, n, theme)| {
            row.push_bind(*id).push_bind(*n).push_bind(*theme);
        })
        .await?;
        let head = "INSERT INTO project_source (project, position, fields, url, note) ";
        insert(conn, head, sources, "", |row, (id, n, fields, url, note)| {
            row.push_bind(*id).push_bind(*n).push_bind(fields.as_str());
            row.push_bind(*url).push_bind(*note);
        })
        .await?;
        let head = "INSERT INTO organisation (name, country, town) ";
        let tail = " ON CONFLICT DO NOTHING";
        insert(conn, head, participations, tail, |row, part| {
            row.push_bind(part.organisation).push_bind(part.country.map(Country::as_str));
            row.push_bind(part.town);
        })
        .await?;
        let head = "INSERT INTO participation (project, position, organisation, role, city, lat,
                lon, precision, geonames_id, budget, budget_rounded, eu_funding,
                eu_funding_rounded, basis, nuts, sources, note)
            SELECT column1, column2, organisation.id, column6, column7, column8, column9, column10,
                column11, column12, column13, column14, column15, column16, column17, column18,
                column19
            FROM (";
        // The expressions are those of the index of organisations; CROSS JOIN makes
        // SQLite begin with the new rows.
        let tail = ") AS new CROSS JOIN organisation ON name = column3
            AND ifnull(country, x'') = ifnull(column4, x'')
            AND ifnull(town, x'') = ifnull(column5, x'')";
        insert(conn, head, participations, tail, ParticipationRow::bind).await
    }
}

/// A row of a statement, to which values are bound.
type BoundRow<'q, 'b> = Separated<'b, Sqlite, &'q str>;

/// Runs `head VALUES … tail` for [`ROWS`] rows at a time.
async fn insert<T>(
    conn: &mut SqliteConnection,
    head: &'static str,
    rows: &[T],
    tail: &'static str,
    mut bind: impl FnMut(&mut BoundRow<'_, '_>, &T),
) -> Result<(), SqliteError> {
    for rows in rows.chunks(ROWS) {
        let mut statement = QueryBuilder::<Sqlite>::new(head);
        statement.push_values(rows, |mut row, value| bind(&mut row, value)).push(tail);
        // Each number of rows is another statement, so it is not kept as prepared.
        statement.build().persistent(false).execute(&mut *conn).await?;
    }
    Ok(())
}

impl ProjectRow<'_> {
    fn bind(row: &mut BoundRow<'_, '_>, project: &Self) {
        row.push_bind(project.id).push_bind(project.position);
        row.push_bind(project.fingerprint.0.to_vec());
        row.push_bind(project.slug).push_bind(project.programme);
        project.texts.iter().for_each(|text| void(row.push_bind(*text)));
        project.json.iter().for_each(|json| void(row.push_bind(json.as_deref())));
        project.dates.iter().for_each(|date| void(row.push_bind(date.as_deref())));
        project.money.iter().for_each(|money| money.bind(row));
        row.push_bind(project.eu_cofinancing_percent).push_bind(project.partner_count_stated);
    }
}

impl<'a> ParticipationRow<'a> {
    fn new(
        project: i64,
        position: i64,
        participation: &'a Participation,
    ) -> Result<Self, SqliteError> {
        let Participation {
            organisation,
            role,
            city,
            town,
            country,
            nuts,
            location,
            budget,
            eu_funding,
            basis,
            sources,
            note,
        } = participation;
        Ok(Self {
            project,
            position,
            organisation,
            country: country.as_ref(),
            town: town.as_deref(),
            role: as_word(role)?,
            city: city.as_ref(),
            location: *location,
            precision: location.map(|place| as_word(place.precision)).transpose()?,
            money: [cents(*budget), cents(*eu_funding)],
            basis: basis.map(as_word).transpose()?,
            lists: [as_json(nuts)?, as_json(sources)?],
            note: note.as_deref(),
        })
    }

    fn bind(row: &mut BoundRow<'_, '_>, part: &Self) {
        row.push_bind(part.project).push_bind(part.position);
        row.push_bind(part.organisation).push_bind(part.country.map(Country::as_str));
        row.push_bind(part.town).push_bind(part.role.as_str());
        row.push_bind(part.city.map(Slug::as_str));
        row.push_bind(part.location.map(|place| f64::from(place.lat)));
        row.push_bind(part.location.map(|place| f64::from(place.lon)));
        row.push_bind(part.precision.as_deref());
        row.push_bind(part.location.and_then(|place| place.geonames_id));
        part.money.iter().for_each(|money| money.bind(row));
        row.push_bind(part.basis.as_deref());
        part.lists.iter().for_each(|list| void(row.push_bind(list.as_deref())));
        row.push_bind(part.note);
    }
}

/// An amount in cents, and whether the source rounds it.
struct Cents(Option<i64>, bool);

impl Cents {
    fn bind(&self, row: &mut BoundRow<'_, '_>) {
        row.push_bind(self.0).push_bind(self.1);
    }
}

fn cents(money: Option<Money>) -> Cents {
    let Some(Money { eur, rounded }) = money else { return Cents(None, false) };
    // An amount is far below the limit of the column.
    Cents(i64::try_from(eur.cents()).ok(), rounded)
}

fn label(label: &Option<CodedLabel>) -> Result<Option<String>, SqliteError> {
    Ok(label.as_ref().map(serde_json::to_string).transpose()?)
}

/// Ignores the return value of `push_bind`.
fn void<T>(_: T) {}
