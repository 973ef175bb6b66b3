//! Finds the source of a book by its headers.
//!
//! A visible sheet is preferred to a hidden one, a complete sheet to an incomplete one,
//! and a sheet with the name of the source to one that only looks similar. A list of
//! partners is identified by its `tells` fields and is never read as a list of projects:
//! its rows would become projects, and "Yes" and "No" would become organisations.

use std::{cmp::Reverse, collections::HashSet, sync::Arc};

use super::{
    field::Field,
    headers::{self, Match},
    key::key,
    mapping::{Lists, Mapping, Sheet},
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    rejection::Rejection,
    table::{Book, Cell, Limits, Next},
    template, value,
};

/// Headers are searched in the first rows, because officials put titles above them.
const HEADER_ROWS: usize = 10;

/// The first rows show what a sheet contains. The examples of the template are shorter.
const HEAD: usize = 64;

/// A sheet with this many known headers is meant as a list.
const ENOUGH: usize = 3;

/// A source recognised in a book.
pub struct Recognised {
    /// The source.
    pub source: Mapping,
    /// Its sheets, projects first: the position in the book, the name, and the columns.
    pub sheets: Vec<(usize, Arc<str>, Match)>,
    /// The names of the sheets that are not read.
    pub left_alone: Vec<String>,
    /// The problems of sheets and headers.
    pub problems: Vec<Problem>,
}

/// The beginning of a sheet.
struct Page {
    name: Arc<str>,
    hidden: bool,
    rows: Vec<(u32, Vec<Cell>)>,
}

impl Page {
    fn named(&self, names: &[&str]) -> bool {
        names.iter().any(|name| key(name) == key(&self.name))
    }

    /// The rows in which the headers may be.
    fn heads(&self) -> impl Iterator<Item = &(u32, Vec<Cell>)> {
        self.rows.iter().take(HEADER_ROWS)
    }

    fn row(&self, number: u32) -> RowRef {
        RowRef { sheet: self.name.clone(), number }
    }

    /// Whether there are rows below the headers.
    fn goes_on(&self, headers: u32) -> bool {
        self.rows.iter().any(|(number, _)| *number > headers)
    }

    /// Whether a row that was read as the headers of a list of projects has the headers of a
    /// list of partners.
    fn lists_partners(&self, found: &Match, cells: &[Cell], all: &[Mapping]) -> bool {
        self.only_yes_and_no(found)
            || lists(all, Lists::Partners).any(|sheet| {
                let partners = headers::read(sheet, found.header_row, cells);
                partners.has(sheet.tells)
                    || (partners.understood > found.understood && self.only_yes_and_no(&partners))
            })
    }

    /// Whether the column of the lead partner contains only yes and no, as in a list of
    /// partners.
    fn only_yes_and_no(&self, found: &Match) -> bool {
        let below = || self.rows.iter().filter(|(number, _)| *number > found.header_row);
        let columns = found.columns.iter().enumerate();
        let mut columns =
            columns.filter(|(_, (field, _))| matches!(field, Field::Organisation | Field::IsLead));
        columns.any(|(column, _)| {
            let cells = below().filter_map(|(_, cells)| cells.get(column));
            let mut said = cells.filter(|cell| !cell.is_empty()).peekable();
            said.peek().is_some() && said.all(|cell| value::yes(&cell.shown()).is_some())
        })
    }
}

/// The sheets of all sources that list projects, or partners.
fn lists(sources: &[Mapping], wanted: Lists) -> impl Iterator<Item = &Sheet> {
    let sheets = sources.iter().flat_map(|source| source.sheets);
    sheets.filter(move |sheet| sheet.lists == wanted)
}

/// Finds which of `sources` a book comes from: the one that understands most headers and
/// has all required ones. `all` are all known sources, also those that were not asked for.
pub fn recognise(
    book: &mut Book,
    sources: &[Mapping],
    all: &[Mapping],
    limits: &Limits,
) -> Result<Recognised, Rejection> {
    let pages = pages(book, limits)?;
    let mut whole: Vec<Recognised> = Vec::new();
    let mut nearest: Option<(usize, String, Vec<String>)> = None;
    for source in sources {
        let candidate = candidate(source, &pages, all);
        let projects = candidate.sheets.iter().find(|(_, _, it)| it.lists == Lists::Projects);
        match projects {
            Some((_, _, it)) if it.missing.is_empty() => whole.push(candidate),
            Some((_, name, it))
                if nearest.as_ref().is_none_or(|(known, ..)| it.understood > *known) =>
            {
                let missing = it.missing.iter().map(|it| (*it).to_owned()).collect();
                nearest = Some((it.understood, name.to_string(), missing));
            }
            _ => {}
        }
    }
    let understood = |it: &Recognised| it.sheets.iter().map(|(.., m)| m.understood).sum::<usize>();
    if let Some(recognised) = whole.into_iter().max_by_key(understood) {
        return Ok(recognised);
    }
    let (understood, sheet, missing) = nearest.unwrap_or_default();
    match pages.iter().find(|page| partners_alone(page, all)) {
        // Not if the list of projects exists and one header is missing.
        Some(page) if missing.len() != 1 || understood < ENOUGH => {
            Err(Rejection::PartnersAlone { sheet: page.name.to_string() })
        }
        _ => Err(Rejection::NoProjects { sheet, missing }),
    }
}

