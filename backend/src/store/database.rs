//! What a kind of database has to do. Everything else in this folder is the same
//! for all of them: comparing, counting, checking references, seeding, undoing.
//!
//! SQLite implements these traits. A second database is a second folder beside
//! `sqlite/`, and a place in [`Store::open`](super::Store::open) that chooses it.

use std::{collections::HashMap, fmt::Debug, path::Path};

use async_trait::async_trait;
use catalogue::model::{HomeCity, Programme, Project, Slug, plausibility::Amounts};

use super::{
    change::{About, Change, ChangeKind, Entry, Fingerprint, Key, Revision},
    entity::EntityKind,
    error::StoreError,
    history::{Arrangement, Later, Noted, Trace},
    seal::{Loaded, Marks},
    seed::Filling,
};

/// A database that keeps one catalogue, shared with other processes.
#[async_trait]
pub(super) trait Database: Debug + Send + Sync {
    /// Where it is, for messages.
    fn path(&self) -> &Path;

    /// Whether it can only be read.
    fn is_read_only(&self) -> bool;

    /// Whether what was opened is still what is there.
    async fn standing(&self) -> Result<Standing, StoreError>;

    /// The whole catalogue as it is now; `None` where nothing was ever put in.
    async fn load(&self) -> Result<Option<Loaded>, StoreError>;

    /// The name of the state as it is now. Cheap enough to ask every second.
    async fn revision(&self) -> Result<String, StoreError>;

    /// The cities that the catalogue is about.
    async fn home_cities(&self) -> Result<Vec<HomeCity>, StoreError>;

    /// How the store came to what it holds.
    async fn filling(&self) -> Result<Filling, StoreError>;

    /// Begins a change. Waits a while for another process that is changing something.
    async fn change<'s>(&'s self, by: Change) -> Result<Box<dyn Transaction + 's>, StoreError>;

    /// The revisions of a project, the first one first.
    async fn history(&self, slug: &Slug) -> Result<Vec<Revision>, StoreError>;

    /// All changes, the first one first.
    async fn changes(&self) -> Result<Vec<Entry>, StoreError>;

    /// A project as it was from a revision on.
    async fn revision_of(&self, slug: &Slug, number: u32) -> Result<Option<Noted>, StoreError>;

    /// Writes what is in a log beside the file into the file, where no other process
    /// reads it at that moment.
    async fn fold(&self);

    /// Closes the database, which is then whole in its one file.
    async fn close(&self);
}

/// One change that is under way: a transaction with the only right to write. It is
/// rolled back when it is dropped without [`Transaction::commit`].
#[async_trait]
pub(super) trait Transaction: Debug + Send {
    /// The database, for messages.
    fn path(&self) -> &Path;

    /// What the catalogue says about itself.
    async fn about(&mut self) -> Result<Option<Marked<About>>, StoreError>;

    /// All programmes, in their order.
    async fn programmes(&mut self) -> Result<Vec<Marked<Programme>>, StoreError>;

    /// All home cities, in their order.
    async fn home_cities(&mut self) -> Result<Vec<Marked<HomeCity>>, StoreError>;

    /// One project.
    async fn project(&mut self, slug: &Slug) -> Result<Option<Marked<Project>>, StoreError>;

    /// What an import needs to know of every project.
    async fn keys(&mut self) -> Result<Vec<Key>, StoreError>;

    /// The fingerprints of all entities in their order.
    async fn marks(&mut self) -> Result<Marks, StoreError>;

    /// The seal that the change before left.
    async fn seal(&mut self) -> Result<Option<Fingerprint>, StoreError>;

    /// How the store came to what it holds.
    async fn filling(&mut self) -> Result<Filling, StoreError>;

    /// How many participations there are.
    async fn participations(&mut self) -> Result<u64, StoreError>;

    /// The amounts of every project.
    async fn amounts(&mut self) -> Result<Vec<Amounts>, StoreError>;

    /// How many projects name a programme.
    async fn projects_of_programme(&mut self, slug: &Slug) -> Result<u64, StoreError>;

