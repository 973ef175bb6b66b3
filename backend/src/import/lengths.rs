//! Rows that are longer or shorter than the row of headers.

use super::{
    headers::Match,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    table::Cell,
};

/// Compares the rows of a CSV file with its headers.
pub struct Lengths<'a> {
    found: &'a Match,
    whole: usize,
    short: Vec<Problem>,
}

/// How many short rows are kept until it is known whether most rows are short.
const SHORT_ROWS: usize = 1_000;

impl<'a> Lengths<'a> {
    /// Nothing is counted yet.
    pub fn new(found: &'a Match) -> Self {
        Self { found, whole: 0, short: Vec::new() }
    }

    /// Counts a row. Returns false if it has a value beyond the last header.
    pub fn fits(&mut self, row: &RowRef, cells: &[Cell]) -> bool {
        let headers = self.found.columns.len();
        if cells.len() >= headers {
            self.whole += 1;
        } else if self.short.len() < SHORT_ROWS {
            let first = cells.first().map(Cell::shown).unwrap_or_default();
            let problem = Problem::new(row, None, &first, ProblemKind::RowShort);
            self.short.push(problem.with(format!("{} / {headers}", cells.len())));
        }
        cells.iter().skip(headers).all(|cell| *cell == Cell::Empty)
    }

    /// The short rows, unless most rows are short: some programs omit separators at the end of
    /// a row.
    pub fn short(self) -> Vec<Problem> {
        if self.whole > self.short.len() { self.short } else { Vec::new() }
    }
}
