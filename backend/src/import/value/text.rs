//! Cleans the texts of cells.

/// Keeps paragraphs, and replaces all other white space by single spaces.
pub fn text(text: &str) -> String {
    // Excel stores a character that it cannot write as `_x000D_`.
    let text = text.replace("_x000D_", "");
    let mut tidy = String::with_capacity(text.len());
    let mut paragraph = true;
    for line in text.lines() {
        let mut words = line.split_whitespace().peekable();
        if words.peek().is_none() {
            paragraph = true;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if paragraph { "\n\n" } else { "\n" });
        }
        paragraph = false;
        for (n, word) in words.enumerate() {
            if n > 0 {
                tidy.push(' ');
            }
            tidy.extend(word.chars().filter(|c| !c.is_control()));
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stay_and_other_blanks_are_one() {
        assert_eq!(text(" one  two\r\nthree_x000D_\n\n\n four\u{7} "), "one two\nthree\n\nfour");
    }
}
