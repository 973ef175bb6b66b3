//! The words of the page about the site: what Interreg is, where the data comes
//! from, privacy, and the accessibility statement.
//!
//! Only the server renders this page, so the browser does not carry its words.
//!
//! The statement follows the model of Implementing Decision (EU) 2018/1523. What
//! only the operator can say is a gap, and every such sentence has a sibling
//! `…_missing` for when it was not said. Nothing here claims an audit.

mod de;
mod en;
mod fy;
mod nl;

use catalogue::model::Lang;

use super::{Pattern, Plural};

/// Where [`About::ombudsman`] leads.
pub const OMBUDSMAN: &str = "https://www.nationaleombudsman.nl/";

/// The words of the page in one language. The comments say where a word stands
/// and what fills its gaps.
#[derive(Debug)]
pub struct About {
    /// Heading of the page.
    pub title: &'static str,
    /// For search engines, under 160 characters.
    pub description: &'static str,

    // What Interreg is.
    /// Heading.
    pub interreg: &'static str,
    /// Paragraphs; the strands follow as a list.
    pub interreg_text: [&'static str; 2],
    /// A sentence each: A cross-border, B transnational, C interregional, D outermost regions.
    pub strands: [&'static str; 4],

    // What the site shows.
    /// Heading.
    pub shows: &'static str,
    /// Paragraph: `{cities}` are the home cities.
    pub shows_cities: Pattern,
    /// Paragraphs: the unknown, the sources, the money, doubtful amounts.
    pub shows_text: [&'static str; 4],

    // The data.
    /// Heading.
    pub data: &'static str,
    /// Paragraph.
    pub data_text: &'static str,
    /// When it was collected: `{date}`.
    pub collected: Pattern,
    /// Before the list of those whose data the catalogue contains.
    pub credits: &'static str,
    /// Behind each of them: `{licence}`.
    pub licence: Pattern,
    /// Heading.
    pub basemap: &'static str,
    /// Paragraph: what the basemap is drawn from. Names stay.
    pub basemap_text: &'static str,
    /// Heading.
    pub reuse: &'static str,
    /// Paragraph: the terms for facts, places and software.
    pub reuse_text: &'static str,

    // Privacy.
    /// Heading.
    pub privacy: &'static str,
    /// Sentences of a list.
    pub privacy_text: [&'static str; 3],

    // The accessibility statement.
    /// Heading.
    pub accessibility: &'static str,
    /// Who makes the statement: `{name}` of the organisation.
    pub stated_by: Pattern,
    /// The organisation is not filled in.
    pub stated_by_missing: &'static str,
    /// What it applies to: `{address}` of the site.
    pub scope: Pattern,
    /// Paragraph: which model it follows.
    pub model: &'static str,
    /// Link to a statement that is published elsewhere, such as in the Dutch register.
    pub published: &'static str,

    /// Heading: how far the site complies.
    pub compliance: &'static str,
    /// What the operator says: fully, partially, not compliant, not yet assessed.
    pub compliances: [&'static str; 4],
    /// The operator says nothing.
    pub compliance_missing: &'static str,
    /// What is not accessible, where there is a published statement.
    pub barriers: &'static str,
    /// The same where there is none.
    pub barriers_missing: &'static str,

    /// Heading: how that is known.
    pub assessment: &'static str,
    /// Paragraph: what is tested with every change, and what that is worth.
    pub tests: &'static str,
    /// An independent audit that the operator names: `{audit}`, a name or a link.
    pub audit: Pattern,
    /// The operator names none.
    pub audit_missing: &'static str,
    /// When the statement was made: `{date}`.
    pub dated: Pattern,
    /// The date is not filled in.
    pub dated_missing: &'static str,

    /// Heading: whom to tell about a barrier.
    pub feedback: &'static str,
    /// Where to write and what: `{email}`.
    pub contact: Pattern,
    /// The address is not filled in.
    pub contact_missing: &'static str,
    /// How soon an answer comes: `{n}` working days.
    pub response: Plural,
    /// That is not filled in.
    pub response_missing: &'static str,

    /// Heading: what to do without a satisfactory answer.
    pub enforcement: &'static str,
    /// `{ombudsman}` is the link below.
    pub enforcement_text: Pattern,
    /// Link to [`OMBUDSMAN`], as it stands in that sentence.
    pub ombudsman: &'static str,
}

/// The words of the page about the site.
pub fn about(lang: Lang) -> &'static About {
    match lang {
        Lang::Nl => &nl::ABOUT,
        Lang::En => &en::ABOUT,
        Lang::De => &de::ABOUT,
        Lang::Fy => &fy::ABOUT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::tests::{gaps, strings};

    fn debug(lang: Lang) -> String {
        format!("{:?}", about(lang))
    }

    #[test]
    fn every_language_has_the_gaps_of_english() {
        for lang in Lang::ALL {
            assert_eq!(gaps(&debug(lang)), gaps(&debug(Lang::En)), "{lang}");
        }
    }

    #[test]
    fn nothing_is_empty_or_left_in_english() {
        let english = strings(&debug(Lang::En));
        for lang in [Lang::Nl, Lang::De, Lang::Fy] {
            let other = strings(&debug(lang));
            assert_eq!(other.len(), english.len());
            assert!(other.iter().all(|text| !text.trim().is_empty()), "{lang}");
            let same: Vec<_> =
                other.iter().zip(&english).filter(|(a, b)| a == b && a.contains(' ')).collect();
            assert!(same.is_empty(), "{lang}: {same:?}");
        }
    }

    #[test]
    fn sentences_that_hold_a_link_have_one_gap() {
        for about in Lang::ALL.map(about) {
            for pattern in
                [about.stated_by, about.scope, about.contact, about.audit, about.enforcement_text]
            {
                assert_eq!(pattern.0.matches('{').count(), 1, "{pattern:?}");
            }
        }
    }

    #[test]
    fn search_engines_show_the_whole_description() {
        for lang in Lang::ALL {
            assert!(about(lang).description.chars().count() < 160, "{lang}");
        }
    }
}
