//! One change: a transaction that holds SQLite's only write lock.
//!
//! Projects come many at a time (`put.rs` says why); of everything else there is
//! so little that it goes one by one.

use std::{collections::HashMap, path::Path};

use catalogue::model::{HomeCity, Location, Programme, Project, Slug};
use sqlx::{Sqlite, SqliteConnection, Transaction, sqlite::SqliteRow};

use super::{
    fault::Fault,
    put, read, revisions,
    row::{as_json, as_word, get, word},
};
use crate::store::{
    StoreError,
    change::{About, Change, Fingerprint, Key, What},
    seed::Filling,
    writer::Thing,
};

/// An open transaction. Dropped without [`Writing::commit`] it is rolled back.
#[derive(Debug)]
pub(in crate::store) struct Writing<'s> {
    tx: Transaction<'s, Sqlite>,
    path: &'s Path,
    change: Change,
    /// The row of this change, once there is something to say of it.
    change_id: Option<i64>,
    /// For the next new project: id and position.
    next: (i64, i64),
}

impl<'s> Writing<'s> {
    pub(super) async fn begin(
        mut tx: Transaction<'s, Sqlite>,
        path: &'s Path,
        change: Change,
    ) -> Result<Self, Fault> {
        let next = sqlx::query_as(
            "SELECT ifnull(max(id), 0) + 1, ifnull(max(position), -1) + 1 FROM project",
        )
        .fetch_one(&mut *tx)
        .await?;
        Ok(Self { tx, path, change, change_id: None, next })
    }

    /// What is written to, for messages.
    pub(in crate::store) fn path(&self) -> &Path {
        self.path
    }

    pub(in crate::store) async fn about(&mut self) -> Result<Option<About>, StoreError> {
        read::about(&mut self.tx).await.map_err(|fault| fault.at(self.path))
    }

    pub(in crate::store) async fn programmes(&mut self) -> Result<Vec<Programme>, StoreError> {
        read::programmes(&mut self.tx).await.map_err(|fault| fault.at(self.path))
    }

    pub(in crate::store) async fn home_cities(&mut self) -> Result<Vec<HomeCity>, StoreError> {
        read::home_cities(&mut self.tx).await.map_err(|fault| fault.at(self.path))
    }

    pub(in crate::store) async fn keys(&mut self) -> Result<Vec<Key>, StoreError> {
        read::keys(&mut self.tx).await.map_err(|fault| fault.at(self.path))
    }

    pub(in crate::store) async fn project(
        &mut self,
        slug: &Slug,
    ) -> Result<Option<Project>, StoreError> {
        read::project(&mut self.tx, slug).await.map_err(|fault| fault.at(self.path))
    }

    /// Where projects are and what they are like: for [`Self::put_projects`].
    pub(in crate::store) async fn places(
        &mut self,
        slugs: &[&Slug],
    ) -> Result<HashMap<Slug, Place>, StoreError> {
        places(&mut self.tx, slugs).await.map_err(|fault| fault.at(self.path))
    }

