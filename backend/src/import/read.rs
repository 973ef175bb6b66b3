//! Rows of cells become drafts, whatever the source.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use catalogue::model::{CodedLabel, HomeCity, Period, Programme, Role, Slug};

use super::{
    Fault, Problem, Refusal,
    draft::{PartnerDraft, ProjectDraft, Words},
    mapping::{Field, Lists, Match, Source, key},
    problem::Row,
    progress::{Progress, Stage},
    table::{Book, Cell, Limits, Next},
    value::{self, Decimal},
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
            // Of two that are alike the first counts.
            .rev_max_by_key(|(_, it, _)| (it.missing.is_empty(), it.understood));
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

/// `max_by_key` gives the last of several greatest; headers want the first.
trait RevMax: Iterator + Sized {
    fn rev_max_by_key<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        let mut best: Option<(K, Self::Item)> = None;
        for item in self {
            let rank = key(&item);
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, item));
            }
        }
        best.map(|(_, item)| item)
    }
}

impl<I: Iterator> RevMax for I {}

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
    programmes: HashMap<(String, Option<Period>), Option<Arc<Programme>>>,
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
        let known = self
            .programmes
            .entry((programme, period))
            .or_insert_with_key(|(name, period)| value::programme(name, *period).map(Arc::new));
        let Some(programme) = known.clone() else {
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
        let lead = reader.partner(&row, Some(Role::Lead));
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
        let name = key(draft.name());
        // Two of one name in one programme are two where the file says so.
        let same = |known: &ProjectDraft| {
            let slugs = known.slug.as_ref().zip(draft.slug.as_ref());
            known.programme.slug == draft.programme.slug && slugs.is_none_or(|(a, b)| a == b)
        };
        let mut known = self.named(&name).iter().copied();
        let known = known.find(|place| self.projects.get(*place).is_some_and(same));
        let known = known.and_then(|place| self.projects.get_mut(place));
        let Some(known) = known else {
            let place = self.projects.len();
            self.by_name.entry(name).or_default().push(place);
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

    /// The projects of a name.
    fn named(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    fn partner(&mut self, row: Row, found: &Match, cells: &[Cell]) {
        self.partner_rows += 1;
        let mut reader = RowReader::new(&row, self.decimal, found, cells, &mut self.problems);
        let period = reader.period();
        let programme = reader.text(Field::Programme);
        let name = reader.text(Field::Acronym).unwrap_or_default();
        if reader.is_person() {
            reader.row_problem(Fault::PersonSkipped);
            self.skipped += 1;
            return;
        }
        let Some(partner) = reader.partner(&row, None) else {
            reader.row_problem(Fault::OrganisationMissing);
            self.skipped += 1;
            return;
        };
        let programme = programme.and_then(|programme| {
            self.programmes
                .entry((programme, period))
                .or_insert_with_key(|(name, period)| value::programme(name, *period).map(Arc::new))
                .clone()
        });
        let slug = reader.slug();
        let named = self.by_name.get(&key(&name)).map_or(&[][..], Vec::as_slice);
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

/// A label with a code in front, such as `(7b) enhancing regional mobility`.
fn coded(text: String) -> Option<CodedLabel> {
    let code = text.strip_prefix('(').and_then(|rest| {
        let (code, label) = rest.split_once(')')?;
        (code.len() <= 12).then(|| (code.trim().to_owned(), label))
    });
    let (code, label) = match code {
        Some((code, label)) => (Some(code), label),
        None => (None, text.as_str()),
    };
    let label = label.trim().trim_end_matches(':').trim().to_owned();
    (!label.is_empty()).then_some(CodedLabel { code, label })
}

/// One row, read by fields.
struct RowReader<'a> {
    row: &'a Row,
    decimal: Decimal,
    cells: &'a [Cell],
    columns: &'a [(Field, Arc<str>)],
    problems: &'a mut Vec<Problem>,
}

impl<'a> RowReader<'a> {
    fn new(
        row: &'a Row,
        decimal: Option<Decimal>,
        found: &'a Match,
        cells: &'a [Cell],
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        let decimal = decimal.unwrap_or(Decimal::Point);
        Self { row, decimal, cells, columns: &found.columns, problems }
    }

    /// The cells of a field that have something in them.
    fn all(&self, wanted: Field) -> impl Iterator<Item = (&'a Cell, &'a Arc<str>)> + use<'a> {
        let columns = self.columns.iter().zip(self.cells);
        columns
            .filter(move |((field, _), cell)| *field == wanted && !cell.is_empty())
            .map(|((_, name), cell)| (cell, name))
    }

    fn cell(&self, field: Field) -> Option<(&'a Cell, &'a Arc<str>)> {
        self.all(field).next()
    }

    fn row_problem(&mut self, fault: Fault) {
        // What stands in the row helps to find it.
        let value = self.cells.iter().find(|cell| !cell.is_empty()).map(Cell::shown);
        let value = value.unwrap_or_default();
        self.problems.push(Problem::new(self.row, None, &value, fault));
    }

    fn problem(&mut self, field: Field, fault: Fault) {
        match self.cell(field) {
            Some((cell, name)) => self.cell_problem(cell, name, fault),
            None => self.row_problem(fault),
        }
    }

    fn cell_problem(&mut self, cell: &Cell, column: &Arc<str>, fault: Fault) {
        self.problems.push(Problem::new(self.row, Some(column), &cell.shown(), fault));
    }

    fn clean(&mut self, cell: &Cell, column: &Arc<str>) -> Option<String> {
        let text = tidy(&cell.shown());
        let text = match value::without_mail(&text) {
            Some(without) => {
                // The address itself is not repeated in the report.
                self.problems.push(Problem::new(self.row, Some(column), "", Fault::MailRemoved));
                without
            }
            None => text,
        };
        (!text.is_empty()).then_some(text)
    }

    fn text(&mut self, field: Field) -> Option<String> {
        let (cell, column) = self.cell(field)?;
        self.clean(cell, column)
    }

    /// Titles, descriptions and results.
    fn texts(&mut self, mut each: impl FnMut(Field, String)) {
        for ((field, column), cell) in self.columns.iter().zip(self.cells) {
            let wanted =
                matches!(field, Field::Title(_) | Field::Description(_) | Field::Results(_));
            if wanted
                && !cell.is_empty()
                && let Some(text) = self.clean(cell, column)
            {
                each(*field, text);
            }
        }
    }

    /// Reads a value, and says so where it cannot be read.
    fn read<T>(
        &mut self,
        field: Field,
        fault: Fault,
        read: impl Fn(&Cell) -> Option<T>,
    ) -> Option<T> {
        let (cell, column) = self.cell(field)?;
        let value = read(cell);
        if value.is_none() {
            self.cell_problem(cell, column, fault);
        }
        value
    }

    fn period(&mut self) -> Option<Period> {
        let (cell, _) = self.cell(Field::Period)?;
        let text = cell.shown().replace([' ', '–'], "-").replace("---", "-");
        Period::ALL.into_iter().find(|period| text.starts_with(period.as_str()))
    }

    fn date(&mut self, field: Field) -> Option<catalogue::model::PartialDate> {
        self.read(field, Fault::DateUnreadable, value::date)
    }

    fn money(&mut self, field: Field) -> Option<catalogue::model::Money> {
        let decimal = self.decimal;
        self.read(field, Fault::AmountUnreadable, |cell| value::amount(cell, decimal))
    }

    fn percent(&mut self) -> Option<u8> {
        self.read(Field::EuPercent, Fault::PercentUnreadable, value::percent)
    }

    fn web(&mut self, field: Field) -> Option<String> {
        self.read(field, Fault::AddressUnreadable, |cell| value::web(&cell.shown()))
    }

    fn slug(&mut self) -> Option<Slug> {
        self.read(Field::Slug, Fault::SlugUnreadable, |cell| cell.shown().parse().ok())
    }

    fn themes(&mut self) -> (Vec<catalogue::model::Theme>, Vec<String>) {
        let (mut themes, mut keep_themes) = (Vec::new(), Vec::new());
        for (cell, column) in self.all(Field::Theme) {
            match value::theme(&cell.shown()) {
                Some(theme) => themes.push(theme),
                None => self.cell_problem(cell, column, Fault::ThemeUnknown),
            }
        }
        for (cell, column) in self.all(Field::KeepTheme) {
            let text = cell.shown().into_owned();
            match value::keep_theme(&text) {
                Some(theme) => themes.extend(theme),
                None => self.cell_problem(cell, column, Fault::ThemeUnmapped),
            }
            keep_themes.push(text);
        }
        let mut seen = HashSet::new();
        themes.retain(|theme| seen.insert(*theme));
        (themes, keep_themes)
    }

    fn cities(&mut self, known: &[HomeCity]) -> Vec<Slug> {
        let mut cities = Vec::new();
        for (cell, column) in self.all(Field::City) {
            for name in cell.shown().split([',', ';', '/']).map(str::trim) {
                let wanted = key(name);
                let city = known
                    .iter()
                    .find(|city| key(&city.name) == wanted || key(city.slug.as_str()) == wanted);
                match city {
                    Some(city) => cities.push(city.slug.clone()),
                    None => {
                        let names: Vec<_> = known.iter().map(|city| city.name.as_str()).collect();
                        let problem =
                            Problem::new(self.row, Some(column), name, Fault::CityUnknown);
                        self.problems.push(problem.with(names.join(", ")));
                    }
                }
            }
        }
        cities.dedup();
        cities
    }

    fn is_person(&self) -> bool {
        let says =
            |field| self.cell(field).is_some_and(|(cell, _)| value::is_person(&cell.shown()));
        says(Field::LegalStatus) || says(Field::Organisation)
    }

    /// The organisation of the row, in `role` or in the one that the row says.
    fn partner(&mut self, row: &Row, role: Option<Role>) -> Option<PartnerDraft> {
        if self.is_person() {
            self.row_problem(Fault::PersonSkipped);
            return None;
        }
        let organisation = self.text(Field::Organisation)?;
        let in_list = role.is_none();
        let role = match role {
            Some(role) => role,
            None => self.role(),
        };
        let (town, town_column) = match self.cell(Field::Town) {
            Some((cell, column)) => (self.clean(cell, column), Some(column.clone())),
            None => (None, None),
        };
        let degrees = self.degrees();
        Some(PartnerDraft {
            row: row.clone(),
            organisation,
            role,
            town,
            town_column,
            postcode: self.text(Field::Postcode),
            country: self.country(),
            nuts: self.nuts(),
            degrees,
            // In a list of projects the amounts are the project's.
            budget: if in_list { self.money(Field::Budget) } else { None },
            eu_funding: if in_list { self.money(Field::EuFunding) } else { None },
        })
    }

    fn role(&mut self) -> Role {
        if let Some(leads) =
            self.read(Field::IsLead, Fault::RoleUnknown, |c| value::yes(&c.shown()))
        {
            return if leads { Role::Lead } else { Role::Partner };
        }
        let role = self.read(Field::Role, Fault::RoleUnknown, |cell| value::part(&cell.shown()));
        role.unwrap_or(Role::Partner)
    }

    /// The first of its columns that names one: where a source has both, the
    /// code is left out more often than the name.
    fn country(&mut self) -> Option<catalogue::model::Country> {
        let mut cells = self.all(Field::Country);
        let known = cells.find_map(|(cell, _)| value::country(&cell.shown()));
        if known.is_none() && self.cell(Field::Country).is_some() {
            self.problem(Field::Country, Fault::CountryUnknown);
        }
        known
    }

    fn nuts(&self) -> Vec<String> {
        let code = |cell: &Cell| {
            let shown = cell.shown();
            let code = shown.split(['/', ' ']).next().unwrap_or_default().to_ascii_uppercase();
            let well_formed = (2..=5).contains(&code.len())
                && code.bytes().take(2).all(|b| b.is_ascii_uppercase())
                && code.bytes().all(|b| b.is_ascii_alphanumeric());
            well_formed.then_some(code)
        };
        let mut codes: Vec<String> =
            self.all(Field::Nuts).filter_map(|(cell, _)| code(cell)).collect();
        codes.sort_by_key(String::len);
        codes.dedup();
        codes
    }

    fn degrees(&mut self) -> Option<(f64, f64)> {
        let within = |limit: f64| {
            move |cell: &Cell| value::degrees(cell).filter(|degrees| degrees.abs() <= limit)
        };
        let lat = self.read(Field::Latitude, Fault::CoordinateUnreadable, within(90.0));
        let lon = self.read(Field::Longitude, Fault::CoordinateUnreadable, within(180.0));
        lat.zip(lon)
    }
}

/// Blanks and line breaks as they are meant: paragraphs stay, everything else
/// becomes one blank.
fn tidy(text: &str) -> String {
    // Excel keeps a character it cannot write as `_x000D_`.
    let text = text.replace("_x000D_", "");
    let mut tidy = String::with_capacity(text.len());
    let mut paragraph = true;
    for line in text.lines() {
        let mut words = line.split_whitespace().peekable();
        if words.peek().is_none() {
            paragraph = true;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if paragraph { "\n\n" } else { "\n" });
        }
        paragraph = false;
        for (n, word) in words.enumerate() {
            if n > 0 {
                tidy.push(' ');
            }
            tidy.extend(word.chars().filter(|c| !c.is_control()));
        }
    }
    tidy
}
