//! Reads `gazetteer.bin`. Any other file is an error and never a panic.
//!
//! The file consists of magic bytes and ten columns. Each column is compressed separately
//! (brotli), because similar values compress best together. Numbers have a variable length
//! (seven bits per byte, least significant first; signed ones in zigzag encoding).
//! `write.rs` writes the file.
//!
//! ```text
//! file      = "IXG1" column{10}
//! column    = length:n compressed:n brotli*
//!
//! countries = (code{2} towns:n)*        towns stand by country, then by key
//! latitudes = step*                     from the town before, 1/10,000 degree
//! longitudes= step*
//! ids       = step*                     GeoNames
//! weights   = byte*
//! written   = (utf8 0x0A)*              the towns' names
//! shared    = byte*                     what each key has in common with the one before
//! keys      = (utf8 0x0A)*              the rest of each, in order
//! holders   = (count:n step:n*)*        for every key its towns, ascending
//! regions   = (code{3,4,5} 0x0A lat:step lon:step extent:n)*
//! ```

use std::thread;

use catalogue::model::Country;

use super::column::{Column, Reader};
use super::names::Names;
use super::regions::{Region, Regions};
use super::{Gazetteer, TownEntry};

/// The first bytes of the file; the digit is the version of the format.
pub(super) const MAGIC: &[u8] = b"IXG1";

/// Why a file is not a gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// The file has no magic bytes, or those of another version.
    #[error("this is no gazetteer of a version that is known")]
    Magic,
    /// A column is too short or too long.
    #[error("the gazetteer's {0} end too early or too late")]
    Length(&'static str),
    /// A column has an impossible value.
    #[error("the gazetteer's {0} are damaged")]
    Damaged(&'static str),
}

/// Reads a whole `gazetteer.bin`.
///
/// # Errors
///
/// Names the damaged part.
pub(super) fn read(bytes: &[u8]) -> Result<Gazetteer, GazetteerError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(GazetteerError::Magic)?;
    let mut file = Reader { what: "columns", rest };
    let of_towns = file.columns(TOWNS)?;
    let of_names = file.columns(NAMES)?;
    let [of_regions] = file.columns(["regions"])?;
    file.end()?;
    // Towns and names take equally long, so a second thread reads the names.
    let read_names = || names(&of_names);
    let (towns, names) = thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, read_names);
        let towns = towns(&of_towns);
        let names = match beside {
            Ok(beside) => beside.join().unwrap_or(Err(GazetteerError::Damaged("names"))),
            Err(_) => read_names(),
        };
        (towns, names)
    });
    let ((towns, written), names) = (towns?, names?);
    if names.last_town().is_some_and(|last| last as usize >= towns.len()) {
        return Err(GazetteerError::Damaged("holders"));
    }
    Ok(Gazetteer { towns, written, names, regions: regions(&of_regions)? })
}

const TOWNS: [&str; 6] =
    ["countries", "latitudes", "longitudes", "numbers", "weights", "town names"];
const NAMES: [&str; 3] = ["beginnings of names", "names", "holders"];

/// The six columns of the towns.
fn towns(packed: &[Column<'_>; 6]) -> Result<(Vec<TownEntry>, String), GazetteerError> {
    let [countries, latitudes, longitudes, ids, weights, written] = packed;
    let (what_weights, what_written) = (weights.what, written.what);
    let (countries, latitudes) = (countries.unpack()?, latitudes.unpack()?);
    let (longitudes, ids, weights) = (longitudes.unpack()?, ids.unpack()?, weights.unpack()?);
    let written = written.text()?;

    let mut countries = Reader { what: "countries", rest: &countries };
    let mut latitudes = Reader { what: "latitudes", rest: &latitudes };
    let mut longitudes = Reader { what: "longitudes", rest: &longitudes };
    let mut ids = Reader { what: "numbers", rest: &ids };
    let mut of_weights = weights.iter();
    let mut ends = written.match_indices('\n');

    let mut towns = Vec::with_capacity(weights.len());
    let (mut at, mut id) = ([0; 2], 0);
    while !countries.rest.is_empty() {
        let code = std::str::from_utf8(countries.take(2)?).ok();
        let country: Country =
            code.and_then(|code| code.parse().ok()).ok_or(countries.damaged())?;
        for _ in 0..countries.number()? {
            at = [latitudes.degrees(at[0], 90)?, longitudes.degrees(at[1], 180)?];
            id = ids.step(id)?;
            let geonames_id = id.cast_unsigned();
            let weight = *of_weights.next().ok_or(GazetteerError::Length(what_weights))?;
            let end = ends.next().and_then(|(end, _)| u32::try_from(end).ok());
            let name_end = end.ok_or(GazetteerError::Length(what_written))?;
            towns.push(TownEntry { country, weight, geonames_id, at, name_end });
        }
    }
    for column in [latitudes, longitudes, ids] {
        column.end()?;
    }
    if of_weights.next().is_some() {
        return Err(GazetteerError::Length(what_weights));
    }
    if ends.next().is_some() {
        return Err(GazetteerError::Length(what_written));
    }
    Ok((towns, written))
}

/// The three columns of the names.
fn names(packed: &[Column<'_>; 3]) -> Result<Names, GazetteerError> {
    let [shared, keys, holders] = packed;
    let (shared, keys, holders) = (shared.unpack()?, keys.text()?, holders.unpack()?);
    let mut holders = Reader { what: "holders", rest: &holders };
    let mut rests = keys.split_terminator('\n');
    // A key has some ten bytes. Reserving them avoids repeated growing.
    let mut names = Names::with_capacity(shared.len(), shared.len() * 10);
    let mut key = String::new();
    for &alike in &shared {
        let alike = usize::from(alike);
        let rest = rests.next().ok_or(GazetteerError::Length("names"))?;
        // The search needs sorted keys: the part after the shared beginning must increase.
        if key.get(alike..).is_none_or(|before| before >= rest) {
            return Err(GazetteerError::Damaged("names"));
        }
        key.truncate(alike);
        key.push_str(rest);
        let mut town = 0_u64;
        for _ in 0..holders.number()? {
            town = town.checked_add(holders.number()?).ok_or(holders.damaged())?;
            names.hold(u32::try_from(town).map_err(|_| holders.damaged())?);
        }
        names.push(&key).ok_or(GazetteerError::Damaged("names"))?;
    }
    holders.end()?;
    if rests.next().is_some() {
        return Err(GazetteerError::Length("names"));
    }
    Ok(names)
}

fn regions(packed: &Column<'_>) -> Result<Regions, GazetteerError> {
    let column = packed.unpack()?;
    let mut reader = Reader { what: packed.what, rest: &column };
    let mut regions: Vec<Region> = Vec::new();
    let mut at = [0; 2];
    while !reader.rest.is_empty() {
        let code = reader.line()?.to_owned();
        at = [reader.degrees(at[0], 90)?, reader.degrees(at[1], 180)?];
        let extent = u32::try_from(reader.number()?).map_err(|_| reader.damaged())?;
        if regions.last().is_some_and(|last| last.code >= code) {
            return Err(reader.damaged());
        }
        regions.push(Region { code, at, extent });
    }
    Ok(Regions::new(regions))
}
