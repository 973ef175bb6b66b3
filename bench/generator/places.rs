//! Where projects stand: all that a map needs.

use catalogue::map::LonLat;

use super::dice::Dice;
use super::facts::Facts;
use super::tables::COUNTRIES;

/// Degrees from a town's middle to its edge, and from one part of it to the next.
const TOWN: f64 = 0.02;
const STEP: f64 = 0.02;

/// One place for each of the first `len` projects: in the country of its lead, in
/// a town, some of which have many, and there in one of nine parts.
pub fn places(len: usize) -> Vec<LonLat> {
    (0..len).map(place).collect()
}

fn place(number: usize) -> LonLat {
    let facts = Facts::of(number);
    let mut dice = Dice::of("place", number);
    let lead = facts.countries.first().map_or(0, |country| *country);
    let land = &COUNTRIES[lead];
    let towns = (land.partners * 2) as f64;
    let town = (towns * dice.share().powi(2)) as usize;
    let (lon, lat) = land.somewhere(&mut Dice::of(land.code, town));
    let mut address = || ((dice.share() * 2.0 - 1.0) * TOWN / STEP).round() * STEP;
    LonLat::new(lon + address(), lat + address())
}
