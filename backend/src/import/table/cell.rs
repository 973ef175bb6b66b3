//! The value of one cell of a sheet.

use std::borrow::Cow;

use catalogue::model::PartialDate;

use super::error_value::is_error_value;

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// It is empty.
    Empty,
    /// A text, or a number that is stored as text.
    Text(String),
    /// The beginning of a text that is longer than a cell of Excel can be.
    Cut(String),
    /// A number.
    Number(f64),
    /// A date that is stored as one.
    Date(PartialDate),
    /// True or false.
    Bool(bool),
    /// The error of a formula, such as `#REF!`.
    Error(String),
    /// A formula without a stored value.
    Unsaved,
}

/// What people write into a cell for "no value".
const NOTHING: [&str; 8] = ["n/a", "n.a.", "na", "n.v.t.", "-", "–", "—", "null"];

/// The most characters in a cell of Excel.
pub const LONGEST: usize = 32_767;

impl Cell {
    /// A text without surrounding spaces; empty if it means "no value".
    pub fn of_text(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() || NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)) {
            return Self::Empty;
        }
        if is_error_value(text) {
            return Self::Error(text.to_owned());
        }
        // There are at least as many bytes as characters, and they are counted faster.
        match text.len() > LONGEST {
            true => match text.char_indices().nth(LONGEST) {
                Some((end, _)) => Self::Cut(text.get(..end).unwrap_or(text).to_owned()),
                None => Self::Text(text.to_owned()),
            },
            false => Self::Text(text.to_owned()),
        }
    }

    /// Whether it has no value that can be read: it is empty, an error, or a formula without
    /// a stored value.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty | Self::Error(_) | Self::Unsaved)
    }

    /// The bytes of its text.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Cut(text) | Self::Error(text) => text.len(),
            Self::Empty | Self::Number(_) | Self::Date(_) | Self::Bool(_) | Self::Unsaved => 0,
        }
    }

    /// The text that a person sees in it.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::Unsaved => Cow::Borrowed(""),
            Self::Text(text) | Self::Cut(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_empty() {
        for nothing in ["", "  ", "n/a", "N/A", " n.v.t. ", "-", "\u{a0}", "\u{feff}"] {
            assert_eq!(Cell::of_text(nothing), Cell::Empty, "{nothing:?}");
        }
        assert_eq!(Cell::of_text(" -5 "), Cell::Text("-5".to_owned()));
        assert_eq!(Cell::of_text(" #N/A "), Cell::Error("#N/A".to_owned()));
    }

    #[test]
    fn a_text_that_no_cell_can_hold_is_cut_between_characters() {
        let longest = "é".repeat(LONGEST);
        assert_eq!(Cell::of_text(&longest), Cell::Text(longest.clone()));
        assert_eq!(Cell::of_text(&format!("{longest}é")), Cell::Cut(longest));
    }

    #[test]
    fn a_whole_number_is_shown_without_a_point() {
        assert_eq!(Cell::Number(99099.0).shown(), "99099");
        assert_eq!(Cell::Number(758_394.29).shown(), "758394.29");
    }
}
