//! Workbooks as Excel and LibreOffice write them (`.xlsx`).

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use catalogue::model::PartialDate;

use super::{Cell, Limits, MAX_COLUMNS, Next, Upload, limits::Meter, weigh::weigh};
use crate::import::Rejection;

/// A workbook that is open.
pub struct Workbook {
    file: String,
    xlsx: Xlsx<Cursor<Vec<u8>>>,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook").field("file", &self.file).finish_non_exhaustive()
    }
}

impl Workbook {
    pub(super) fn open(file: Upload, limits: &Limits) -> Result<Self, Rejection> {
        let Upload { name, bytes } = file;
        weigh(&name, &bytes, limits)?;
        let xlsx = guarded(&name, || {
            Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&name, &error))
        })?;
        Ok(Self { file: name, xlsx })
    }

    /// The names of the sheets, and whether they are hidden.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = self.xlsx.sheets_metadata().iter();
        // Excel allows 31 characters. Longer names are cut for the report.
        let name = |name: &str| name.chars().take(60).collect();
        sheets.map(|it| (name(&it.name), it.visible != SheetVisible::Visible)).collect()
    }

    pub(super) fn rows(
        &mut self,
        sheet: usize,
        meter: &mut Meter<'_>,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Rejection> {
        let Some(name) = self.xlsx.sheets_metadata().get(sheet).map(|it| it.name.clone()) else {
            return Ok(());
        };
        let (file, xlsx) = (&self.file, &mut self.xlsx);
        guarded(file, || rows(file, xlsx, &name, meter, each))
    }
}

fn damaged(file: &str, error: &XlsxError) -> Rejection {
    let cause: String = error.to_string().chars().take(200).collect();
    Rejection::Damaged { file: file.to_owned(), cause }
}

/// Calamine panics on row and column numbers that are too large. That is an error of the
/// file, which must not end the program.
fn guarded<T>(file: &str, read: impl FnOnce() -> Result<T, Rejection>) -> Result<T, Rejection> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let cause = "a number in it is out of range".to_owned();
        Err(Rejection::Damaged { file: file.to_owned(), cause })
    })
}

fn rows(
    file: &str,
    xlsx: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    meter: &mut Meter<'_>,
    each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
) -> Result<(), Rejection> {
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(|error| damaged(file, &error))?;
    let (mut row, mut cells): (u32, Vec<Cell>) = (0, Vec::new());
    // The column after the last cell, and the text of an unknown error in it.
    let (mut column, mut unknown): (usize, Option<String>) = (0, None);
    // Rows come in order, without empty ones.
    loop {
        let next = match reader.next_cell_with_formula_metadata() {
            // Calamine knows the seven old errors. After another error it continues, but
            // without the position, which is after the cell before.
            Err(XlsxError::CellError(shown)) => {
                unknown = Some(shown);
                meter.cell(&Cell::Empty)?;
                continue;
            }
            other => other.map_err(|error| damaged(file, &error))?,
        };
        let place = next.as_ref().map(|cell| cell.pos);
        if let Some(shown) = unknown.take() {
            let error = XlsxError::CellError(shown.clone());
            match place {
                // If cells do not state their column, the next cell would be taken for
                // this one, and all further cells would be in the wrong column.
                Some((at, here)) if at == row && here as usize == column => {
                    return Err(damaged(file, &error));
                }
                Some((at, _)) if at != row && cells.is_empty() => {
                    (row, column) = (at, 0);
                    put(&mut cells, column, Cell::Error(shown));
                }
                _ => put(&mut cells, column, Cell::Error(shown)),
            }
        }
        let ended = place.is_none_or(|(at, _)| at != row);
        if ended {
            let said = cells.iter().any(|cell| *cell != Cell::Empty);
            meter.places(cells.len())?;
            if said && each(row + 1, std::mem::take(&mut cells)) == Next::Enough {
                return Ok(());
            }
            cells.clear();
        }
        let Some(cell) = next else { return Ok(()) };
        row = cell.pos.0;
        column = cell.pos.1 as usize;
        let value = match value(&cell.value) {
            // A formula with an empty text as its result has the value "".
            Cell::Empty if cell.formula.is_some() && cell.value == DataRef::Empty => Cell::Unsaved,
            value => value,
        };
        meter.cell(&value)?;
        put(&mut cells, column, value);
        column += 1;
    }
}

fn put(cells: &mut Vec<Cell>, column: usize, value: Cell) {
    if column >= MAX_COLUMNS || value == Cell::Empty {
        return;
    }
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = value;
    }
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Int(whole) => Cell::of_text(&whole.to_string()),
        DataRef::Float(number) if number.is_finite() => Cell::Number(*number),
        DataRef::Float(number) => Cell::Text(number.to_string()),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            // As text, so that an impossible date is a problem like any other.
            let text = format!("{year:04}-{month:02}-{day:02}");
            text.parse::<PartialDate>().map_or(Cell::Text(text), Cell::Date)
        }
        // A duration is neither a date nor an amount.
        DataRef::DateTime(moment) => Cell::Text(format!("{} h", moment.as_f64() * 24.0)),
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::DateTimeIso(text) => match text.get(..10).unwrap_or(text).parse() {
            Ok(date) => Cell::Date(date),
            Err(_) => Cell::of_text(text),
        },
        DataRef::Bool(says) => Cell::Bool(*says),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}
