//! When two texts count as the same word: headers, names and values are compared by
//! their key.

use catalogue::query::fold;

/// A text without case, accents and punctuation. Of the signs, only those that tell
/// two columns of money apart count.
pub fn key(text: &str) -> String {
    words(&text.replace('€', " euro ").replace('%', " percent "))
}

/// A text without case, accents and punctuation.
pub fn words(text: &str) -> String {
    let mut words = String::new();
    for word in fold(text) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_compared_without_case_accents_and_marks() {
        assert_eq!(key("NUTS3 (or equivalent)"), key("nuts3  or equivalent"));
        assert_eq!(key("Träger *"), key("TRÄGER"));
    }
}
