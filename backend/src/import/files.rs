//! Reads files into drafts or a document, with a report.

use catalogue::model::{Document, HomeCity, Precision};

use super::{
    drafts::Drafts,
    mapping::{Lists, Mapping},
    mappings::MAPPINGS,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    problems::Problems,
    progress::Progress,
    read as read_rows, recognise,
    rejection::Rejection,
    report::{FoundOut, InputFormat, Report},
    table::{Book, Csv, Limits, Upload},
};
use crate::file;

/// The files to read, and how.
#[derive(Debug)]
pub struct Request {
    /// The files.
    pub files: Vec<Upload>,
    /// Their format; `None` to detect it.
    pub format: Option<InputFormat>,
    /// The limits on size and time.
    pub limits: Limits,
}

/// Files that were read and are not imported yet.
pub struct Reading {
    pub(super) report: Report,
    pub(super) content: Content,
}

/// What was read.
pub(super) enum Content {
    /// Rows of a source.
    Drafts(Mapping, Box<Drafts>),
    /// The exchange format.
    Document(Box<Document>),
}

/// Reads files. Only the cities in `home_cities` can present projects.
pub fn read(
    request: Request,
    home_cities: &[HomeCity],
    progress: &mut dyn Progress,
) -> Result<Reading, Rejection> {
    let Request { files, format, limits } = request;
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let is_json = |file: &Upload| {
        let text = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
        text.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
    };
    if format == Some(InputFormat::Json) || (format.is_none() && files.iter().any(is_json)) {
        return json(names, files, &limits);
    }
    let mut book = Book::open(files, &limits)?;
    let wanted = |source: &&Mapping| format.is_none_or(|format| format.as_str() == source.name);
    let sources: Vec<Mapping> = MAPPINGS.iter().filter(wanted).copied().collect();
    let recognised = recognise::recognise(&mut book, &sources, &MAPPINGS, &limits)?;
    let mut drafts = read_rows::read(&mut book, &recognised, home_cities, &limits, progress)?;
    let format = match recognised.source.name {
        "keep" => InputFormat::Keep,
        _ => InputFormat::Template,
    };
    let mut report = Report::new(names, format, Problems::keeping(limits.problems));
    if let Book::Csv(files) = &book {
        let found_out = |file: &Csv| FoundOut {
            file: file.name.clone(),
            encoding: file.encoding,
            separator: file.separator.into(),
        };
        report.found_out = files.iter().map(found_out).collect();
    }
    report.decimal = drafts.notation.decimal.filter(|_| recognised.source.decimal.is_none());
    report.month_first = drafts.notation.month_first;
    report.sheets =
        recognised.sheets.iter().map(|(_, name, it)| (name.to_string(), it.lists)).collect();
    report.left_alone = recognised.left_alone;
    report.project_rows = drafts.project_rows;
    report.partner_rows = drafts.partner_rows;
    report.projects = drafts.projects.len();
    report.skipped = drafts.skipped;
    report.merged = drafts.merged;
    report.problems.extend(book.problems());
    report.problems.extend(recognised.problems);
    let list = recognised.sheets.iter().find(|(_, _, it)| it.lists == Lists::Projects);
    if let (Some((_, sheet, found)), true) = (list, drafts.projects.is_empty()) {
        let row = RowRef { sheet: sheet.clone(), number: found.header_row };
        report.problems.push(Problem::new(&row, None, "", ProblemKind::NothingRead));
    }
    report.problems.append(&mut drafts.problems);
    Ok(Reading { report, content: Content::Drafts(recognised.source, Box::new(drafts)) })
}

fn json(names: Vec<String>, files: Vec<Upload>, limits: &Limits) -> Result<Reading, Rejection> {
    let mut files = files.into_iter();
    let Some(first) = files.next() else { return Err(Rejection::Empty { file: String::new() }) };
    if let Some(second) = files.next() {
        return Err(Rejection::OneWorkbook { file: second.name });
    }
    let document = file::parse_bytes(&first.name, &first.bytes).map_err(|error| match error {
        file::FileError::Invalid(invalid) => Rejection::Json(invalid),
        file::FileError::Unreadable { file, cause } => {
            Rejection::Unreadable { file, cause: cause.to_string() }
        }
    })?;
    let mut report = Report::new(names, InputFormat::Json, Problems::keeping(limits.problems));
    report.projects = document.projects.len();
    report.project_rows = document.projects.len();
    for part in document.projects.iter().flat_map(|project| &project.participations) {
        report.partner_rows += 1;
        match part.location.map(|location| location.precision) {
            Some(Precision::Address) => report.located.address += 1,
            Some(Precision::Town) => report.located.town += 1,
            Some(Precision::Region) => report.located.region += 1,
            None => report.located.nowhere += 1,
        }
    }
    Ok(Reading { report, content: Content::Document(Box::new(document)) })
}
