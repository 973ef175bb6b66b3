//! The kinds of entities that a catalogue consists of.

use serde::{Deserialize, Serialize};

/// What a revision is a revision of.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EntityKind {
    Project,
    Programme,
    HomeCity,
    About,
}

impl EntityKind {
    /// One of its kind, for messages.
    pub(super) fn named(self, key: &str) -> String {
        match self {
            Self::Project => format!("the project \"{key}\""),
            Self::Programme => format!("the programme \"{key}\""),
            Self::HomeCity => format!("the home city \"{key}\""),
            Self::About => "the text about the catalogue".to_owned(),
        }
    }
}
