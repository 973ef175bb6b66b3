//! One change of the catalogue. It is kept as a whole or not at all.

use std::collections::{HashMap, HashSet};

use catalogue::model::{HomeCity, Programme, Project, Slug, plausibility::Amounts};
use serde::Serialize;

use super::{
    batch::Batch,
    change::{About, ChangeKind, Committed, Fingerprint, Key},
    database::Transaction,
    entity::EntityKind,
    error::StoreError,
    order::{Order, order},
    seal::{self, Marks},
    seed::Filling,
    valid::{self, valid},
};
use crate::file;

/// A change under way. Readers see it after [`Writer::commit`]. No other process can
/// write until then. Dropping the writer discards the change.
#[derive(Debug)]
pub struct Writer<'s> {
    pub(super) tx: Box<dyn Transaction + 's>,
    /// The fingerprints of all entities when this change began.
    pub(super) before: Marks,
    programmes: HashMap<Slug, Programme>,
    home_cities: HashMap<Slug, HomeCity>,
    about: Option<About>,
    done: Committed,
    /// Projects that were put and are not written yet.
    waiting: Batch,
    /// A write failed half-way, so the change must not be committed.
    failed: bool,
}

impl<'s> Writer<'s> {
    pub(super) async fn begin(mut tx: Box<dyn Transaction + 's>) -> Result<Self, StoreError> {
        // A damaged catalogue is not changed: the next seal would hide the damage.
        let (before, seal) = (tx.marks().await?, tx.seal().await?);
        before.check(seal, tx.path())?;
        // Kept in memory: there are a few hundred at most, and every project refers to them.
        let programmes = tx.programmes().await?;
        let home_cities = tx.home_cities().await?;
        let about = tx.about().await?;
        let path = tx.path();
        for (one, mark) in &programmes {
            seal::same(path, &EntityKind::Programme.named(one.slug.as_str()), one, *mark)?;
        }
        for (one, mark) in &home_cities {
            seal::same(path, &EntityKind::HomeCity.named(one.slug.as_str()), one, *mark)?;
        }
        if let Some((one, mark)) = &about {
            seal::same(path, &EntityKind::About.named(""), one, *mark)?;
        }
        Ok(Self {
            programmes: programmes.into_iter().map(|(one, _)| (one.slug.clone(), one)).collect(),
            home_cities: home_cities.into_iter().map(|(one, _)| (one.slug.clone(), one)).collect(),
            about: about.map(|(about, _)| about),
            tx,
            before,
            done: Committed::default(),
            waiting: Batch::default(),
            failed: false,
        })
    }

    /// A project as this change sees it.
    pub async fn project(&mut self, slug: &Slug) -> Result<Option<Project>, StoreError> {
        self.write().await?;
        let Some((project, mark)) = self.tx.project(slug).await? else { return Ok(None) };
        seal::project(self.tx.path(), &project, mark)?;
        Ok(Some(project))
    }

    /// The fingerprints of all entities in their order, as this change sees them.
    pub(super) async fn marks(&mut self) -> Result<Marks, StoreError> {
        self.write().await?;
        self.tx.marks().await
    }

    /// What an import needs to know of every project, in no particular order.
    pub async fn keys(&mut self) -> Result<Vec<Key>, StoreError> {
        self.write().await?;
        self.tx.keys().await
    }

    /// Replaces the project of the same slug, or adds the project at the end. Its
    /// programme and home cities must exist.
    pub async fn put_project(&mut self, project: &Project) -> Result<(), StoreError> {
        self.put(project, false).await
    }

    /// The same. `anew` also writes a project whose fingerprint is unchanged, which
    /// repairs a damaged one.
    pub(super) async fn put(&mut self, project: &Project, anew: bool) -> Result<(), StoreError> {
        valid::project(project, &self.programmes, &self.home_cities)?;
        let body = self.body(project)?;
        if self.waiting.is_full_for(&project.slug) {
            self.write().await?;
        }
        self.waiting.add(project, body, anew);
        Ok(())
    }

