//! Collects the drafts of a file, row by row.

use catalogue::model::HomeCity;

use super::{
    draft::ProjectDraft,
    field::Field,
    headers::Match,
    identity::exact,
    index::{Index, Wanted},
    notation::Notation,
    partner_row,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    problems::Problems,
    programmes::Programmes,
    project_row,
    row::RowReader,
    same_project::differences,
    table::Cell,
};

/// The drafts of a file, with problems and counts.
pub struct Drafts {
    /// The projects, in the order of the file.
    pub projects: Vec<ProjectDraft>,
    /// The problems.
    pub problems: Problems,
    /// The number of rows with projects.
    pub project_rows: usize,
    /// The number of rows with partners.
    pub partner_rows: usize,
    /// The number of rows that were left out.
    pub skipped: usize,
    /// The number of rows that were merged with an earlier row of the same project.
    pub merged: usize,
    /// How the file writes amounts and dates.
    pub notation: Notation,
    index: Index,
    programmes: Programmes,
}

impl Drafts {
    /// No drafts.
    pub fn new(problems: Problems) -> Self {
        Self {
            projects: Vec::new(),
            problems,
            project_rows: 0,
            partner_rows: 0,
            skipped: 0,
            merged: 0,
            notation: Notation::default(),
            index: Index::default(),
            programmes: Programmes::default(),
        }
    }

    /// Reads a row of the list of projects, which is sheet number `sheet`.
    pub fn project(
        &mut self,
        row: RowRef,
        sheet: usize,
        found: &Match,
        cells: &[Cell],
        cities: &[HomeCity],
    ) {
        self.project_rows += 1;
        let notation = (sheet, &self.notation);
        let place = row.clone();
        let reader = RowReader::new(&place, notation, found, cells, &mut self.problems);
        match project_row::project(row, reader, &mut self.programmes, cities) {
            Some(draft) => self.add(draft),
            None => self.skipped += 1,
        }
    }

    /// Adds a project. If an earlier row is about the same project, adds its lead to that.
    fn add(&mut self, draft: ProjectDraft) {
        self.index.note_programme(&draft);
        let known = self.index.same(&self.projects, &draft);
        let Some(known) = known.and_then(|place| self.projects.get_mut(place)) else {
            self.index.add(self.projects.len(), &draft);
            self.projects.push(draft);
            return;
        };
        self.merged += 1;
        let first = format!("{}", known.row.number);
        let differ = differences(known, &draft);
        let (row, name) = (&draft.row, draft.name());
        self.problems.push(Problem::new(row, None, name, ProblemKind::RowsMerged).with(&first));
        if !differ.is_empty() {
            let detail = format!("{first}: {}", differ.join(", "));
            self.problems.push(Problem::new(row, None, name, ProblemKind::RowsDiffer).with(detail));
        }
        // The name with more accents counts, so the order of the rows does not matter.
        let spelling = |name: &Option<String>| {
            name.as_deref()
                .map(exact)
                .map(|name| (name.chars().filter(|c| !c.is_ascii()).count(), name))
        };
        if spelling(&draft.acronym) > spelling(&known.acronym) {
            known.acronym = draft.acronym;
        }
        for lead in draft.leads {
            if known.leads.iter().all(|other| other.organisation != lead.organisation) {
                known.leads.push(lead);
            }
        }
    }

    /// Reads a row of the list of partners, which is sheet number `sheet`.
    pub fn partner(&mut self, row: RowRef, sheet: usize, found: &Match, cells: &[Cell]) {
        self.partner_rows += 1;
        let notation = (sheet, &self.notation);
        let mut reader = RowReader::new(&row, notation, found, cells, &mut self.problems);
        let period = reader.period();
        let programme = reader.text(Field::Programme);
        let name = reader.text(Field::Acronym).unwrap_or_default();
        let partner = match partner_row::partner(&mut reader, None) {
            Ok(partner) => partner,
            Err(kind) => {
                reader.row_problem(kind);
                self.skipped += 1;
                return;
            }
        };
        let slug = reader.slug();
        let written = programme.as_deref().map(exact);
        let programme =
            programme.and_then(|name| self.programmes.get(name, period)).map(|it| it.programme);
        let wanted = Wanted {
            name: &name,
            programme_written: written.as_deref(),
            programme: programme.as_deref(),
            slug: slug.as_ref(),
        };
        let place = self.index.of_partner(&self.projects, &wanted);
        match place.and_then(|place| self.projects.get_mut(place)) {
            Some(project) => project.partners.push(partner),
            None => {
                let notation = (sheet, &self.notation);
                let mut reader = RowReader::new(&row, notation, found, cells, &mut self.problems);
                reader.problem(Field::Acronym, ProblemKind::ProjectUnknown);
                self.skipped += 1;
            }
        }
    }
}
