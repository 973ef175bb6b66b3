//! A part of the map, as addresses write it: `bbox=west,south,east,north`.
//!
//! Degrees with at most five decimals, about a metre, so that addresses do not
//! grow digits. They are read and written as whole hundred-thousandths: exact,
//! and without the browser carrying the machinery for floating-point text.

use std::{fmt, str::FromStr};

use crate::map::Bbox;

/// The text is not a part of the map.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("write west,south,east,north in degrees, such as 4.7,52.3,7.4,53.6")]
pub struct BboxError;

const UNITS: i32 = 100_000;

impl FromStr for Bbox {
    type Err = BboxError;

    fn from_str(text: &str) -> Result<Self, BboxError> {
        let mut parts = text.split(',');
        let mut next = || parts.next().and_then(degrees).ok_or(BboxError);
        let (west, south, east, north) = (next()?, next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(BboxError);
        }
        Self::checked(west, south, east, north).ok_or(BboxError)
    }
}

/// Reads `-4.70625`. Further decimals are dropped; exponents are not numbers here.
fn degrees(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !numeric(whole) || !numeric(decimals) {
        return None;
    }
    let decimals = decimals.get(..5).unwrap_or(decimals);
    let units = whole.parse::<i32>().ok()? * UNITS
        + decimals
            .bytes()
            .chain(std::iter::repeat(b'0'))
            .take(5)
            .fold(0, |units, digit| units * 10 + i32::from(digit - b'0'));
    Some(f64::from(sign * units) / f64::from(UNITS))
}

impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { west, south, east, north } = *self;
        for (place, degrees) in [west, south, east, north].into_iter().enumerate() {
            #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
            let units = (degrees * f64::from(UNITS)).round() as i32;
            let sign = if units < 0 { "-" } else { "" };
            let comma = if place > 0 { "," } else { "" };
            let (whole, rest) = (units.abs() / UNITS, units.abs() % UNITS);
            let decimals = format!("{rest:05}");
            match decimals.trim_end_matches('0') {
                "" => write!(f, "{comma}{sign}{whole}")?,
                decimals => write!(f, "{comma}{sign}{whole}.{decimals}")?,
            }
        }
        Ok(())
    }
}
