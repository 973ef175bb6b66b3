//! Makes slugs of names.

use catalogue::model::Slug;
use sha2::{Digest, Sha256};

use super::key::words;

/// A slug of about this length, cut between words, is readable in an address.
const LONGEST: usize = 60;

/// A text in lower-case Latin letters, digits and single hyphens, from any script; `None` if
/// nothing is left.
pub fn slugify(text: &str, longest: usize) -> Option<String> {
    let mut slug = String::new();
    // Accents are removed first. The transliteration that follows would also write ß as ss
    // and № as No, which people do not expect in an address.
    for word in deunicode::deunicode(&words(text)).split(|c: char| !c.is_ascii_alphanumeric()) {
        let more = usize::from(!slug.is_empty()) + word.len();
        if word.is_empty() {
            continue;
        }
        if slug.len() + more > longest {
            if slug.is_empty() {
                slug.push_str(&word[..longest.min(word.len())].to_ascii_lowercase());
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    (!slug.is_empty()).then_some(slug)
}

/// Special characters that distinguish names, with their words in an address.
const SIGNS: [(char, &str); 7] = [
    ('+', " plus "),
    ('&', " and "),
    ('@', " at "),
    ('#', " number "),
    ('%', " percent "),
    ('*', " star "),
    ('=', " is "),
];

/// A name with words instead of its special characters.
fn spelled(name: &str) -> String {
    let word = |c: char| SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, word)| *word);
    let mut spelled = String::with_capacity(name.len());
    for c in name.chars() {
        match word(c) {
            Some(word) => spelled.push_str(word),
            None => spelled.push(c),
        }
    }
    spelled
}

/// The slug of a new project: its acronym or title; if that is taken, with its programme;
/// if that is taken too, with a number. If a similar name exists, its special characters
/// are written as words.
pub fn slug_for(
    name: &str,
    programme: &Slug,
    told_apart: bool,
    taken: impl Fn(&Slug) -> bool,
) -> Slug {
    let name = if told_apart { spelled(name) } else { name.to_owned() };
    let stem = slugify(&name, LONGEST).unwrap_or_else(|| {
        let digest = Sha256::digest(format!("{programme}\n{name}").as_bytes());
        let digest: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("project-{digest}")
    });
    let with_programme = format!("{stem}-{programme}");
    let with_programme = slugify(&with_programme, Slug::MAX_LEN - 6).unwrap_or(with_programme);
    let numbered = (2..).map(|number: u32| format!("{with_programme}-{number}"));
    [stem.clone(), with_programme.clone()]
        .into_iter()
        .chain(numbered)
        .filter_map(|slug| slug.parse().ok())
        .find(|slug| !taken(slug))
        // There are more numbers than projects.
        .unwrap_or_else(|| programme.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_readable_addresses() {
        let slug = |text| slugify(text, 60);
        assert_eq!(slug("\"Bez granic - część 1\"").as_deref(), Some("bez-granic-czesc-1"));
        assert_eq!(slug("ENERGY@SCHOOL").as_deref(), Some("energy-school"));
        assert_eq!(slug("Βόρεια Ελλάδα").as_deref(), Some("boreia-ellada"));
        assert_eq!(slug("€ / –"), None);
    }

    #[test]
    fn a_name_that_is_taken_gets_its_programme_and_then_a_number() {
        let programme: Slug = "north-sea-2014".parse().unwrap();
        let make = |taken: &[&str]| {
            slug_for("I2I", &programme, false, |slug| taken.contains(&slug.as_str())).to_string()
        };
        assert_eq!(make(&[]), "i2i");
        assert_eq!(make(&["i2i"]), "i2i-north-sea-2014");
        assert_eq!(make(&["i2i", "i2i-north-sea-2014"]), "i2i-north-sea-2014-2");
    }

    #[test]
    fn signs_are_spelled_where_they_tell_two_names_apart() {
        let programme: Slug = "north-sea-2014".parse().unwrap();
        let make = |apart| slug_for("CARE-North+", &programme, apart, |_| false).to_string();
        assert_eq!(make(false), "care-north");
        assert_eq!(make(true), "care-north-plus");
    }

    proptest! {
        #[test]
        fn every_name_becomes_a_slug(name in ".{0,200}") {
            let programme: Slug = "north-sea-2014".parse().unwrap();
            let slug = slug_for(&name, &programme, false, |_| false);
            prop_assert!(slug.as_str().parse::<Slug>().is_ok());
            prop_assert!(slug.as_str().len() <= LONGEST);
        }
    }
}
