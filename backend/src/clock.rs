//! The current day. It decides which projects are planned, ongoing or closed.

use catalogue::model::Day;
use jiff::{Timestamp, tz::TimeZone};

/// Where the day comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// Always this day, for tests and demonstrations.
    Fixed(Day),
    /// The day in this time zone.
    System(TimeZone),
}

impl Clock {
    /// The day in Europe/Amsterdam, whatever the machine's own zone is. Falls
    /// back to UTC only if the built-in time zone data lacked it.
    pub fn amsterdam() -> Self {
        Self::System(TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC))
    }

    /// The day.
    pub fn today(&self) -> Day {
        match self {
            Self::Fixed(day) => *day,
            Self::System(zone) => {
                let date = Timestamp::now().to_zoned(zone.clone()).date();
                Day {
                    year: u16::try_from(date.year()).unwrap_or(1970),
                    month: u8::try_from(date.month()).unwrap_or(1),
                    day: u8::try_from(date.day()).unwrap_or(1),
                }
            }
        }
    }
}
