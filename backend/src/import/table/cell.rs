//! What stands in one cell of a sheet.

use std::borrow::Cow;

use catalogue::model::PartialDate;

/// The value of a cell, as its file gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words, or a number that its file keeps as words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day that the spreadsheet itself knows to be one.
    Date(PartialDate),
}

/// What people write into a cell to say that they have nothing to write.
const NOTHING: [&str; 8] = ["n/a", "n.a.", "na", "n.v.t.", "-", "–", "—", "null"];

impl Cell {
    /// A text without the blanks around it; empty where it says nothing.
    pub fn of_text(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() || NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)) {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What a person sees in it; nothing for an empty one.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
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
    }

    #[test]
    fn a_whole_number_is_shown_without_a_point() {
        assert_eq!(Cell::Number(99099.0).shown(), "99099");
        assert_eq!(Cell::Number(758_394.29).shown(), "758394.29");
    }
}
