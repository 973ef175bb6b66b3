//! Workbooks made by tests, with the headers of the real sources.

use catalogue::model::Document;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::{
    default_catalogue,
    gazetteer::Gazetteer,
    import::{
        ProblemKind, Quiet, Rejection, Report, Request, check,
        table::{Limits, Upload},
    },
};

/// What a test writes into a cell.
#[derive(Clone, Debug)]
pub enum C {
    T(&'static str),
    N(f64),
    D(u16, u8, u8),
    E,
}

impl From<&'static str> for C {
    fn from(text: &'static str) -> Self {
        if text.is_empty() { C::E } else { C::T(text) }
    }
}

impl From<f64> for C {
    fn from(number: f64) -> Self {
        C::N(number)
    }
}

/// A row of cells: `row!["A", 1.0]`.
#[macro_export]
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::import::tests::fixture::C::from($cell)),*] };
}

/// A workbook with these sheets.
pub fn workbook(sheets: &[(&str, Vec<Vec<C>>)]) -> Upload {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (name, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    C::T(text) => {
                        page.write_string(row, column, *text).unwrap();
                    }
                    C::N(number) => {
                        page.write_number(row, column, *number).unwrap();
                    }
                    C::D(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                        page.write_datetime_with_format(row, column, &day, &date).unwrap();
                    }
                    C::E => {}
                }
            }
        }
    }
    Upload { name: "test.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() }
}

/// A file of separated values.
pub fn csv(name: &str, bytes: impl Into<Vec<u8>>) -> Upload {
    Upload { name: name.to_owned(), bytes: bytes.into() }
}

pub fn request(files: Vec<Upload>) -> Request {
    Request { files, format: None, limits: Limits::GENEROUS }
}

pub fn default() -> Document {
    default_catalogue::document().unwrap()
}

/// What an import would say.
pub fn judged(files: Vec<Upload>) -> Result<Report, Rejection> {
    let cities = default().home_cities;
    check(request(files), &cities, Gazetteer::embedded().unwrap(), &mut Quiet)
}

/// The kinds of problems with their rows, in the order of the file.
pub fn kinds(report: &Report) -> Vec<(ProblemKind, u32)> {
    report.problems.iter().map(|problem| (problem.kind, problem.row.number)).collect()
}

/// The headers of keep.eu's list of projects, in its order.
pub const KEEP_PROJECTS: [&str; 49] = [
    "Programme",
    "Acronym",
    "Project Name",
    "Project Name language 2",
    "Project Name language 3",
    "Lead Partner",
    "Period",
    "Street",
    "Postal code",
    "Town",
    "Country",
    "Budget",
    "Project total expenditure",
    "EU Funding",
    "Project EU Funding expenditure",
    "ERDF budget",
    "ENI budget",
    "IPA budget",
    "ERDF eq. budget",
    "Co-Financing sources",
    "Website",
    "Thematic1",
    "Thematic2",
    "Thematic3",
    "Specific Obj",
    "Thematic Obj",
    "Inv. Priority",
    "Thematic Priorities (Interreg-IPA CBC specific)",
    "Description 1",
    "Description 2",
    "Description EN",
    "Expected Results 1",
    "Expected Results 2",
    "Expected Results EN",
    "Achievements 1",
    "Achievements 2",
    "Achievements EN",
    "Expected Outputs 1",
    "Expected Outputs 2",
    "Expected Outputs EN",
    "Delivered Outputs 1",
    "Delivered Outputs 2",
    "Delivered Outputs EN",
    "Project start",
    "Project end",
    "Priority Area",
    "Degree of comp.",
    "Strategy",
    "Call SN",
];

/// The headers of keep.eu's list of partners.
pub const KEEP_PARTNERS: [&str; 15] = [
    "Programme",
    "Acronym",
    "Project Partner",
    "Lead Partner",
    "Street",
    "Postal code",
    "Town",
    "Country",
    "Website",
    "Department",
    "Legal Status",
    "Country code",
    "NUTS1 (or equivalent)",
    "NUTS2 (or equivalent)",
    "NUTS3 (or equivalent)",
];

/// Rows of keep.eu's list of projects, of values by header.
pub fn keep_rows(rows: &[&[(&str, C)]]) -> Vec<Vec<C>> {
    by_header(&KEEP_PROJECTS, rows)
}

/// Rows of keep.eu's list of partners.
pub fn keep_partners(rows: &[&[(&str, C)]]) -> Vec<Vec<C>> {
    by_header(&KEEP_PARTNERS, rows)
}

fn by_header(headers: &'static [&'static str], rows: &[&[(&str, C)]]) -> Vec<Vec<C>> {
    let mut all: Vec<Vec<C>> = vec![headers.iter().map(|header| C::T(header)).collect()];
    for row in rows {
        let mut cells = vec![C::E; headers.len()];
        for (header, cell) in *row {
            let place = headers.iter().position(|known| known == header);
            cells[place.unwrap_or_else(|| panic!("no header {header}"))] = cell.clone();
        }
        all.push(cells);
    }
    all
}
