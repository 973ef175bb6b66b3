//! A source of projects, described as data.
//!
//! A new source is a table like those in [`keep`](super::keep) and
//! [`template`](super::template): its sheets, its columns, and for each column
//! the headers it is known by and the [`Field`] it fills. Everything else
//! (recognising the file, reading values, joining sheets, finding places and
//! languages, judging) is the same for all and stands in the rest of this folder.

use std::sync::Arc;

use catalogue::{model::Lang, query::fold};

use super::{Fault, Problem, Row, table::Cell, value::Decimal};

/// In which language a column's texts are.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Tongue {
    /// The source says so.
    Known(Lang),
    /// It is found out; all columns of one number share it within a project.
    Detected(u8),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Field {
    /// The name of the programme.
    Programme,
    /// The years of the programming period.
    Period,
    /// The short name of the project.
    Acronym,
    /// The project's name in addresses.
    Slug,
    /// The official title.
    Title(Tongue),
    /// What it is about.
    Description(Tongue),
    /// What came of it, or is to.
    Results(Tongue),
    /// When it starts.
    Start,
    /// When it ends.
    End,
    /// What it, or one partner's part, costs.
    Budget,
    /// What the EU pays of that.
    EuFunding,
    /// The share that the EU pays.
    EuPercent,
    /// Its own site.
    Website,
    /// Its page in keep.eu.
    KeepUrl,
    /// A theme of the short list.
    Theme,
    /// A theme of keep.eu.
    KeepTheme,
    /// The programme's priority.
    Priority,
    /// The programme's specific objective.
    Objective,
    /// A home city that presents it.
    City,
    /// The name that city gives it.
    CityTitle,
    /// The name of an organisation: of the lead, in a list of projects.
    Organisation,
    /// What part it has.
    Role,
    /// Whether it leads.
    IsLead,
    /// The town it sits in.
    Town,
    /// Its postal code.
    Postcode,
    /// Its country, by name or code.
    Country,
    /// A NUTS code, whatever stands behind it.
    Nuts,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// Whether it is public, private, or a person.
    LegalStatus,
    /// Known, and of no use here.
    Aside,
    /// Who somebody is or how to reach them: never read.
    Person,
}

/// A column of a source.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// The headers it is known by; case, accents and punctuation do not matter.
    pub headers: &'static [&'static str],
}

/// What a sheet lists.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lists {
    /// Projects, one to a row.
    Projects,
    /// Organisations that take part, one to a row.
    Partners,
}

/// A sheet of a source.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// What it lists.
    pub lists: Lists,
    /// Its columns.
    pub columns: &'static [Column],
    /// What it must have to be recognised.
    pub required: &'static [Field],
}

/// A source of projects.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its sheets.
    pub sheets: &'static [Sheet],
    /// How it writes amounts; found out where it does not always do the same.
    pub decimal: Option<Decimal>,
    /// Whose data it is, for the list of credits and the sources of projects.
    pub credit: Option<Credit>,
}

/// Whose data a source has.
#[derive(Clone, Copy, Debug)]
pub struct Credit {
    /// Whose.
    pub name: &'static str,
    /// Where they publish it.
    pub url: &'static str,
    /// On what terms.
    pub licence: &'static str,
}

/// Words in a header that say it is about a person.
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

/// A sheet of a file, recognised.
#[derive(Debug)]
pub struct Match {
    /// What it lists.
    pub lists: Lists,
    /// The row the headers stand in.
    pub header_row: u32,
    /// For each column its field and its name for messages.
    pub columns: Vec<(Field, Arc<str>)>,
    /// How many headers were understood.
    pub understood: usize,
    /// Required headers that are not there.
    pub missing: Vec<&'static str>,
}

