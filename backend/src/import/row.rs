//! Reads the values of one row by field. A value that cannot be read becomes a problem.

use std::{collections::HashSet, sync::Arc};

use catalogue::model::{CodedLabel, HomeCity, Money, PartialDate, Percent, Period, Slug, Theme};

use super::{
    draft::MoneyColumns,
    field::Field,
    headers::Match,
    key::key,
    nearest::nearest,
    notation::Notation,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    problems::Problems,
    table::Cell,
    unread::without_value,
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

/// Reads the values of one row.
pub(super) struct RowReader<'a> {
    pub(super) row: &'a RowRef,
    sheet: usize,
    notation: &'a Notation,
    cells: &'a [Cell],
    columns: &'a [(Field, Arc<str>)],
    problems: &'a mut Problems,
}

impl<'a> RowReader<'a> {
    /// Begins a row. `sheet` is the position of its sheet among those that are read. Cells
    /// without a value, or with a part of it, are reported at once.
    pub(super) fn new(
        row: &'a RowRef,
        (sheet, notation): (usize, &'a Notation),
        found: &'a Match,
        cells: &'a [Cell],
        problems: &'a mut Problems,
    ) -> Self {
        for ((field, column), cell) in found.columns.iter().zip(cells) {
            if !matches!(field, Field::Aside | Field::Person)
                && let Some(kind) = without_value(cell)
            {
                // The text of a formula is short. A text that was cut is not repeated.
                problems.push(Problem::new(row, Some(column), &cell.shown(), kind));
            }
        }
        Self { row, sheet, notation, cells, columns: &found.columns, problems }
    }

    /// The cells of a field that are not empty.
    pub(super) fn all(
        &self,
        wanted: Field,
    ) -> impl Iterator<Item = (&'a Cell, &'a Arc<str>)> + use<'a> {
        let columns = self.columns.iter().zip(self.cells);
        columns
            .filter(move |((field, _), cell)| *field == wanted && !cell.is_empty())
            .map(|((_, name), cell)| (cell, name))
    }

    pub(super) fn cell(&self, field: Field) -> Option<(&'a Cell, &'a Arc<str>)> {
        self.all(field).next()
    }

    pub(super) fn row_problem(&mut self, kind: ProblemKind) {
        // The first value helps to find the row.
        let value = self.cells.iter().find(|cell| !cell.is_empty()).map(Cell::shown);
        let value = value.unwrap_or_default();
        self.problems.push(Problem::new(self.row, None, &value, kind));
    }

    pub(super) fn problem(&mut self, field: Field, kind: ProblemKind) {
        match self.cell(field) {
            Some((cell, name)) => self.cell_problem(cell, name, kind),
            None => self.row_problem(kind),
        }
    }

    /// The same with details that help to fix it.
    pub(super) fn problem_with(&mut self, field: Field, kind: ProblemKind, detail: &str) {
        if let Some((cell, column)) = self.cell(field) {
            let problem = Problem::new(self.row, Some(column), &cell.shown(), kind);
            self.problems.push(problem.with(detail));
        }
    }

    /// Whether the list has a column for a field.
    pub(super) fn has_column(&self, field: Field) -> bool {
        self.columns.iter().any(|(known, _)| *known == field)
    }

    pub(super) fn cell_problem(&mut self, cell: &Cell, column: &Arc<str>, kind: ProblemKind) {
        self.problems.push(Problem::new(self.row, Some(column), &cell.shown(), kind));
    }

