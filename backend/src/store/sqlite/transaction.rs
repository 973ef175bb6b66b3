//! One change: a transaction that holds the write lock of SQLite.
//!
//! Projects are written many at a time; `put.rs` says why.

use std::{collections::HashMap, path::Path};

use async_trait::async_trait;
use catalogue::model::{HomeCity, Programme, Project, Slug, plausibility::Amounts};
use sqlx::{Sqlite, Transaction as SqlTransaction};

use super::{
    changes,
    error::SqliteError,
    projects, put, read,
    references::{self, count, run},
    revisions,
};
use crate::store::{
    change::{About, Change, ChangeKind, Fingerprint, Key},
    database::{Marked, Place, Put, Transaction},
    entity::EntityKind,
    error::StoreError,
    history::{Arrangement, Later, Noted, Trace},
    seal::Marks,
    seed::Filling,
};

/// An open transaction. It is rolled back when it is dropped without a commit.
#[derive(Debug)]
pub(super) struct SqliteTransaction<'s> {
    tx: SqlTransaction<'s, Sqlite>,
    path: &'s Path,
    change: Change,
    /// The id of this change in the history, once it has an effect.
    change_id: Option<i64>,
    /// The number of entries that it has written into the history.
    noted: i64,
    /// The id and position of the next new project.
    next: (i64, i64),
}

impl<'s> SqliteTransaction<'s> {
    pub(super) async fn begin(
        mut tx: SqlTransaction<'s, Sqlite>,
        path: &'s Path,
        change: Change,
    ) -> Result<Self, SqliteError> {
        let next = sqlx::query_as(
            "SELECT ifnull(max(id), 0) + 1, ifnull(max(position), -1) + 1 FROM project",
        )
        .fetch_one(&mut *tx)
        .await?;
        Ok(Self { tx, path, change, change_id: None, noted: 0, next })
    }

    async fn change_id(&mut self) -> Result<i64, SqliteError> {
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

    /// Executes a statement of a test.
    #[cfg(test)]
    pub(super) async fn run_for_test(&mut self, sql: &'static str) -> Result<(), StoreError> {
        run(&mut self.tx, sqlx::query(sql)).await.map_err(|error| error.at(self.path))
    }
}

#[async_trait]
impl Transaction for SqliteTransaction<'_> {
    fn path(&self) -> &Path {
        self.path
    }

