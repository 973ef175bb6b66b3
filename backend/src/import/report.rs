//! The result of reading or importing files.

use std::collections::BTreeMap;

use catalogue::model::Slug;
use serde::{Deserialize, Serialize};

use super::{
    assemble::Located,
    mapping::Lists,
    problem::Problem,
    problem_kind::{ProblemKind, Severity},
    problems::Problems,
    shrink::Shrink,
    table::Encoding,
    value::Decimal,
};

/// The format of an input file.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum InputFormat {
    /// keep.eu's Excel export.
    Keep,
    /// The template for officials.
    Template,
    /// The exchange format.
    Json,
}

impl InputFormat {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Keep, Self::Template, Self::Json];

    /// The name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Template => "template",
            Self::Json => "json",
        }
    }
}

/// What the importer has detected about a CSV file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct FoundOut {
    /// The file.
    pub file: String,
    /// Its character encoding.
    pub encoding: Encoding,
    /// The separator between two values.
    pub separator: char,
}

/// What was done with the files.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Outcome {
    /// They were only checked.
    Checked,
    /// They would have been imported (a dry run).
    Tried,
    /// They were imported.
    Done,
    /// There were errors and errors were not allowed: nothing was changed.
    Rejected,
    /// Too much would have been removed, see [`Report::shrink`]: nothing was changed.
    Stopped,
}

/// What an import does to a project.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Change {
    /// It is added.
    Added,
    /// These fields are changed.
    Changed(Vec<String>),
    /// It is removed, because it is not in the file.
    Removed,
}

/// The whole report.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Report {
    /// The names of the files.
    pub files: Vec<String>,
    /// Their format.
    pub format: InputFormat,
    /// What was detected about CSV files.
    pub found_out: Vec<FoundOut>,
    /// The decimal separator, if it was detected.
    pub decimal: Option<Decimal>,
    /// Whether dates were detected to have the month before the day.
    pub month_first: bool,
    /// The sheets that were read.
    pub sheets: Vec<(String, Lists)>,
    /// The sheets that were not read.
    pub left_alone: Vec<String>,
    /// The number of rows with projects.
    pub project_rows: usize,
    /// The number of rows with partners.
    pub partner_rows: usize,
    /// The number of projects in these rows.
    pub projects: usize,
    /// The number of rows that were left out.
    pub skipped: usize,
    /// The number of rows that were merged with another row of the same project.
    pub merged: usize,
    /// The number of projects that are new in the catalogue.
    pub added: usize,
    /// The number of projects that are changed.
    pub changed: usize,
    /// The number of projects that stay the same.
    pub unchanged: usize,
    /// The number of projects that are removed, because they are not in the file.
    pub removed: usize,
    /// How many partners were located, and how exactly.
    pub located: Located,
    /// What the import does to each project.
    pub changes: Vec<(Slug, Change)>,
    /// The problems, in the order of the files.
    pub problems: Problems,
    /// What would be removed, if that is more than an import removes without permission.
    pub shrink: Option<Shrink>,
    /// What was done.
    pub outcome: Outcome,
    /// The number of the change in the store, if one was made.
    pub change: Option<u32>,
}

impl Report {
    pub(super) fn new(files: Vec<String>, format: InputFormat, problems: Problems) -> Self {
        Self {
            files,
            format,
            found_out: Vec::new(),
            decimal: None,
            month_first: false,
            sheets: Vec::new(),
            left_alone: Vec::new(),
            project_rows: 0,
            partner_rows: 0,
            projects: 0,
            skipped: 0,
            merged: 0,
            added: 0,
            changed: 0,
            unchanged: 0,
            removed: 0,
            located: Located::default(),
            changes: Vec::new(),
            problems,
            shrink: None,
            outcome: Outcome::Checked,
            change: None,
        }
    }

    /// Whether there are errors.
    pub fn has_errors(&self) -> bool {
        self.problems.kinds().any(|kind| kind.severity() == Severity::Error)
    }

    /// The kept problems by kind, most serious first.
    pub fn by_kind(&self) -> Vec<(ProblemKind, Vec<&Problem>)> {
        let mut groups: BTreeMap<(Severity, ProblemKind), Vec<&Problem>> =
            self.problems.kinds().map(|kind| ((kind.severity(), kind), Vec::new())).collect();
        for problem in &self.problems {
            groups.entry((problem.kind.severity(), problem.kind)).or_default().push(problem);
        }
        groups.into_iter().map(|((_, kind), problems)| (kind, problems)).collect()
    }
}
