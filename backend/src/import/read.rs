//! Rows of cells become drafts, whatever the source.

use std::{collections::HashMap, sync::Arc};

use catalogue::model::{HomeCity, Period, Programme, Role};

use super::{
    Fault, Problem, Refusal,
    draft::{ProjectDraft, Words},
    mapping::{Field, Lists, Match, key},
    problem::Row,
    progress::{Progress, Stage},
    recognise::Recognised,
    row::{RowReader, coded},
    table::{Book, Cell, Limits, Next},
    value::{self, Decimal},
};

/// Drafts, and what was wrong on the way.
#[derive(Default)]
pub struct Drafts {
    /// In the order of the file.
    pub projects: Vec<ProjectDraft>,
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// Rows of projects that were read.
    pub project_rows: usize,
    /// Rows of partners that were read.
    pub partner_rows: usize,
    /// Rows left out.
    pub skipped: usize,
    /// Rows that say more about a project that stands there already.
    pub merged: usize,
    /// How amounts are written.
    pub decimal: Option<Decimal>,
    by_name: HashMap<String, Vec<usize>>,
    programmes: Programmes,
}

/// Reads every row of a recognised book.
pub fn read(
    book: &mut Book,
    recognised: &Recognised,
    cities: &[HomeCity],
    limits: &Limits,
    progress: &mut dyn Progress,
) -> Result<Drafts, Refusal> {
    let decimal = match recognised.source.decimal {
        Some(decimal) => Some(decimal),
        None => detect_decimal(book, recognised, limits)?,
    };
    let mut drafts = Drafts { decimal, ..Drafts::default() };
    for (place, name, found) in &recognised.sheets {
        let mut done = 0;
        book.rows(*place, limits, &mut |number, cells| {
            if number <= found.header_row {
                return Next::More;
            }
            let row = Row { sheet: name.clone(), number };
            match found.lists {
                Lists::Projects => drafts.project(row, found, &cells, cities),
                Lists::Partners => drafts.partner(row, found, &cells),
            }
            done += 1;
            progress.at(Stage::Rows, done, None);
            Next::More
        })?;
    }
    Ok(drafts)
}

/// How amounts are written, from all that are kept as words.
fn detect_decimal(
    book: &mut Book,
    recognised: &Recognised,
    limits: &Limits,
) -> Result<Option<Decimal>, Refusal> {
    let mut amounts: Vec<String> = Vec::new();
    for (place, _, found) in &recognised.sheets {
        book.rows(*place, limits, &mut |number, cells| {
            let of_money = |field: &Field| matches!(field, Field::Budget | Field::EuFunding);
            for (cell, (field, _)) in cells.iter().zip(&found.columns) {
                if let (Cell::Text(text), true) =
                    (cell, of_money(field) && number > found.header_row)
                {
                    amounts.push(text.clone());
                }
            }
            Next::More
        })?;
    }
    Ok(Decimal::detect(amounts.iter().map(String::as_str)))
}

impl Drafts {
    fn project(&mut self, row: Row, found: &Match, cells: &[Cell], cities: &[HomeCity]) {
        self.project_rows += 1;
        let mut reader = RowReader::new(&row, self.decimal, found, cells, &mut self.problems);
        let period = reader.period();
        let programme = reader.text(Field::Programme);
        let acronym = reader.text(Field::Acronym);
        let (mut titles, mut descriptions, mut results) = (Vec::new(), Vec::new(), Vec::new());
        reader.texts(|field, text| match field {
            Field::Title(tongue) => titles.push(Words { tongue, text }),
            Field::Description(tongue) => descriptions.push(Words { tongue, text }),
            // What was achieved stands before what was expected.
            Field::Results(tongue) if results.iter().all(|it: &Words| it.tongue != tongue) => {
                results.push(Words { tongue, text });
            }
            _ => {}
        });
        if acronym.is_none() && titles.is_empty() {
            reader.row_problem(Fault::NameMissing);
            self.skipped += 1;
            return;
        }
        let Some(programme) = programme else {
            reader.row_problem(Fault::ProgrammeMissing);
            self.skipped += 1;
            return;
        };
        let Some(programme) = self.programmes.get(programme, period) else {
            reader.problem(Field::Programme, Fault::PeriodUnknown);
            self.skipped += 1;
            return;
        };
        let (mut start, mut end) = (reader.date(Field::Start), reader.date(Field::End));
        if let (Some(from), Some(to)) = (start, end)
            && to.latest() < from.earliest()
        {
            reader.problem(Field::End, Fault::EndBeforeStart);
            (start, end) = (None, None);
        }
        let lead = match reader.partner(Some(Role::Lead)) {
            Ok(lead) => Some(lead),
            // Not every source names the lead among the projects.
            Err(Fault::OrganisationMissing) => None,
            Err(fault) => {
                reader.row_problem(fault);
                None
            }
        };
        let (themes, keep_themes) = reader.themes();
        let draft = ProjectDraft {
            programme,
            acronym,
            slug: reader.slug(),
            titles,
            descriptions,
            results,
            start,
            end,
            budget: reader.money(Field::Budget),
            eu_funding: reader.money(Field::EuFunding),
            eu_percent: reader.percent(),
            website: reader.web(Field::Website),
            keep_url: reader.web(Field::KeepUrl),
            themes,
            keep_themes,
            priority: reader.text(Field::Priority).and_then(coded),
            objective: reader.text(Field::Objective).and_then(coded),
            cities: reader.cities(cities),
            city_title: reader.text(Field::CityTitle),
            leads: lead.into_iter().collect(),
            partners: Vec::new(),
            row,
        };
        self.add(draft);
    }

