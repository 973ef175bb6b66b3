//! Detects how a file writes amounts and dates, from all of them together: the decimal
//! separator, and whether the month comes before the day.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    field::Field,
    headers::Match,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    recognise::Recognised,
    rejection::Rejection,
    table::{Book, Cell, Limits, Next},
    value::{self, DayOrder, Decimal, Order},
};

/// How a file writes amounts and dates.
#[derive(Debug, Default)]
pub struct Notation {
    /// The decimal separator.
    pub decimal: Option<Decimal>,
    /// Whether a column has dates with the month first.
    pub month_first: bool,
    /// The problems of columns with dates.
    pub problems: Vec<Problem>,
    orders: BTreeMap<Column, Order>,
}

/// The dates of a column with the same separator: two people may have filled one column in
/// two notations, each with its own separator.
type Column = (usize, usize, char);

/// What the dates of a column show about the order of day and month.
#[derive(Debug, Default)]
struct Evidence {
    day_first: usize,
    month_first: usize,
    /// The first ambiguous date: the row, the name of the column, the cell.
    either: Option<(u32, Arc<str>, Cell)>,
}

impl Evidence {
    fn order(&self) -> Option<Result<Order, Contradiction>> {
        match (self.day_first, self.month_first) {
            (0, 0) => None,
            (_, 0) => Some(Ok(Order::DayFirst)),
            (0, _) => Some(Ok(Order::MonthFirst)),
            _ => Some(Err(Contradiction)),
        }
    }
}

struct Contradiction;

impl Notation {
    /// Reads every amount and every date that is stored as text.
    pub fn find(
        book: &mut Book,
        recognised: &Recognised,
        limits: &Limits,
    ) -> Result<Self, Rejection> {
        let mut votes = 0;
        let mut columns: BTreeMap<Column, Evidence> = BTreeMap::new();
        for (nth, (place, _, found)) in recognised.sheets.iter().enumerate() {
            if !says_something(found) {
                continue;
            }
            book.rows(*place, limits, &mut |number, cells| {
                if number <= found.header_row {
                    return Next::More;
                }
                for (column, (cell, (field, name))) in cells.iter().zip(&found.columns).enumerate()
                {
                    match (field, cell) {
                        (Field::Budget | Field::EuFunding, Cell::Text(text)) => {
                            votes += Decimal::vote(text);
                        }
                        (Field::Start | Field::End, Cell::Text(_)) => {
                            let Some((between, says)) = value::told_by(cell) else { continue };
                            let known = columns.entry((nth, column, between)).or_default();
                            match says {
                                DayOrder::Told(Order::DayFirst) => known.day_first += 1,
                                DayOrder::Told(Order::MonthFirst) => known.month_first += 1,
                                DayOrder::Either if known.either.is_none() => {
                                    known.either = Some((number, name.clone(), cell.clone()));
                                }
                                DayOrder::Either => {}
                            }
                        }
                        _ => {}
                    }
                }
                Next::More
            })?;
        }
        let decimal = match recognised.source.decimal {
            Some(decimal) => Some(decimal),
            None => Decimal::of_votes(votes),
        };
        let mut notation = Self { decimal, ..Self::default() };
        notation.settle(&columns, recognised);
        Ok(notation)
    }

    fn settle(&mut self, columns: &BTreeMap<Column, Evidence>, recognised: &Recognised) {
        let mut whole: BTreeMap<char, Evidence> = BTreeMap::new();
        for ((.., between), evidence) in columns {
            let all = whole.entry(*between).or_default();
            all.day_first += evidence.day_first;
            all.month_first += evidence.month_first;
        }
        for (column, evidence) in columns {
            let (sheet, _, between) = *column;
            // A column with ambiguous dates only is read like the others.
            let order = evidence.order().or_else(|| whole.get(&between)?.order());
            let doubt = match order {
                Some(Ok(_)) => false,
                Some(Err(Contradiction)) => true,
                None => between != '.',
            };
            let order = order.and_then(Result::ok).unwrap_or_default();
            self.month_first |= order == Order::MonthFirst;
            self.orders.insert(*column, order);
            let name = recognised.sheets.get(sheet).map(|(_, name, _)| name.clone());
            if let (true, Some((number, column, cell)), Some(sheet)) =
                (doubt, &evidence.either, name)
            {
                let row = RowRef { sheet, number: *number };
                let read = value::date(cell, order).map(|date| date.to_string());
                let problem =
                    Problem::new(&row, Some(column), &cell.shown(), ProblemKind::DateOrderUnsure);
                self.problems.push(problem.with(read.unwrap_or_default()));
            }
        }
    }

    /// The order of day and month for a date in a column of a sheet.
    pub fn order(&self, sheet: usize, column: usize, cell: &Cell) -> Order {
        let between = value::told_by(cell).map(|(between, _)| between);
        let known = between.and_then(|between| self.orders.get(&(sheet, column, between)));
        known.copied().unwrap_or_default()
    }
}

fn says_something(found: &Match) -> bool {
    use Field::{Budget, End, EuFunding, Start};
    found.columns.iter().any(|(field, _)| matches!(field, Budget | End | EuFunding | Start))
}