    /// Writes projects, each in its place or behind all others, with a revision.
    pub(in crate::store) async fn put_projects(
        &mut self,
        puts: &[Put<'_>],
    ) -> Result<(), StoreError> {
        let put = async {
            let rows: Vec<put::Put<'_>> = puts
                .iter()
                .map(|&Put { project, place, fingerprint, .. }| {
                    let (id, position) =
                        place.map_or(self.next, |place| (place.id, place.position));
                    if place.is_none() {
                        self.next = (id + 1, position + 1);
                    }
                    put::Put { id, position, project, fingerprint }
                })
                .collect();
            put::projects(&mut self.tx, &rows).await?;
            let change = self.change_id().await?;
            let revisions: Vec<_> = puts
                .iter()
                .map(|put| revisions::Row {
                    kind: Thing::Project,
                    key: put.project.slug.as_str(),
                    what: put.place.map_or(What::Added, |_| What::Changed),
                    body: Some(put.body),
                })
                .collect();
            revisions::add(&mut self.tx, change, &revisions).await
        };
        put.await.map_err(|fault: Fault| fault.at(self.path))
    }

    /// Removes a project; what hangs on it goes with it.
    pub(in crate::store) async fn remove_project(
        &mut self,
        place: Place,
    ) -> Result<(), StoreError> {
        let remove = sqlx::query("DELETE FROM project WHERE id = $1").bind(place.id);
        self.run(remove).await
    }

    pub(in crate::store) async fn put_programme(
        &mut self,
        programme: &Programme,
    ) -> Result<(), StoreError> {
        let Programme { slug, name, strand, period, cci, website } = programme;
        let strand = as_word(strand).map_err(|fault| fault.at(self.path))?;
        let put = sqlx::query(
            "INSERT INTO programme (slug, position, name, strand, period, cci, website)
            VALUES ($1, (SELECT ifnull(max(position), -1) + 1 FROM programme), $2, $3, $4, $5, $6)
            ON CONFLICT (slug) DO UPDATE SET name = $2, strand = $3, period = $4, cci = $5,
                website = $6",
        )
        .bind(slug.as_str())
        .bind(name)
        .bind(strand)
        .bind(period.as_str())
        .bind(cci)
        .bind(website);
        self.run(put).await
    }

    pub(in crate::store) async fn put_home_city(
        &mut self,
        city: &HomeCity,
    ) -> Result<(), StoreError> {
        let HomeCity { slug, name, province, country, location, website } = city;
        let Location { lat, lon, precision, geonames_id } = *location;
        let precision = as_word(precision).map_err(|fault| fault.at(self.path))?;
        let put = sqlx::query(
            "INSERT INTO home_city (slug, position, name, province, country, lat, lon, precision,
                geonames_id, website)
            VALUES ($1, (SELECT ifnull(max(position), -1) + 1 FROM home_city), $2, $3, $4, $5, $6,
                $7, $8, $9)
            ON CONFLICT (slug) DO UPDATE SET name = $2, province = $3, country = $4, lat = $5,
                lon = $6, precision = $7, geonames_id = $8, website = $9",
        )
        .bind(slug.as_str())
        .bind(name)
        .bind(province)
        .bind(country.as_str())
        .bind(f64::from(lat))
        .bind(f64::from(lon))
        .bind(precision)
        .bind(geonames_id)
        .bind(website);
        self.run(put).await
    }

    pub(in crate::store) async fn put_about(&mut self, about: &About) -> Result<(), StoreError> {
        let About { schema, collected, introduction, notes, credits } = about;
        let list = |list: Result<Option<String>, Fault>| {
            list.map(|list| list.unwrap_or_else(|| "[]".to_owned()))
                .map_err(|fault| fault.at(self.path))
        };
        let put = sqlx::query(
            "INSERT OR REPLACE INTO about (only, schema, collected, introduction, notes, credits)
            VALUES (1, $1, $2, $3, $4, $5)",
        )
        .bind(schema)
        .bind(collected.to_string())
        .bind(list(as_json(introduction))?)
        .bind(list(as_json(notes))?)
        .bind(list(as_json(credits))?);
        self.run(put).await
    }

    /// How many projects name a programme.
    pub(in crate::store) async fn projects_of_programme(
        &mut self,
        slug: &Slug,
    ) -> Result<u64, StoreError> {
        self.count("SELECT count(*) FROM project WHERE programme = $1", slug).await
    }

