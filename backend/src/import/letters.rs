//! The letters that spreadsheets show over their columns.

/// The letters over a column: A to Z, AA, AB.
pub fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_spreadsheets_show() {
        let names: Vec<String> = [0, 25, 26, 48, 701, 702].map(letters).into();
        assert_eq!(names, ["A", "Z", "AA", "AW", "ZZ", "AAA"]);
    }
}
