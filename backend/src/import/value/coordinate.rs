//! Degrees: `53.21917`, `53,21917`.

use crate::import::table::Cell;

/// A number of degrees. The caller checks the range.
pub fn degrees(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => text.trim_end_matches('°').replace(',', ".").parse().ok(),
        _ => None,
    }
    .filter(|degrees: &f64| degrees.is_finite())
}
