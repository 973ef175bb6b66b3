//! The short public list of what projects are about.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What a project is about. The first six are the cities' own words; keep.eu's
/// 42 themes map onto this list and are kept beside it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it; the translations explain them")]
pub enum Theme {
    Health,
    Environment,
    Research,
    Education,
    Transport,
    SustainableEnergy,
    Economy,
    Digital,
    CultureTourism,
    SocialInclusion,
    ClimateAdaptation,
    Food,
}

/// The text is none of [`Theme::ALL`].
#[derive(Clone, Debug, thiserror::Error)]
#[error("not a theme")]
pub struct ThemeError;

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Health,
        Self::Environment,
        Self::Research,
        Self::Education,
        Self::Transport,
        Self::SustainableEnergy,
        Self::Economy,
        Self::Digital,
        Self::CultureTourism,
        Self::SocialInclusion,
        Self::ClimateAdaptation,
        Self::Food,
    ];

    /// The name in addresses and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Environment => "environment",
            Self::Research => "research",
            Self::Education => "education",
            Self::Transport => "transport",
            Self::SustainableEnergy => "sustainable-energy",
            Self::Economy => "economy",
            Self::Digital => "digital",
            Self::CultureTourism => "culture-tourism",
            Self::SocialInclusion => "social-inclusion",
            Self::ClimateAdaptation => "climate-adaptation",
            Self::Food => "food",
        }
    }
}

impl FromStr for Theme {
    type Err = ThemeError;

    fn from_str(text: &str) -> Result<Self, ThemeError> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text).ok_or(ThemeError)
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_addresses_call_a_theme_the_same() {
        for theme in Theme::ALL {
            assert_eq!(serde_json::to_string(&theme).unwrap(), format!("\"{theme}\""));
            assert_eq!(theme.as_str().parse::<Theme>().unwrap(), theme);
        }
    }
}
