//! Reads roles, and recognises persons.

use catalogue::model::Role;

use crate::import::key::key;

const LEAD: [&str; 10] = [
    "lead",
    "lead partner",
    "leadpartner",
    "penvoerder",
    "leadpartner penvoerder",
    "federfuhrend",
    "projekttrager",
    "liedend",
    "pinfierder",
    "lieder",
];
const PARTNER: [&str; 6] = [
    "partner",
    "project partner",
    "projectpartner",
    "projektpartner",
    "projektpartner in",
    "dielnimmer",
];
const ASSOCIATE: [&str; 10] = [
    "associate",
    "associated",
    "associated partner",
    "associate partner",
    "geassocieerd",
    "geassocieerde partner",
    "assoziiert",
    "assoziierter partner",
    "assosjearre",
    "assosjearre partner",
];

/// Reads the role of an organisation.
pub fn part(text: &str) -> Option<Role> {
    let key = key(text);
    let says = |words: &[&str]| words.contains(&key.as_str());
    if says(&LEAD) {
        Some(Role::Lead)
    } else if says(&PARTNER) {
        Some(Role::Partner)
    } else if says(&ASSOCIATE) {
        Some(Role::Associate)
    } else {
        None
    }
}

/// Every word for every role.
pub fn role_words() -> impl Iterator<Item = &'static str> {
    LEAD.into_iter().chain(PARTNER).chain(ASSOCIATE)
}

/// Reads a yes or a no.
pub fn yes(text: &str) -> Option<bool> {
    match key(text).as_str() {
        "yes" | "ja" | "oui" | "true" | "1" | "x" => Some(true),
        "no" | "nee" | "nein" | "non" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a name or a legal status is that of a person.
pub fn is_person(text: &str) -> bool {
    const STATUS: [&str; 7] = [
        "natural person",
        "private person",
        "natuurlijk persoon",
        "natuerliche person",
        "naturliche person",
        "natuerlik persoan",
        "individual",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let title = ["mr", "mrs", "ms", "herr", "frau", "dhr", "mevr", "mevrouw"];
    let rest: Vec<String> = words.map(key).collect();
    // "MR:comp GmbH" and "Frau und Beruf e.V." are organisations.
    let firm =
        ["gmbh", "bv", "b v", "ltd", "e v", "ev", "und", "and", "en", "ag", "srl", "consult"];
    let named = (1..=4).contains(&rest.len()) && !rest.iter().any(|it| firm.contains(&it.as_str()));
    (title.contains(&first.as_str()) && named) || STATUS.contains(&key(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_in_every_language_of_the_template() {
        for (word, role) in [
            ("Lead", Role::Lead),
            ("Penvoerder", Role::Lead),
            ("Projektpartner", Role::Partner),
            ("geassocieerd", Role::Associate),
        ] {
            assert_eq!(part(word), Some(role), "{word}");
        }
        assert_eq!(part("boss"), None);
    }

    #[test]
    fn persons_are_told_from_organisations() {
        assert!(is_person("Mr. J. Smit") && is_person("Natural person"));
        assert!(!is_person("MR:comp GmbH") && !is_person("Frau und Beruf e.V."));
        assert!(!is_person("Msida Local Council") && !is_person("private"));
    }
}
