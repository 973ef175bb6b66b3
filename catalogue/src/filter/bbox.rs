//! A part of the map, as addresses write it: `bbox=west,south,east,north`.

use std::{fmt, str::FromStr};

use super::degrees::{UNITS, read, write};
use crate::map::Bbox;

/// The text is not a part of the map.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("write west,south,east,north in degrees, such as 4.7,52.3,7.4,53.6")]
pub struct BboxError;

impl FromStr for Bbox {
    type Err = BboxError;

    fn from_str(text: &str) -> Result<Self, BboxError> {
        let mut parts = text.split(',');
        let mut next = || {
            let units = parts.next().and_then(read).ok_or(BboxError)?;
            Ok(f64::from(units) / f64::from(UNITS))
        };
        let (west, south, east, north) = (next()?, next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(BboxError);
        }
        Self::checked(west, south, east, north).ok_or(BboxError)
    }
}

impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { west, south, east, north } = *self;
        for (place, degrees) in [west, south, east, north].into_iter().enumerate() {
            if place > 0 {
                f.write_str(",")?;
            }
            #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
            let units = (degrees * f64::from(UNITS)).round() as i32;
            write(f, units)?;
        }
        Ok(())
    }
}
