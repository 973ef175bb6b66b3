//! Finds a place: readings in order, the candidates of each, and the choice between several.

use catalogue::model::{Location, Precision};

use super::{
    Candidate, Found, Gazetteer, REACH, TENFOLD, TownEntry, Wanted, country, distance::apart,
    key::key, location, mistyped::mistyped, reading::readings, scope::Scope,
};

/// Towns nearer to each other than this count as one on the map: a double entry in
/// GeoNames, or a town and its suburb.
const SAME: f64 = 15.0;

/// How many readings are searched with typing errors, which compares many keys.
const MOST_MISTYPED: usize = 6;

/// How many candidates are returned.
const MOST_CANDIDATES: usize = 8;

/// The result for one reading.
enum Choice {
    Nothing,
    One(u32),
    /// Largest weight first.
    Several(Vec<u32>),
}

/// Finds a place. A location whose NUTS 3 region is known lies within
/// [`REACH`] of that region's centre.
pub(super) fn locate(gazetteer: &Gazetteer, wanted: &Wanted<'_>) -> Found {
    let region = wanted.nuts.iter().rev().find_map(|code| gazetteer.regions.get(code.trim()));
    let typed = [wanted.town, wanted.postcode].into_iter().flatten();
    let readings = typed.map(readings).find(|readings| !readings.is_empty()).unwrap_or_default();
    let country = country::given(wanted);
    let own = country.as_ref().map(|own| [own.as_str()]);
    let territories = country.as_ref().map(|own| country::territories(own.as_str()));
    let scopes = [own.as_ref().map(<[_; 1]>::as_slice), territories].map(|countries| Scope {
        countries,
        region,
        within: false,
    });
    // Without a country there is one scope: the world.
    let scopes = if country.is_some() { &scopes[..] } else { &scopes[..1] };
    // A region of level 1 is too large to confirm a guess; levels 2 and 3 can.
    let confirmed = region.is_some_and(|region| region.code.len() >= 4);
    for &sure in scopes {
        let doubtful = Scope { within: true, ..sure };
        for reading in readings.iter().filter(|reading| confirmed || !reading.guess) {
            let scope = if reading.guess { &doubtful } else { &sure };
            match choose(gazetteer, gazetteer.names.towns(&reading.key), &reading.key, scope) {
                Choice::Nothing => {}
                Choice::One(town) => return found(gazetteer, town),
                Choice::Several(towns) => return ambiguous(gazetteer, &towns),
            }
        }
        let mut typed = readings.iter().filter(|reading| !reading.guess).take(MOST_MISTYPED);
        if let Some(town) = typed.find_map(|typed| mistyped(gazetteer, &typed.key, &doubtful)) {
            return found(gazetteer, town);
        }
    }
    region
        .and_then(|region| {
            let location = location(region.at, Precision::Region, None)?;
            Some(Found::Region { location, code: region.code.clone() })
        })
        .unwrap_or(Found::Unknown)
}

/// Chooses between the towns of a name.
fn choose(gazetteer: &Gazetteer, towns: &[u32], name: &str, scope: &Scope<'_>) -> Choice {
    let mut candidates: Vec<(u32, &TownEntry, u8)> = towns
        .iter()
        .filter_map(|&index| {
            let town = gazetteer.town(index).filter(|town| scope.admits(town))?;
            // A town whose main name matches is preferred to one with this alternative name:
            // this counts as much as ten times the inhabitants.
            let own = if key(gazetteer.name(index)) == name { TENFOLD } else { 0 };
            Some((index, town, town.weight.saturating_add(own)))
        })
        .collect();
    candidates.sort_by_key(|&(index, _, weight)| (std::cmp::Reverse(weight), index));
    let Some(&(first, heaviest, most)) = candidates.first() else { return Choice::Nothing };
    let rival = |&&(_, town, weight): &&(u32, &TownEntry, u8)| {
        weight.saturating_add(TENFOLD) > most && apart(town.at, heaviest.at) > SAME
    };
    if !candidates.iter().any(|candidate| rival(&candidate)) {
        return Choice::One(first);
    }
    let Some(region) = scope.region else {
        return Choice::Several(candidates.into_iter().map(|(index, ..)| index).collect());
    };
    let distance = |town: &TownEntry| apart(town.at, region.at);
    let nearest = candidates
        .iter()
        .filter(|(.., weight)| weight.saturating_add(TENFOLD) > most)
        .min_by(|(_, a, _), (_, b, _)| distance(a).total_cmp(&distance(b)));
    nearest.map_or(Choice::Nothing, |&(index, ..)| Choice::One(index))
}

fn found(gazetteer: &Gazetteer, index: u32) -> Found {
    at(gazetteer, index).map_or(Found::Unknown, |(name, location)| Found::Town { location, name })
}

fn ambiguous(gazetteer: &Gazetteer, towns: &[u32]) -> Found {
    let candidate = |&index: &u32| {
        let (name, location) = at(gazetteer, index)?;
        let at = gazetteer.town(index)?.at;
        let near =
            gazetteer.regions.nearest(at).filter(|region| apart(region.at, at) < 2.0 * REACH);
        let near = near.map(|region| region.code.clone());
        Some(Candidate { name, location, near })
    };
    let candidates = towns.iter().take(MOST_CANDIDATES).filter_map(candidate).collect();
    Found::Ambiguous { candidates }
}

fn at(gazetteer: &Gazetteer, index: u32) -> Option<(String, Location)> {
    let town = gazetteer.town(index)?;
    let location = location(town.at, Precision::Town, Some(town.geonames_id))?;
    Some((gazetteer.name(index).to_owned(), location))
}
