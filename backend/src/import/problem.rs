//! A problem in a file, as data. `app` writes the sentences in the language of the
//! reader.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::problem_kind::ProblemKind;

/// A row of a sheet.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct RowRef {
    /// The name of the sheet.
    #[serde(with = "shared")]
    pub sheet: Arc<str>,
    /// Its number, from 1.
    pub number: u32,
}

/// One problem at one place of a file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Problem {
    /// The row.
    pub row: RowRef,
    /// The column, such as `F (Budget)`, if the problem is in one cell.
    #[serde(with = "maybe_shared")]
    pub column: Option<Arc<str>>,
    /// The value, shortened.
    pub value: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
    /// Details that help to fix it: the allowed values, the places of that name.
    pub detail: String,
}

/// Longer values are cut. They are shown so that people recognise them.
const SHOWN: usize = 80;

/// Longer details are cut too.
const DETAIL: usize = 400;

/// The beginning of a text, with an ellipsis if it was cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

impl Problem {
    /// A problem with a value.
    pub fn new(row: &RowRef, column: Option<&Arc<str>>, value: &str, kind: ProblemKind) -> Self {
        Self {
            row: row.clone(),
            column: column.cloned(),
            value: cut(value, SHOWN),
            kind,
            detail: String::new(),
        }
    }

    /// Adds details that help to fix it.
    pub fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: cut(&detail.into(), DETAIL), ..self }
    }
}

/// Names that many problems share, for serde.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(name: &Arc<str>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(name)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(from).map(Arc::from)
    }
}

/// The same for an optional name.
mod maybe_shared {
    use std::sync::Arc;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(super) fn serialize<S: Serializer>(
        name: &Option<Arc<str>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        name.as_deref().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Arc<str>>, D::Error> {
        Option::<String>::deserialize(from).map(|name| name.map(Arc::from))
    }
}
