//! Reads percentages: `60`, `60 %`, `50,38%`, and `0.6`, which a spreadsheet stores for 60 %.

use catalogue::model::Percent;

use crate::import::table::Cell;

/// A share, and whether it is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The share.
    pub percent: Percent,
    /// True for a text up to 1 without a percent sign, which may be a fraction or a percentage,
    /// and for a text with more digits than are stored.
    pub unsure: bool,
}

/// Reads a share from 0 to 100 %. A number with a percent sign is a percentage. A number up to
/// 1 without a sign is a fraction, because a spreadsheet stores 60 % as 0.6; a larger number
/// is a percentage.
pub fn share(cell: &Cell) -> Option<Share> {
    let (percent, written, doubt) = match cell {
        // A calculated number has more digits than intended, so it is rounded.
        Cell::Number(number) => {
            let (percent, fraction) = of_one(*number);
            (percent, false, fraction && *number == 1.0)
        }
        Cell::Text(text) => {
            let (digits, signed) = without_sign(text);
            let number = digits_of(digits)?;
            let (percent, fraction) = if signed { (number, false) } else { of_one(number) };
            (percent, true, fraction)
        }
        _ => return None,
    };
    let (percent, exact) =
        Some(percent).filter(|it| (0.0..=100.0).contains(it)).and_then(Percent::nearest)?;
    Some(Share { percent, unsure: doubt || (written && !exact) })
}

/// A number without a percent sign as a percentage, and whether it was read as a fraction.
fn of_one(number: f64) -> (f64, bool) {
    match number > 0.0 && number <= 1.0 {
        true => (number * 100.0, true),
        false => (number, false),
    }
}

fn without_sign(text: &str) -> (&str, bool) {
    let text = text.trim();
    let words = ["%", "percent", "procent", "prozent", "prosint", "pct"];
    let rest = words.into_iter().find_map(|word| {
        let start = text.len().checked_sub(word.len())?;
        let tail = text.get(start..)?;
        tail.eq_ignore_ascii_case(word).then(|| text.get(..start)).flatten()
    });
    match (rest, text.strip_prefix('%')) {
        (Some(rest), _) | (None, Some(rest)) => (rest.trim(), true),
        (None, None) => (text, false),
    }
}

/// Digits with a comma or a point, and nothing else.
fn digits_of(text: &str) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'.' || byte == b',';
    text.bytes().all(plain).then(|| text.replace(',', ".").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_read_as_they_are_meant_or_the_doubt_is_told() {
        let text = |text: &str| Cell::of_text(text);
        for (cell, percent, unsure) in [
            (Cell::Number(0.6), 60.0, false),
            (Cell::Number(0.503_812), 50.38, false),
            (Cell::Number(0.005), 0.5, false),
            (Cell::Number(60.0), 60.0, false),
            (Cell::Number(0.0), 0.0, false),
            (Cell::Number(1.0), 100.0, true),
            (text("60"), 60.0, false),
            (text("60 %"), 60.0, false),
            (text("50,38%"), 50.38, false),
            (text("50.38\u{a0}%"), 50.38, false),
            (text("0.6 %"), 0.6, false),
            (text("0 %"), 0.0, false),
            (text("75 procent"), 75.0, false),
            (text("% 75"), 75.0, false),
            (text("0,6"), 60.0, true),
            (text("0.6"), 60.0, true),
            (text("1"), 100.0, true),
            (text("1 %"), 1.0, false),
            (text("66,6667 %"), 66.67, true),
        ] {
            let read = share(&cell).unwrap();
            assert_eq!((f64::from(read.percent), read.unsure), (percent, unsure), "{cell:?}");
        }
        for bad in ["110", "-5", "101 %", "sixty", "60 of 100", "50-60 %", "1e1", "inf", "5.0.1"] {
            assert_eq!(share(&text(bad)), None, "{bad}");
        }
        assert_eq!(share(&Cell::Number(f64::NAN)), None);
        assert_eq!(share(&Cell::Bool(true)), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = share(&Cell::of_text(&text));
        }

        #[test]
        fn what_is_written_with_a_sign_is_kept_to_the_hundredth(hundredths in 0u16..=10_000) {
            let text = format!("{},{:02} %", hundredths / 100, hundredths % 100);
            let read = share(&Cell::of_text(&text)).unwrap();
            prop_assert_eq!((read.percent.hundredths(), read.unsure), (hundredths, false));
        }
    }
}