impl Sheet {
    /// Reads a row as the headers of this sheet.
    pub fn read(&self, number: u32, cells: &[Cell]) -> Match {
        let mut columns: Vec<(Field, Arc<str>)> = Vec::with_capacity(cells.len());
        for (index, cell) in cells.iter().enumerate() {
            let shown = cell.shown();
            let key = key(&shown);
            let known = self
                .columns
                .iter()
                .find(|column| column.headers.iter().any(|header| self::key(header) == key));
            let field = match known {
                _ if key.is_empty() => Field::Aside,
                Some(column) => column.field,
                None if is_personal(&key) => Field::Person,
                None => Field::Aside,
            };
            let name: String = shown.chars().take(60).collect();
            columns.push((field, format!("{} ({name})", letters(index)).into()));
        }
        let understood = cells.iter().filter(|cell| self.knows(&cell.shown())).count();
        let has = |field: &Field| columns.iter().any(|(known, _)| known == field);
        let missing = self.required.iter().filter(|field| !has(field));
        let missing = missing.filter_map(|field| self.header_of(*field)).collect();
        Match { lists: self.lists, header_row: number, columns, understood, missing }
    }

    fn knows(&self, header: &str) -> bool {
        let key = key(header);
        self.columns.iter().any(|column| column.headers.iter().any(|it| self::key(it) == key))
    }

    fn header_of(&self, field: Field) -> Option<&'static str> {
        let column = self.columns.iter().find(|column| column.field == field)?;
        column.headers.first().copied()
    }

    /// What is to be said about the headers of a sheet.
    pub fn problems(&self, sheet: &Arc<str>, found: &Match, cells: &[Cell]) -> Vec<Problem> {
        let row = Row { sheet: sheet.clone(), number: found.header_row };
        let mut problems = Vec::new();
        for (index, (cell, (field, name))) in cells.iter().zip(&found.columns).enumerate() {
            let shown = cell.shown();
            let fault = match field {
                _ if cell.is_empty() => continue,
                Field::Person => Fault::PersonalColumn,
                Field::Aside if !self.knows(&shown) => Fault::HeaderUnknown,
                _ if repeats(field) => continue,
                field if found.columns.iter().take(index).any(|(it, _)| it == field) => {
                    Fault::HeaderTwice
                }
                _ => continue,
            };
            problems.push(Problem::new(&row, Some(name), &shown, fault));
        }
        problems
    }
}

/// Fields that several columns fill together.
pub fn repeats(field: &Field) -> bool {
    use Field::{Aside, City, Country, KeepTheme, Nuts, Person, Results, Theme};
    matches!(field, Aside | City | KeepTheme | Nuts | Person | Theme | Results(_) | Country)
}

/// A header without case, accents, punctuation and the mark of a required one.
pub fn key(header: &str) -> String {
    // What tells two columns of money apart.
    words(&header.replace('€', " euro ").replace('%', " percent "))
}

/// A text without case, accents and punctuation.
pub fn words(text: &str) -> String {
    let mut words = String::new();
    for word in fold(text) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&word);
    }
    words
}

fn is_personal(key: &str) -> bool {
    let padded = format!(" {key} ");
    PERSONAL.iter().any(|word| padded.contains(&format!(" {word} ")))
}

/// The letters over a column: A to Z, AA, AB.
pub fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_spreadsheets_show() {
        let names: Vec<String> = [0, 25, 26, 48, 701, 702].map(letters).into();
        assert_eq!(names, ["A", "Z", "AA", "AW", "ZZ", "AAA"]);
    }

    #[test]
    fn headers_are_compared_without_case_accents_and_marks() {
        assert_eq!(key("NUTS3 (or equivalent)"), key("nuts3  or equivalent"));
        assert_eq!(key("Träger *"), key("TRÄGER"));
    }

    #[test]
    fn columns_about_persons_are_known() {
        for header in ["Contact person", "E-mail", "Telefoon", "Lead partner email"] {
            assert!(is_personal(&key(header)), "{header}");
        }
        assert!(!is_personal(&key("Contracting authority")));
    }
}
