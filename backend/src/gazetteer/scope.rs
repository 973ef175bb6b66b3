//! The area of a search: countries, and the distance from a region.

use super::{REACH, TownEntry, distance::apart, regions::Region};

/// The area of a search.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) countries: Option<&'a [&'a str]>,
    pub(super) region: Option<&'a Region>,
    /// Whether a town must be inside the extent of the region, and not only near it.
    pub(super) within: bool,
}

impl Scope<'_> {
    pub(super) fn admits(&self, town: &TownEntry) -> bool {
        self.countries.is_none_or(|countries| countries.contains(&town.country.as_str()))
            && self.region.is_none_or(|region| {
                let most =
                    if self.within { extent(region).min(reach(region)) } else { reach(region) };
                apart(region.at, town.at) <= most
            })
    }
}

/// The distance from the centre of a region to its farthest corner.
fn extent(region: &Region) -> f64 {
    f64::from(region.extent)
}

/// The reach of a region: its extent. A region of level 3 has a fixed reach, so that no
/// marker is far from its region.
fn reach(region: &Region) -> f64 {
    if region.code.len() >= 5 { REACH } else { extent(region).max(REACH) }
}
