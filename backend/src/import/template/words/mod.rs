//! The words of the template, in every language of the explorer.

mod de;
mod en;
mod fy;
mod nl;

use catalogue::model::Lang;

use crate::import::mapping::{Field, Lists};

/// What the template says in one language.
pub struct Words {
    /// The name of the sheet of projects.
    pub projects: &'static str,
    /// The name of the sheet of partners.
    pub partners: &'static str,
    /// The name of the sheet with explanations.
    pub explanation: &'static str,
    /// The name of the sheet with examples.
    pub example: &'static str,
    /// The name of the sheet with what can be chosen.
    pub lists: &'static str,
    /// How to fill it in, a paragraph each.
    pub introduction: &'static [&'static str],
    /// Heads of the explanations: sheet, column, needed, what to write.
    pub heads: [&'static str; 4],
    /// That a column must be filled in.
    pub needed: &'static str,
    /// Lead, partner, associate.
    pub roles: [&'static str; 3],
    /// What to do where a value is not in the list.
    pub not_in_list: &'static str,
    /// What to write into a column.
    pub explain: fn(Lists, Field) -> &'static str,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Nl => &nl::WORDS,
        Lang::En => &en::WORDS,
        Lang::De => &de::WORDS,
        Lang::Fy => &fy::WORDS,
    }
}