    /// A row for a project that is there already adds its lead to it.
    fn add(&mut self, draft: ProjectDraft) {
        // Two of one name in one programme are two where the file says so.
        let same = |known: &ProjectDraft| {
            let slugs = known.slug.as_ref().zip(draft.slug.as_ref());
            known.programme.slug == draft.programme.slug && slugs.is_none_or(|(a, b)| a == b)
        };
        let mut known = named(&self.by_name, draft.name()).iter().copied();
        let known = known.find(|place| self.projects.get(*place).is_some_and(same));
        let known = known.and_then(|place| self.projects.get_mut(place));
        let Some(known) = known else {
            let place = self.projects.len();
            self.by_name.entry(key(draft.name())).or_default().push(place);
            self.projects.push(draft);
            return;
        };
        self.merged += 1;
        let first = format!("{}", known.row.number);
        let differ = differences(known, &draft);
        let (row, name) = (&draft.row, draft.name());
        self.problems.push(Problem::new(row, None, name, Fault::RowsMerged).with(&first));
        if !differ.is_empty() {
            let detail = format!("{first}: {}", differ.join(", "));
            self.problems.push(Problem::new(row, None, name, Fault::RowsDiffer).with(detail));
        }
        for lead in draft.leads {
            if known.leads.iter().all(|other| other.organisation != lead.organisation) {
                known.leads.push(lead);
            }
        }
    }

    fn partner(&mut self, row: Row, found: &Match, cells: &[Cell]) {
        self.partner_rows += 1;
        let mut reader = RowReader::new(&row, self.decimal, found, cells, &mut self.problems);
        let period = reader.period();
        let programme = reader.text(Field::Programme);
        let name = reader.text(Field::Acronym).unwrap_or_default();
        let partner = match reader.partner(None) {
            Ok(partner) => partner,
            Err(fault) => {
                reader.row_problem(fault);
                self.skipped += 1;
                return;
            }
        };
        let programme = programme.and_then(|name| self.programmes.get(name, period));
        let slug = reader.slug();
        let named = named(&self.by_name, &name);
        let fits = |place: &&usize| {
            self.projects.get(**place).is_some_and(|project| {
                programme.as_ref().is_none_or(|it| it.slug == project.programme.slug)
                    && slug.as_ref().is_none_or(|it| Some(it) == project.slug.as_ref())
            })
        };
        let mut fitting = named.iter().filter(fits);
        let place = match (fitting.next(), fitting.next(), named) {
            (Some(one), None, _) => Some(*one),
            // The only one of its name is meant, however its programme is spelled.
            (None, None, [one]) => Some(*one),
            _ => None,
        };
        match place.and_then(|place| self.projects.get_mut(place)) {
            Some(project) => project.partners.push(partner),
            None => {
                reader.problem(Field::Acronym, Fault::ProjectUnknown);
                self.skipped += 1;
            }
        }
    }
}

/// What two rows for one project say differently, by the words of the exchange
/// format.
fn differences(first: &ProjectDraft, second: &ProjectDraft) -> Vec<&'static str> {
    let texts = |words: &[Words], others: &[Words]| !others.is_empty() && words != others;
    fn other<T: PartialEq>(first: &Option<T>, second: &Option<T>) -> bool {
        second.is_some() && first != second
    }
    let pairs = [
        ("title", texts(&first.titles, &second.titles)),
        ("description", texts(&first.descriptions, &second.descriptions)),
        ("start", other(&first.start, &second.start)),
        ("end", other(&first.end, &second.end)),
        ("total_budget", other(&first.budget, &second.budget)),
        ("eu_funding", other(&first.eu_funding, &second.eu_funding)),
        ("themes", first.themes != second.themes),
    ];
    pairs.into_iter().filter(|(_, differ)| *differ).map(|(field, _)| field).collect()
}

/// The projects of a name.
fn named<'a>(by_name: &'a HashMap<String, Vec<usize>>, name: &str) -> &'a [usize] {
    by_name.get(&key(name)).map_or(&[], Vec::as_slice)
}

/// Programmes by what a file calls them: each is told once, however many rows
/// name it.
#[derive(Default)]
struct Programmes(HashMap<(String, Option<Period>), Option<Arc<Programme>>>);

impl Programmes {
    fn get(&mut self, name: String, period: Option<Period>) -> Option<Arc<Programme>> {
        let tell = |(name, period): &(String, Option<Period>)| {
            value::programme(name, *period).map(Arc::new)
        };
        self.0.entry((name, period)).or_insert_with_key(tell).clone()
    }
}
