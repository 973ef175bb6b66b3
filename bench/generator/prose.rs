//! Words that look like words, in the proportions of a language: a few stand
//! everywhere, most almost nowhere.

use super::dice::Dice;

/// The most frequent words of the export's English descriptions, in that order.
const COMMON: &str = "the and of to in a for will project is be on as with border by are cross \
    this region development that from area new an their tourism local it at cultural which \
    through cooperation activities joint services social main sustainable public also between \
    both management common heritage areas knowledge business well energy innovative partners \
    based have more objective other support natural all regions people use these innovation \
    increase tourist training information can develop quality economic regional network not \
    implementation potential its or aims results order improve products level approach developed \
    countries market transnational has two companies research health sector capacity target \
    education into within create infrastructure resources tools environmental transport water \
    such institutions existing different high policy groups field stakeholders solutions \
    challenges promotion communities opportunities needs young specific programme mobility \
    protection skills provide better system environment work actions";

const BEGINNINGS: [&str; 24] = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st",
    "t", "tr", "v", "w", "z", "",
];
const MIDDLES: [&str; 8] = ["a", "e", "i", "o", "u", "ie", "ei", "au"];
const ENDS: [&str; 10] = ["", "", "", "n", "r", "s", "l", "t", "m", "nd"];

/// How many different words there are; a thousand real descriptions have 15,000.
const WORDS: f64 = 60_000.0;

/// Some syllables in a row, at most 15 characters.
pub(crate) fn syllables(dice: &mut Dice, count: usize) -> String {
    let mut word = String::new();
    for _ in 0..count {
        let syllable =
            [dice.one_of(&BEGINNINGS), dice.one_of(&MIDDLES), dice.one_of(&ENDS)].map(|s| *s);
        let syllable = syllable.concat();
        if word.len() + syllable.len() <= 13 {
            word.push_str(&syllable);
        }
    }
    word
}

/// Writes prose.
pub(crate) struct Writer {
    words: Vec<String>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        let common = COMMON.split_ascii_whitespace().map(str::to_owned);
        let made_up = (0..WORDS as usize).map(|number| {
            let mut dice = Dice::of("word", number);
            let count = 2 + dice.below(4);
            syllables(&mut dice, count)
        });
        Self { words: common.chain(made_up).collect() }
    }

    /// Sentences of about `length` characters.
    pub(crate) fn text(&self, dice: &mut Dice, length: f64) -> String {
        let mut text = String::with_capacity(length as usize + 16);
        let mut in_sentence = 0;
        while text.len() < length as usize {
            let word = self.word(dice);
            if in_sentence == 0 {
                let (first, rest) = word.split_at(1);
                text.push_str(&first.to_uppercase());
                text.push_str(rest);
            } else {
                text.push_str(word);
            }
            in_sentence += 1;
            if in_sentence > 6 && dice.once_in(14) {
                text.push('.');
                in_sentence = 0;
            }
            text.push(' ');
        }
        text.truncate(text.trim_end_matches([' ', '.']).len());
        text.push('.');
        text
    }

    /// A word: the nth is about n times as rare as the first (Zipf).
    fn word(&self, dice: &mut Dice) -> &str {
        let place = (self.words.len() as f64).powf(dice.share()) as usize;
        self.words.get(place - 1).map_or("the", String::as_str)
    }
}
