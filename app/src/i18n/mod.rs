//! Every word that people read, in every language.
//!
//! A language is one value of [`Messages`], a struct with a field for every
//! message: a message that is missing in one language does not compile. Words
//! with gaps are [`Pattern`]s, words that depend on a number [`Plural`]s. All
//! four languages have the same two plural forms (CLDR: `one` and `other`), so
//! two are all there is.

mod de;
mod en;
mod format;
mod fy;
mod languages;
mod messages;
mod nl;
mod pattern;
#[cfg(feature = "ssr")]
pub mod server_only;
#[cfg(test)]
mod tests;

use catalogue::model::Lang;

pub use catalogue::names::{country, theme};
pub use format::{date, date_short, money, money_short, number, percent};
pub use languages::language;
pub use messages::{FacetWords, Messages};
pub use pattern::{Pattern, Plural};

/// The words of a language.
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Nl => &nl::MESSAGES,
        Lang::En => &en::MESSAGES,
        Lang::De => &de::MESSAGES,
        Lang::Fy => &fy::MESSAGES,
    }
}
