//! Finds out what an official has edited in an exported workbook.
//!
//! The template does not have a column for every field, and a cell does not keep double
//! spaces or exact amounts. An *echo* is a project of the catalogue that was written into
//! rows and read again, in memory. A value of the file that equals the echo was not
//! edited, so the catalogue keeps its own value. An exported workbook therefore changes
//! nothing when it is imported unedited, and otherwise changes only what was edited.

use std::sync::Arc;

use catalogue::model::{HomeCity, Lang, Participation, Project};

use super::{
    draft::{PartnerDraft, ProjectDraft},
    drafts::Drafts,
    field::Field,
    headers::Match,
    mapping::{Lists, Sheet},
    problem::RowRef,
    problems::Problems,
    table::Cell,
    template::{self, Around, TEMPLATE, Value},
    value,
};

/// The language does not matter: the rows are not shown.
const LANG: Lang = Lang::En;

/// A project, written into rows and read again.
pub struct Echo {
    project: ProjectDraft,
    /// In the order of the participations; `None` for a row that cannot be read.
    parts: Vec<Option<PartnerDraft>>,
}

/// A text after it was written into a cell and read again.
pub fn again(text: &str) -> Option<String> {
    let text = value::text(&Value::text(text).cell().shown());
    let text = value::without_mail(&text).unwrap_or(text);
    (!text.is_empty()).then_some(text)
}

impl Echo {
    /// Writes and reads a project. `None` if its row cannot be read.
    pub fn of(around: Around<'_>, cities: &[HomeCity], project: &Project) -> Option<Self> {
        let row = RowRef { sheet: Arc::from(""), number: 0 };
        let mut drafts = Drafts::new(Problems::keeping(0));
        let mut parts = Vec::with_capacity(project.participations.len());
        for sheet in TEMPLATE.sheets {
            let columns = template::columns(sheet, LANG, std::iter::once(project));
            let found = headers(sheet, columns.iter().map(|column| column.field));
            match sheet.lists {
                Lists::Projects => {
                    let values = template::project(around, project, &columns, LANG);
                    drafts.project(row.clone(), 0, &found, &cells(&values), cities);
                }
                Lists::Partners => {
                    let words = (LANG, template::words(LANG));
                    for part in &project.participations {
                        let values = template::partner(around, project, part, &columns, words);
                        drafts.partner(row.clone(), 1, &found, &cells(&values));
                        let read = drafts.projects.first_mut();
                        parts.push(read.and_then(|project| project.partners.pop()));
                    }
                }
            }
        }
        drafts.projects.pop().map(|project| Self { project, parts })
    }

    /// Resets the fields of `new` that were not edited. `new` was made from the draft `said`.
    pub fn silence(&self, said: &ProjectDraft) -> impl FnOnce(&Project, &mut Project) + use<> {
        let own = &self.project;
        let programme = own.programme.slug == said.programme.slug;
        let acronym = own.acronym == said.acronym;
        let city_title = own.city_title == said.city_title;
        let cities = own.cities == said.cities;
        let themes = own.themes == said.themes;
        let [start, end] = [own.start == said.start, own.end == said.end];
        let [budget, funding] = [own.budget == said.budget, own.eu_funding == said.eu_funding];
        let percent = own.eu_percent == said.eu_percent;
        let [website, keep_url] = [own.website == said.website, own.keep_url == said.keep_url];
        move |old, new| {
            if programme {
                new.programme = old.programme.clone();
            }
            if cities {
                new.presented_by.clone_from(&old.presented_by);
            }
            if themes {
                new.themes.clear();
            }
            hush(acronym, &mut new.acronym);
            hush(city_title, &mut new.city_title);
            hush(start, &mut new.start);
            hush(end, &mut new.end);
            hush(budget, &mut new.total_budget);
            hush(funding, &mut new.eu_funding);
            hush(percent, &mut new.eu_cofinancing_percent);
            hush(website, &mut new.website);
            hush(keep_url, &mut new.keep_url);
        }
    }

    /// For each row of partners, the position of the participation with the same values.
    pub fn same(&self, said: &[PartnerDraft]) -> Vec<Option<usize>> {
        let mut used = vec![false; self.parts.len()];
        let mut find = |said: &PartnerDraft| {
            let mut places = self.parts.iter().zip(&mut used).enumerate();
            let found = places.find(|(_, (own, used))| {
                !**used && own.as_ref().is_some_and(|own| says_the_same(own, said))
            });
            found.map(|(place, (_, used))| {
                *used = true;
                place
            })
        };
        said.iter().map(&mut find).collect()
    }

    /// Whether a row can express this participation.
    pub fn says(&self, place: usize) -> bool {
        matches!(self.parts.get(place), Some(Some(_)))
    }

    /// Resets the fields of a participation, made from the draft `said`, that were not edited
    /// since the participation at `place` was exported.
    pub fn silence_part(
        &self,
        place: usize,
        said: &PartnerDraft,
        old: &Participation,
        new: &mut Participation,
    ) {
        let Some(Some(own)) = self.parts.get(place) else { return };
        if own.organisation == said.organisation {
            new.organisation.clone_from(&old.organisation);
        }
        if own.country == said.country {
            new.country = old.country;
        }
        if own.nuts == said.nuts {
            new.nuts.clear();
        }
        let there = |it: &PartnerDraft| {
            (it.town.clone(), it.postcode.clone(), it.country, it.nuts.clone(), it.degrees)
        };
        if there(own) == there(said) {
            new.location = old.location;
            new.city.clone_from(&old.city);
        }
        hush(own.town == said.town, &mut new.town);
        hush(own.budget == said.budget, &mut new.budget);
        hush(own.eu_funding == said.eu_funding, &mut new.eu_funding);
    }
}

fn hush<T>(same: bool, value: &mut Option<T>) {
    if same {
        *value = None;
    }
}

fn cells(values: &[Value]) -> Vec<Cell> {
    values.iter().map(Value::cell).collect()
}

fn headers(sheet: &Sheet, fields: impl Iterator<Item = Field>) -> Match {
    let name: Arc<str> = Arc::from("");
    Match {
        lists: sheet.lists,
        header_row: 0,
        columns: fields.map(|field| (field, name.clone())).collect(),
        parts: Vec::new(),
        understood: 0,
        missing: Vec::new(),
    }
}

/// Whether two rows have the same values, except for their position.
fn says_the_same(one: &PartnerDraft, other: &PartnerDraft) -> bool {
    let PartnerDraft {
        row: _,
        organisation,
        role,
        town,
        postcode,
        country,
        nuts,
        degrees,
        budget,
        eu_funding,
        columns: _,
        town_column: _,
    } = one;
    *organisation == other.organisation
        && *role == other.role
        && *town == other.town
        && *postcode == other.postcode
        && *country == other.country
        && *nuts == other.nuts
        && *degrees == other.degrees
        && *budget == other.budget
        && *eu_funding == other.eu_funding
}
