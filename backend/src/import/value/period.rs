//! Reads the programming period in a text.

use catalogue::model::Period;

/// A period anywhere in a text, and the text without it: `2007 – 2013 Programme MED`,
/// `Interreg North Sea (2014-2020)`.
pub(super) fn period_in(text: &str) -> (Option<Period>, String) {
    for period in Period::ALL {
        let (from, to) = period.as_str().split_once('-').unwrap_or_default();
        for (start, _) in text.match_indices(from) {
            let (before, after) = text.split_at(start);
            let Some(after) = after.strip_prefix(from) else { continue };
            let Some(after) = after.trim_start().strip_prefix(is_dash) else { continue };
            let Some(after) = after.trim_start().strip_prefix(to) else { continue };
            if before.ends_with(char::is_numeric) || after.starts_with(char::is_numeric) {
                continue;
            }
            let opens = |c: char| c.is_whitespace() || is_dash(c) || matches!(c, '(' | '[' | ',');
            let closes = |c: char| c.is_whitespace() || matches!(c, ')' | ']' | ',' | ':');
            let (before, after) =
                (before.trim_end_matches(opens), after.trim_start_matches(closes));
            let after = if before.is_empty() { after.trim_start_matches(opens) } else { after };
            return (Some(period), format!("{before} {after}").trim().to_owned());
        }
    }
    (None, text.trim().to_owned())
}

/// The dashes that people and word processors put between two years.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '/')
}

/// The period that a text states.
pub fn period(text: &str) -> Option<Period> {
    period_in(text).0
}

/// The period of a generation of Interreg: the sixth began in 2021.
pub(super) fn generation(words: &[&str]) -> Option<Period> {
    let ["interreg", number, ..] = words else { return None };
    match number.trim_end_matches(['a', 'b', 'c', 'd']) {
        "iii" => Some(Period::P2000),
        "iv" => Some(Period::P2007),
        "v" => Some(Period::P2014),
        "vi" => Some(Period::P2021),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_years_are_not_a_period() {
        assert_eq!(period("2014 - 2021"), None);
        assert_eq!(period("12014-2020"), None);
    }
}
