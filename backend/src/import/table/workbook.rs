//! Workbooks as Excel and LibreOffice write them (`.xlsx`).

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use catalogue::model::PartialDate;

use super::{Cell, Limits, MAX_COLUMNS, Meter, Next, Upload};
use crate::import::Refusal;

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
    pub(super) fn open(file: Upload, limits: &Limits) -> Result<Self, Refusal> {
        let Upload { name, bytes } = file;
        let damaged = |cause: String| Refusal::Damaged { file: name.clone(), cause };
        weigh(&name, &bytes, limits)?;
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
        Ok(Self { file: name, xlsx })
    }

    pub(super) fn sheets(&self) -> Vec<String> {
        self.xlsx.sheet_names()
    }

    pub(super) fn rows(
        &mut self,
        sheet: usize,
        meter: &mut Meter<'_>,
        each: &mut dyn FnMut(u32, Vec<Cell>) -> Next,
    ) -> Result<(), Refusal> {
        let file = self.file.clone();
        let damaged = |error: calamine::XlsxError| Refusal::Damaged {
            file: file.clone(),
            cause: error.to_string(),
        };
        let Some(name) = self.xlsx.sheet_names().get(sheet).cloned() else { return Ok(()) };
        let mut reader = self.xlsx.worksheet_cells_reader(&name).map_err(damaged)?;
        let (mut row, mut cells): (u32, Vec<Cell>) = (0, Vec::new());
        // Rows come in their order and empty ones not at all.
        loop {
            let next = reader.next_cell().map_err(damaged)?;
            let place = next.as_ref().map(|cell| cell.get_position());
            let ended = place.is_none_or(|(at, _)| at != row);
            if ended && cells.iter().any(|cell| !cell.is_empty()) {
                meter.cells(cells.len())?;
                if each(row + 1, std::mem::take(&mut cells)) == Next::Enough {
                    return Ok(());
                }
            }
            let Some(cell) = next else { return Ok(()) };
            let (at, column) = cell.get_position();
            if at != row {
                (row, cells) = (at, Vec::with_capacity(cells.capacity()));
            }
            meter.cells(1)?;
            let column = column as usize;
            if column < MAX_COLUMNS {
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                if let Some(place) = cells.get_mut(column) {
                    *place = value(cell.get_value());
                }
            }
        }
    }
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Int(whole) => Cell::of_text(&whole.to_string()),
        DataRef::Float(number) if number.is_finite() => Cell::Number(*number),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            // As text, so that a day out of range is refused like any other.
            let text = format!("{year:04}-{month:02}-{day:02}");
            text.parse::<PartialDate>().map_or(Cell::Text(text), Cell::Date)
        }
        DataRef::DateTimeIso(text) => match text.get(..10).unwrap_or(text).parse() {
            Ok(date) => Cell::Date(date),
            Err(_) => Cell::of_text(text),
        },
        // A formula that went wrong shows `#REF!`: no value anybody meant.
        DataRef::Bool(_)
        | DataRef::Error(_)
        | DataRef::Empty
        | DataRef::Float(_)
        | DataRef::DateTime(_)
        | DataRef::DurationIso(_) => Cell::Empty,
    }
}

/// Unpacks everything once into nothing: what a workbook says about its size
/// need not be true, and the reader behind this believes it.
fn weigh(name: &str, bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    let damaged = |cause: String| Refusal::Damaged { file: name.to_owned(), cause };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let has = |part: &str| archive.index_for_name(part).is_some();
    if !has("xl/workbook.xml") && !has("xl\\workbook.xml") {
        return Err(match has("content.xml") {
            true => Refusal::OldWorkbook { file: name.to_owned() },
            false => Refusal::NotASpreadsheet { file: name.to_owned() },
        });
    }
    let mut left = limits.unpacked;
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
        loop {
            let read = part.read(&mut buffer).map_err(|error| damaged(error.to_string()))?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(Refusal::TooLarge)?;
        }
    }
    Ok(())
}