    /// How many projects name a home city.
    async fn projects_of_city(&mut self, slug: &Slug) -> Result<u64, StoreError>;

    /// Where projects are and what they are like, for [`Transaction::put_projects`].
    async fn places(&mut self, slugs: &[&Slug]) -> Result<HashMap<Slug, Place>, StoreError>;

    /// Writes projects, each in its place or behind all others, with a revision.
    async fn put_projects(&mut self, puts: &[Put<'_>]) -> Result<(), StoreError>;

    /// Removes a project and everything that belongs to it alone.
    async fn remove_project(&mut self, place: Place) -> Result<(), StoreError>;

    /// Writes a programme in its place or behind all others.
    async fn put_programme(
        &mut self,
        programme: &Programme,
        mark: Fingerprint,
    ) -> Result<(), StoreError>;

    /// Removes a programme that no project names.
    async fn remove_programme(&mut self, slug: &Slug) -> Result<(), StoreError>;

    /// Writes a home city in its place or behind all others.
    async fn put_home_city(&mut self, city: &HomeCity, mark: Fingerprint)
    -> Result<(), StoreError>;

    /// Removes a home city that no project names.
    async fn remove_home_city(&mut self, slug: &Slug) -> Result<(), StoreError>;

    /// Writes what the catalogue says about itself.
    async fn put_about(&mut self, about: &About, mark: Fingerprint) -> Result<(), StoreError>;

    /// Puts entities in the order of these slugs, which are all there are.
    async fn order(&mut self, entity: EntityKind, slugs: &[Slug]) -> Result<(), StoreError>;

    /// Notes what became of an entity, with the entity in the exchange format.
    async fn record(
        &mut self,
        entity: EntityKind,
        key: &str,
        what: ChangeKind,
        body: Option<&str>,
    ) -> Result<(), StoreError>;

    /// Notes the order of entities before this change.
    async fn note_order(
        &mut self,
        entity: EntityKind,
        moved: bool,
        before: &[&Slug],
    ) -> Result<(), StoreError>;

    /// Notes that this change fills the store with a default catalogue.
    async fn set_default(&mut self, release: &str) -> Result<(), StoreError>;

    /// What a change touched; `None` where there is no such change.
    async fn traces(&mut self, change: u32) -> Result<Option<Vec<Trace>>, StoreError>;

    /// What later changes made of the entities that a change touched.
    async fn later(&mut self, change: u32) -> Result<Vec<Later>, StoreError>;

    /// Revisions of entities, in the order in which they are asked for.
    async fn revisions(
        &mut self,
        asked: &[(EntityKind, &str, u32)],
    ) -> Result<Vec<Noted>, StoreError>;

    /// The orders that a change and all after it have noted.
    async fn arrangements(&mut self, from: u32) -> Result<Vec<Arrangement>, StoreError>;

    /// Whether there is anything to keep.
    fn has_changed(&self) -> bool;

    /// Keeps the change under its seal, and gives its number. Readers see all of it
    /// from now on.
    async fn commit(self: Box<Self>, seal: Fingerprint) -> Result<Option<u32>, StoreError>;
}

/// An entity and the fingerprint that is kept beside it.
pub(super) type Marked<T> = (T, Fingerprint);

/// A project to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Put<'a> {
    /// The project.
    pub(super) project: &'a Project,
    /// Where it is; `None` where it is new.
    pub(super) place: Option<Place>,
    /// Of the project.
    pub(super) fingerprint: Fingerprint,
    /// The project in the exchange format.
    pub(super) body: &'a str,
}

/// Where a project is and what it is like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The number by which other tables know it.
    pub(super) id: i64,
    /// Its place in the order.
    pub(super) position: i64,
    /// Of the project that is there.
    pub(super) fingerprint: Fingerprint,
}

/// What became of a database's file since it was opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    /// It is the same.
    Same,
    /// It is the same file and was written to outside of a log: opened anew, it is
    /// read anew.
    Touched,
    /// Another file has its name.
    Replaced,
}
