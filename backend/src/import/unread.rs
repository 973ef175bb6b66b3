//! Cells with a missing or incomplete value.

use super::{problem_kind::ProblemKind, table::Cell};

/// The problem of a cell without a value, or with only a part of it.
pub fn without_value(cell: &Cell) -> Option<ProblemKind> {
    match cell {
        Cell::Error(_) => Some(ProblemKind::CellError),
        Cell::Unsaved => Some(ProblemKind::FormulaUnsaved),
        Cell::Cut(_) => Some(ProblemKind::TextCut),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => None,
    }
}
