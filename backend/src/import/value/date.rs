//! Dates: `2015/10/27`, `27-10-2015`, `27.10.2015`, `10/2015`, `2015`.

use catalogue::model::PartialDate;

use crate::import::table::Cell;

/// The order of day and month before a year.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Order {
    /// `27/10/2015`, as in Europe.
    #[default]
    DayFirst,
    /// `10/27/2015`, as in the United States.
    MonthFirst,
}

/// What one date shows about the order of day and month.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DayOrder {
    /// Only this order gives a valid date.
    Told(Order),
    /// Both orders give a valid date, and not the same one.
    Either,
}

/// The separators of a date. Points are never used with the month first.
pub const BETWEEN: [char; 3] = ['/', '-', '.'];

/// Reads a day, a month or a year. A time of day may follow and is ignored. If only one order
/// gives a valid date, that order counts; otherwise `order`.
pub fn date(cell: &Cell, order: Order) -> Option<PartialDate> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::Number(number) => number.to_string().parse().ok(),
        Cell::Text(text) => read(text, order),
        _ => None,
    }
}

/// What a date shows about the order of day and month, and its separator.
pub fn told_by(cell: &Cell) -> Option<(char, DayOrder)> {
    let Cell::Text(text) = cell else { return None };
    let (between, numbers) = numbers(text)?;
    let [first, second, year] = *numbers.as_slice() else { return None };
    if first > 31 || first == second {
        return None;
    }
    let is_day = |day: u16, month: u16| iso(year, month, day).is_some();
    let order = match (is_day(first, second), is_day(second, first)) {
        (true, true) => DayOrder::Either,
        (true, false) => DayOrder::Told(Order::DayFirst),
        (false, true) => DayOrder::Told(Order::MonthFirst),
        (false, false) => return None,
    };
    Some((between, order))
}

fn read(text: &str, order: Order) -> Option<PartialDate> {
    let (_, numbers) = numbers(text)?;
    match *numbers.as_slice() {
        [year] => format!("{year:04}").parse().ok(),
        [year, month] if year > 31 => format!("{year:04}-{month:02}").parse().ok(),
        [month, year] => format!("{year:04}-{month:02}").parse().ok(),
        [year, month, day] if year > 31 => iso(year, month, day),
        [first, second, year] => {
            let (day_first, month_first) = (iso(year, second, first), iso(year, first, second));
            match order {
                Order::DayFirst => day_first.or(month_first),
                Order::MonthFirst => month_first.or(day_first),
            }
        }
        _ => None,
    }
}

fn iso(year: u16, month: u16, day: u16) -> Option<PartialDate> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// The numbers of a date, and the separator, which must be the same throughout.
fn numbers(text: &str) -> Option<(char, Vec<u16>)> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_whitespace() || c == 'T').filter(|end| *end >= 8);
    // "10 / 2015" has spaces, and "27. 10. 2015" is usual in German.
    let day = match end.map(|end| text.split_at(end)) {
        Some((day, rest)) if is_time(rest) => day,
        _ => text,
    };
    let between = day.chars().find(|c| BETWEEN.contains(c)).unwrap_or('-');
    let number = |part: &str| {
        let part = part.trim();
        let digits =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let numbers: Option<Vec<u16>> = day.split(between).map(number).collect();
    Some((between, numbers?))
}

/// `T00:00:00`, ` 0:00`, ` 12:00:00 AM`, `T00:00:00.000Z`, `T00:00:00+02:00`.
fn is_time(text: &str) -> bool {
    let text = text.trim_start_matches('T').trim();
    let text = text.strip_suffix('Z').unwrap_or(text);
    let lower = text.to_ascii_lowercase();
    let lower = ["am", "pm", "a.m.", "p.m."]
        .into_iter()
        .find_map(|half| lower.strip_suffix(half))
        .unwrap_or(&lower)
        .trim();
    let (time, zone) = match lower.rfind(['+', '-']) {
        Some(at) => lower.split_at(at),
        None => (lower, "+00"),
    };
    let digits = |text: &str, signs: &[char]| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || signs.contains(&c))
    };
    time.contains(':')
        && digits(time, &[':', '.'])
        && digits(zone.get(1..).unwrap_or_default(), &[':'])
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
            ("27. 10. 2015", "2015-10-27"),
            ("1/2/2016", "2016-02-01"),
            ("2015-10-27T00:00:00", "2015-10-27"),
            ("2015-10-27T00:00:00.000Z", "2015-10-27"),
            ("2015-10-27T00:00:00+02:00", "2015-10-27"),
            ("2015-10-27 00:00", "2015-10-27"),
            ("27/10/2015 12:00:00 AM", "2015-10-27"),
            ("10/2015", "2015-10"),
            ("10 / 2015", "2015-10"),
            ("2015-10", "2015-10"),
            ("2015", "2015"),
            // Only the month can be first.
            ("10/27/2015", "2015-10-27"),
        ] {
            let read = date(&Cell::of_text(text), Order::DayFirst).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(iso), "{text}");
        }
        for bad in ["31.02.2015", "autumn 2015", "15", "27-10-15", "1-2-3-4", "45000", "13/13/2020"]
        {
            assert_eq!(date(&Cell::of_text(bad), Order::DayFirst), None, "{bad}");
        }
        let number = |number| date(&Cell::Number(number), Order::DayFirst);
        assert_eq!(number(2015.0).map(|it| it.to_string()).as_deref(), Some("2015"));
        assert_eq!((number(45_000.0), number(2015.5)), (None, None));
    }

    #[test]
    fn a_date_with_more_than_a_date_is_none() {
        for text in [
            "31-12-2020 verlengd tot 2022",
            "31-12-2020 (extended to 31-12-2022)",
            "01/02/2023 - 31/01/2026",
            "01-02-2023 31-01-2026",
            "01-02-2023/31-01-2026",
            "31-12-2020?",
            "since 31-12-2020",
            "2014-2020",
            "31-12-2020 12",
            "31-12/2020",
        ] {
            for order in [Order::DayFirst, Order::MonthFirst] {
                assert_eq!(date(&Cell::of_text(text), order), None, "{text}");
            }
        }
    }

    #[test]
    fn a_date_tells_the_order_where_only_one_gives_a_day() {
        let told = |text: &str| told_by(&Cell::of_text(text)).map(|(_, order)| order);
        assert_eq!(told("12/31/2025"), Some(DayOrder::Told(Order::MonthFirst)));
        assert_eq!(told("31-12-2025"), Some(DayOrder::Told(Order::DayFirst)));
        assert_eq!(told("3/8/2023"), Some(DayOrder::Either));
        for nothing in ["3/3/2023", "2023-08-03", "8/2023", "2023", "31/31/2023"] {
            assert_eq!(told(nothing), None, "{nothing}");
        }
        let read = |order| date(&Cell::of_text("3/8/2023"), order).map(|it| it.to_string());
        assert_eq!(read(Order::MonthFirst).as_deref(), Some("2023-03-08"));
        assert_eq!(read(Order::DayFirst).as_deref(), Some("2023-08-03"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = (read(&text, Order::DayFirst), told_by(&Cell::of_text(&text)));
        }
    }
}
