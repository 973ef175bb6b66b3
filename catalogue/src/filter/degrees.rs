//! Numbers with at most five decimals, as addresses have them: degrees and zooms.
//!
//! Five decimals of a degree are about a metre, so that addresses do not grow digits.
//! They are read and written as whole hundred-thousandths: exact, and without the
//! browser carrying the machinery for floating-point text.

use std::fmt;

/// How many of the whole numbers below are one.
pub const UNITS: i32 = 100_000;

/// Reads `-4.70625` as hundred-thousandths. Further decimals are dropped; exponents are
/// not numbers here.
pub fn read(text: &str) -> Option<i32> {
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
    Some(sign * units)
}

/// Writes hundred-thousandths with the decimals that they need.
pub fn write(f: &mut fmt::Formatter<'_>, units: i32) -> fmt::Result {
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.abs() / UNITS, units.abs() % UNITS);
    let decimals = format!("{rest:05}");
    match decimals.trim_end_matches('0') {
        "" => write!(f, "{sign}{whole}"),
        decimals => write!(f, "{sign}{whole}.{decimals}"),
    }
}
