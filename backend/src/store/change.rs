//! Changes, revisions and the other values that the store takes and returns.

use catalogue::model::{Credit, Document, LocalText, PartialDate, Project, Slug};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::file;

/// The author, time and reason of a change.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// The author.
    pub author: String,
    /// The reason, in a sentence. The history shows it.
    pub reason: String,
    /// The time.
    pub time: Timestamp,
}

impl Change {
    /// A change that happens now.
    pub fn now(author: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { author: author.into(), reason: reason.into(), time: Timestamp::now() }
    }
}

/// What a change did to an entity.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// It added the entity.
    Added,
    /// It changed the entity.
    Changed,
    /// It removed the entity.
    Removed,
}

/// One entry in the history of a project.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Revision {
    /// Counts from 1 for each project.
    pub number: u32,
    /// The time of the change.
    pub time: Timestamp,
    /// Its author.
    pub author: String,
    /// Its reason.
    pub reason: String,
    /// What the change did to the project.
    pub what: ChangeKind,
    /// Whether the stored revision is undamaged, so that it can be restored.
    pub whole: bool,
}

/// One entry in the list of changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// Counts from 1. A number is never used twice.
    pub number: u32,
    /// The time, author and reason.
    pub by: Change,
    /// Projects that were added, changed and removed.
    pub projects: [u64; 3],
    /// Programmes that were added, changed or removed.
    pub programmes: u64,
    /// Home cities that were added, changed or removed.
    pub home_cities: u64,
    /// Whether the text about the catalogue was changed.
    pub about: bool,
    /// Whether the order of existing entities was changed.
    pub order: bool,
}

/// What a change did, as counts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Committed {
    /// Projects that were added.
    pub added: usize,
    /// Projects that were changed.
    pub changed: usize,
    /// Projects that were removed.
    pub removed: usize,
    /// Projects that were written and already were the same.
    pub unchanged: usize,
    /// Programmes, home cities and texts about the catalogue that were added, changed
    /// or removed.
    pub others: usize,
    /// The number of the change; `None` if it had no effect.
    pub change: Option<u32>,
}

impl Committed {
    /// Whether nothing was added, changed or removed.
    pub fn is_nothing(self) -> bool {
        let Self { added, changed, removed, unchanged: _, others, change: _ } = self;
        added + changed + removed + others == 0
    }
}

/// What seeding did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seeded {
    /// The store was new and now has the default catalogue.
    Created,
    /// An older, unchanged default catalogue was replaced by the newer one.
    Renewed,
    /// Nothing was done: the store already has this default catalogue, or it was changed.
    Kept,
}

/// The catalogue in the store, and the name of this state.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The catalogue.
    pub document: Document,
    /// Differs after every change; the same in every process and after every start.
    pub revision: String,
}

/// The text about a catalogue: everything in the document but its entities.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct About {
    /// The JSON Schema of the exchange format, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The day on which the facts were collected.
    pub collected: PartialDate,
    /// The introduction on the first page.
    #[serde(default)]
    pub introduction: Vec<LocalText>,
    /// Notes on how to read the facts, in English.
    #[serde(default)]
    pub notes: Vec<String>,
    /// The owners of the data.
    #[serde(default)]
    pub credits: Vec<Credit>,
}

impl About {
    /// The text about the catalogue in a document.
    pub fn of(document: &Document) -> Self {
        let Document {
            schema,
            format: _,
            collected,
            introduction,
            notes,
            credits,
            home_cities: _,
            programmes: _,
            projects: _,
        } = document;
        Self {
            schema: schema.clone(),
            collected: *collected,
            introduction: introduction.clone(),
            notes: notes.clone(),
            credits: credits.clone(),
        }
    }
}

/// A hash of an entity in the exchange format. Absent fields are not written, so a new
/// optional field of the format does not change the fingerprints of existing entities.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Fingerprint(pub(super) [u8; 16]);

impl Fingerprint {
    /// Of a project.
    pub fn of(project: &Project) -> Result<Self, serde_json::Error> {
        Ok(Self::of_body(&file::compact(project)?))
    }

    pub(super) fn of_body(body: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(body);
        Self::of_hash(hash)
    }

    /// Of several values. Their lengths are hashed too, so the boundaries count.
    pub(super) fn of_values(values: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for value in values {
            hash.update(value.len().to_le_bytes());
            hash.update(value);
        }
        Self::of_hash(hash)
    }

    pub(super) fn of_hash(hash: Sha256) -> Self {
        let digest = hash.finalize();
        Self(std::array::from_fn(|n| digest[n]))
    }
}

/// What an import needs to know of a stored project.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Key {
    /// Its slug.
    pub slug: Slug,
    /// The programme that funds it.
    pub programme: Slug,
    /// Its acronym.
    pub acronym: Option<Box<str>>,
    /// Its page in keep.eu.
    pub keep_url: Option<Box<str>>,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
}
