//! The columns of a written workbook: those of the template, and after each group of texts or
//! themes as many more as the projects need.

use std::collections::BTreeMap;

use catalogue::model::{Lang, LangTag, LocalText, Project};

use crate::import::{
    field::{Field, Tag, Tongue},
    header,
    mapping::{self, Lists, Sheet},
};

/// A column of a written workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its field.
    pub field: Field,
    /// The position among the values of this field: a project has several themes, and may have
    /// several texts in one language.
    pub nth: usize,
    /// Its header, with the mark of a required column.
    pub header: String,
}

/// The columns of the template.
pub fn base(sheet: &Sheet, lang: Lang) -> Vec<Column> {
    let place = Lang::ALL.iter().position(|it| *it == lang).unwrap_or_default();
    let mut columns: Vec<Column> = Vec::with_capacity(sheet.columns.len());
    for mapping::Column { field, headers } in sheet.columns {
        let name = headers.get(place).copied().unwrap_or_default();
        let mark = if needed(sheet, *field) { " *" } else { "" };
        let nth = columns.iter().filter(|column| column.field == *field).count();
        columns.push(Column { field: *field, nth, header: format!("{name}{mark}") });
    }
    columns
}

/// Whether a column must be filled in.
pub fn needed(sheet: &Sheet, field: Field) -> bool {
    sheet.required.contains(&field) || (sheet.lists == Lists::Projects && field == Field::Period)
}

/// The columns that these projects need.
pub fn columns<'a>(
    sheet: &Sheet,
    lang: Lang,
    projects: impl Iterator<Item = &'a Project> + Clone,
) -> Vec<Column> {
    let base = base(sheet, lang);
    if sheet.lists == Lists::Partners {
        return base;
    }
    let mut columns: Vec<Column> = Vec::with_capacity(base.len());
    for (place, column) in base.iter().enumerate() {
        let ends = base.get(place + 1).is_none_or(|next| group(next.field) != group(column.field));
        columns.push(column.clone());
        if !ends {
            continue;
        }
        match group(column.field) {
            ColumnGroup::Texts(texts, field) => {
                let all = projects.clone().map(texts);
                columns.extend(further(all).map(|(tag, nth)| Column {
                    field: field(Tongue::Tagged(tag)),
                    nth,
                    header: header::tagged(&column.header, tag, nth),
                }));
            }
            ColumnGroup::Themes => {
                let most = projects.clone().map(|project| project.themes.len()).max();
                columns.extend((column.nth + 1..most.unwrap_or_default()).map(|nth| Column {
                    field: Field::Theme,
                    nth,
                    header: header::numbered(&column.header, nth + 1),
                }));
            }
            ColumnGroup::Other(_) => {}
        }
    }
    columns
}

/// The languages without a column in the template, each as often as a project has texts in
/// it.
fn further<'a>(all: impl Iterator<Item = &'a [LocalText]>) -> impl Iterator<Item = (Tag, usize)> {
    let mut most: BTreeMap<Tag, usize> = BTreeMap::new();
    for texts in all {
        let mut counts: BTreeMap<Tag, usize> = BTreeMap::new();
        for text in texts {
            *counts.entry(Tag::from(&text.lang)).or_default() += 1;
        }
        for (tag, count) in counts {
            let known = most.entry(tag).or_default();
            *known = count.max(*known);
        }
    }
    most.into_iter().flat_map(|(tag, count)| {
        // The first text in a language of the site already has a column.
        let first = usize::from(Lang::ALL.iter().any(|lang| LangTag::from(*lang) == tag.into()));
        (first..count).map(move |nth| (tag, nth))
    })
}

/// A group of adjacent columns, after which columns can be added.
#[derive(Clone, Copy)]
enum ColumnGroup {
    Texts(fn(&Project) -> &[LocalText], fn(Tongue) -> Field),
    Themes,
    Other(Field),
}

impl PartialEq for ColumnGroup {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Texts(_, one), Self::Texts(_, two)) => {
                one(Tongue::Detected(1)) == two(Tongue::Detected(1))
            }
            (Self::Themes, Self::Themes) => true,
            (Self::Other(one), Self::Other(two)) => one == two,
            _ => false,
        }
    }
}

fn group(field: Field) -> ColumnGroup {
    match field {
        Field::Title(_) => ColumnGroup::Texts(|project| &project.title, Field::Title),
        Field::Description(_) => {
            ColumnGroup::Texts(|project| &project.description, Field::Description)
        }
        Field::Results(_) => ColumnGroup::Texts(|project| &project.results, Field::Results),
        Field::Theme => ColumnGroup::Themes,
        field => ColumnGroup::Other(field),
    }
}
