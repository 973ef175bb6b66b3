//! A part of the map, as addresses write it: `bbox=west,south,east,north`.

use std::{fmt, str::FromStr};

use crate::map::Bbox;

/// The text is not a part of the map.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("write west,south,east,north in degrees, such as 4.7,52.3,7.4,53.6")]
pub struct BboxError;

/// Addresses keep hundred-thousandths of a degree, about a metre, so that they
/// do not grow digits.
const UNITS: f64 = 100_000.0;

impl FromStr for Bbox {
    type Err = BboxError;

    fn from_str(text: &str) -> Result<Self, BboxError> {
        let mut numbers = text.split(',').map(str::parse::<f64>);
        let mut next = || {
            let degrees = numbers.next().and_then(Result::ok).ok_or(BboxError)?;
            Ok((degrees * UNITS).round() / UNITS)
        };
        let (west, south, east, north) = (next()?, next()?, next()?, next()?);
        if numbers.next().is_some() {
            return Err(BboxError);
        }
        Self::checked(west, south, east, north).ok_or(BboxError)
    }
}

impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |degrees: f64| (degrees * UNITS).round() / UNITS;
        let Self { west, south, east, north } = *self;
        write!(f, "{},{},{},{}", short(west), short(south), short(east), short(north))
    }
}
