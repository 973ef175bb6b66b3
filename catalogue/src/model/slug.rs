//! The stable name of a project, a programme or a city in addresses and files.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A short name made of lower-case letters, digits and single hyphens, such as
/// `water-warmth`. It stands in addresses, so it never changes once published.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a text is not a [`Slug`].
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "\"{0}\" is not a slug: write 1 to {max} lower-case letters (a-z), digits and single hyphens, such as water-warmth",
    max = Slug::MAX_LEN
)]
pub struct SlugError(String);

impl Slug {
    /// Longer ones would make addresses that mail programs break.
    pub const MAX_LEN: usize = 120;

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let well_formed = text.len() <= Self::MAX_LEN
            && text.split('-').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(SlugError(text.chars().take(Self::MAX_LEN).collect()))
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_words_joined_by_single_hyphens() {
        for good in ["bling", "i2i-from-isolation-to-inclusion", "2014"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-", "a--b", "-a", "a-", "Bling", "a b", "fryslân", &"a".repeat(121)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
