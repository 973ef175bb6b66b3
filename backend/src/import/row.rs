//! One row, read by fields. What cannot be read is a problem with its place.

use std::{collections::HashSet, sync::Arc};

use catalogue::model::{
    CodedLabel, Country, HomeCity, Money, PartialDate, Period, Role, Slug, Theme,
};

use super::{
    Fault, Problem,
    draft::PartnerDraft,
    mapping::{Field, Match, key},
    problem::Row,
    table::Cell,
    value::{self, Decimal},
};

/// A label with a code in front, such as `(7b) enhancing regional mobility`.
pub(super) fn coded(text: String) -> Option<CodedLabel> {
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
pub(super) struct RowReader<'a> {
    row: &'a Row,
    decimal: Decimal,
    cells: &'a [Cell],
    columns: &'a [(Field, Arc<str>)],
    problems: &'a mut Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(
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

    pub(super) fn row_problem(&mut self, fault: Fault) {
        // What stands in the row helps to find it.
        let value = self.cells.iter().find(|cell| !cell.is_empty()).map(Cell::shown);
        let value = value.unwrap_or_default();
        self.problems.push(Problem::new(self.row, None, &value, fault));
    }

    pub(super) fn problem(&mut self, field: Field, fault: Fault) {
        match self.cell(field) {
            Some((cell, name)) => self.cell_problem(cell, name, fault),
            None => self.row_problem(fault),
        }
    }

    fn cell_problem(&mut self, cell: &Cell, column: &Arc<str>, fault: Fault) {
        self.problems.push(Problem::new(self.row, Some(column), &cell.shown(), fault));
    }

    fn clean(&mut self, cell: &Cell, column: &Arc<str>) -> Option<String> {
        let text = value::text(&cell.shown());
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

    pub(super) fn text(&mut self, field: Field) -> Option<String> {
        let (cell, column) = self.cell(field)?;
        self.clean(cell, column)
    }

    /// Titles, descriptions and results.
    pub(super) fn texts(&mut self, mut each: impl FnMut(Field, String)) {
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

    pub(super) fn period(&mut self) -> Option<Period> {
        let (cell, _) = self.cell(Field::Period)?;
        let text = cell.shown().replace([' ', '–'], "-").replace("---", "-");
        Period::ALL.into_iter().find(|period| text.starts_with(period.as_str()))
    }

    pub(super) fn date(&mut self, field: Field) -> Option<PartialDate> {
        self.read(field, Fault::DateUnreadable, value::date)
    }

    pub(super) fn money(&mut self, field: Field) -> Option<Money> {
        let decimal = self.decimal;
        self.read(field, Fault::AmountUnreadable, |cell| value::amount(cell, decimal))
    }

    pub(super) fn percent(&mut self) -> Option<u8> {
        self.read(Field::EuPercent, Fault::PercentUnreadable, value::percent)
    }

    pub(super) fn web(&mut self, field: Field) -> Option<String> {
        self.read(field, Fault::AddressUnreadable, |cell| value::web(&cell.shown()))
    }

    pub(super) fn slug(&mut self) -> Option<Slug> {
        self.read(Field::Slug, Fault::SlugUnreadable, |cell| cell.shown().parse().ok())
    }

    pub(super) fn themes(&mut self) -> (Vec<Theme>, Vec<String>) {
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

    pub(super) fn cities(&mut self, known: &[HomeCity]) -> Vec<Slug> {
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

    /// The organisation of the row, in `role` or in the one that the row says; or
    /// why there is none.
    pub(super) fn partner(&mut self, role: Option<Role>) -> Result<PartnerDraft, Fault> {
        if self.is_person() {
            return Err(Fault::PersonSkipped);
        }
        let organisation = self.text(Field::Organisation).ok_or(Fault::OrganisationMissing)?;
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
        Ok(PartnerDraft {
            row: self.row.clone(),
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
    fn country(&mut self) -> Option<Country> {
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
