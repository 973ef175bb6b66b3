//! The words of the embed generator, and those that an embed or a fragment carries
//! to the page of another site.

mod de;
mod en;
mod fy;
mod nl;

use catalogue::{embed::Hideable, model::Lang};

use super::{Pattern, Plural};

/// The words of the generator in one language.
#[derive(Debug)]
pub struct EmbedWords {
    /// Heading of the page, and of links to it.
    pub title: &'static str,
    /// For search engines, under 160 characters.
    pub description: &'static str,
    /// What the page does, a paragraph each.
    pub introduction: [&'static str; 2],
    /// Headings of the four steps.
    pub steps: [&'static str; 4],
    /// Something of the address was left out: `{key}`, `{value}`.
    pub ignored: Pattern,
    /// Parts of a filter that the form has no fields for: `{parts}`.
    pub also: Pattern,
    /// One of these: visitors never see more than `{filter}`.
    pub locked_to: Pattern,

    /// Whether visitors may change the filter, with the two answers.
    pub visitors: Choice<2>,
    /// Before those: what the question means.
    pub visitors_hint: &'static str,

    /// List and map, only the list, only the map.
    pub show: Choice<3>,
    /// Label of the language.
    pub language: &'static str,
    /// As the visitor has it, light, dark.
    pub scheme: Choice<3>,
    /// Label of the accent colour.
    pub accent: &'static str,
    /// What to write there.
    pub accent_hint: &'static str,
    /// Label of the field that picks a colour.
    pub pick: &'static str,
    /// How an accent can be read: `{colour}`, `{light}`, `{white}` as ratios.
    pub contrast: Pattern,
    /// That is enough.
    pub enough: &'static str,
    /// It is not; the embed shows `{colour}`.
    pub too_little: Pattern,
    /// Link that takes `{colour}`.
    pub take: Pattern,
    /// In dark colours it is shown as `{colour}`, `{ratio}`.
    pub in_dark: Pattern,
    /// Label of the roundness of corners.
    pub radius: &'static str,
    /// In pixels, 0 to 24.
    pub radius_hint: &'static str,
    /// Label of the typeface.
    pub font: &'static str,
    /// What to write there.
    pub font_hint: &'static str,
    /// Label of the level of the first heading.
    pub heading: &'static str,
    /// One of the levels: `{n}`.
    pub level: Pattern,
    /// Box: cards without their texts.
    pub compact: &'static str,
    /// Where project pages open: in the frame, in a new tab.
    pub open: Choice<2>,
    /// Legend of the parts that can be left out.
    pub hide: &'static str,
    /// Those parts, in the order of [`Hideable::ALL`].
    pub parts: [&'static str; 11],
    /// The button.
    pub show_it: &'static str,

    /// Heading of the preview.
    pub preview: &'static str,
    /// The five outputs: heading and what it is for.
    pub outputs: [(&'static str, &'static str); 5],
    /// Label of an example in PHP.
    pub php: &'static str,
    /// Button: copy `{what}`.
    pub copy: &'static str,
    /// It has been copied.
    pub copied: &'static str,
    /// It could not be copied.
    pub not_copied: &'static str,

    /// Link below an embed, to the same projects in the explorer.
    pub to_explorer: &'static str,
    /// Link below a fragment: all `{n}` projects.
    pub all: Plural,
    /// Whose data it is: `{credits}`.
    pub credits: Pattern,
}

/// A question with a few answers.
#[derive(Debug)]
pub struct Choice<const N: usize> {
    /// The question.
    pub legend: &'static str,
    /// The answers.
    pub answers: [&'static str; N],
}

impl EmbedWords {
    /// What a part is called.
    pub fn part(&self, part: Hideable) -> &'static str {
        let place = Hideable::ALL.iter().position(|known| *known == part).unwrap_or_default();
        self.parts.get(place).copied().unwrap_or_default()
    }
}

/// The words of the generator.
pub fn words(lang: Lang) -> &'static EmbedWords {
    match lang {
        Lang::Nl => &nl::WORDS,
        Lang::En => &en::WORDS,
        Lang::De => &de::WORDS,
        Lang::Fy => &fy::WORDS,
    }
}
