//! Where facts come from, and where sources disagree.

use serde::{Deserialize, Serialize};

/// A public page that facts were taken from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The fields it supports, as paths into the project: `start`, `participations[0].role`.
    #[serde(default)]
    pub fields: Vec<String>,
    /// The address of the page.
    pub url: String,
    /// What to know about it, in English.
    #[serde(default)]
    pub note: Option<String>,
}

/// One answer of several that sources give.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What the source says, in its own notation.
    pub value: String,
    /// The address of the page that says it.
    pub url: String,
}

/// A field on which sources disagree, and what was chosen.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The field, as a path into the project.
    pub field: String,
    /// What each source says.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// The value shown; absent where none was convincing.
    #[serde(default)]
    pub chosen: Option<String>,
    /// Why, in English.
    pub reason: String,
}

/// The groups in which a project page shows facts, each with its own sources.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(missing_docs, reason = "the names are the groups")]
pub enum FactGroup {
    About,
    Programme,
    Period,
    Money,
    Partners,
    Links,
}

impl FactGroup {
    /// Every group, as a page shows them.
    pub const ALL: [Self; 6] =
        [Self::About, Self::Period, Self::Money, Self::Programme, Self::Partners, Self::Links];

    /// The group a field belongs to.
    pub fn of_field(field: &str) -> Self {
        match field.split(['.', '[']).next().unwrap_or_default() {
            "programme" | "priority" | "specific_objective" => Self::Programme,
            "start" | "end" => Self::Period,
            "total_budget" | "eu_funding" | "eu_cofinancing_percent" => Self::Money,
            "participations" | "partner_count_stated" => Self::Partners,
            "website" | "keep_url" => Self::Links,
            _ => Self::About,
        }
    }
}