    /// Writes the projects of the batch.
    async fn write(&mut self) -> Result<(), StoreError> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        self.failed = true;
        waiting.write(&mut *self.tx, &mut self.done).await?;
        self.failed = false;
        Ok(())
    }

    /// Removes a project. Returns whether it existed.
    pub async fn remove_project(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        self.write().await?;
        let Some(place) = self.tx.places(&[slug]).await?.remove(slug) else { return Ok(false) };
        self.failed = true;
        self.tx.remove_project(place).await?;
        self.tx.record(EntityKind::Project, slug.as_str(), ChangeKind::Removed, None).await?;
        self.failed = false;
        self.done.removed += 1;
        Ok(true)
    }

    /// Replaces the programme of the same slug, or adds the programme at the end.
    pub async fn put_programme(&mut self, programme: &Programme) -> Result<(), StoreError> {
        let slug = &programme.slug;
        valid("programme", slug.as_str(), programme.validate())?;
        let what = match self.programmes.get(slug) {
            Some(known) if known == programme => return Ok(()),
            Some(_) => ChangeKind::Changed,
            None => ChangeKind::Added,
        };
        let body = self.body(programme)?;
        self.failed = true;
        self.tx.put_programme(programme, Fingerprint::of_body(&body)).await?;
        self.tx.record(EntityKind::Programme, slug.as_str(), what, Some(&body)).await?;
        self.failed = false;
        self.programmes.insert(slug.clone(), programme.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Removes a programme that no project refers to. Returns whether it existed.
    pub async fn remove_programme(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        if !self.programmes.contains_key(slug) {
            return Ok(false);
        }
        self.write().await?;
        let projects = self.tx.projects_of_programme(slug).await?;
        if projects > 0 {
            return Err(StoreError::InUse { what: "programme", slug: slug.clone(), projects });
        }
        self.failed = true;
        self.tx.remove_programme(slug).await?;
        self.tx.record(EntityKind::Programme, slug.as_str(), ChangeKind::Removed, None).await?;
        self.failed = false;
        self.programmes.remove(slug);
        self.done.others += 1;
        Ok(true)
    }

    /// Replaces the home city of the same slug, or adds the city at the end.
    pub async fn put_home_city(&mut self, city: &HomeCity) -> Result<(), StoreError> {
        let slug = &city.slug;
        valid("home city", slug.as_str(), city.validate())?;
        let what = match self.home_cities.get(slug) {
            Some(known) if known == city => return Ok(()),
            Some(_) => ChangeKind::Changed,
            None => ChangeKind::Added,
        };
        let body = self.body(city)?;
        self.failed = true;
        self.tx.put_home_city(city, Fingerprint::of_body(&body)).await?;
        self.tx.record(EntityKind::HomeCity, slug.as_str(), what, Some(&body)).await?;
        self.failed = false;
        self.home_cities.insert(slug.clone(), city.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Removes a home city that no project refers to. Returns whether it existed.
    pub async fn remove_home_city(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        if !self.home_cities.contains_key(slug) {
            return Ok(false);
        }
        self.write().await?;
        let projects = self.tx.projects_of_city(slug).await?;
        if projects > 0 {
            return Err(StoreError::InUse { what: "home city", slug: slug.clone(), projects });
        }
        self.failed = true;
        self.tx.remove_home_city(slug).await?;
        self.tx.record(EntityKind::HomeCity, slug.as_str(), ChangeKind::Removed, None).await?;
        self.failed = false;
        self.home_cities.remove(slug);
        self.done.others += 1;
        Ok(true)
    }

    /// The text about the catalogue, as this change sees it.
    pub fn about(&self) -> Option<&About> {
        self.about.as_ref()
    }

    /// Replaces the text about the catalogue.
    pub async fn set_about(&mut self, about: &About) -> Result<(), StoreError> {
        for credit in &about.credits {
            valid("credit", &credit.name, credit.validate())?;
        }
        let what = match &self.about {
            Some(known) if known == about => return Ok(()),
            Some(_) => ChangeKind::Changed,
            None => ChangeKind::Added,
        };
        let body = self.body(about)?;
        self.failed = true;
        self.tx.put_about(about, Fingerprint::of_body(&body)).await?;
        self.tx.record(EntityKind::About, "catalogue", what, Some(&body)).await?;
        self.failed = false;
        self.about = Some(about.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Sorts everything in this order.
    pub async fn arrange(
        &mut self,
        cities: &[&Slug],
        programmes: &[&Slug],
        projects: &[&Slug],
    ) -> Result<(), StoreError> {
        self.write().await?;
        let lists = [
            (EntityKind::Project, projects),
            (EntityKind::Programme, programmes),
            (EntityKind::HomeCity, cities),
        ];
        for (entity, slugs) in lists {
            let slugs: Vec<Slug> = slugs.iter().map(|slug| (*slug).clone()).collect();
            self.tx.order(entity, &slugs).await?;
        }
        Ok(())
    }

    /// The home cities as this change sees them, in their order.
    pub async fn home_cities(&mut self) -> Result<Vec<HomeCity>, StoreError> {
        Ok(self.tx.home_cities().await?.into_iter().map(|(city, _)| city).collect())
    }

    /// The programmes as this change sees them.
    pub fn programmes(&self) -> impl Iterator<Item = &Programme> {
        self.programmes.values()
    }

    /// How many participations all projects have together.
    pub async fn participations(&mut self) -> Result<u64, StoreError> {
        self.write().await?;
        self.tx.participations().await
    }

    /// The amounts of all projects, in no particular order.
    pub async fn amounts(&mut self) -> Result<Vec<Amounts>, StoreError> {
        self.write().await?;
        self.tx.amounts().await
    }

    /// Whether the catalogue is the default one without any change.
    pub async fn is_default(&mut self) -> Result<bool, StoreError> {
        Ok(matches!(self.filling().await?, Filling::Default { .. }))
    }

    /// Whether a programme exists.
    pub fn has_programme(&self, slug: &Slug) -> bool {
        self.programmes.contains_key(slug)
    }

    /// The programmes that no project refers to.
    pub async fn unused_programmes(&mut self) -> Result<Vec<Slug>, StoreError> {
        let used: HashSet<Slug> =
            self.keys().await?.into_iter().map(|known| known.programme).collect();
        let mut unused: Vec<Slug> =
            self.programmes.keys().filter(|slug| !used.contains(*slug)).cloned().collect();
        unused.sort_unstable();
        Ok(unused)
    }

    /// Keeps the change and returns what it did. A change without effect is not
    /// written, and the store keeps its revision.
    pub async fn commit(mut self) -> Result<Committed, StoreError> {
        self.write().await?;
        if self.failed {
            return Err(StoreError::HalfDone);
        }
        if !self.tx.has_changed() {
            return Ok(self.done);
        }
        let after = self.tx.marks().await?;
        note_order(&mut *self.tx, &self.before, &after).await?;
        let change = self.tx.commit(after.seal()).await?;
        Ok(Committed { change, ..self.done })
    }

    /// Discards the change and returns what it would have done.
    pub async fn abandon(mut self) -> Result<Committed, StoreError> {
        self.write().await?;
        Ok(self.done)
    }

    pub(super) async fn filling(&mut self) -> Result<Filling, StoreError> {
        self.tx.filling().await
    }

    pub(super) async fn set_default(&mut self, release: &str) -> Result<(), StoreError> {
        self.tx.set_default(release).await
    }

    /// An entity in the exchange format, for its revision.
    fn body(&self, entity: &impl Serialize) -> Result<String, StoreError> {
        file::compact(entity).map_err(|cause| StoreError::Other {
            path: self.tx.path().to_owned(),
            cause: cause.to_string(),
        })
    }
}

/// Stores the order from before the change, if undoing the change will need it.
async fn note_order(
    tx: &mut dyn Transaction,
    before: &Marks,
    after: &Marks,
) -> Result<(), StoreError> {
    for entity in [EntityKind::Project, EntityKind::Programme, EntityKind::HomeCity] {
        let [before, after] = [before.of(entity), after.of(entity)]
            .map(|list| list.iter().map(|(slug, _)| slug).collect::<Vec<&Slug>>());
        if after.iter().collect::<HashSet<_>>().len() < after.len() {
            // A damaged index of the database can cause this.
            return Err(StoreError::Damaged {
                path: tx.path().to_owned(),
                cause: "an entity that was there was not found".to_owned(),
            });
        }
        match order(&before, &after) {
            Order::Same => {}
            Order::Gaps => tx.note_order(entity, false, &before).await?,
            Order::Other => tx.note_order(entity, true, &before).await?,
        }
    }
    Ok(())
}
