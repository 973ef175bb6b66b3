//! Words as people type them: without case, accents and national letters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text, folded: "Grünlandzentrum (Brake)" becomes
/// `grunlandzentrum` and `brake`.
pub fn fold(text: &str) -> impl Iterator<Item = String> {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ŧ' => folded.push('t'),
            // An apostrophe joins what is one word to whoever types it.
            '\'' | '’' | '\u{307}' => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    let words: Vec<String> = folded.split_ascii_whitespace().map(str::to_owned).collect();
    words.into_iter()
}

/// A text folded for sorting: its words with one blank between them.
pub(crate) fn sort_key(text: &str) -> String {
    fold(text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_national_letters_fold_away() {
        let words = |text| fold(text).collect::<Vec<_>>();
        assert_eq!(words("MÜNCHEN"), ["munchen"]);
        assert_eq!(words("Borås, Værløse & Łódź"), ["boras", "vaerlose", "lodz"]);
        assert_eq!(words("Klima-Bündnis e.V."), ["klima", "bundnis", "e", "v"]);
        assert_eq!(words("École d'ingénieurs"), ["ecole", "dingenieurs"]);
        assert_eq!(words("Straße İstanbul"), ["strasse", "istanbul"]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            let once: Vec<String> = fold(&text).collect();
            let twice: Vec<String> = once.iter().flat_map(|word| fold(word)).collect();
            prop_assert_eq!(once, twice);
        }
    }
}
