//! Texts with the language they are written in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language the explorer itself speaks.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Dutch, also where a visitor asks for a language that we do not have.
    Nl,
    /// English.
    En,
    /// German.
    De,
    /// West Frisian.
    Fy,
}

/// The text is none of [`Lang::ALL`].
#[derive(Clone, Debug, thiserror::Error)]
#[error("not a language of the explorer: choose one of {}", Lang::ALL.map(Lang::tag).join(", "))]
pub struct LangError;

impl Lang {
    /// How many languages there are. Whatever has words or names for each of them is an
    /// array of this length, so that it does not compile without those of a new one.
    pub const COUNT: usize = {
        // A new language belongs into this arm, into the number and into `ALL`.
        match Self::Nl {
            Self::Nl | Self::En | Self::De | Self::Fy => 4,
        }
    };

    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; Self::COUNT] = [Self::Nl, Self::En, Self::De, Self::Fy];

    /// The language tag, as in addresses and `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            Self::De => "de",
            Self::Fy => "fy",
        }
    }

    /// What stands between whole numbers and fractions.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::En => '.',
            Self::Nl | Self::De | Self::Fy => ',',
        }
    }

    /// What stands between groups of three digits.
    pub fn group_mark(self) -> char {
        match self {
            Self::En => ',',
            Self::Nl | Self::De | Self::Fy => '.',
        }
    }

    /// What a reader of this language most likely reads too, best first: the
    /// order in which a project's texts are tried.
    pub fn preferences(self) -> [Self; Self::COUNT] {
        match self {
            Self::Nl => [Self::Nl, Self::En, Self::De, Self::Fy],
            Self::En => [Self::En, Self::Nl, Self::De, Self::Fy],
            Self::De => [Self::De, Self::En, Self::Nl, Self::Fy],
            Self::Fy => [Self::Fy, Self::Nl, Self::En, Self::De],
        }
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(tag: &str) -> Result<Self, LangError> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or(LangError)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The language tag of a text in the catalogue. Projects come in every language
/// of Europe, so this is wider than [`Lang`].
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct LangTag(String);

/// Why a text is not a language tag.
#[derive(Clone, Debug, thiserror::Error)]
#[error("\"{0}\" is not a language: write two or three small letters of ISO 639, such as nl or en")]
pub struct LangTagError(String);

impl LangTag {
    /// The tag of a text in an unknown language.
    pub fn undetermined() -> Self {
        Self("und".to_owned())
    }

    /// Whether the language is unknown.
    pub fn is_undetermined(&self) -> bool {
        self.0 == "und"
    }

    /// The tag as text, for the `lang` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LangTag {
    type Error = LangTagError;

    fn try_from(text: String) -> Result<Self, LangTagError> {
        if (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase()) {
            Ok(Self(text))
        } else {
            Err(LangTagError(text.chars().take(40).collect()))
        }
    }
}

impl From<LangTag> for String {
    fn from(tag: LangTag) -> Self {
        tag.0
    }
}

impl From<Lang> for LangTag {
    fn from(lang: Lang) -> Self {
        Self(lang.tag().to_owned())
    }
}

/// A text in one language.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// The language the text is written in.
    pub lang: LangTag,
    /// The text, word for word as the source has it.
    pub text: String,
}

/// The text that a reader of `lang` gets most from: their own language, else
/// the nearest that exists, else whatever comes first.
pub fn best(texts: &[LocalText], lang: Lang) -> Option<&LocalText> {
    lang.preferences()
        .into_iter()
        .find_map(|wanted| texts.iter().find(|text| text.lang.as_str() == wanted.tag()))
        .or_else(|| texts.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tag: &str) -> LocalText {
        LocalText { lang: LangTag(tag.to_owned()), text: tag.to_owned() }
    }

    #[test]
    fn a_reader_gets_their_own_language_or_the_nearest() {
        let texts = [text("pl"), text("en"), text("nl")];
        assert_eq!(best(&texts, Lang::Nl).map(|t| t.lang.as_str()), Some("nl"));
        assert_eq!(best(&texts, Lang::De).map(|t| t.lang.as_str()), Some("en"));
        assert_eq!(best(&texts, Lang::Fy).map(|t| t.lang.as_str()), Some("nl"));
        assert_eq!(best(&texts[..1], Lang::Nl).map(|t| t.lang.as_str()), Some("pl"));
        assert_eq!(best(&[], Lang::Nl), None);
    }
}
