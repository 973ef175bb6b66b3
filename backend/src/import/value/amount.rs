//! Amounts of euro in a cell.

pub use catalogue::model::notation::Decimal;
use catalogue::model::{Euro, Money, notation};

use crate::import::table::Cell;

/// An amount in euro, exact to the cent. `None` if it is not an amount.
pub fn amount(cell: &Cell, decimal: Decimal) -> Option<Money> {
    let eur = match cell {
        // A calculated number has more digits than intended, so it is rounded.
        Cell::Number(number) => Euro::try_from((number * 100.0).round() / 100.0).ok()?,
        Cell::Text(text) => notation::amount(text, Some(decimal))?,
        _ => return None,
    };
    (eur <= Euro::MAX).then_some(Money { eur, rounded: false })
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
        let detect =
            |amounts: &[&str]| Decimal::of_votes(amounts.iter().map(|it| Decimal::vote(it)).sum());
        assert_eq!(detect(&["1.234", "12,50"]), Some(Decimal::Comma));
        assert_eq!(detect(&["1.234.567"]), Some(Decimal::Comma));
        assert_eq!(detect(&["1,234.5", "7"]), Some(Decimal::Point));
        assert_eq!(detect(&["1.234", "500"]), None);
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
            let _ = (read(&text, Decimal::Point), Decimal::vote(&text));
        }
    }
}
