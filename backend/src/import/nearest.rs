//! The right value that is nearest to a wrong one, for messages.

use strsim::normalized_damerau_levenshtein;

use super::key::key;

/// How alike two texts must be: of ten characters, two may be wrong, missing, too many or
/// exchanged.
const ALIKE: f64 = 0.75;

/// The candidate whose name is most like a text, if any is like it. Case, accents and
/// punctuation do not count.
pub fn nearest<T>(text: &str, candidates: impl IntoIterator<Item = (T, String)>) -> Option<T> {
    let text = key(text);
    let alike = |(candidate, name): (T, String)| {
        (normalized_damerau_levenshtein(&text, &key(&name)), candidate)
    };
    let candidates = candidates.into_iter().map(alike);
    let most = candidates.max_by(|(one, _), (other, _)| one.total_cmp(other));
    most.filter(|(alike, _)| *alike >= ALIKE).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_near_and_another_word_is_not() {
        let near = |text| {
            let words = ["Health", "Environment", "Sustainable energy"];
            nearest(text, words.map(|word| (word, word.to_owned())))
        };
        assert_eq!(near("HELTH"), Some("Health"));
        assert_eq!(near("Enviroment"), Some("Environment"));
        assert_eq!(near("sustainabel  énergy"), Some("Sustainable energy"));
        for other in ["", "Space travel", "energy", "H"] {
            assert_eq!(near(other), None, "{other}");
        }
    }
}
