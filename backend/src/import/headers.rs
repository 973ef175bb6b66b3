//! Matches the headers in a file with the columns of a source.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use super::{
    field::{Field, repeats},
    header,
    key::key,
    letters::letters,
    mapping::{Lists, Sheet},
    mappings::MAPPINGS,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    split,
    table::Cell,
    unread::without_value,
};

/// Words in the header of a column about persons.
const PERSONAL: [&str; 14] = [
    "e mail",
    "email",
    "mail",
    "phone",
    "telephone",
    "telefoon",
    "telefon",
    "contact",
    "kontakt",
    "contactpersoon",
    "ansprechpartner",
    "person",
    "first name",
    "surname",
];

/// The columns of a sheet that was recognised.
#[derive(Debug)]
pub struct Match {
    /// What the sheet lists.
    pub lists: Lists,
    /// The row of the headers.
    pub header_row: u32,
    /// The field of each column, and its name for messages.
    pub columns: Vec<(Field, Arc<str>)>,
    /// Columns that continue a long text: the column of the beginning, the number of the
    /// part, and the column of that part; in the order of the parts.
    pub parts: Vec<(usize, usize, usize)>,
    /// The number of headers that were understood.
    pub understood: usize,
    /// Required headers that are missing.
    pub missing: Vec<&'static str>,
}

/// The keys of headers.
type Keys = HashMap<String, Field>;

/// The headers of each sheet of each source. Every cell in the first rows of a file is
/// looked up in them.
static KEYS: LazyLock<Vec<(Lists, &[&str], Keys)>> = LazyLock::new(|| {
    let sheets = MAPPINGS.iter().flat_map(|source| source.sheets);
    let keys = |sheet: &Sheet| {
        let mut keys = Keys::new();
        for column in sheet.columns {
            for header in column.headers {
                keys.entry(key(header)).or_insert(column.field);
            }
        }
        (sheet.lists, sheet.names, keys)
    };
    sheets.map(keys).collect()
});

impl Match {
    /// Whether all of these fields have a column.
    pub fn has(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.columns.iter().any(|(known, _)| known == field))
    }

    /// Joins texts that were split over several cells, see [`split`].
    pub fn join(&self, cells: &mut [Cell]) {
        for &(begins, _, part) in &self.parts {
            let more = cells.get_mut(part).map(|cell| std::mem::replace(cell, Cell::Empty));
            let (Some(more), Some(whole)) = (more, cells.get_mut(begins)) else { continue };
            if !more.is_empty() {
                *whole = Cell::Text(split::join(&whole.shown(), &more.shown()));
            }
        }
    }
}

/// Reads a row as the headers of a sheet.
pub fn read(sheet: &Sheet, number: u32, cells: &[Cell]) -> Match {
    let shown: Vec<String> = cells.iter().map(header::shown).collect();
    let keys: Vec<String> = shown.iter().map(|shown| key(shown)).collect();
    let mut columns: Vec<(Field, Arc<str>)> = Vec::with_capacity(cells.len());
    let (mut parts, mut understood) = (Vec::new(), 0);
    for (index, (shown, key)) in shown.iter().zip(&keys).enumerate() {
        let field = field_of(sheet, shown);
        let continued = header::part(shown).filter(|_| field.is_none());
        let continued = continued.and_then(|(begins, part)| {
            let begins = self::key(begins);
            let (at, _) = keys.iter().take(index).enumerate().find(|(_, it)| **it == begins)?;
            (columns.get(at)?.0 != Field::Aside).then_some((at, part, index))
        });
        understood += usize::from(field.is_some() || continued.is_some());
        parts.extend(continued);
        let field = match field {
            Some(field) => field,
            None if continued.is_none() && is_personal(key) => Field::Person,
            None => Field::Aside,
        };
        let name: String = shown.chars().take(60).collect();
        columns.push((field, format!("{} ({name})", letters(index)).into()));
    }
    parts.sort_unstable();
    let has = |field: &Field| columns.iter().any(|(known, _)| known == field);
    let missing = sheet.required.iter().filter(|field| !has(field));
    let missing = missing.filter_map(|field| header_of(sheet, *field)).collect();
    Match { lists: sheet.lists, header_row: number, columns, parts, understood, missing }
}

/// The field of a header.
fn field_of(sheet: &Sheet, header: &str) -> Option<Field> {
    let key = key(header);
    if key.is_empty() {
        return None;
    }
    let keys = KEYS.iter().find(|(lists, names, _)| *lists == sheet.lists && *names == sheet.names);
    let known = keys.and_then(|(.., keys)| keys.get(&key).copied());
    known.or_else(|| header::further(sheet.columns, header))
}

fn header_of(sheet: &Sheet, field: Field) -> Option<&'static str> {
    let column = sheet.columns.iter().find(|column| column.field == field)?;
    column.headers.first().copied()
}

/// The problems in the headers of a sheet.
pub fn problems(sheet: &Sheet, name: &Arc<str>, found: &Match, cells: &[Cell]) -> Vec<Problem> {
    let row = RowRef { sheet: name.clone(), number: found.header_row };
    let mut problems = Vec::new();
    for (cell, (_, name)) in cells.iter().zip(&found.columns) {
        let kind = without_value(cell);
        problems.extend(kind.map(|it| Problem::new(&row, Some(name), &cell.shown(), it)));
    }
    for (index, (cell, (field, name))) in cells.iter().zip(&found.columns).enumerate() {
        let shown = header::shown(cell);
        let kind = match field {
            _ if cell.is_empty() => continue,
            Field::Person => ProblemKind::PersonalColumn,
            Field::Aside if found.parts.iter().any(|(.., part)| *part == index) => continue,
            Field::Aside if field_of(sheet, &shown).is_none() => ProblemKind::HeaderUnknown,
            _ if repeats(field) => continue,
            field if found.columns.iter().take(index).any(|(it, _)| it == field) => {
                ProblemKind::HeaderTwice
            }
            _ => continue,
        };
        problems.push(Problem::new(&row, Some(name), &shown, kind));
    }
    problems
}

fn is_personal(key: &str) -> bool {
    let padded = format!(" {key} ");
    PERSONAL.iter().any(|word| padded.contains(&format!(" {word} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_about_persons_are_known() {
        for header in ["Contact person", "E-mail", "Telefoon", "Lead partner email"] {
            assert!(is_personal(&key(header)), "{header}");
        }
        assert!(!is_personal(&key("Contracting authority")));
    }
}
