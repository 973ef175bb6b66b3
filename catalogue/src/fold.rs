//! Words as people type them: without case, accents and national letters.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The words of a text, folded: "Grünlandzentrum (Brake)" becomes
/// `grunlandzentrum` and `brake`.
pub fn fold(text: &str) -> impl Iterator<Item = String> {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    let words: Vec<String> = words(&folded).map(str::to_owned).collect();
    words.into_iter()
}

/// Appends a folded text with blanks between its [`words`]. A caller that
/// folds many texts can use one buffer for all.
pub(crate) fn fold_onto(folded: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii() {
            // Nearly all of every text; the tables are not asked about it.
            push(folded, c.to_ascii_lowercase());
        } else {
            decompose_compatible(c, |c| {
                if !is_combining_mark(c) {
                    c.to_lowercase().for_each(|c| push(folded, c));
                }
            });
        }
    }
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split_ascii_whitespace()
}

fn push(folded: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => folded.push(c),
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
        // An apostrophe joins two parts of what people type as one word.
        '\'' | '’' | '\u{307}' => {}
        c if c.is_alphanumeric() => folded.push(c),
        _ => folded.push(' '),
    }
}

/// A text folded for sorting: its words with one blank between them.
pub(crate) fn sort_key(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    let mut key = String::with_capacity(folded.len());
    for word in words(&folded) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

    #[test]
    fn case_accents_and_national_letters_fold_away() {
        let words = |text| fold(text).collect::<Vec<_>>();
        assert_eq!(words("MÜNCHEN"), ["munchen"]);
        assert_eq!(words("Borås, Værløse & Łódź"), ["boras", "vaerlose", "lodz"]);
        assert_eq!(words("Klima-Bündnis e.V."), ["klima", "bundnis", "e", "v"]);
        assert_eq!(words("École d'ingénieurs"), ["ecole", "dingenieurs"]);
        assert_eq!(words("Straße İstanbul"), ["strasse", "istanbul"]);
    }

    #[test]
    fn decomposing_one_by_one_is_enough_since_only_marks_change_places() {
        let moved = ('\0'..=char::MAX).filter(|c| canonical_combining_class(*c) != 0);
        assert!(moved.clone().count() > 500);
        assert!(moved.clone().all(is_combining_mark));
    }

    proptest! {
        #[test]
        fn a_text_folds_as_its_decomposition_does(text in "\\PC{0,40}") {
            let decomposed: String = text.nfkd().collect();
            prop_assert!(fold(&text).eq(fold(&decomposed)));
        }

        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            let once: Vec<String> = fold(&text).collect();
            let twice: Vec<String> = once.iter().flat_map(|word| fold(word)).collect();
            prop_assert_eq!(once, twice);
        }
    }
}
