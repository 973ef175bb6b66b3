//! Keys: the part of a name that all its spellings have in common.
//!
//! The recipe and the search must make the same keys, so `xtask` uses this code too. A change
//! here needs a new `data/gazetteer.bin`.
//!
//! Greek and Cyrillic letters become Latin ones, in the same way for every language. The
//! result need not be correct, only equal on both sides. GeoNames also has the usual Latin
//! spellings.

use catalogue::query::fold;

/// The words of a name, folded and in Latin letters.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text).map(|word| if word.is_ascii() { word } else { latin(&word) })
}

/// The key of a name: its words without separators. "Neu-Ulm", "NEU ULM" and "Neuulm"
/// have the same key.
pub fn key(name: &str) -> String {
    words(name).collect()
}

/// A folded word in Latin letters. Other alphabets stay as they are.
fn latin(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        // The only Greek pair that is not written letter by letter.
        if letter == 'ο' && letters.next_if_eq(&'υ').is_some() {
            out.push_str("ou");
        } else if let Some((_, latin)) = LETTERS.iter().find(|(from, _)| *from == letter) {
            out.push_str(latin);
        } else {
            out.push(letter);
        }
    }
    out
}

#[rustfmt::skip]
const LETTERS: &[(char, &str)] = &[
    ('α', "a"), ('β', "v"), ('γ', "g"), ('δ', "d"), ('ε', "e"), ('ζ', "z"), ('η', "i"), ('θ', "th"),
    ('ι', "i"), ('κ', "k"), ('λ', "l"), ('μ', "m"), ('ν', "n"), ('ξ', "x"), ('ο', "o"), ('π', "p"),
    ('ρ', "r"), ('ς', "s"), ('σ', "s"), ('τ', "t"), ('υ', "y"), ('φ', "f"), ('χ', "ch"), ('ψ', "ps"),
    ('ω', "o"),
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"), ('е', "e"), ('ж', "zh"), ('з', "z"),
    ('и', "i"), ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"),
    ('с', "s"), ('т', "t"), ('у', "u"), ('ф', "f"), ('х', "h"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"),
    ('щ', "sht"), ('ъ', "a"), ('ы', "y"), ('ь', ""), ('э', "e"), ('ю', "yu"), ('я', "ya"),
    ('ђ', "dj"), ('ј', "j"), ('љ', "lj"), ('њ', "nj"), ('ћ', "c"), ('џ', "dz"), ('ѕ', "dz"),
    ('і', "i"), ('є', "e"), ('ґ', "g"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spellings in [
            &["Neu-Ulm", "NEU ULM", "Neuulm"][..],
            &["L'Aquila", "L’Aquila", "L Aquila", "LAQUILA"],
            &["Благоевград", "Blagoevgrad"],
            &["Θεσσαλονίκη", "ΘΕΣΣΑΛΟΝΙΚΗ", "Thessaloniki"],
            &["Łódź", "LODZ"],
            &["'s-Hertogenbosch", "s Hertogenbosch"],
        ] {
            for other in spellings {
                assert_eq!(key(other), key(spellings[0]));
            }
        }
    }

    #[test]
    fn what_is_no_name_has_no_key() {
        assert_eq!(key(" - / "), "");
        assert_eq!(key(""), "");
    }
}
