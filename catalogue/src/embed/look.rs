//! What an embed looks like.

use std::{fmt, str::FromStr};

/// A part that can be left out.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[expect(missing_docs, reason = "what it says")]
pub enum Hideable {
    Title,
    Introduction,
    Search,
    Filters,
    Sort,
    Actions,
    List,
    Map,
    Layers,
    Languages,
    Link,
}

impl Hideable {
    /// Every part, from the top of the page downward.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Introduction,
        Self::Search,
        Self::Filters,
        Self::Sort,
        Self::Actions,
        Self::List,
        Self::Map,
        Self::Layers,
        Self::Languages,
        Self::Link,
    ];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Introduction => "introduction",
            Self::Search => "search",
            Self::Filters => "filters",
            Self::Sort => "sort",
            Self::Actions => "actions",
            Self::List => "list",
            Self::Map => "map",
            Self::Layers => "layers",
            Self::Languages => "languages",
            Self::Link => "link",
        }
    }

    /// The part of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Scheme {
    /// As the visitor's system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Scheme {
    /// Its name in addresses; the default has one only to be read.
    pub fn as_str(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

/// A colour, as `RRGGBB`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "what it says")]
pub struct Accent {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

/// Why a text is no colour.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a colour: write six digits from 0 to f, as in 154273")]
pub struct AccentError;

impl FromStr for Accent {
    type Err = AccentError;

    fn from_str(text: &str) -> Result<Self, AccentError> {
        // A colour field of a form puts a hash in front.
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(AccentError);
        }
        let all = u32::from_str_radix(digits, 16).map_err(|_| AccentError)?;
        let [_, red, green, blue] = all.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = self;
        write!(f, "{red:02x}{green:02x}{blue:02x}")
    }
}

/// The name of a typeface, which needs no escape in a style sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Font(String);

/// Why a text names no typeface.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not the name of a typeface: at most 60 letters, digits, blanks and hyphens")]
pub struct FontError;

impl FromStr for Font {
    type Err = FontError;

    fn from_str(text: &str) -> Result<Self, FontError> {
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || " -".contains(letter);
        let fits = (1..=60).contains(&text.len()) && text.chars().all(allowed);
        if fits { Ok(Self(text.trim().to_owned())) } else { Err(FontError) }
    }
}

impl fmt::Display for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
