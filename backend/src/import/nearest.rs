//! The right value that is nearest to a wrong one, for messages.

use strsim::osa_distance;

use super::key::key;

/// How alike two texts must be: of ten characters, two may be wrong, missing, too many or
/// exchanged.
const ALIKE: f64 = 0.75;

/// The candidate whose key is most like a text, if any is like it. A file may have a
/// hundred thousand wrong values, so candidates come with their keys at hand.
pub fn nearest<'a, T>(text: &str, candidates: impl IntoIterator<Item = (T, &'a str)>) -> Option<T> {
    let text = key(text);
    let named = candidates.into_iter().map(|(it, name)| (name, it));
    most_alike(&text, named, ALIKE)
}

/// The candidate whose key is most like another, and alike by `least` at the least; of
/// several that are equally like it the first by key.
pub fn most_alike<'a, T>(
    text: &str,
    candidates: impl Iterator<Item = (&'a str, T)>,
    least: f64,
) -> Option<T> {
    let alike = candidates.filter_map(|(key, it)| Some((alike(text, key, least)?, key, it)));
    let most = alike.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(one.1)));
    most.map(|(_, _, it)| it)
}

/// How alike two keys are, from 0 to 1; `None` where that is less than `least`.
fn alike(one: &str, other: &str, least: f64) -> Option<f64> {
    let [one_length, other_length] = [one, other].map(|text| text.chars().count());
    let longer = one_length.max(other_length);
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let share = |apart: usize| 1.0 - apart as f64 / longer.max(1) as f64;
    // No distance is less than the difference of lengths.
    let reaches = |share: &f64| *share >= least;
    Some(share(one_length.abs_diff(other_length)))
        .filter(reaches)
        .map(|_| share(osa_distance(one, other)))
        .filter(reaches)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_near_and_another_word_is_not() {
        let near = |text| {
            let words = ["health", "environment", "sustainable energy"];
            nearest(text, words.map(|word| (word, word)))
        };
        assert_eq!(near("HELTH"), Some("health"));
        assert_eq!(near("Enviroment"), Some("environment"));
        assert_eq!(near("sustainabel  énergy"), Some("sustainable energy"));
        for other in ["", "Space travel", "energy", "H"] {
            assert_eq!(near(other), None, "{other}");
        }
    }
}