    pub(super) fn clean(&mut self, cell: &Cell, column: &Arc<str>) -> Option<String> {
        let text = value::text(&cell.shown());
        let text = match value::without_mail(&text) {
            Some(without) => {
                // The address itself is not repeated in the report.
                self.problems.push(Problem::new(
                    self.row,
                    Some(column),
                    "",
                    ProblemKind::MailRemoved,
                ));
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

    /// Reads a value. If it cannot be read, reports `kind`.
    pub(super) fn read<T>(
        &mut self,
        field: Field,
        kind: ProblemKind,
        read: impl Fn(&Cell) -> Option<T>,
    ) -> Option<T> {
        let (cell, column) = self.cell(field)?;
        let value = read(cell);
        if value.is_none() {
            self.cell_problem(cell, column, kind);
        }
        value
    }

    /// The period. A cell that is not a period is reported by [`RowReader::period_unread`], once
    /// the name of the programme has given the period.
    pub(super) fn period(&self) -> Option<Period> {
        let (cell, _) = self.cell(Field::Period)?;
        value::period(&cell.shown())
    }

    /// Reports a cell in the column of periods that is not a period.
    pub(super) fn period_unread(&mut self) {
        if self.period().is_none()
            && let Some((cell, column)) = self.cell(Field::Period)
        {
            self.cell_problem(cell, column, ProblemKind::PeriodUnreadable);
        }
    }

    pub(super) fn date(&mut self, field: Field) -> Option<PartialDate> {
        let (sheet, notation) = (self.sheet, self.notation);
        let column = self
            .columns
            .iter()
            .zip(self.cells)
            .position(|((known, _), cell)| *known == field && !cell.is_empty())?;
        self.read(field, ProblemKind::DateUnreadable, |cell| {
            value::date(cell, notation.order(sheet, column, cell))
        })
    }

    pub(super) fn money(&mut self, field: Field) -> Option<Money> {
        let decimal = self.notation.decimal.unwrap_or(Decimal::Point);
        self.read(field, ProblemKind::AmountUnreadable, |cell| value::amount(cell, decimal))
    }

    /// The columns of the amounts.
    pub(super) fn money_columns(&self) -> MoneyColumns {
        let column = |field| self.cell(field).map(|(_, column)| column.clone());
        MoneyColumns { budget: column(Field::Budget), eu_funding: column(Field::EuFunding) }
    }

    pub(super) fn percent(&mut self) -> Option<Percent> {
        let (cell, column) = self.cell(Field::EuPercent)?;
        let share = self.read(Field::EuPercent, ProblemKind::PercentUnreadable, value::share)?;
        if share.unsure {
            let problem =
                Problem::new(self.row, Some(column), &cell.shown(), ProblemKind::ShareUnsure);
            self.problems.push(problem.with(format!("{} %", share.percent)));
        }
        Some(share.percent)
    }

    pub(super) fn web(&mut self, field: Field) -> Option<String> {
        let address =
            self.read(field, ProblemKind::AddressUnreadable, |cell| value::web(&cell.shown()))?;
        if self.cell(field).is_some_and(|(cell, _)| !cell.shown().contains("://")) {
            self.problem_with(field, ProblemKind::AddressCompleted, &address);
        }
        Some(address)
    }

    pub(super) fn slug(&mut self) -> Option<Slug> {
        // With a slash in front: the template writes it so if the slug looks like "none".
        let slug = |cell: &Cell| cell.shown().trim_start_matches('/').parse().ok();
        self.read(Field::Slug, ProblemKind::SlugUnreadable, slug)
    }

    pub(super) fn themes(&mut self) -> (Vec<Theme>, Vec<String>) {
        let (mut themes, mut keep_themes) = (Vec::new(), Vec::new());
        for (cell, column) in self.all(Field::Theme) {
            match value::theme(&cell.shown()) {
                Some(theme) => themes.push(theme),
                None => {
                    let shown = cell.shown();
                    let near = nearest(&shown, value::theme_names()).map_or("", Theme::as_str);
                    let kind = ProblemKind::ThemeUnknown;
                    self.problems
                        .push(Problem::new(self.row, Some(column), &shown, kind).with(near));
                }
            }
        }
        for (cell, column) in self.all(Field::KeepTheme) {
            let text = cell.shown().into_owned();
            match value::keep_theme(&text) {
                Some(theme) => themes.extend(theme),
                None => self.cell_problem(cell, column, ProblemKind::ThemeUnmapped),
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
                        let names = || known.iter().map(|city| city.name.as_str());
                        let keys: Vec<_> = names().map(|name| (name, key(name))).collect();
                        let near = nearest(name, keys.iter().map(|(name, key)| (*name, &**key)));
                        let all = || names().collect::<Vec<_>>().join(", ");
                        let detail = near.map_or_else(all, str::to_owned);
                        let problem =
                            Problem::new(self.row, Some(column), name, ProblemKind::CityUnknown);
                        self.problems.push(problem.with(detail));
                    }
                }
            }
        }
        cities.dedup();
        cities
    }
}
