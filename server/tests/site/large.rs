//! A catalogue of many projects at many places, always the same.

use serde_json::{Value, json};

/// Programmes with names as long as real ones.
pub const PROGRAMMES: usize = 60;

const COUNTRIES: [&str; 20] = [
    "AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "NL", "PL", "PT", "SE",
];

const SYLLABLES: [&str; 16] = [
    "wa", "ter", "kli", "ma", "re", "gio", "nal", "ener", "gie", "mo", "bil", "tou", "ris", "me",
    "bor", "der",
];

/// The name of a programme in addresses.
pub fn programme(n: usize) -> String {
    format!("interreg-programme-of-regions-and-waters-{n}")
}

/// The default catalogue with other projects and programmes.
pub fn catalogue(projects: usize) -> String {
    let text = include_str!("../../../data/northern-netherlands.json");
    let mut document: Value = serde_json::from_str(text).unwrap();
    let cities: Vec<Value> = document["home_cities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|city| city["slug"].clone())
        .collect();
    let model = document["programmes"][0].clone();
    document["programmes"] = (0..PROGRAMMES)
        .map(|n| {
            let mut programme_like = model.clone();
            programme_like["slug"] = programme(n).into();
            programme_like["name"] = format!("Interreg {} {n}", words(n, 3)).into();
            programme_like
        })
        .collect();
    document["projects"] = (0..projects).map(|n| project(n, &cities)).collect();
    document.to_string()
}

/// So many words that are made of the same syllables in another order.
fn words(seed: usize, count: usize) -> String {
    let syllable = |n: usize| SYLLABLES[n % SYLLABLES.len()];
    let word = |n: usize| format!("{}{}{}", syllable(n * 7), syllable(n * 11 + 3), syllable(n / 5));
    (0..count).map(|n| word(seed * 3 + n)).collect::<Vec<_>>().join(" ")
}

fn project(n: usize, cities: &[Value]) -> Value {
    let place = |n: usize| {
        let (column, row) = (n % 40, n / 40 % 25);
        json!({
            "lat": 37.0 + row as f64 * 0.9, "lon": -8.0 + column as f64 * 0.85, "precision": "town"
        })
    };
    let participations = (0..6).map(|m| {
        let at = (n * 37 + m * 211) % 1_000;
        json!({
            "organisation": format!("{} {at}", words(at, 2)),
            "role": if m == 0 { "lead" } else { "partner" },
            "town": format!("Town {at}"),
            "country": COUNTRIES[at % COUNTRIES.len()],
            "location": place(at),
        })
    });
    json!({
        "slug": format!("project-{n}"),
        "acronym": format!("P{n}"),
        "title": [{ "lang": "en", "text": words(n, 8) }],
        "description": [{ "lang": "en", "text": words(n + 1, 60) }],
        "presented_by": [cities[n % cities.len()]],
        "programme": programme(n % PROGRAMMES),
        "themes": ["health", "transport"],
        "start": format!("{}-01-01", 2014 + n % 8),
        "end": format!("{}-12-31", 2017 + n % 8),
        "total_budget": { "eur": 1_000_000 + n * 1_000 },
        "participations": participations.collect::<Vec<_>>(),
    })
}
