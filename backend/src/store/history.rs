//! The values of the history from which revisions and changes are undone.

use catalogue::model::Slug;

use super::{
    change::{ChangeKind, Fingerprint},
    entity::EntityKind,
};

/// A revision: what a change did to an entity, and the entity after it.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub(super) change: u32,
    pub(super) entity: EntityKind,
    /// Its slug.
    pub(super) key: String,
    /// Counts from 1 for each entity.
    pub(super) number: u32,
    pub(super) what: ChangeKind,
    /// The entity in the exchange format; `None` if it was removed.
    pub(super) body: Option<String>,
}

impl Noted {
    /// The fingerprint of the entity; `None` if it was removed.
    pub(super) fn state(&self) -> Option<Fingerprint> {
        self.body.as_deref().map(Fingerprint::of_body)
    }
}

/// What a change, with all its revisions, did to one entity.
#[derive(Debug)]
pub(super) struct Trace {
    pub(super) entity: EntityKind,
    /// Its slug.
    pub(super) key: String,
    /// The first revision of the entity in this change.
    pub(super) first: u32,
    /// The entity after the change; `None` if it was removed.
    pub(super) after: Option<Fingerprint>,
}

/// What a later change did to an entity that the change had changed.
#[derive(Debug)]
pub(super) struct Later {
    pub(super) change: u32,
    pub(super) entity: EntityKind,
    /// Its slug.
    pub(super) key: String,
    /// The entity after that change; `None` if it was removed.
    pub(super) after: Option<Fingerprint>,
}

/// The order of the entities of one kind before a change.
#[derive(Debug)]
pub(super) struct Arrangement {
    pub(super) change: u32,
    pub(super) entity: EntityKind,
    /// Whether the change has moved entities that it did not remove.
    pub(super) moved: bool,
    pub(super) before: Vec<Slug>,
}
