//! How a place is found: readings in order, candidates of each, and what
//! decides between several.

use catalogue::model::{Location, Precision};

use super::country;
use super::distance::apart;
use super::key::key;
use super::reading::readings;
use super::regions::Region;
use super::{Candidate, Found, Gazetteer, REACH, TENFOLD, Town, Wanted, location};

/// Towns nearer to each other than this are one town for whoever looks at the
/// map: twice in GeoNames, or a town and its suburb.
const SAME: f64 = 15.0;

/// Looking for slips goes through many keys: only so many readings are worth it.
const MOST_MISTYPED: usize = 6;

/// Candidates that are worth telling.
const MOST_CANDIDATES: usize = 8;

/// What a search is confined to.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    countries: Option<&'a [&'a str]>,
    pub(super) region: Option<&'a Region>,
    /// Whether a town must not only be near its region but may be in it.
    within: bool,
}

/// What became of one reading.
enum Choice {
    Nobody,
    One(u32),
    /// The heaviest first.
    Several(Vec<u32>),
}

impl Gazetteer {
    /// Finds a place. A location whose NUTS 3 region is known lies within
    /// [`REACH`] of that region's centre.
    pub fn locate(&self, wanted: &Wanted<'_>) -> Found {
        let region = wanted.nuts.iter().rev().find_map(|code| self.regions.get(code.trim()));
        let typed = [wanted.town, wanted.postcode].into_iter().flatten();
        let readings =
            typed.map(readings).find(|readings| !readings.is_empty()).unwrap_or_default();
        let country = country::given(wanted);
        let own = country.as_ref().map(|own| [own.as_str()]);
        let territories = country.as_ref().map(|own| country::territories(own.as_str()));
        let scopes = [own.as_ref().map(<[_; 1]>::as_slice), territories].map(|countries| Scope {
            countries,
            region,
            within: false,
        });
        // Somebody who names no country has one scope, the world.
        let scopes = if country.is_some() { &scopes[..] } else { &scopes[..1] };
        // Half a country confirms nothing: levels 2 and 3 do.
        let confirmed = region.is_some_and(|region| region.code.len() >= 4);
        for &sure in scopes {
            let doubtful = Scope { within: true, ..sure };
            for reading in readings.iter().filter(|reading| confirmed || !reading.guess) {
                let scope = if reading.guess { &doubtful } else { &sure };
                match self.choose(self.names.towns(&reading.key), &reading.key, scope) {
                    Choice::Nobody => {}
                    Choice::One(town) => return self.found(town),
                    Choice::Several(towns) => return self.ambiguous(&towns),
                }
            }
            let mut typed = readings.iter().filter(|reading| !reading.guess).take(MOST_MISTYPED);
            if let Some(town) = typed.find_map(|typed| self.mistyped(&typed.key, &doubtful)) {
                return self.found(town);
            }
        }
        region
            .and_then(|region| {
                let location = location(region.at, Precision::Region, None)?;
                Some(Found::Region { location, code: region.code.clone() })
            })
            .unwrap_or(Found::Unknown)
    }

    /// The one town among those of a name that is meant.
    fn choose(&self, towns: &[u32], name: &str, scope: &Scope<'_>) -> Choice {
        let mut candidates: Vec<(u32, &Town, u8)> = towns
            .iter()
            .filter_map(|&index| {
                let town = self.town(index).filter(|town| scope.admits(town))?;
                // A town is more likely meant by its own name than one that is
                // also called so: as much as by ten times as many inhabitants.
                let own = if key(self.name(index)) == name { TENFOLD } else { 0 };
                Some((index, town, town.weight.saturating_add(own)))
            })
            .collect();
        candidates.sort_by_key(|&(index, _, weight)| (std::cmp::Reverse(weight), index));
        let Some(&(first, heaviest, most)) = candidates.first() else { return Choice::Nobody };
        let rival = |&&(_, town, weight): &&(u32, &Town, u8)| {
            weight.saturating_add(TENFOLD) > most && apart(town.at, heaviest.at) > SAME
        };
        if !candidates.iter().any(|candidate| rival(&candidate)) {
            return Choice::One(first);
        }
        let Some(region) = scope.region else {
            return Choice::Several(candidates.into_iter().map(|(index, ..)| index).collect());
        };
        let distance = |town: &Town| apart(town.at, region.at);
        let nearest = candidates
            .iter()
            .filter(|(.., weight)| weight.saturating_add(TENFOLD) > most)
            .min_by(|(_, a, _), (_, b, _)| distance(a).total_cmp(&distance(b)));
        nearest.map_or(Choice::Nobody, |&(index, ..)| Choice::One(index))
    }

    fn found(&self, index: u32) -> Found {
        self.at(index).map_or(Found::Unknown, |(name, location)| Found::Town { location, name })
    }

    fn ambiguous(&self, towns: &[u32]) -> Found {
        let candidate = |&index: &u32| {
            let (name, location) = self.at(index)?;
            let at = self.town(index)?.at;
            let near = self.regions.nearest(at).filter(|region| apart(region.at, at) < 2.0 * REACH);
            let near = near.map(|region| region.code.clone());
            Some(Candidate { name, location, near })
        };
        let candidates = towns.iter().take(MOST_CANDIDATES).filter_map(candidate).collect();
        Found::Ambiguous { candidates }
    }

    fn at(&self, index: u32) -> Option<(String, Location)> {
        let town = self.town(index)?;
        let location = location(town.at, Precision::Town, Some(town.geonames_id))?;
        Some((self.name(index).to_owned(), location))
    }
}

impl Scope<'_> {
    pub(super) fn admits(&self, town: &Town) -> bool {
        self.countries.is_none_or(|countries| countries.contains(&town.country.as_str()))
            && self.region.is_none_or(|region| {
                let most =
                    if self.within { extent(region).min(reach(region)) } else { reach(region) };
                apart(region.at, town.at) <= most
            })
    }
}

/// How far from its centre a region goes.
fn extent(region: &Region) -> f64 {
    f64::from(region.extent)
}

/// How far from a region's centre its towns are: as far as it goes. One of
/// level 3 has a fixed reach, so that a map never shows a pin far off.
fn reach(region: &Region) -> f64 {
    if region.code.len() >= 5 { REACH } else { extent(region).max(REACH) }
}
