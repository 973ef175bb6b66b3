//! Names for addresses, made of names for people.

use catalogue::model::Slug;
use sha2::{Digest, Sha256};

use super::mapping::words;

/// A name cut between words to about this length stays readable in an address.
const LONGEST: usize = 60;

/// Lower-case letters, digits and single hyphens, in Latin letters whatever the
/// script was; `None` where nothing is left.
pub fn slugify(text: &str, longest: usize) -> Option<String> {
    let mut slug = String::new();
    // Accents fold away first, since a table of letters would write ü as u but
    // also ß as ss and № as No, which nobody looks for in an address.
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

/// The name of a project that has none yet: its acronym or title, where that is
/// taken with its programme, and where that is taken too with a number.
pub fn slug_for(name: &str, programme: &Slug, taken: impl Fn(&Slug) -> bool) -> Slug {
    let stem = slugify(name, LONGEST).unwrap_or_else(|| {
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
        // Numbers do not end before somebody has as many projects.
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
            slug_for("I2I", &programme, |slug| taken.contains(&slug.as_str())).to_string()
        };
        assert_eq!(make(&[]), "i2i");
        assert_eq!(make(&["i2i"]), "i2i-north-sea-2014");
        assert_eq!(make(&["i2i", "i2i-north-sea-2014"]), "i2i-north-sea-2014-2");
    }

    proptest! {
        #[test]
        fn every_name_becomes_a_slug(name in ".{0,200}") {
            let programme: Slug = "north-sea-2014".parse().unwrap();
            let slug = slug_for(&name, &programme, |_| false);
            prop_assert!(slug.as_str().parse::<Slug>().is_ok());
            prop_assert!(slug.as_str().len() <= LONGEST);
        }
    }
}
