//! Amounts of euro as people write them: `4,240,820.46`, `4.240.820,46`, `€ 758 394,29`.

use serde::{Deserialize, Serialize};

use super::Euro;

/// The decimal separator.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Decimal {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl Decimal {
    /// The vote of one amount: positive for a point, zero for an ambiguous amount such as
    /// `1.234`.
    pub fn vote(amount: &str) -> i64 {
        match Self::told_by(amount) {
            Some(Self::Point) => 1,
            Some(Self::Comma) => -1,
            None => 0,
        }
    }

    /// The separator of the majority of votes.
    pub fn of_votes(votes: i64) -> Option<Self> {
        match votes {
            0 => None,
            1.. => Some(Self::Point),
            _ => Some(Self::Comma),
        }
    }

    /// The separator that one amount proves.
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
            // 1.234.567: a repeated sign separates thousands.
            Some(sign_char) if before.contains(sign_char) => Some(other),
            // 1,234.567: the last of two different signs is the decimal separator.
            _ if before.contains(['.', ',']) => Some(sign),
            _ if digits == 3 => None,
            _ => Some(sign),
        }
    }

    /// The separator of an amount such as `5.000`, if its sign separates thousands:
    /// an amount has two decimals at most.
    fn of_thousands(text: &str) -> Option<Self> {
        match text.chars().find(|c| matches!(c, '.' | ','))? {
            '.' => Some(Self::Comma),
            _ => Some(Self::Point),
        }
    }

    fn signs(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// An amount as a person writes it, exact to the cent. `None` if it is not an amount.
///
/// `decimal` is the separator that the amounts around it have. Without one, a single sign
/// with three digits behind it separates thousands: `5.000` and `5,000` are five thousand.
pub fn amount(text: &str, decimal: Option<Decimal>) -> Option<Euro> {
    plain(text, decimal)?.parse().ok().filter(|euro| *euro <= Euro::MAX)
}

/// An amount as digits with a point: without the euro sign, spaces and thousands separators.
/// `None` if a separator is in the wrong position.
fn plain(text: &str, decimal: Option<Decimal>) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('€').or_else(|| text.strip_prefix("EUR")).unwrap_or(text);
    let text = text.trim_end_matches(",-").trim_end_matches(",–");
    let text = text.strip_suffix('€').or_else(|| text.strip_suffix("EUR")).unwrap_or(text);
    let text = text.strip_suffix("euro").unwrap_or(text).trim();
    // An unambiguous amount overrides the notation of the others.
    let decimal = Decimal::told_by(text).or(decimal).or_else(|| Decimal::of_thousands(text));
    let (before_cents, between) = decimal.unwrap_or(Decimal::Point).signs();
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
    // After the cents only zeros are allowed.
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

    #[test]
    fn an_amount_alone_is_read_in_every_notation() {
        for (text, euro) in [
            ("1.000.000", "1000000"),
            ("1,000,000", "1000000"),
            ("5.000", "5000"),
            ("5,000", "5000"),
            ("1 000 000", "1000000"),
            ("€ 1.250,50", "1250.5"),
            ("1,250.50", "1250.5"),
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("750", "750"),
            ("250.000 euro", "250000"),
        ] {
            assert_eq!(amount(text, None), Some(euro.parse().unwrap()), "{text}");
        }
        for bad in ["", "about 5", "-5", "1.00.000", "1,000.000.0", "5 mln", "1e5", "12.3456"] {
            assert_eq!(amount(bad, None), None, "{bad}");
        }
    }
}