fn pages(book: &mut Book, limits: &Limits) -> Result<Vec<Page>, Rejection> {
    let mut pages = Vec::new();
    for (sheet, (name, hidden)) in book.sheets().into_iter().enumerate() {
        let mut rows = Vec::new();
        book.rows(sheet, limits, &mut |number, cells| {
            rows.push((number, cells));
            if rows.len() < HEAD { Next::More } else { Next::Enough }
        })?;
        pages.push(Page { name: name.into(), hidden, rows });
    }
    Ok(pages)
}

/// Whether a sheet is a list of partners of any source.
fn partners_alone(page: &Page, all: &[Mapping]) -> bool {
    let whole = |(number, cells): &(u32, Vec<Cell>)| {
        let of_projects = |sheet: &Sheet| {
            let found = headers::read(sheet, *number, cells);
            found.missing.is_empty() && page.lists_partners(&found, cells, all)
        };
        let of_partners = |sheet: &Sheet| headers::read(sheet, *number, cells).has(sheet.tells);
        lists(all, Lists::Projects).any(of_projects) || lists(all, Lists::Partners).any(of_partners)
    };
    page.heads().any(whole)
}

/// Matches one source with all sheets. Each sheet of the source gets the sheet of the book
/// in which most headers are understood.
fn candidate(source: &Mapping, pages: &[Page], all: &[Mapping]) -> Recognised {
    let mut sheets = Vec::new();
    let mut problems = Vec::new();
    let mut taken = HashSet::new();
    for sheet in source.sheets {
        let matches = pages.iter().enumerate().flat_map(|(place, page)| {
            page.heads().map(move |(number, cells)| {
                (place, page, headers::read(sheet, *number, cells), cells)
            })
        });
        let best = matches
            .filter(|(place, page, it, cells)| {
                it.understood > 0
                    && !taken.contains(place)
                    && !all.iter().any(|source| page.named(source.aside))
                    && (sheet.lists == Lists::Partners || !page.lists_partners(it, cells, all))
            })
            // Of two equal ones `min` returns the first.
            .min_by_key(|(_, page, it, _)| {
                let named = page.named(sheet.names);
                Reverse((it.missing.is_empty(), !page.hidden, named, it.understood))
            });
        let Some((place, page, found, cells)) = best else { continue };
        // A list of partners without a required column is another sheet.
        if sheet.lists == Lists::Partners && !found.missing.is_empty() {
            continue;
        }
        taken.insert(place);
        if page.hidden {
            let row = page.row(found.header_row);
            problems.push(Problem::new(&row, None, &page.name, ProblemKind::SheetHidden));
        }
        problems.extend(headers::problems(sheet, &page.name, &found, cells));
        sheets.push((place, page.name.clone(), found));
    }
    let left: Vec<&Page> = pages
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken.contains(place))
        .map(|(_, page)| page)
        .collect();
    problems.extend(left.iter().filter_map(|page| not_read(page, source, all)));
    let left_alone = left.iter().map(|page| page.name.to_string()).collect();
    Recognised { source: *source, sheets, left_alone, problems }
}

/// The problem of a sheet that is not read although an official may have meant it to be.
fn not_read(page: &Page, source: &Mapping, all: &[Mapping]) -> Option<Problem> {
    if page.named(&template::EXAMPLES) {
        let changed = page.rows.iter().find(|(_, cells)| !template::is_example(cells));
        return changed.map(|(number, cells)| {
            let shown = cells.iter().map(Cell::shown).find(|shown| !shown.is_empty());
            let row = page.row(*number);
            Problem::new(&row, None, &shown.unwrap_or_default(), ProblemKind::ExampleChanged)
        });
    }
    if page.named(source.aside) {
        return None;
    }
    let known = |(number, cells): &(u32, Vec<Cell>)| {
        let headers = cells.iter().filter(|cell| !cell.is_empty()).count();
        let sheets = all.iter().flat_map(|source| source.sheets);
        let found = sheets.map(|sheet| headers::read(sheet, *number, cells)).any(|found| {
            found.missing.is_empty()
                || (found.understood >= ENOUGH && found.understood * 2 >= headers)
        });
        (found && page.goes_on(*number)).then_some(*number)
    };
    let number = page.heads().find_map(known)?;
    Some(Problem::new(&page.row(number), None, &page.name, ProblemKind::SheetNotRead))
}
