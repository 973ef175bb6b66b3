//! Which source a book comes from, told by its headers.

use std::{cmp::Reverse, collections::HashSet, sync::Arc};

use super::{
    Problem, Refusal,
    mapping::{Lists, Match, Source},
    table::{Book, Cell, Limits, Next},
};

/// Headers are looked for in so many first rows: officials put titles above.
const HEADER_ROWS: usize = 10;

/// A source recognised in a book.
pub struct Recognised {
    /// Which.
    pub source: Source,
    /// Its sheets that were found, projects first: place in the book, and match.
    pub sheets: Vec<(usize, Arc<str>, Match)>,
    /// Sheets that no source has, by name.
    pub left_alone: Vec<String>,
    /// What is to be said about headers.
    pub problems: Vec<Problem>,
}

/// Finds out which source a book comes from: the one that understands most of
/// its headers and misses none that it needs.
pub fn recognise(
    book: &mut Book,
    sources: &[Source],
    limits: &Limits,
) -> Result<Recognised, Refusal> {
    let names = book.sheets();
    let mut heads: Vec<Vec<(u32, Vec<Cell>)>> = Vec::new();
    for sheet in 0..names.len() {
        let mut head = Vec::new();
        book.rows(sheet, limits, &mut |number, cells| {
            head.push((number, cells));
            if head.len() < HEADER_ROWS { Next::More } else { Next::Enough }
        })?;
        heads.push(head);
    }
    let candidates: Vec<Recognised> =
        sources.iter().map(|source| candidate(source, &names, &heads)).collect();
    let mut whole: Vec<Recognised> = Vec::new();
    let mut nearest: Option<(usize, String, Vec<String>)> = None;
    for candidate in candidates {
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
    whole.into_iter().max_by_key(understood).ok_or_else(|| {
        let (_, sheet, missing) = nearest.unwrap_or_default();
        Refusal::NoProjects { sheet, missing }
    })
}

/// One source against all sheets: each of its sheets takes the one that it
/// understands best.
fn candidate(source: &Source, names: &[String], heads: &[Vec<(u32, Vec<Cell>)>]) -> Recognised {
    let mut sheets = Vec::new();
    let mut problems = Vec::new();
    let mut taken = HashSet::new();
    for sheet in source.sheets {
        let matches = heads.iter().enumerate().flat_map(|(place, head)| {
            head.iter().map(move |(number, cells)| (place, sheet.read(*number, cells), cells))
        });
        let best = matches
            .filter(|(place, it, _)| it.understood > 0 && !taken.contains(place))
            // Of two that are alike the first counts, which is what `min` gives.
            .min_by_key(|(_, it, _)| Reverse((it.missing.is_empty(), it.understood)));
        let Some((place, found, cells)) = best else { continue };
        // A list of partners that lacks what it needs is some other sheet.
        if sheet.lists == Lists::Partners && !found.missing.is_empty() {
            continue;
        }
        let name: Arc<str> = names.get(place).map_or("", String::as_str).into();
        taken.insert(place);
        problems.extend(sheet.problems(&name, &found, cells));
        sheets.push((place, name, found));
    }
    let left_alone = names
        .iter()
        .enumerate()
        .filter(|(place, _)| !taken.contains(place))
        .map(|(_, name)| name.clone())
        .collect();
    Recognised { source: *source, sheets, left_alone, problems }
}
