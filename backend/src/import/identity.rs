//! Whether two names are equal, and whether two projects are the same.
//!
//! Two names are *equal* if they differ only in spaces and in Unicode composition. They
//! are *similar* if they have the same key: then titles, dates or pages must decide
//! whether they are the same project. "VALUE" and "VALUE+" are similar and two projects;
//! "Vitale Regionen" and "VITALE REGIONEN" may be one.

use catalogue::model::{LangTag, LocalText, PartialDate, Project};
use unicode_normalization::UnicodeNormalization as _;

use super::{draft::ProjectDraft, field::Tongue, key::key};

/// Characters that people omit or exchange without a change of meaning.
const TYPOGRAPHIC: &str = "-‐‑‒–—―_.,:;/\\|()[]{}\"'`´‘’‚‛“”„«»‹›…·•";

/// A name with single spaces and composed letters.
pub fn exact(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

/// The special characters of a name that have a meaning, such as the plus of "VALUE+".
fn signs(name: &str) -> String {
    let sign = |c: &char| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !c.is_control()
            && !unicode_normalization::char::is_combining_mark(*c)
            && !TYPOGRAPHIC.contains(*c)
    };
    name.chars().filter(sign).collect()
}

/// Whether two names differ only in case, accents, spaces and typography.
pub fn spelled_otherwise(one: &str, other: &str) -> bool {
    key(one) == key(other) && signs(one) == signs(other)
}

/// The facts that distinguish projects with similar names.
#[derive(Clone, Debug)]
pub struct Facts {
    titles: Vec<(Option<LangTag>, String)>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
}

impl Facts {
    /// Of a project in the catalogue.
    pub fn of(project: &Project) -> Self {
        let title = |text: &LocalText| (Some(text.lang.clone()), key(&text.text));
        Self {
            titles: project.title.iter().map(title).collect(),
            start: project.start,
            end: project.end,
        }
    }

    /// Of a row.
    pub fn of_draft(draft: &ProjectDraft) -> Self {
        let titles = draft.titles.iter().map(|words| {
            let lang = match words.tongue {
                Tongue::Known(lang) => Some(lang.into()),
                Tongue::Tagged(tag) => Some(tag.into()),
                Tongue::Detected(_) => None,
            };
            (lang, key(&words.text))
        });
        Self { titles: titles.collect(), start: draft.start, end: draft.end }
    }

    /// Whether the titles agree; `None` if they have no language in common.
    fn titles(&self, other: &Self) -> Option<bool> {
        let pairs =
            || self.titles.iter().flat_map(|one| other.titles.iter().map(move |two| (one, two)));
        if pairs().any(|(one, two)| one.1 == two.1) {
            return Some(true);
        }
        pairs().any(|(one, two)| one.0.is_some() && one.0 == two.0).then_some(false)
    }

    /// Whether the dates agree; `None` if both have no date in common.
    fn dates(&self, other: &Self) -> Option<bool> {
        // A year agrees with every day in it.
        let meet = |one: PartialDate, two: PartialDate| {
            one.earliest() <= two.latest() && two.earliest() <= one.latest()
        };
        let both = [self.start.zip(other.start), self.end.zip(other.end)];
        let mut said = both.into_iter().flatten().map(|(one, two)| meet(one, two)).peekable();
        said.peek()?;
        Some(said.all(|meets| meets))
    }

    /// Whether titles and dates both differ.
    pub fn two_projects(&self, other: &Self) -> bool {
        [self.titles(other), self.dates(other)] == [Some(false), Some(false)]
    }

    /// How many of titles and dates agree.
    pub fn agreement(&self, other: &Self) -> usize {
        let agree = [self.titles(other), self.dates(other)];
        agree.into_iter().filter(|said| *said == Some(true)).count()
    }

    /// Whether two projects with similar names are the same. If the names differ only in
    /// spelling, one fact must agree or none may differ. If they differ in special
    /// characters, titles and dates must both agree.
    pub fn one_project(&self, other: &Self, spelled_otherwise: bool) -> bool {
        let said = [self.titles(other), self.dates(other)];
        match spelled_otherwise {
            true => said.contains(&Some(true)) || !said.contains(&Some(false)),
            false => said == [Some(true), Some(true)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_but_for_blanks_and_composition() {
        assert_eq!(exact("  Vale\u{301}r \u{a0} 2"), exact("Valér 2"));
        assert_ne!(exact("VALUE"), exact("Value"));
        assert_ne!(exact("VALUE"), exact("VALUE+"));
    }

    #[test]
    fn signs_mean_something_and_typography_does_not() {
        assert!(spelled_otherwise("Vitale Regionen", "VITALE-REGIONEN"));
        assert!(spelled_otherwise("\"Bez granic\"", "Bez gráníc"));
        for (one, other) in [("VALUE", "VALUE+"), ("A+B", "A&B"), ("C", "C#"), ("Z!", "Z")] {
            assert!(!spelled_otherwise(one, other), "{one} {other}");
        }
    }
}
