//! Money: euro and cents, and on what basis an amount is known.

use std::{fmt, iter::Sum, str::FromStr};

use serde::{Deserialize, Serialize};

/// An amount in euro, exact to the cent and never negative.
///
/// In files it is a JSON number with at most two decimals. Reading it through
/// a 64-bit float is exact up to 700 billion euro, [`Euro::MAX`].
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(try_from = "f64", into = "f64")]
pub struct Euro {
    cents: u64,
}

/// Why a number is not an amount.
#[derive(Clone, Debug, thiserror::Error)]
pub enum EuroError {
    /// A number out of range or with too many decimals.
    #[error(
        "{0} is not an amount: write euro, at least 0, with at most two decimals, such as 6229126.11"
    )]
    Number(f64),
    /// A text that is no such number.
    #[error(
        "\"{0}\" is not an amount: write euro, at least 0, with at most two decimals, such as 6229126.11"
    )]
    Text(String),
}

impl Euro {
    /// Above this, arithmetic on floats no longer tells every cent from the next.
    pub const MAX: Self = Self { cents: 1 << 46 };

    /// Whole euro.
    pub fn from_euro(euro: u32) -> Self {
        Self { cents: u64::from(euro) * 100 }
    }

    /// An amount in cents, up to [`Euro::MAX`].
    pub fn from_cents(cents: u64) -> Option<Self> {
        Some(Self { cents }).filter(|amount| *amount <= Self::MAX)
    }

    /// The amount in cents.
    pub fn cents(self) -> u64 {
        self.cents
    }
}

impl TryFrom<f64> for Euro {
    type Error = EuroError;

    fn try_from(euro: f64) -> Result<Self, EuroError> {
        let cents = (euro * 100.0).round();
        let exact = (cents / 100.0 - euro).abs() <= euro.abs() * f64::EPSILON;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range is checked"
        )]
        if exact && (0.0..=(Self::MAX.cents as f64)).contains(&cents) {
            Ok(Self { cents: cents as u64 })
        } else {
            Err(EuroError::Number(euro))
        }
    }
}

impl From<Euro> for f64 {
    fn from(euro: Euro) -> Self {
        euro.cents as f64 / 100.0
    }
}

impl FromStr for Euro {
    type Err = EuroError;

    /// As written in addresses: `100000` or `6229126.11`.
    fn from_str(text: &str) -> Result<Self, EuroError> {
        let bad = || EuroError::Text(text.chars().take(40).collect());
        let (euro, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if euro.is_empty() || decimals.len() > 2 || !digits(euro) || !digits(decimals) {
            return Err(bad());
        }
        let euro: u64 = euro.parse().map_err(|_| bad())?;
        let cents: u64 = format!("{decimals:0<2}").parse().map_err(|_| bad())?;
        euro.checked_mul(100)
            .and_then(|whole| whole.checked_add(cents))
            .map(|cents| Self { cents })
            .filter(|amount| *amount <= Self::MAX)
            .ok_or_else(bad)
    }
}

impl fmt::Display for Euro {
    /// As in addresses; what people read is formatted in their language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.cents / 100, self.cents % 100) {
            (euro, 0) => write!(f, "{euro}"),
            (euro, cents) => write!(f, "{euro}.{cents:02}"),
        }
    }
}

impl Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self { cents: amounts.fold(0, |total, amount| total.saturating_add(amount.cents)) }
    }
}

/// A published amount. Where nothing was published there is no `Money` at all:
/// unknown is never zero, and a zero here was published as zero.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// The amount in euro.
    pub eur: Euro,
    /// The source prints a round figure ("€ 5.2 million"), so the cents mean nothing.
    #[serde(default)]
    pub rounded: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_cent_survives_file_and_address(cents in 0u64..=Euro::MAX.cents) {
            let euro = Euro { cents };
            prop_assert_eq!(Euro::try_from(f64::from(euro)).unwrap(), euro);
            prop_assert_eq!(euro.to_string().parse::<Euro>().unwrap(), euro);
            let json = serde_json::to_string(&euro).unwrap();
            prop_assert_eq!(serde_json::from_str::<Euro>(&json).unwrap(), euro);
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,24}") {
            let _ = text.parse::<Euro>();
        }
    }

    #[test]
    fn negative_fractional_and_endless_amounts_are_refused() {
        for number in [-1.0, 0.001, f64::NAN, f64::INFINITY, 1e300] {
            assert!(Euro::try_from(number).is_err(), "{number}");
        }
        for text in ["", "-1", "1,5", "1.234", "1e6", ".5", "99999999999999999999"] {
            assert!(text.parse::<Euro>().is_err(), "{text}");
        }
    }
}
