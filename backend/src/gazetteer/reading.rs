//! Readings: the possible meanings of a text as the name of a town.
//!
//! The most reliable reading comes first. Sure readings only remove what is certainly not a
//! name (postcodes, "Cedex", "Municipality of") or choose between two given names
//! ("Bozen/Bolzano"). Guesses leave out words, and need a region to confirm them.

use super::key::words;
use super::vocabulary::{ABBREVIATIONS, ADJECTIVES, BEGINNINGS, DIGRAPHS, ENDINGS, REGIONS};

/// Longer texts are not towns and are not analysed.
const MOST_CHARACTERS: usize = 120;

/// The limit on readings of one text. Only a series of abbreviations has more.
const MOST_WORDINGS: usize = 24;

/// A shorter name that remains after leaving out words would match by chance.
const LEAST_GUESS: usize = 4;

/// One way to understand a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The key to look for.
    pub(super) key: String,
    /// Whether it is a guess, which a region must confirm.
    pub(super) guess: bool,
}

/// All readings of a text, the most literal first.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let text: String = text.chars().take(MOST_CHARACTERS).collect();
    let mut pieces: Vec<String> =
        pieces(&text).map(without_codes).filter(|piece| !piece.is_empty()).collect();
    // "Karlu, Utenos county": the town is the first part, or unknown.
    let mut first = true;
    pieces.retain(|piece| std::mem::take(&mut first) || !is_region(piece));
    let named: Vec<Vec<String>> = std::iter::once(pieces.join(" "))
        .chain(pieces.iter().filter(|_| pieces.len() > 1).cloned())
        .map(|piece| words(&piece).collect())
        .collect();
    let mut found: Vec<Reading> = Vec::new();
    let mut add = |key: String, guess| {
        if !key.is_empty() && found.iter().all(|known| known.key != key) {
            found.push(Reading { key, guess });
        }
    };
    for name in &named {
        for wording in wordings(name) {
            add(wording.concat(), false);
        }
    }
    for name in &named {
        for wording in fewer_words(name) {
            add(wording.concat(), true);
        }
    }
    found
}

/// The parts between commas, brackets, slashes and dashes with spaces.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let dash_between = |at: usize, dash: char| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + dash.len_utf8()..).and_then(|after| after.chars().next());
        [before, after].into_iter().flatten().any(char::is_whitespace)
    };
    let mut start = 0;
    let mut ends: Vec<(usize, usize)> = text
        .char_indices()
        .filter(|&(at, c)| match c {
            '(' | ')' | '[' | ']' | ',' | ';' | '/' | '\\' | '|' | '\n' => true,
            '-' | '–' | '—' => dash_between(at, c),
            _ => false,
        })
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    ends.push((text.len(), text.len()));
    ends.into_iter().filter_map(move |(end, next)| {
        let piece = text.get(start..end);
        start = next;
        piece
    })
}

/// A part without postcodes, district numbers and "Cedex".
fn without_codes(piece: &str) -> String {
    let tokens: Vec<&str> = piece.split_whitespace().collect();
    let has_digit = |token: &str| token.bytes().any(|byte| byte.is_ascii_digit());
    let capitals = |token: &str, most: usize| {
        token.len() <= most && token.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let mut kept: Vec<&str> = Vec::new();
    for (index, &token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| tokens.get(at));
        let after = tokens.get(index + 1);
        if token.eq_ignore_ascii_case("cedex") {
            break;
        }
        if has_digit(token) {
            // A name directly after its postcode: "26871Papenburg".
            let tail = token.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
            if tail.chars().filter(|c| c.is_alphabetic()).count() >= LEAST_GUESS {
                kept.push(tail);
            }
            continue;
        }
        // "LV 1050 Rīga": the letters of a country, a number, a name.
        let letters_of_country =
            capitals(token, 3) && kept.is_empty() && after.is_some_and(|after| has_digit(after));
        // "9712 HM Groningen": the letters of a Dutch postcode.
        let letters_of_postcode = capitals(token, 2)
            && token.len() == 2
            && after.is_some()
            && before.is_some_and(|before| has_digit(before) && before.len() >= 4);
        if !letters_of_country && !letters_of_postcode {
            kept.push(token);
        }
    }
    kept.join(" ")
}

