//! The texts of the template, in every language of the explorer.

mod de;
mod en;
mod fy;
mod nl;

use catalogue::model::Lang;

use crate::import::{field::Field, mapping::Lists};

/// The texts of the template in one language.
pub struct Words {
    /// The name of the sheet of projects.
    pub projects: &'static str,
    /// The name of the sheet of partners.
    pub partners: &'static str,
    /// The name of the sheet with explanations.
    pub explanation: &'static str,
    /// The name of the sheet with examples.
    pub example: &'static str,
    /// The name of the sheet with the lists of choices.
    pub lists: &'static str,
    /// The instructions, one paragraph each.
    pub introduction: &'static [&'static str],
    /// The headers of the explanations: sheet, column, required, what to write.
    pub heads: [&'static str; 4],
    /// The mark of a required column.
    pub needed: &'static str,
    /// The names of the roles: lead, partner, associate.
    pub roles: [&'static str; 3],
    /// The warning for a value that is not in the list.
    pub not_in_list: &'static str,
    /// The explanation of a column.
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