    async fn about(&mut self) -> Result<Option<Marked<About>>, StoreError> {
        read::about(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn programmes(&mut self) -> Result<Vec<Marked<Programme>>, StoreError> {
        read::programmes(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn home_cities(&mut self) -> Result<Vec<Marked<HomeCity>>, StoreError> {
        read::home_cities(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn project(&mut self, slug: &Slug) -> Result<Option<Marked<Project>>, StoreError> {
        projects::one(&mut self.tx, slug).await.map_err(|error| error.at(self.path))
    }

    async fn keys(&mut self) -> Result<Vec<Key>, StoreError> {
        read::keys(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn marks(&mut self) -> Result<Marks, StoreError> {
        read::all_marks(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn seal(&mut self) -> Result<Option<Fingerprint>, StoreError> {
        read::seal(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn filling(&mut self) -> Result<Filling, StoreError> {
        read::filling(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn amounts(&mut self) -> Result<Vec<Amounts>, StoreError> {
        projects::amounts(&mut self.tx).await.map_err(|error| error.at(self.path))
    }

    async fn participations(&mut self) -> Result<u64, StoreError> {
        let count = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM participation");
        let count = count.fetch_one(&mut *self.tx).await;
        let count = count.map_err(|error| SqliteError::from(error).at(self.path))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    async fn projects_of_programme(&mut self, slug: &Slug) -> Result<u64, StoreError> {
        count(&mut self.tx, "SELECT count(*) FROM project WHERE programme = $1", slug)
            .await
            .map_err(|error| error.at(self.path))
    }

    async fn projects_of_city(&mut self, slug: &Slug) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM (SELECT project FROM project_presented_by WHERE city = $1
            UNION SELECT project FROM participation WHERE city = $1)";
        count(&mut self.tx, sql, slug).await.map_err(|error| error.at(self.path))
    }

    async fn places(&mut self, slugs: &[&Slug]) -> Result<HashMap<Slug, Place>, StoreError> {
        put::places(&mut self.tx, slugs).await.map_err(|error| error.at(self.path))
    }

    async fn put_projects(&mut self, puts: &[Put<'_>]) -> Result<(), StoreError> {
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
                .map(|put| revisions::NewRevision {
                    kind: EntityKind::Project,
                    key: put.project.slug.as_str(),
                    what: put.place.map_or(ChangeKind::Added, |_| ChangeKind::Changed),
                    body: Some(put.body),
                })
                .collect();
            revisions::add(&mut self.tx, change, &revisions).await?;
            self.noted += i64::try_from(revisions.len()).unwrap_or_default();
            Ok(())
        };
        put.await.map_err(|error: SqliteError| error.at(self.path))
    }

    async fn remove_project(&mut self, place: Place) -> Result<(), StoreError> {
        let remove = sqlx::query("DELETE FROM project WHERE id = $1").bind(place.id);
        run(&mut self.tx, remove).await.map_err(|error| error.at(self.path))
    }

    async fn put_programme(
        &mut self,
        programme: &Programme,
        mark: Fingerprint,
    ) -> Result<(), StoreError> {
        references::put_programme(&mut self.tx, programme, mark)
            .await
            .map_err(|error| error.at(self.path))
    }

    async fn remove_programme(&mut self, slug: &Slug) -> Result<(), StoreError> {
        run(&mut self.tx, sqlx::query("DELETE FROM programme WHERE slug = $1").bind(slug.as_str()))
            .await
            .map_err(|error| error.at(self.path))
    }

    async fn put_home_city(
        &mut self,
        city: &HomeCity,
        mark: Fingerprint,
    ) -> Result<(), StoreError> {
        references::put_home_city(&mut self.tx, city, mark)
            .await
            .map_err(|error| error.at(self.path))
    }

    async fn remove_home_city(&mut self, slug: &Slug) -> Result<(), StoreError> {
        run(&mut self.tx, sqlx::query("DELETE FROM home_city WHERE slug = $1").bind(slug.as_str()))
            .await
            .map_err(|error| error.at(self.path))
    }

    async fn put_about(&mut self, about: &About, mark: Fingerprint) -> Result<(), StoreError> {
        references::put_about(&mut self.tx, about, mark).await.map_err(|error| error.at(self.path))
    }

    async fn order(&mut self, entity: EntityKind, slugs: &[Slug]) -> Result<(), StoreError> {
        let order = async {
            if references::order(&mut self.tx, entity, slugs).await? {
                // A new order is a change, although no entity has a revision of it.
                self.change_id().await?;
            }
            Ok(())
        };
        order.await.map_err(|error: SqliteError| error.at(self.path))
    }

    async fn record(
        &mut self,
        entity: EntityKind,
        key: &str,
        what: ChangeKind,
        body: Option<&str>,
    ) -> Result<(), StoreError> {
        let change = self.change_id().await.map_err(|error| error.at(self.path))?;
        let row = revisions::NewRevision { kind: entity, key, what, body };
        let add = revisions::add(&mut self.tx, change, &[row]).await;
        self.noted += 1;
        add.map_err(|error| error.at(self.path))
    }

    async fn note_order(
        &mut self,
        entity: EntityKind,
        moved: bool,
        before: &[&Slug],
    ) -> Result<(), StoreError> {
        self.noted += 1;
        let note = async {
            let change = self.change_id().await?;
            changes::note_order(&mut self.tx, change, entity, moved, before).await
        };
        note.await.map_err(|error: SqliteError| error.at(self.path))
    }

    async fn set_default(&mut self, release: &str) -> Result<(), StoreError> {
        let change = self.change_id().await.map_err(|error| error.at(self.path))?;
        let set = sqlx::query("UPDATE store SET default_release = $1, default_change = $2");
        run(&mut self.tx, set.bind(release).bind(change)).await.map_err(|error| error.at(self.path))
    }

    async fn traces(&mut self, change: u32) -> Result<Option<Vec<Trace>>, StoreError> {
        changes::traces(&mut self.tx, change).await.map_err(|error| error.at(self.path))
    }

    async fn later(&mut self, change: u32) -> Result<Vec<Later>, StoreError> {
        changes::later(&mut self.tx, change).await.map_err(|error| error.at(self.path))
    }

    async fn revisions(
        &mut self,
        asked: &[(EntityKind, &str, u32)],
    ) -> Result<Vec<Noted>, StoreError> {
        changes::noted(&mut self.tx, asked).await.map_err(|error| error.at(self.path))
    }

    async fn arrangements(&mut self, from: u32) -> Result<Vec<Arrangement>, StoreError> {
        changes::arrangements(&mut self.tx, from).await.map_err(|error| error.at(self.path))
    }

    fn has_changed(&self) -> bool {
        self.change_id.is_some()
    }

    async fn commit(mut self: Box<Self>, seal: Fingerprint) -> Result<Option<u32>, StoreError> {
        let id = self.change_id().await.map_err(|error| error.at(self.path))?;
        // Organisations that no project refers to any more are removed.
        let sweep = "DELETE FROM organisation WHERE NOT EXISTS
            (SELECT 1 FROM participation WHERE participation.organisation = organisation.id)";
        run(&mut self.tx, sqlx::query(sweep)).await.map_err(|error| error.at(self.path))?;
        let close = sqlx::query("UPDATE change SET seal = $1, revisions = $2 WHERE id = $3");
        run(&mut self.tx, close.bind(seal.0.to_vec()).bind(self.noted).bind(id))
            .await
            .map_err(|error| error.at(self.path))?;
        self.tx.commit().await.map_err(|error| SqliteError::from(error).at(self.path))?;
        Ok(u32::try_from(id).ok())
    }
}
