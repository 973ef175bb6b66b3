//! Where something is: countries, NUTS regions and coordinates.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A country by its ISO 3166-1 alpha-2 code, such as `NL`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// Why a text is not a country code.
#[derive(Clone, Debug, thiserror::Error)]
#[error("\"{0}\" is not a country code: write two capital letters of ISO 3166-1, such as NL or DE")]
pub struct CountryError(String);

impl Country {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII capitals get in, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        match text.as_bytes() {
            &[first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                Ok(Self([first, second]))
            }
            _ => Err(CountryError(text.chars().take(40).collect())),
        }
    }
}

impl TryFrom<String> for Country {
    type Error = CountryError;

    fn try_from(text: String) -> Result<Self, CountryError> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.as_str().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How exactly a location is known.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The building.
    Address,
    /// The middle of the town.
    Town,
    /// The middle of a region.
    Region,
}

/// A point on the map and how it was found.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Latitude in degrees (WGS 84).
    pub lat: Latitude,
    /// Longitude in degrees (WGS 84).
    pub lon: Longitude,
    /// How exactly it is known.
    pub precision: Precision,
    /// The place in GeoNames that the coordinates were taken from.
    #[serde(default)]
    pub geonames_id: Option<u32>,
}

/// Why a number is not a coordinate.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{value} is not a {what}: write degrees between -{limit} and {limit}, such as {example}")]
pub struct CoordinateError {
    value: f64,
    what: &'static str,
    limit: f64,
    example: &'static str,
}

/// Degrees north of the equator.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Latitude(f64);

/// Degrees east of Greenwich.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Longitude(f64);

impl TryFrom<f64> for Latitude {
    type Error = CoordinateError;

    fn try_from(value: f64) -> Result<Self, CoordinateError> {
        if value.abs() <= 90.0 {
            Ok(Self(value))
        } else {
            Err(CoordinateError { value, what: "latitude", limit: 90.0, example: "53.21917" })
        }
    }
}

impl TryFrom<f64> for Longitude {
    type Error = CoordinateError;

    fn try_from(value: f64) -> Result<Self, CoordinateError> {
        if value.abs() <= 180.0 {
            Ok(Self(value))
        } else {
            Err(CoordinateError { value, what: "longitude", limit: 180.0, example: "6.56667" })
        }
    }
}

impl From<Latitude> for f64 {
    fn from(degrees: Latitude) -> Self {
        degrees.0
    }
}

impl From<Longitude> for f64 {
    fn from(degrees: Longitude) -> Self {
        degrees.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_two_capital_letters() {
        assert_eq!("NL".parse::<Country>().map(|c| c.to_string()).ok().as_deref(), Some("NL"));
        for bad in ["", "nl", "NLD", "N1", "É"] {
            assert!(bad.parse::<Country>().is_err(), "{bad}");
        }
    }

    #[test]
    fn coordinates_off_the_globe_are_refused() {
        assert!(Latitude::try_from(90.1).is_err());
        assert!(Longitude::try_from(-180.1).is_err());
        assert!(Latitude::try_from(f64::NAN).is_err());
        assert!(Latitude::try_from(53.2).is_ok());
    }
}
