//! Splits texts that are too long for one cell, and joins them again.
//!
//! A cell of a spreadsheet holds 32,767 units of UTF-16, so a longer text is split over
//! several columns. Every part but the last ends with an ellipsis: it shows that the text
//! continues, and it protects spaces at the end of the part, which a cell would lose.

/// UTF-16 units in one cell, slightly less than the limit of spreadsheets.
const LONGEST: usize = 32_000;

/// The last character of a part that is continued.
const GOES_ON: char = '…';

/// The parts of a text that is too long for one cell.
pub fn parts(text: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(end) = cut(rest) {
        let (part, more) = rest.split_at(end);
        parts.push(format!("{part}{GOES_ON}"));
        rest = more;
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(rest.to_owned());
    Some(parts)
}

/// Where a text is cut: before a word, if possible.
fn cut(text: &str) -> Option<usize> {
    // A text never has more units than bytes.
    if text.len() <= LONGEST {
        return None;
    }
    let (mut units, mut before_word, mut before_any, mut blank) = (0, 0, 0, true);
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > LONGEST {
            let any = if before_any > 0 { before_any } else { at };
            return Some(if before_word > 0 { before_word } else { any });
        }
        if !c.is_whitespace() && at > 0 {
            before_any = at;
            if blank {
                before_word = at;
            }
        }
        blank = c.is_whitespace();
    }
    None
}

/// Joins two parts of a text.
pub fn join(begins: &str, rest: &str) -> String {
    format!("{}{rest}", begins.strip_suffix(GOES_ON).unwrap_or(begins))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn joined(parts: &[String]) -> String {
        parts.iter().fold(String::new(), |whole, part| join(&whole, part))
    }

    #[test]
    fn what_fits_is_not_parted() {
        assert_eq!(parts("short…"), None);
        assert_eq!(parts(&"é".repeat(LONGEST)), None);
    }

    #[test]
    fn emoji_count_twice_as_in_spreadsheets() {
        let text = "🌍".repeat(20_000);
        let parts = parts(&text).unwrap();
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.encode_utf16().count() <= 32_767));
        assert_eq!(joined(&parts), text);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn parts_are_the_whole_and_begin_with_a_letter(
            word in "[a-zé…🌍]{1,40}[ \n]{0,3}", times in 500usize..9_000
        ) {
            let text = word.repeat(times).trim().to_owned();
            let parts = parts(&text).unwrap_or_else(|| vec![text.clone()]);
            prop_assert_eq!(joined(&parts), text);
            for part in &parts {
                prop_assert!(part.encode_utf16().count() <= 32_767);
                prop_assert!(!part.starts_with(char::is_whitespace));
                prop_assert!(!part.ends_with(char::is_whitespace));
            }
        }
    }
}
