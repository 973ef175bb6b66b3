//! Writes `gazetteer.bin`. `read.rs` describes the format. Only the recipe and the tests use
//! this file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};

use catalogue::model::Country;

use super::key::key;
use super::read::MAGIC;
pub use super::regions::Region;

/// A town of a new gazetteer.
#[derive(Clone, Debug)]
pub struct NewTown {
    /// Its country.
    pub country: Country,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub other_names: Vec<String>,
    /// Its inhabitants; 0 if unknown.
    pub population: u32,
    /// Latitude and longitude, in ten-thousandths of a degree.
    pub at: [i32; 2],
    /// Its number in GeoNames.
    pub geonames_id: u32,
}

/// Makes the whole file. The order of towns and regions does not matter.
///
/// # Errors
///
/// If compressing fails, which does not happen in memory.
pub fn file(towns: &[NewTown], regions: &[Region]) -> io::Result<Vec<u8>> {
    let mut towns: Vec<(String, &NewTown)> =
        towns.iter().map(|town| (key(&town.name), town)).collect();
    towns.sort_by(|(a_key, a), (b_key, b)| {
        (a.country, a_key, a.geonames_id).cmp(&(b.country, b_key, b.geonames_id))
    });
    let mut keys: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for (index, (own, town)) in (0..).zip(&towns) {
        let others = town.other_names.iter().map(|name| key(name));
        for key in others.chain([own.clone()]).filter(|key| !key.is_empty()) {
            keys.entry(key).or_default().insert(index);
        }
    }
    let mut out = MAGIC.to_vec();
    for column in town_columns(&towns).iter().chain(&name_columns(&keys)) {
        pack(&mut out, column)?;
    }
    pack(&mut out, &region_column(regions))?;
    Ok(out)
}

/// The weight of a number of inhabitants: four steps for each doubling.
pub fn weight(population: u32) -> u8 {
    let steps = (f64::from(population) + 1.0).log2() * 4.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 128")]
    let weight = steps.round() as u8;
    weight
}

fn town_columns(towns: &[(String, &NewTown)]) -> [Vec<u8>; 6] {
    let [mut countries, mut lats, mut lons, mut ids, mut weights, mut written] =
        [const { Vec::new() }; 6];
    for of_country in towns.chunk_by(|(_, a), (_, b)| a.country == b.country) {
        if let Some((_, first)) = of_country.first() {
            countries.extend(first.country.as_str().as_bytes());
            number(&mut countries, of_country.len() as u64);
        }
    }
    let (mut at, mut id) = ([0; 2], 0);
    for (_, town) in towns {
        step(&mut lats, at[0], town.at[0]);
        step(&mut lons, at[1], town.at[1]);
        step(&mut ids, id, town.geonames_id.cast_signed());
        (at, id) = (town.at, town.geonames_id.cast_signed());
        weights.push(weight(town.population));
        line(&mut written, &town.name);
    }
    [countries, lats, lons, ids, weights, written]
}

fn name_columns(keys: &BTreeMap<String, BTreeSet<u64>>) -> [Vec<u8>; 3] {
    let [mut beginnings, mut text, mut holders] = [const { Vec::new() }; 3];
    let mut before = "";
    for (key, towns) in keys {
        let alike = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        let shared = (0..=alike.min(255)).rev().find(|&at| key.is_char_boundary(at));
        let shared = shared.unwrap_or(0);
        #[expect(clippy::cast_possible_truncation, reason = "at most 255")]
        beginnings.push(shared as u8);
        line(&mut text, &key[shared..]);
        before = key;
        number(&mut holders, towns.len() as u64);
        let mut last = 0;
        for &town in towns {
            number(&mut holders, town - last);
            last = town;
        }
    }
    [beginnings, text, holders]
}

fn region_column(regions: &[Region]) -> Vec<u8> {
    let mut regions: Vec<&Region> = regions.iter().collect();
    regions.sort_by(|a, b| a.code.cmp(&b.code));
    let mut out = Vec::new();
    let mut at = [0; 2];
    for region in regions {
        line(&mut out, &region.code);
        step(&mut out, at[0], region.at[0]);
        step(&mut out, at[1], region.at[1]);
        number(&mut out, u64::from(region.extent));
        at = region.at;
    }
    out
}

fn pack(out: &mut Vec<u8>, column: &[u8]) -> io::Result<()> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packed.write_all(column)?;
    let packed = packed.into_inner();
    number(out, column.len() as u64);
    number(out, packed.len() as u64);
    out.extend(packed);
    Ok(())
}

fn line(out: &mut Vec<u8>, text: &str) {
    out.extend(text.bytes().filter(|&byte| byte != b'\n'));
    out.push(b'\n');
}

fn step(out: &mut Vec<u8>, from: i32, to: i32) {
    let by = to.wrapping_sub(from);
    // Zigzag: small differences in both directions become small numbers.
    number(out, u64::from(((by << 1) ^ (by >> 31)).cast_unsigned()));
}

/// Seven bits per byte, least significant first.
fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
