//! Rows of cells become drafts, whatever the source.

use catalogue::model::HomeCity;

use super::{
    drafts::Drafts,
    lengths::Lengths,
    mapping::Lists,
    notation::Notation,
    problem::RowRef,
    problems::Problems,
    progress::{Progress, Stage},
    recognise::Recognised,
    rejection::Rejection,
    table::{Book, Limits, Next},
};

/// Reads every row of a recognised book.
pub fn read(
    book: &mut Book,
    recognised: &Recognised,
    cities: &[HomeCity],
    limits: &Limits,
    progress: &mut dyn Progress,
) -> Result<Drafts, Rejection> {
    let mut notation = Notation::find(book, recognised, limits)?;
    let mut problems = Problems::keeping(limits.problems);
    problems.extend(std::mem::take(&mut notation.problems));
    let mut drafts = Drafts::new(problems);
    drafts.notation = notation;
    let is_even = book.is_even();
    for (nth, (place, name, found)) in recognised.sheets.iter().enumerate() {
        let mut done = 0;
        let mut lengths = Lengths::new(found);
        let mut wild = None;
        book.rows(*place, limits, &mut |number, mut cells| {
            if number <= found.header_row {
                return Next::More;
            }
            found.join(&mut cells);
            let row = RowRef { sheet: name.clone(), number };
            if is_even && !lengths.fits(&row, &cells) {
                let file = name.to_string();
                let (values, headers) = (cells.len(), found.columns.len());
                wild = Some(Rejection::LongRow { file, row: number, values, headers });
                return Next::Enough;
            }
            match found.lists {
                Lists::Projects => drafts.project(row, nth, found, &cells, cities),
                Lists::Partners => drafts.partner(row, nth, found, &cells),
            }
            done += 1;
            progress.at(Stage::Rows, done, None);
            Next::More
        })?;
        if let Some(rejection) = wild {
            return Err(rejection);
        }
        drafts.problems.extend(lengths.short());
    }
    Ok(drafts)
}
