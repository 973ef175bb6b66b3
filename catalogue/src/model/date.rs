//! Dates as sources give them: a day, a month, or only a year.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A calendar day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day {
    /// The year, 1900 to 2199.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A date that is only as exact as its source: `2020-07-01`, `2019-01` or `2017`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year is known.
    Year(u16),
    /// Year and month are known.
    Month(u16, u8),
    /// The day is known.
    Day(Day),
}

/// Why a text is not a date.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "\"{0}\" is not a date: write a day (2020-07-01), a month (2019-01) or a year (2017) between 1900 and 2199"
)]
pub struct DateError(String);

impl Day {
    fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        (valid_year(year) && (1..=days_in(year, month)).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }
}

impl PartialDate {
    /// The first day that this date can mean.
    pub fn earliest(self) -> Day {
        match self {
            Self::Year(year) => Day { year, month: 1, day: 1 },
            Self::Month(year, month) => Day { year, month, day: 1 },
            Self::Day(day) => day,
        }
    }

    /// The last day that this date can mean.
    pub fn latest(self) -> Day {
        match self {
            Self::Year(year) => Day { year, month: 12, day: 31 },
            Self::Month(year, month) => Day { year, month, day: days_in(year, month) },
            Self::Day(day) => day,
        }
    }

    /// The year, which every date has.
    pub fn year(self) -> u16 {
        self.earliest().year
    }

    /// The month as a fraction of its year, for placing the date on a time bar.
    pub fn year_fraction(self) -> f64 {
        let day = self.earliest();
        f64::from(day.year)
            + (f64::from(day.month) - 1.0) / 12.0
            + (f64::from(day.day) - 1.0) / 366.0
    }
}

/// Days of a month; 0 for a month that does not exist, so that no day fits it.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

fn valid_year(year: u16) -> bool {
    (1900..2200).contains(&year)
}

/// A number of exactly `width` digits: signs and blanks, which `parse` would
/// take or trim elsewhere, are not dates.
fn digits(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.parse()? {
            PartialDate::Day(day) => Ok(day),
            _ => Err(DateError(text.to_owned())),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).filter(|year| valid_year(*year));
        let two = |part: &str| digits(part, 2).and_then(|n| u8::try_from(n).ok());
        let date = match (year, parts.next(), parts.next(), parts.next()) {
            (Some(year), None, ..) => Some(Self::Year(year)),
            (Some(year), Some(month), None, _) => two(month)
                .filter(|month| (1..=12).contains(month))
                .map(|month| Self::Month(year, month)),
            (Some(year), Some(month), Some(day), None) => two(month)
                .zip(two(day))
                .and_then(|(month, day)| Day::new(year, month, day))
                .map(Self::Day),
            _ => None,
        };
        date.ok_or_else(|| DateError(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_keeps_the_precision_it_was_written_with() {
        for text in ["2017", "2019-01", "2020-02-29", "2022-12-31"] {
            assert_eq!(
                text.parse::<PartialDate>().map(|d| d.to_string()).ok().as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn impossible_dates_are_refused_with_the_value_and_what_is_allowed() {
        for text in [
            "",
            "17",
            "2019-1",
            "2019-13",
            "2021-02-29",
            "2019-04-31",
            "+201",
            "2019-01-01-01",
            "1899",
        ] {
            let error = text.parse::<PartialDate>().map(|d| d.to_string()).unwrap_err().to_string();
            assert!(error.contains(text) && error.contains("2019-01"), "{error}");
        }
    }

    proptest! {
        #[test]
        fn the_earliest_day_is_never_after_the_latest(year in 1900u16..2200, month in 1u8..=12) {
            for date in [PartialDate::Year(year), PartialDate::Month(year, month)] {
                prop_assert!(date.earliest() < date.latest());
                prop_assert_eq!(date.to_string().parse::<PartialDate>().unwrap(), date);
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,12}") {
            let _ = text.parse::<PartialDate>();
        }
    }
}
