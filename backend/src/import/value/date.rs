//! Dates: `2015/10/27`, `27-10-2015`, `27.10.2015`, `10/2015`, `2015`.

use catalogue::model::PartialDate;

use crate::import::table::Cell;

/// A day, a month or a year. Where day and month could be exchanged, the day
/// comes first, as everywhere in Europe.
pub fn date(cell: &Cell) -> Option<PartialDate> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::Number(number) => number.to_string().parse().ok(),
        Cell::Text(text) => read(text),
        Cell::Empty => None,
    }
}

fn read(text: &str) -> Option<PartialDate> {
    // A time behind the day tells nothing.
    let day = text.split(['T', ' ']).next().filter(|day| day.len() >= 8).unwrap_or(text);
    let parts: Vec<&str> = day.split(['/', '-', '.']).map(str::trim).collect();
    let number = |part: &str| {
        (part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())
            .flatten()
    };
    let numbers: Option<Vec<u16>> = parts.iter().map(|part| number(part)).collect();
    let iso = match *numbers?.as_slice() {
        [year] => format!("{year:04}"),
        [year, month] if year > 31 => format!("{year:04}-{month:02}"),
        [month, year] => format!("{year:04}-{month:02}"),
        [year, month, day] if year > 31 => format!("{year:04}-{month:02}-{day:02}"),
        [day, month, year] => format!("{year:04}-{month:02}-{day:02}"),
        _ => return None,
    };
    iso.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_in_the_notations_of_europe() {
        for (text, iso) in [
            ("2015/10/27", "2015-10-27"),
            ("27-10-2015", "2015-10-27"),
            ("27.10.2015", "2015-10-27"),
            ("1/2/2016", "2016-02-01"),
            ("2015-10-27T00:00:00", "2015-10-27"),
            ("2015-10-27 00:00", "2015-10-27"),
            ("10/2015", "2015-10"),
            ("2015-10", "2015-10"),
            ("2015", "2015"),
        ] {
            let read = date(&Cell::of_text(text)).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(iso), "{text}");
        }
        for bad in ["10/27/2015", "31.02.2015", "autumn 2015", "15", "27-10-15", "1-2-3-4"] {
            assert_eq!(date(&Cell::of_text(bad)), None, "{bad}");
        }
        assert_eq!(date(&Cell::Number(2015.0)).map(|it| it.to_string()).as_deref(), Some("2015"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = read(&text);
        }
    }
}
