//! A share of a hundred.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A share in percent, exact to the hundredth: programmes publish 50.38 %.
///
/// In files it is a JSON number with at most two decimals; a whole one is written
/// as such.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Percent {
    hundredths: u16,
}

/// Why a number is not a share.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "{0} is not a share: write percent, from 0 to 100, with at most two decimals, such as 50.38"
)]
pub struct PercentError(f64);

impl Percent {
    /// Above this no file has ever been valid.
    const MAX: u16 = 25_500;

    /// Whole percent.
    pub const fn whole(percent: u8) -> Self {
        Self { hundredths: percent as u16 * 100 }
    }

    /// Hundredths of a percent.
    pub fn from_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= Self::MAX).then_some(Self { hundredths })
    }

    /// The share in hundredths of a percent.
    pub fn hundredths(self) -> u16 {
        self.hundredths
    }

    /// The nearest share to a number of percent, and whether it is the number.
    pub fn nearest(percent: f64) -> Option<(Self, bool)> {
        let hundredths = (percent * 100.0).round();
        let exact = (hundredths / 100.0 - percent).abs() <= 1e-9;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range is checked"
        )]
        (0.0..=f64::from(Self::MAX))
            .contains(&hundredths)
            .then_some((Self { hundredths: hundredths as u16 }, exact))
    }
}

impl TryFrom<f64> for Percent {
    type Error = PercentError;

    fn try_from(percent: f64) -> Result<Self, PercentError> {
        match Self::nearest(percent) {
            Some((share, true)) => Ok(share),
            _ => Err(PercentError(percent)),
        }
    }
}

impl From<Percent> for f64 {
    fn from(share: Percent) -> Self {
        Self::from(share.hundredths) / 100.0
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.hundredths {
            hundredths if !to.is_human_readable() => to.serialize_u16(hundredths),
            hundredths if hundredths % 100 == 0 => to.serialize_u16(hundredths / 100),
            _ => to.serialize_f64((*self).into()),
        }
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            return f64::deserialize(from)?.try_into().map_err(D::Error::custom);
        }
        let hundredths = u16::deserialize(from)?;
        Self::from_hundredths(hundredths)
            .ok_or_else(|| D::Error::custom(PercentError(f64::from(hundredths) / 100.0)))
    }
}

impl fmt::Display for Percent {
    /// With a point; what people read is formatted in their language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", f64::from(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hundredth_survives_a_file_and_whole_ones_stay_whole() {
        for hundredths in 0..=10_000 {
            let share = Percent::from_hundredths(hundredths).unwrap();
            let json = serde_json::to_string(&share).unwrap();
            assert_eq!(serde_json::from_str::<Percent>(&json).unwrap(), share, "{json}");
            assert_eq!(json.contains('.'), hundredths % 100 != 0, "{json}");
        }
        assert_eq!(serde_json::to_string(&Percent::whole(50)).unwrap(), "50");
        assert_eq!(Percent::from_hundredths(5_038).unwrap().to_string(), "50.38");
        for bad in ["-1", "50.385", "256", "1e300", "\"50\""] {
            assert!(serde_json::from_str::<Percent>(bad).is_err(), "{bad}");
        }
    }
}