    /// How many projects name a home city.
    pub(in crate::store) async fn projects_of_city(
        &mut self,
        slug: &Slug,
    ) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM (SELECT project FROM project_presented_by WHERE city = $1
            UNION SELECT project FROM participation WHERE city = $1)";
        self.count(sql, slug).await
    }

    pub(in crate::store) async fn remove_programme(
        &mut self,
        slug: &Slug,
    ) -> Result<(), StoreError> {
        self.run(sqlx::query("DELETE FROM programme WHERE slug = $1").bind(slug.as_str())).await
    }

    pub(in crate::store) async fn remove_home_city(
        &mut self,
        slug: &Slug,
    ) -> Result<(), StoreError> {
        self.run(sqlx::query("DELETE FROM home_city WHERE slug = $1").bind(slug.as_str())).await
    }

    /// Puts things in the order of these slugs, which are all there are.
    pub(in crate::store) async fn order(
        &mut self,
        thing: Thing,
        slugs: &[&Slug],
    ) -> Result<(), StoreError> {
        self.put_in_order(thing, slugs).await.map_err(|fault| fault.at(self.path))
    }

    async fn put_in_order(&mut self, thing: Thing, slugs: &[&Slug]) -> Result<(), Fault> {
        let (now, put) = match thing {
            Thing::Project => (
                "SELECT slug FROM project ORDER BY position, id",
                "UPDATE project SET position = key FROM json_each($1) WHERE slug = value",
            ),
            Thing::Programme => (
                "SELECT slug FROM programme ORDER BY position, slug",
                "UPDATE programme SET position = key FROM json_each($1) WHERE slug = value",
            ),
            Thing::HomeCity => (
                "SELECT slug FROM home_city ORDER BY position, slug",
                "UPDATE home_city SET position = key FROM json_each($1) WHERE slug = value",
            ),
            Thing::About => return Ok(()),
        };
        let now: Vec<String> = sqlx::query_scalar(now).fetch_all(&mut *self.tx).await?;
        if now.iter().eq(slugs.iter().map(|slug| slug.as_str())) {
            return Ok(());
        }
        let slugs = serde_json::to_string(slugs)?;
        sqlx::query(put).bind(slugs).execute(&mut *self.tx).await?;
        // Another order is a change, though no single thing has a revision of it.
        self.change_id().await.map(|_| ())
    }

    /// Notes what became of a thing, with the thing in the exchange format.
    pub(in crate::store) async fn record(
        &mut self,
        thing: Thing,
        key: &str,
        what: What,
        body: Option<&str>,
    ) -> Result<(), StoreError> {
        let change = self.change_id().await.map_err(|fault| fault.at(self.path))?;
        let row = revisions::Row { kind: thing, key, what, body };
        let add = revisions::add(&mut self.tx, change, &[row]).await;
        add.map_err(|fault| fault.at(self.path))
    }

    pub(in crate::store) async fn filling(&mut self) -> Result<Filling, StoreError> {
        read::filling(&mut self.tx).await.map_err(|fault| fault.at(self.path))
    }

    /// Notes that this change fills the store with a default catalogue.
    pub(in crate::store) async fn set_default(&mut self, release: &str) -> Result<(), StoreError> {
        let change = self.change_id().await.map_err(|fault| fault.at(self.path))?;
        let set = sqlx::query("UPDATE store SET default_release = $1, default_change = $2");
        self.run(set.bind(release).bind(change)).await
    }

    /// Keeps the change. Whoever reads from now on sees all of it. Where nothing
    /// came of it, nothing is written, and nobody is told of a change.
    pub(in crate::store) async fn commit(mut self) -> Result<(), StoreError> {
        if self.change_id.is_none() {
            let rollback = self.tx.rollback().await;
            return rollback.map_err(|error| Fault::from(error).at(self.path));
        }
        // Organisations belong to nobody: what no project names any more goes.
        let sweep = "DELETE FROM organisation WHERE NOT EXISTS
            (SELECT 1 FROM participation WHERE participation.organisation = organisation.id)";
        self.run(sqlx::query(sweep)).await?;
        self.tx.commit().await.map_err(|error| Fault::from(error).at(self.path))
    }

    async fn change_id(&mut self) -> Result<i64, Fault> {
        if let Some(id) = self.change_id {
            return Ok(id);
        }
        let Change { author, reason, time } = &self.change;
        let insert = sqlx::query("INSERT INTO change (time, author, reason) VALUES ($1, $2, $3)")
            .bind(time.to_string())
            .bind(author)
            .bind(reason);
        let id = insert.execute(&mut *self.tx).await?.last_insert_rowid();
        self.change_id = Some(id);
        Ok(id)
    }

    pub(super) async fn run(
        &mut self,
        query: sqlx::query::Query<'_, Sqlite, sqlx::sqlite::SqliteArguments>,
    ) -> Result<(), StoreError> {
        let done = query.execute(&mut *self.tx).await;
        done.map(|_| ()).map_err(|error| Fault::from(error).at(self.path))
    }

    async fn count(&mut self, sql: &'static str, slug: &Slug) -> Result<u64, StoreError> {
        let count = sqlx::query_scalar::<_, i64>(sql).bind(slug.as_str());
        let count = count.fetch_one(&mut *self.tx).await;
        count.map(i64::unsigned_abs).map_err(|error| Fault::from(error).at(self.path))
    }
}

/// A project to be written.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Put<'a> {
    /// The project.
    pub(in crate::store) project: &'a Project,
    /// Where it is; `None` where it is new.
    pub(in crate::store) place: Option<Place>,
    /// Of the project.
    pub(in crate::store) fingerprint: Fingerprint,
    /// The project in the exchange format.
    pub(in crate::store) body: &'a str,
}

/// Where a project is and what it is like.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Place {
    id: i64,
    position: i64,
    pub(in crate::store) fingerprint: Fingerprint,
}

async fn places(
    conn: &mut SqliteConnection,
    slugs: &[&Slug],
) -> Result<HashMap<Slug, Place>, Fault> {
    let sql = "SELECT slug, id, position, fingerprint FROM project
        WHERE slug IN (SELECT value FROM json_each($1))";
    let rows = sqlx::query(sql).bind(serde_json::to_string(slugs)?).fetch_all(conn).await?;
    let place = |row: &SqliteRow| {
        let fingerprint = read::fingerprint(get(row, 3)?)?;
        Ok((word(row, 0)?, Place { id: get(row, 1)?, position: get(row, 2)?, fingerprint }))
    };
    rows.iter().map(place).collect()
}
