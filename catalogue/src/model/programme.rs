//! The funding programmes projects belong to.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Slug;

/// Which kind of cooperation an Interreg programme funds.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Strand {
    /// Cross-border: neighbours on both sides of a border.
    A,
    /// Transnational: regions of several countries around a sea or a mountain range.
    B,
    /// Interregional: the whole of Europe. URBACT belongs here.
    C,
    /// Outermost regions and their neighbours.
    D,
}

impl Strand {
    /// Every strand.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letter in addresses and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// A programming period of EU cohesion policy.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the years are the whole meaning")]
pub enum Period {
    #[serde(rename = "2000-2006")]
    P2000,
    #[serde(rename = "2007-2013")]
    P2007,
    #[serde(rename = "2014-2020")]
    P2014,
    #[serde(rename = "2021-2027")]
    P2021,
}

/// The text is none of [`Period::ALL`].
#[derive(Clone, Debug, thiserror::Error)]
#[error("not a programming period")]
pub struct PeriodError;

impl Period {
    /// Every period, oldest first.
    pub const ALL: [Self; 4] = [Self::P2000, Self::P2007, Self::P2014, Self::P2021];

    /// The name in addresses, files and on pages: `2014-2020`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::P2000 => "2000-2006",
            Self::P2007 => "2007-2013",
            Self::P2014 => "2014-2020",
            Self::P2021 => "2021-2027",
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        Self::ALL.into_iter().find(|period| period.as_str() == text).ok_or(PeriodError)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A funding programme in one period.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its name in addresses, such as `north-sea-2021`.
    pub slug: Slug,
    /// Its own name, such as "Interreg North Sea".
    pub name: String,
    /// Which kind of cooperation it funds.
    pub strand: Strand,
    /// When it ran.
    pub period: Period,
    /// Its code in EU cohesion policy (Code Commun d'Identification).
    #[serde(default)]
    pub cci: Option<String>,
    /// Its own site.
    #[serde(default)]
    pub website: Option<String>,
}
