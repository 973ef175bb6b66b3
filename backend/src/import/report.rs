//! What came of reading a file.

use catalogue::model::Slug;

use super::{
    Fault, Problem, Severity, assemble::Located, mapping::Lists, table::Encoding, value::Decimal,
};

/// Which source a file comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// keep.eu's Excel export.
    Keep,
    /// The template for officials.
    Template,
    /// The exchange format.
    Json,
}

impl Kind {
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

/// What a file of separated values does not say and was found out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FoundOut {
    /// The file.
    pub file: String,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between two values.
    pub separator: char,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// It was only looked at.
    Checked,
    /// It would have been taken in.
    Tried,
    /// It was taken in.
    Done,
    /// There were errors and none were allowed: nothing was changed.
    Refused,
}

/// What happened, or would happen, to a project.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change {
    /// It is new.
    Added,
    /// These fields of it are different.
    Changed(Vec<String>),
    /// It is not in the file.
    Removed,
}

/// The whole report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The files, by name.
    pub files: Vec<String>,
    /// Which source they come from.
    pub kind: Kind,
    /// What was found out about them.
    pub found_out: Vec<FoundOut>,
    /// How amounts are written, where that was found out.
    pub decimal: Option<Decimal>,
    /// The sheets that were read.
    pub sheets: Vec<(String, Lists)>,
    /// The sheets that were left alone.
    pub left_alone: Vec<String>,
    /// Rows of projects.
    pub project_rows: usize,
    /// Rows of partners.
    pub partner_rows: usize,
    /// Projects that came of them.
    pub projects: usize,
    /// Rows left out.
    pub skipped: usize,
    /// Rows put together with another for the same project.
    pub merged: usize,
    /// Projects that were not in the catalogue.
    pub added: usize,
    /// Projects that are different now.
    pub changed: usize,
    /// Projects that are the same.
    pub unchanged: usize,
    /// Projects that are not in the file and were taken out.
    pub removed: usize,
    /// How many partners have a place on the map.
    pub located: Located,
    /// What happened to which project.
    pub changes: Vec<(Slug, Change)>,
    /// What was wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// What became of it.
    pub outcome: Outcome,
}

impl Report {
    pub(super) fn new(files: Vec<String>, kind: Kind) -> Self {
        Self {
            files,
            kind,
            found_out: Vec::new(),
            decimal: None,
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
            problems: Vec::new(),
            outcome: Outcome::Checked,
        }
    }

    /// Whether something must be mended.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.fault.severity() == Severity::Error)
    }

    /// The problems by kind, gravest first.
    pub fn by_fault(&self) -> Vec<(Fault, Vec<&Problem>)> {
        let mut groups: Vec<(Fault, Vec<&Problem>)> = Vec::new();
        for problem in &self.problems {
            match groups.iter_mut().find(|(fault, _)| *fault == problem.fault) {
                Some((_, group)) => group.push(problem),
                None => groups.push((problem.fault, vec![problem])),
            }
        }
        groups.sort_by_key(|(fault, _)| (fault.severity(), *fault));
        groups
    }
}
