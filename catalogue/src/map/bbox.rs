//! An extent in degrees, and the ones that this explorer begins with.

use serde::{Deserialize, Serialize};

use super::LonLat;

/// An extent on the earth, in degrees; it does not cross the date line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bbox {
    /// Western edge, degrees east.
    pub west: f64,
    /// Southern edge, degrees north.
    pub south: f64,
    /// Eastern edge, degrees east.
    pub east: f64,
    /// Northern edge, degrees north.
    pub north: f64,
}

impl Bbox {
    /// The three northern provinces with the IJsselmeer and the Ems.
    pub const NORTHERN_NETHERLANDS: Self = Self::new(4.7, 52.3, 7.4, 53.6);
    /// Ireland to Poland and Bern to southern Norway.
    pub const NORTH_WEST_EUROPE: Self = Self::new(-9.0, 47.0, 19.0, 61.0);
    /// Iceland to the west of Turkey, Crete to the North Cape.
    pub const EUROPE: Self = Self::new(-25.0, 34.0, 45.0, 72.0);

    /// The extent between these degrees.
    #[must_use]
    pub const fn new(west: f64, south: f64, east: f64, north: f64) -> Self {
        Self { west, south, east, north }
    }

    /// The extent between these degrees if they are one: west of east, south of
    /// north, on the globe.
    #[must_use]
    pub fn checked(west: f64, south: f64, east: f64, north: f64) -> Option<Self> {
        let ordered = west < east && south < north;
        let on_globe = west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0;
        (ordered && on_globe).then_some(Self::new(west, south, east, north))
    }

    /// The smallest extent around places with `room` degrees on every side; `None`
    /// around none, and around a single point without room.
    #[must_use]
    pub fn around(places: impl Iterator<Item = LonLat>, room: f64) -> Option<Self> {
        let [west, south, east, north] = places.fold(
            [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY],
            |[w, s, e, n], at| [w.min(at.lon), s.min(at.lat), e.max(at.lon), n.max(at.lat)],
        );
        Self::checked(
            (west - room).max(-180.0),
            (south - room).max(-90.0),
            (east + room).min(180.0),
            (north + room).min(90.0),
        )
    }

    /// Whether the place lies within the extent, its edges included.
    #[must_use]
    pub fn contains(&self, place: LonLat) -> bool {
        (self.west..=self.east).contains(&place.lon)
            && (self.south..=self.north).contains(&place.lat)
    }

    /// Whether all of it lies within so many kilometres of a place, give or take a tenth.
    pub fn is_within(&self, place: LonLat, km: f64) -> bool {
        /// A degree of latitude, in kilometres.
        const DEGREE: f64 = 111.2;
        let LonLat { lon, lat } = place;
        // Close to the cosine, whose code weighs more in the browser than all of this.
        let narrowing = 1.0 - (lat / 90.0).powi(2);
        let east_west = (self.east - lon).max(lon - self.west) * DEGREE * narrowing;
        let north_south = (self.north - lat).max(lat - self.south) * DEGREE;
        east_west.powi(2) + north_south.powi(2) <= km.powi(2)
    }

    /// Its south-west and its north-east corner.
    #[must_use]
    pub const fn corners(&self) -> [LonLat; 2] {
        [LonLat::new(self.west, self.south), LonLat::new(self.east, self.north)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groningen_is_in_the_north_and_paris_is_not() {
        assert!(Bbox::NORTHERN_NETHERLANDS.contains(LonLat::new(6.5665, 53.2194)));
        assert!(!Bbox::NORTHERN_NETHERLANDS.contains(LonLat::new(2.35, 48.86)));
        assert!(Bbox::EUROPE.contains(LonLat::new(2.35, 48.86)));
    }
}
