//! Web Mercator: from degrees to the unit square, and back.
//!
//! The projection of EPSG:3857, with the earth's circumference as the unit. It
//! cannot show the poles, so latitudes are held within `MAX_LATITUDE`, where
//! the square closes.

use std::f64::consts::PI;

use serde::{Deserialize, Serialize};

use crate::model::Location;

/// The latitude at which the projected world is exactly as high as it is wide.
const MAX_LATITUDE: f64 = 85.051_128_779_806_59;

/// A place on the earth, in degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Degrees east of Greenwich, -180 to 180.
    pub lon: f64,
    /// Degrees north of the equator, -90 to 90.
    pub lat: f64,
}

/// A place in the projected world: `(0, 0)` is its north-west corner, `(1, 1)`
/// its south-east corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// Eastward share of the world's width.
    pub x: f64,
    /// Southward share of the world's height.
    pub y: f64,
}

/// A place to the hundred-thousandth of a degree, about a metre, as it travels
/// where there are many.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    pub(crate) lon: i32,
    pub(crate) lat: i32,
}

impl From<Location> for LonLat {
    fn from(Location { lon, lat, .. }: Location) -> Self {
        Self { lon: lon.into(), lat: lat.into() }
    }
}

impl From<LonLat> for Fixed {
    fn from(LonLat { lon, lat }: LonLat) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "it saturates, and no place is so far")]
        let fixed = |degrees: f64| (degrees * 1e5).round() as i32;
        Self { lon: fixed(lon), lat: fixed(lat) }
    }
}

impl From<Fixed> for LonLat {
    fn from(Fixed { lon, lat }: Fixed) -> Self {
        let degrees = |fixed: i32| f64::from(fixed) / 1e5;
        Self { lon: degrees(lon), lat: degrees(lat) }
    }
}

impl LonLat {
    /// The place at these degrees.
    #[must_use]
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// Whether both degrees are numbers a place can have.
    #[must_use]
    pub fn is_on_earth(self) -> bool {
        (-180.0..=180.0).contains(&self.lon) && (-90.0..=90.0).contains(&self.lat)
    }

    /// Projects the place; latitudes beyond 85.05 degrees land on the edge.
    #[must_use]
    pub fn to_world(self) -> World {
        let latitude = self.lat.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians();
        let sine = sine(latitude);
        World {
            x: self.lon / 360.0 + 0.5,
            y: 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * PI),
        }
    }
}

/// The sine of an angle within a quarter turn, by its series. What the language has
/// takes any angle, and what brings that back to a quarter turn weighs more in the
/// browser than all the rest of this module.
fn sine(angle: f64) -> f64 {
    // From the last term inward; the first that is left out is below 1e-18.
    let square = angle * angle;
    let series = (1..=10).rev().fold(1.0, |sum, n| {
        let n = f64::from(2 * n);
        1.0 - square * sum / (n * (n + 1.0))
    });
    angle * series
}

impl World {
    /// The place that is projected here.
    #[must_use]
    pub fn to_lonlat(self) -> LonLat {
        LonLat {
            lon: (self.x - 0.5) * 360.0,
            lat: ((0.5 - self.y) * 2.0 * PI).sinh().atan().to_degrees(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn null_island_is_the_middle_of_the_world() {
        let middle = LonLat::new(0.0, 0.0).to_world();
        assert!((middle.x - 0.5).abs() < 1e-12 && (middle.y - 0.5).abs() < 1e-12);
    }

    #[test]
    fn the_poles_stay_on_the_map() {
        assert!(LonLat::new(0.0, 90.0).to_world().y.abs() < 1e-9);
        assert!((LonLat::new(0.0, -90.0).to_world().y - 1.0).abs() < 1e-9);
    }

    #[test]
    fn nowhere_is_not_on_earth() {
        assert!(!LonLat::new(f64::NAN, 53.0).is_on_earth());
        assert!(!LonLat::new(6.5, 91.0).is_on_earth());
        assert!(LonLat::new(6.5665, 53.2194).is_on_earth());
    }

    proptest! {
        #[test]
        fn the_sine_is_that_of_the_language(angle in -PI / 2.0..PI / 2.0) {
            prop_assert!((sine(angle) - angle.sin()).abs() < 1e-15);
        }

        #[test]
        fn there_and_back_is_the_same_place(lon in -180.0..180.0, lat in -85.0..85.0) {
            let back = LonLat::new(lon, lat).to_world().to_lonlat();
            prop_assert!((back.lon - lon).abs() < 1e-9);
            prop_assert!((back.lat - lat).abs() < 1e-9);
        }

        #[test]
        fn a_place_that_travelled_is_less_than_a_hundred_thousandth_off(
            lon in -180.0..=180.0, lat in -90.0..=90.0,
        ) {
            let fixed = Fixed::from(LonLat::new(lon, lat));
            let back = LonLat::from(fixed);
            prop_assert!((back.lon - lon).abs() < 1e-5 && (back.lat - lat).abs() < 1e-5);
            prop_assert!(back.is_on_earth());
            // Once rounded it stays the same however often it travels.
            prop_assert_eq!(Fixed::from(back), fixed);
        }
    }
}
