//! Files become projects.
//!
//! A *source* (keep.eu's export, the template, or another to come) is described
//! by a table of columns, see [`mapping`]; reading, judging and putting together
//! is the same for all of them:
//!
//! 1. [`table`]: a workbook or CSV files become rows of cells.
//! 2. [`recognise`]: the source is told by its headers; [`read`](mod@read): rows
//!    become *drafts*, with every value read by [`value`]. What cannot be read is
//!    a [`Problem`] with its place, and is left out; the rest is kept.
//! 3. [`assemble`]: a draft becomes a project. Towns get their coordinates,
//!    texts their languages.
//! 4. [`merge`](mod@merge): the project meets the one in the catalogue.
//! 5. [`put`](mod@put): all of it is written in one change, or nothing.
//!
//! [`check`] does the first three and keeps nothing.

mod assemble;
mod draft;
mod keep;
mod language;
pub mod mapping;
mod merge;
mod names;
mod problem;
mod progress;
mod put;
mod read;
mod recognise;
mod report;
mod row;
mod slug;
pub mod table;
pub mod template;
#[cfg(test)]
mod tests;
pub mod value;

use catalogue::model::{Document, HomeCity, Precision, Slug};

pub use assemble::Located;
pub use problem::{Fault, Problem, Refusal, Row, Severity};
pub use progress::{Progress, Quiet, Stage};
pub use put::{How, ImportError, import};
pub use report::{Change, FoundOut, Kind, Outcome, Report};

use crate::{
    file,
    gazetteer::{Found, Gazetteer, Wanted},
};
use assemble::Assembler;
use mapping::Source;
use names::Names;
use read::Drafts;
use table::{Book, Limits, Upload};

/// The sources that are recognised by their headers.
const SOURCES: [Source; 2] = [keep::KEEP, template::TEMPLATE];

/// What is to be read, and how.
#[derive(Debug)]
pub struct Request {
    /// The files.
    pub files: Vec<Upload>,
    /// Which source they come from; found out where it is not said.
    pub kind: Option<Kind>,
    /// What reading may cost.
    pub limits: Limits,
}

/// A file that has been read and not yet been put anywhere.
pub struct Reading {
    report: Report,
    content: Content,
}

enum Content {
    Drafts(Source, Box<Drafts>),
    Document(Box<Document>),
}

/// Reads files. Only the cities in `home_cities` can present projects.
pub fn read(
    request: Request,
    home_cities: &[HomeCity],
    progress: &mut dyn Progress,
) -> Result<Reading, Refusal> {
    let Request { files, kind, limits } = request;
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let is_json = |file: &Upload| {
        let text = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
        text.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
    };
    if kind == Some(Kind::Json) || (kind.is_none() && files.iter().any(is_json)) {
        return json(names, files);
    }
    let mut book = Book::open(files, &limits)?;
    let wanted = |source: &&Source| kind.is_none_or(|kind| kind.as_str() == source.name);
    let sources: Vec<Source> = SOURCES.iter().filter(wanted).copied().collect();
    let recognised = recognise::recognise(&mut book, &sources, &limits)?;
    let mut drafts = read::read(&mut book, &recognised, home_cities, &limits, progress)?;
    let kind = match recognised.source.name {
        "keep" => Kind::Keep,
        _ => Kind::Template,
    };
    let mut report = Report::new(names, kind);
    if let Book::Csv(files) = &book {
        let found_out = |file: &table::Csv| FoundOut {
            file: file.name.clone(),
            encoding: file.encoding,
            separator: file.separator.into(),
        };
        report.found_out = files.iter().map(found_out).collect();
    }
    report.decimal = drafts.decimal.filter(|_| recognised.source.decimal.is_none());
    report.sheets =
        recognised.sheets.iter().map(|(_, name, it)| (name.to_string(), it.lists)).collect();
    report.left_alone = recognised.left_alone;
    report.project_rows = drafts.project_rows;
    report.partner_rows = drafts.partner_rows;
    report.projects = drafts.projects.len();
    report.skipped = drafts.skipped;
    report.merged = drafts.merged;
    report.problems = recognised.problems;
    report.problems.append(&mut drafts.problems);
    Ok(Reading { report, content: Content::Drafts(recognised.source, Box::new(drafts)) })
}

fn json(names: Vec<String>, files: Vec<Upload>) -> Result<Reading, Refusal> {
    let mut files = files.into_iter();
    let Some(first) = files.next() else { return Err(Refusal::Empty { file: String::new() }) };
    if let Some(second) = files.next() {
        return Err(Refusal::OneWorkbook { file: second.name });
    }
    let document = file::parse_bytes(&first.name, &first.bytes).map_err(|error| match error {
        file::FileError::Invalid(invalid) => Refusal::Json(invalid),
        file::FileError::Unreadable { file, cause } => {
            Refusal::Unreadable { file, cause: cause.to_string() }
        }
    })?;
    let mut report = Report::new(names, Kind::Json);
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

/// Judges files as an import would, and keeps nothing.
pub fn check(
    request: Request,
    home_cities: &[HomeCity],
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<Report, Refusal> {
    let deadline = request.limits.deadline;
    let Reading { mut report, content } = read(request, home_cities, progress)?;
    if let Content::Drafts(source, drafts) = content {
        let mut names = Names::default();
        let mut assembler = Assembler::new(&source, home_cities, gazetteer);
        let total = drafts.projects.len() as u64;
        for (done, draft) in (1..).zip(drafts.projects) {
            if deadline.is_some_and(|deadline| std::time::Instant::now() > deadline) {
                return Err(Refusal::TooSlow);
            }
            let (slug, _) = names.of(&draft, &mut assembler.problems);
            let _ = assembler.project(draft, slug);
            progress.at(Stage::Projects, done, Some(total));
        }
        report.located = assembler.located;
        report.problems.append(&mut assembler.problems);
    }
    Ok(report)
}

/// A home city as it is written on the command line: `Utrecht,NL`.
pub fn home_city(text: &str, gazetteer: &Gazetteer) -> Result<HomeCity, Refusal> {
    let unknown = || Refusal::HomeCity { name: text.to_owned() };
    let (name, country) = text.split_once(',').unwrap_or((text, "NL"));
    let (name, country) = (name.trim(), value::country(country).ok_or_else(unknown)?);
    let wanted = Wanted { town: Some(name), postcode: None, country: Some(country), nuts: &[] };
    let Found::Town { location, .. } = gazetteer.locate(&wanted) else { return Err(unknown()) };
    let slug: Slug = slug::slugify(name, Slug::MAX_LEN)
        .and_then(|slug| slug.parse().ok())
        .ok_or_else(unknown)?;
    Ok(HomeCity { slug, name: name.to_owned(), province: None, country, location, website: None })
}
