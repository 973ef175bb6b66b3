//! Countries by name or code.

use std::{collections::HashMap, sync::LazyLock};

use catalogue::{
    model::{Country, Lang},
    names::countries,
};

use crate::import::key::key;

/// Other names of countries than those on our pages: short and long forms, the name in the
/// country itself, and the two codes in which the EU differs from ISO 3166-1.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    ("AT", &["Österreich", "Republic of Austria"]),
    ("BA", &["Bosnia-Herzegovina", "Bosnia", "Bosna i Hercegovina", "Bosnië-Herzegovina"]),
    ("BE", &["België", "Belgique"]),
    ("BG", &["България", "Bulgaria"]),
    ("BY", &["Wit-Rusland", "Weißrussland"]),
    ("CH", &["Suisse", "Svizzera", "Zwitserse Bondsstaat"]),
    ("CV", &["Cabo Verde"]),
    ("CZ", &["Czech Republic", "Česko", "Česká republika", "Tschechische Republik"]),
    ("DK", &["Danmark"]),
    ("EE", &["Eesti"]),
    ("ES", &["España"]),
    ("FI", &["Suomi"]),
    ("FO", &["Føroyar", "Faroes", "Färöer-Inseln"]),
    (
        "GB",
        &[
            "UK",
            "Great Britain",
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "Groot-Brittannië",
            "Großbritannien",
            "United Kingdom of Great Britain and Northern Ireland",
        ],
    ),
    ("GL", &["Kalaallit Nunaat"]),
    ("GR", &["EL", "Ελλάδα", "Ellada", "Hellas"]),
    ("HR", &["Hrvatska"]),
    ("HU", &["Magyarország"]),
    ("IE", &["Éire", "Republic of Ireland"]),
    ("IS", &["Ísland"]),
    ("IT", &["Italia"]),
    ("LT", &["Lietuva"]),
    ("LU", &["Luxembourg", "Lëtzebuerg"]),
    ("LV", &["Latvija"]),
    ("MD", &["Republic of Moldova", "Moldova, Republic of"]),
    ("ME", &["Crna Gora"]),
    (
        "MK",
        &[
            "Macedonia",
            "Former Yugoslav Republic of Macedonia",
            "FYROM",
            "Severna Makedonija",
            "The former Yugoslav Republic of Macedonia",
            "Republic of North Macedonia",
        ],
    ),
    ("NL", &["The Netherlands", "Holland", "Nederland"]),
    ("NO", &["Norge"]),
    ("PL", &["Polska"]),
    ("PS", &["Palestine", "Palestinian Authority", "Palestinian Territory"]),
    ("RO", &["România"]),
    ("RS", &["Srbija", "Republic of Serbia"]),
    ("RU", &["Russian Federation", "Россия"]),
    ("SE", &["Sverige"]),
    ("SI", &["Slovenija"]),
    ("SK", &["Slovak Republic", "Slovensko", "Slowakische Republik"]),
    ("TR", &["Turkey", "Turkiye"]),
    ("UA", &["Україна"]),
    ("US", &["USA", "United States of America"]),
    ("XK", &["Kosovo*", "Kosova"]),
];

/// Every folded name with its country. Imports look up tens of thousands of partners.
static NAMES: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let ours = Lang::ALL.into_iter().flat_map(countries).map(|(code, name)| (key(name), code));
    let others = OTHER_NAMES.iter().flat_map(|(code, names)| {
        let code: Option<Country> = code.parse().ok();
        names.iter().filter_map(move |name| Some((key(name), code?)))
    });
    ours.chain(others).collect()
});

/// A country by its code, by its name in one of our languages, or by a name in
/// [`OTHER_NAMES`]; also with a code before the name, such as `EL Greece / ΕΛΛΑΔΑ`.
pub fn country(text: &str) -> Option<Country> {
    // Codes are tried first, since some names are as short as a code.
    let code = text.split_whitespace().next().unwrap_or_default();
    if code.len() == 2 && (code.len() == text.trim().len() || text.contains('/')) {
        return by_code(&code.to_ascii_uppercase());
    }
    NAMES.get(&key(text)).copied()
}

/// The keys of every name of every country.
pub fn country_names() -> impl Iterator<Item = (Country, &'static str)> {
    NAMES.iter().map(|(name, country)| (*country, name.as_str()))
}

fn by_code(code: &str) -> Option<Country> {
    let code = match code {
        "EL" => "GR",
        "UK" => "GB",
        code => code,
    };
    countries(Lang::En).find(|(known, _)| known.as_str() == code).map(|(known, _)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_by_name_in_many_languages() {
        for (text, code) in [
            ("NL", "NL"),
            ("Nederland", "NL"),
            ("UNITED KINGDOM", "GB"),
            ("UK", "GB"),
            ("EL Greece / ΕΛΛΑΔΑ", "GR"),
            ("DE Germany / DEUTSCHLAND", "DE"),
            ("Czech Republic", "CZ"),
            ("Dútslân", "DE"),
            ("Österreich", "AT"),
            ("GREENLAND", "GL"),
            ("Turkey", "TR"),
        ] {
            assert_eq!(country(text).map(|it| it.to_string()).as_deref(), Some(code), "{text}");
        }
        for bad in ["", "Europe", "XX", "N"] {
            assert_eq!(country(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_name_on_our_pages_is_understood() {
        for lang in Lang::ALL {
            for (code, name) in countries(lang) {
                assert_eq!(country(name), Some(code), "{name}");
            }
        }
    }
}
