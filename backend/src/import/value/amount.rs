//! Amounts of euro: `4,240,820.46`, `4.240.820,46`, `€ 758 394,29`.

use catalogue::model::{Euro, Money};

use crate::import::table::Cell;

/// Which sign stands before the cents.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Decimal {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl Decimal {
    /// What most of the amounts say that say anything. `1.234` says nothing.
    pub fn detect<'a>(amounts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let votes = amounts.filter_map(Self::told_by).fold(0_i64, |votes, sign| match sign {
            Self::Point => votes + 1,
            Self::Comma => votes - 1,
        });
        match votes {
            0 => None,
            1.. => Some(Self::Point),
            _ => Some(Self::Comma),
        }
    }

    /// What one amount says by itself.
    fn told_by(text: &str) -> Option<Self> {
        let last = text.rfind(['.', ','])?;
        let sign = if text[last..].starts_with('.') { Self::Point } else { Self::Comma };
        let other = match sign {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        };
        let digits = text[last + 1..].chars().take_while(char::is_ascii_digit).count();
        let before = &text[..last];
        match text[last..].chars().next() {
            // 1.234.567: signs that repeat divide thousands.
            Some(sign_char) if before.contains(sign_char) => Some(other),
            // 1,234.567: the last of two kinds stands before the cents.
            _ if before.contains(['.', ',']) => Some(sign),
            _ if digits == 3 => None,
            _ => Some(sign),
        }
    }

    fn signs(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// An amount of euro, to the cent. `None` where it is none.
pub fn amount(cell: &Cell, decimal: Decimal) -> Option<Money> {
    let eur = match cell {
        // What a spreadsheet calculated has more digits than anybody meant.
        Cell::Number(number) => Euro::try_from((number * 100.0).round() / 100.0).ok()?,
        Cell::Text(text) => plain(text, decimal)?.parse().ok()?,
        Cell::Empty | Cell::Date(_) => return None,
    };
    (eur <= Euro::MAX).then_some(Money { eur, rounded: false })
}

/// A share in whole percent.
pub fn percent(cell: &Cell) -> Option<u8> {
    let number = match cell {
        // A spreadsheet keeps 50 % as a half.
        Cell::Number(number) if (0.0..=1.0).contains(number) => number * 100.0,
        Cell::Number(number) => *number,
        Cell::Text(text) => {
            text.trim_end_matches('%').trim().replace(',', ".").parse::<f64>().ok()?
        }
        Cell::Empty | Cell::Date(_) => return None,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked"
    )]
    (0.0..=100.0).contains(&number).then(|| number.round() as u8)
}

/// Digits with a point: what is left without the sign of the euro, blanks and
/// the signs that divide thousands, where these stand where they belong.
fn plain(text: &str, decimal: Decimal) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('€').or_else(|| text.strip_prefix("EUR")).unwrap_or(text);
    let text = text.trim_end_matches(",-").trim_end_matches(",–");
    let text = text.strip_suffix('€').or_else(|| text.strip_suffix("EUR")).unwrap_or(text);
    let text = text.strip_suffix("euro").unwrap_or(text).trim();
    // The amount itself may say more than the file as a whole.
    let (before_cents, between) = Decimal::told_by(text).unwrap_or(decimal).signs();
    let (whole, cents) = match text.rsplit_once(before_cents) {
        Some((whole, cents)) => (whole, cents),
        None => (text, ""),
    };
    let blank = |c: char| c.is_whitespace() || c == '\'' || c == '’';
    let groups: Vec<&str> = whole.split(|c| c == between || blank(c)).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let whole_ok = match groups.split_first() {
        Some((first, rest)) => {
            digits(first)
                && (rest.is_empty() || first.len() <= 3)
                && rest.iter().all(|group| digits(group) && group.len() == 3)
        }
        None => false,
    };
    if !whole_ok || !(cents.is_empty() || digits(cents)) {
        return None;
    }
    // Beyond cents only zeros are exact.
    let exact = cents.trim_end_matches('0');
    if exact.len() > 2 {
        return None;
    }
    let whole = groups.concat();
    Some(if exact.is_empty() { whole } else { format!("{whole}.{exact}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, decimal: Decimal) -> Option<f64> {
        amount(&Cell::of_text(text), decimal).map(|money| money.eur.into())
    }

    #[test]
    fn amounts_are_read_as_they_are_written() {
        use Decimal::{Comma, Point};
        let cases = [
            ("4,240,820.46", Point, 4_240_820.46),
            ("4.240.820,46", Comma, 4_240_820.46),
            ("4.240.820,46", Point, 4_240_820.46),
            ("€ 758 394,29", Comma, 758_394.29),
            ("758.394,-", Comma, 758_394.0),
            ("1.234", Comma, 1234.0),
            ("1,234", Point, 1234.0),
            ("12.5", Comma, 12.5),
            ("1'234'567.00", Point, 1_234_567.0),
            ("0", Point, 0.0),
            ("250000 EUR", Point, 250_000.0),
            ("892\u{a0}228,5000", Comma, 892_228.5),
        ];
        for (text, decimal, amount) in cases {
            assert_eq!(read(text, decimal), Some(amount), "{text}");
        }
        for bad in ["about 5", "-5", "1,23,456", "12.3456", "4,240.820.46", "€", "1e5", "5 mln"] {
            assert_eq!(read(bad, Point), None, "{bad}");
        }
    }

    #[test]
    fn calculated_numbers_are_rounded_to_the_cent() {
        let cell = Cell::Number(0.1 + 0.2 + 1000.0);
        assert_eq!(f64::from(amount(&cell, Decimal::Point).unwrap().eur), 1000.3);
        assert!(amount(&Cell::Number(-1.0), Decimal::Point).is_none());
        assert!(amount(&Cell::Number(1e300), Decimal::Point).is_none());
    }

    #[test]
    fn the_file_tells_which_sign_stands_before_the_cents() {
        let detect = |amounts: &[&str]| Decimal::detect(amounts.iter().copied());
        assert_eq!(detect(&["1.234", "12,50"]), Some(Decimal::Comma));
        assert_eq!(detect(&["1.234.567"]), Some(Decimal::Comma));
        assert_eq!(detect(&["1,234.5", "7"]), Some(Decimal::Point));
        assert_eq!(detect(&["1.234", "500"]), None);
    }

    #[test]
    fn a_share_is_read_from_percent_and_from_a_fraction() {
        assert_eq!(percent(&Cell::Number(0.5)), Some(50));
        assert_eq!(percent(&Cell::of_text("60 %")), Some(60));
        assert_eq!(percent(&Cell::of_text("110")), None);
    }

    proptest! {
        #[test]
        fn every_amount_survives_both_notations(cents in 0u64..100_000_000_000) {
            let (whole, rest) = (cents / 100, cents % 100);
            let mut grouped = String::new();
            let digits = whole.to_string();
            for (n, digit) in digits.chars().enumerate() {
                if n > 0 && (digits.len() - n) % 3 == 0 { grouped.push(','); }
                grouped.push(digit);
            }
            let english = format!("{grouped}.{rest:02}");
            let dutch = english.replace(',', " ").replace('.', ",").replace(' ', ".");
            #[expect(clippy::cast_precision_loss, reason = "small enough")]
            let euro = Some(cents as f64 / 100.0);
            prop_assert_eq!(read(&english, Decimal::Point), euro);
            prop_assert_eq!(read(&dutch, Decimal::Comma), euro);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = (read(&text, Decimal::Point), Decimal::detect([text.as_str()].into_iter()));
        }
    }
}