/// Whether a part is the name of a region, by its own words.
fn is_region(piece: &str) -> bool {
    let mut words = words(piece);
    let is = |word: Option<String>| word.is_some_and(|word| REGIONS.contains(&word.as_str()));
    is(words.next()) || is(words.last())
}

/// A name with and without words for "municipality", with written-out abbreviations, and
/// with umlauts in two letters read as one.
fn wordings(name: &[String]) -> Vec<Vec<String>> {
    let mut bare: Vec<&[String]> = vec![name];
    bare.extend(without_beginning(name));
    for index in 0..bare.len() {
        if let Some((last, rest)) = bare.get(index).and_then(|words| words.split_last())
            && ENDINGS.contains(&last.as_str())
        {
            bare.push(rest);
        }
    }
    let mut all: Vec<Vec<String>> = Vec::new();
    for words in bare {
        write_out(words, &mut Vec::new(), &mut all);
    }
    for index in 0..all.len() {
        let plain = all.get(index).map(|words| {
            let word = |word: &String| {
                DIGRAPHS.iter().fold(word.clone(), |word, (from, to)| word.replace(from, to))
            };
            words.iter().map(word).collect()
        });
        all.extend(plain);
    }
    all
}

/// A name without "Municipality of" and the like.
fn without_beginning(name: &[String]) -> Option<&[String]> {
    BEGINNINGS.iter().find_map(|beginning| {
        let mut rest = name;
        for word in beginning.split(' ') {
            rest = rest.split_first().filter(|(first, _)| *first == word)?.1;
        }
        Some(rest).filter(|rest| !rest.is_empty())
    })
}

/// A name, and every way to write out its abbreviations.
fn write_out(rest: &[String], done: &mut Vec<String>, all: &mut Vec<Vec<String>>) {
    if all.len() >= MOST_WORDINGS {
        return;
    }
    let Some((word, rest)) = rest.split_first() else {
        all.push(done.clone());
        return;
    };
    let long = ABBREVIATIONS.iter().filter(|(short, _)| short == word).flat_map(|(_, long)| *long);
    for written in std::iter::once(word.as_str()).chain(long.copied()) {
        done.push(written.to_owned());
        write_out(rest, done, all);
        done.pop();
    }
}

/// A name without words at its end, then without words at its beginning.
fn fewer_words(name: &[String]) -> impl Iterator<Item = &[String]> {
    let from_end = (1..name.len()).rev().filter_map(|count| name.get(..count));
    let from_beginning = (1..name.len()).filter_map(|count| name.get(count..));
    let one = (1..name.len().saturating_sub(1)).filter_map(|at| name.get(at..=at));
    from_end.chain(from_beginning).chain(one).filter(|words| {
        let letters: usize = words.iter().map(String::len).sum();
        let mere = matches!(words, [word] if ADJECTIVES.contains(&word.as_str()));
        letters >= LEAST_GUESS && !mere
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> Vec<String> {
        readings(text).into_iter().filter(|reading| !reading.guess).map(|r| r.key).collect()
    }

    #[test]
    fn postcodes_and_districts_are_no_part_of_a_name() {
        for (typed, key) in [
            ("NO-1431 Ås", "as"),
            ("D-26871 Papenburg", "papenburg"),
            ("26871Papenburg", "papenburg"),
            ("9712 HM Groningen", "groningen"),
            ("LV 1050 Rīga", "riga"),
            ("Dublin 2", "dublin"),
            ("Grenoble CEDEX 9", "grenoble"),
            ("Nantes cedex", "nantes"),
        ] {
            assert_eq!(sure(typed).first().map(String::as_str), Some(key), "{typed}");
        }
        assert_eq!(readings("12345"), []);
    }

    #[test]
    fn pieces_come_after_the_whole_and_guesses_last() {
        assert_eq!(sure("Bozen/Bolzano"), ["bozenbolzano", "bozen", "bolzano"]);
        assert_eq!(sure("Emmen, Drenthe"), ["emmendrenthe", "emmen", "drenthe"]);
        assert_eq!(sure("Municipality of Kavala"), ["municipalityofkavala", "kavala"]);
        assert!(sure("S.Margherita Ligure").contains(&"santamargheritaligure".to_owned()));
        assert!(sure("гр. София").contains(&"sofiya".to_owned()));
        let last = readings("Sligo Town Quay").pop();
        assert!(last.is_some_and(|reading| reading.guess));
    }
}
