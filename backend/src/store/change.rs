//! What somebody does in one go, and what it made of single projects.

use catalogue::model::{Credit, Document, LocalText, PartialDate, Project, Slug};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::file;

/// Who changes something, when and why.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// Who.
    pub author: String,
    /// Why, in a sentence for whoever reads the history.
    pub reason: String,
    /// When.
    pub time: Timestamp,
}

impl Change {
    /// A change that happens now.
    pub fn now(author: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { author: author.into(), reason: reason.into(), time: Timestamp::now() }
    }
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// It was not there before.
    Added,
    /// It was there and was different.
    Changed,
    /// It is no longer there.
    Removed,
}

/// One state of a project in the course of time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Revision {
    /// Counts from 1 for each project.
    pub number: u32,
    /// When.
    pub time: Timestamp,
    /// Who.
    pub author: String,
    /// Why.
    pub reason: String,
    /// What became of the project.
    pub what: What,
}

/// What a change came to: how many projects were added and so on.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Committed {
    /// Projects that were not there before.
    pub added: usize,
    /// Projects that were different before.
    pub changed: usize,
    /// Projects that are no longer there.
    pub removed: usize,
    /// Projects that were put as they already were.
    pub unchanged: usize,
    /// Programmes, home cities and words about the catalogue that were added,
    /// changed or removed.
    pub others: usize,
}

impl Committed {
    /// Whether no single thing was added, changed or removed.
    pub fn is_nothing(self) -> bool {
        let Self { added, changed, removed, unchanged: _, others } = self;
        added + changed + removed + others == 0
    }
}

/// What seeding did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seeded {
    /// There was nothing, and now there is the default catalogue.
    Created,
    /// There was an older default catalogue, untouched, and now there is the newer one.
    Renewed,
    /// What was there stays: it is this default catalogue, or somebody's own.
    Kept,
}

/// The catalogue as it is kept, and the name of this state of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The catalogue.
    pub document: Document,
    /// A name that changes with every change, the same for every process and
    /// after every start.
    pub revision: String,
}

/// What a catalogue says about itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct About {
    /// The JSON Schema of the exchange format, for editors.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The day on which the facts were collected.
    pub collected: PartialDate,
    /// The words that open the explorer.
    pub introduction: Vec<LocalText>,
    /// Notes on how to read the facts, in English.
    pub notes: Vec<String>,
    /// Whose data this contains.
    pub credits: Vec<Credit>,
}

impl About {
    /// What a document says about itself.
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

/// Tells a project from any other state of it: a hash over the exchange format,
/// in which what is absent is left out, so that a field which the format gains
/// does not make every project look changed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Fingerprint(pub(super) [u8; 16]);

impl Fingerprint {
    /// Of a project.
    pub fn of(project: &Project) -> Result<Self, serde_json::Error> {
        Ok(Self::of_body(&file::compact(project)?))
    }

    pub(super) fn of_body(body: &str) -> Self {
        let digest = Sha256::digest(body.as_bytes());
        Self(std::array::from_fn(|n| digest[n]))
    }
}

/// What an import needs to know of a project that is there already.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Key {
    /// Its slug.
    pub slug: Slug,
    /// The programme that funds it.
    pub programme: Slug,
    /// The short name it is known by.
    pub acronym: Option<Box<str>>,
    /// Tells whether it is unchanged.
    pub fingerprint: Fingerprint,
}
