//! Amounts of a file that contradict each other: what the report says of them, and where.
//!
//! Whether two amounts contradict each other is a question about one project. Which of
//! them is doubtful depends on all projects of the programme, so the answer waits until
//! all of them are known. Only the cells of the few projects with contradictions are kept
//! for that long.

use std::sync::Arc;

use catalogue::model::{
    Participation, Project, Slug,
    plausibility::{Amount, Amounts, Contradiction, Doubted, LEAST_SHARE, Rule, Yardsticks},
};

use super::{
    draft::{MoneyColumns, PartnerDraft, ProjectDraft},
    key::key,
    problem::{Problem, RowRef},
    problem_kind::ProblemKind,
    problems::Problems,
};

/// Where the amounts of a project stand in a file.
pub enum Cells {
    /// In rows of sheets.
    Rows {
        /// The row of the project.
        row: RowRef,
        /// The columns of its own amounts.
        columns: MoneyColumns,
        /// The rows of partners with amounts.
        partners: Vec<PartnerCells>,
    },
    /// In a document of the exchange format: the name of the file, and the position of the
    /// project.
    Document(Arc<str>, u32),
}

/// Where the amounts of a partner stand.
pub struct PartnerCells {
    organisation: String,
    row: RowRef,
    columns: MoneyColumns,
}

impl Cells {
    /// The cells of a draft.
    pub fn of(draft: &ProjectDraft) -> Self {
        let with_amounts =
            |partner: &&PartnerDraft| partner.budget.is_some() || partner.eu_funding.is_some();
        let cells = |partner: &PartnerDraft| PartnerCells {
            organisation: key(&partner.organisation),
            row: partner.row.clone(),
            columns: partner.columns.clone(),
        };
        Self::Rows {
            row: draft.row.clone(),
            columns: draft.columns.clone(),
            partners: draft.partners.iter().filter(with_amounts).map(cells).collect(),
        }
    }

    /// Those of the projects of a document, one after the other. `files` has its name.
    pub fn of_document(files: &[String]) -> impl Iterator<Item = Self> + use<> {
        let file: Arc<str> = files.join(", ").into();
        (0..u32::MAX).map(move |position| Self::Document(file.clone(), position))
    }

    /// The cell of an amount. `None` if the file does not state it, and for a sum.
    fn place(&self, project: &Project, amount: Amount) -> Option<(RowRef, Arc<str>)> {
        let part = |n: u32| project.participations.get(n as usize);
        match self {
            Self::Rows { row, columns, partners } => {
                let of = |part: &Participation| {
                    let wanted = key(&part.organisation);
                    partners.iter().find(|cells| cells.organisation == wanted)
                };
                let (row, column) = match amount {
                    Amount::TotalBudget => (row, &columns.budget),
                    Amount::EuFunding => (row, &columns.eu_funding),
                    Amount::PartnerBudget(n) => {
                        of(part(n)?).map(|cells| (&cells.row, &cells.columns.budget))?
                    }
                    Amount::PartnerEuFunding(n) => {
                        of(part(n)?).map(|cells| (&cells.row, &cells.columns.eu_funding))?
                    }
                    Amount::PartnersBudget | Amount::PartnersEuFunding => return None,
                };
                Some((row.clone(), column.clone()?))
            }
            Self::Document(file, position) => {
                let field = match amount {
                    Amount::TotalBudget => "total_budget".to_owned(),
                    Amount::EuFunding => "eu_funding".to_owned(),
                    Amount::PartnerBudget(n) => format!("participations[{n}].budget"),
                    Amount::PartnerEuFunding(n) => format!("participations[{n}].eu_funding"),
                    Amount::PartnersBudget | Amount::PartnersEuFunding => return None,
                };
                let row = RowRef { sheet: file.clone(), number: position + 1 };
                Some((row, format!("projects[{position}].{field}").into()))
            }
        }
    }
}

/// The contradictions of a file.
#[derive(Default)]
pub struct Doubts {
    found: Vec<Found>,
}

/// A contradiction, with the cells of the larger and of the smaller amount.
struct Found {
    programme: Slug,
    contradiction: Contradiction,
    cells: [Option<(RowRef, Arc<str>)>; 2],
}

impl Doubts {
    /// Looks for contradictions of a project, as it will be in the catalogue.
    pub fn look(&mut self, project: &Project, cells: &Cells) {
        let contradictions = Amounts::from(project).contradictions();
        self.found.extend(contradictions.into_iter().map(|contradiction| {
            let amounts = [contradiction.larger.0, contradiction.smaller.0];
            Found {
                programme: project.programme.clone(),
                cells: amounts.map(|amount| cells.place(project, amount)),
                contradiction,
            }
        }));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Reports each contradiction once, at the cell of the amount that is doubtful. One
    /// between amounts that only the catalogue has is not of this file.
    pub fn report(self, yardsticks: &Yardsticks, problems: &mut Problems) {
        for Found { programme, contradiction, cells: [larger, smaller] } in self.found {
            let larger = larger.map(|cell| (cell, contradiction.larger.1));
            let smaller = smaller.map(|cell| (cell, contradiction.smaller.1));
            let place = match yardsticks.doubted(&programme, &contradiction) {
                Doubted::Larger | Doubted::Both => larger.or(smaller),
                Doubted::Smaller => smaller.or(larger),
            };
            let Some(((row, column), amount)) = place else { continue };
            let kind = match contradiction.rule {
                Rule::LowShare => ProblemKind::FundingLow,
                Rule::FundingAboveBudget => ProblemKind::FundingAboveBudget,
                Rule::PartnerAboveProject => ProblemKind::PartnerAboveProject,
                Rule::PartnersAboveProject => ProblemKind::PartnersAboveProject,
            };
            let problem = Problem::new(&row, Some(&column), &amount.to_string(), kind);
            problems.push(problem.with(both(&contradiction)));
        }
    }
}

/// Both amounts, in signs that every language has.
fn both(contradiction: &Contradiction) -> String {
    let Contradiction { rule, larger: (_, larger), smaller: (_, smaller), .. } = contradiction;
    match rule {
        Rule::LowShare => format!("{smaller} < {LEAST_SHARE} % × {larger}"),
        Rule::FundingAboveBudget | Rule::PartnerAboveProject => format!("{larger} > {smaller}"),
        Rule::PartnersAboveProject => format!("{larger} > {smaller} + 1 %"),
    }
}
