//! The words of reports on spreadsheets: what is wrong where, and what would be
//! right. For the page that checks one and for the command line, so only the
//! server carries them.

mod de;
mod en;
mod fy;
mod nl;

use backend::import::{ProblemKind, Rejection, Severity};
use catalogue::model::Lang;

use super::{Pattern, Plural};

/// The words of a report in one language.
#[derive(Debug)]
pub struct ReportWords {
    /// Heading of the page.
    pub title: &'static str,
    /// For search engines, under 160 characters.
    pub description: &'static str,
    /// What the page does, a paragraph each. Only for pages.
    pub introduction: [&'static str; 2],
    /// Before the links to the template in each language.
    pub template: &'static str,
    /// Link to the workbook: `{language}` by its own name.
    pub template_link: Pattern,
    /// Label of the field for the files.
    pub files: &'static str,
    /// What may be chosen there: `{megabytes}`.
    pub files_hint: Pattern,
    /// The button.
    pub check: &'static str,
    /// The other button: every problem as a file.
    pub as_csv: &'static str,
    /// Heading of the report.
    pub report: &'static str,
    /// Nothing must be mended.
    pub good: &'static str,
    /// Something must be.
    pub bad: &'static str,
    /// No project was found.
    pub nothing: &'static str,
    /// The file was not read; the reason follows.
    pub rejected: &'static str,

    /// Where a file comes from: keep.eu's export, the template, the exchange format.
    pub kinds: [&'static str; 3],
    /// `{file}` is `{kind}`.
    pub read_as: Pattern,
    /// `{file}`: letters in `{encoding}`, values divided by `{separator}`.
    pub found_out: Pattern,
    /// Comma, semicolon, tab.
    pub separators: [&'static str; 3],
    /// Amounts have a point before the cents; a comma.
    pub decimals: [&'static str; 2],
    /// Dates have the month before the day.
    pub month_first: &'static str,
    /// A sheet was not read: `{sheets}`.
    pub left_alone: Pattern,
    /// Rows of projects and partners that were read.
    pub rows: [Plural; 2],
    /// Projects that came of them.
    pub projects: Plural,
    /// Rows put together with others.
    pub merged: Plural,
    /// Rows left out.
    pub skipped: Plural,
    /// Partners with a place: `{located}` of `{all}`.
    pub located: Pattern,
    /// Projects that are new, changed, the same, taken out.
    pub counts: [Plural; 4],
    /// What became of it: checked, tried, done, refused, stopped.
    pub outcomes: [&'static str; 5],
    /// Too much would go: `{projects}` of `{all_projects}` projects,
    /// `{participations}` of `{all_participations}` participations.
    pub shrink: Pattern,
    /// The projects that would lose most: `{losers}`.
    pub losers: Pattern,
    /// This was `{change}`; `{command}` undoes it.
    pub undo: Pattern,

    /// Errors, warnings, notes.
    pub severities: [&'static str; 3],
    /// How often: `{n}` times.
    pub times: Plural,
    /// `{sheet}`, row `{row}`.
    pub place: Pattern,
    /// The same with the column: `{column}`.
    pub place_column: Pattern,
    /// There are `{n}` more.
    pub more: Plural,
    /// Only the first `{n}` problems of a kind are in the list.
    pub kept: Pattern,
    /// `{value}` is probably meant.
    pub meant: Pattern,
    /// What is new, changed with `{fields}`, taken out.
    pub changes: [Pattern; 3],
    /// The page is too busy.
    pub busy: &'static str,
    /// The file is larger than `{megabytes}`.
    pub too_large: Pattern,
    /// No file was chosen.
    pub no_file: &'static str,
    /// Names of columns in the list of problems: kind, severity, sheet, row,
    /// column, value, what is wrong, remedy.
    pub csv: [&'static str; 8],
    /// What is wrong, and what would be right.
    pub kind: fn(ProblemKind) -> (&'static str, &'static str),
    /// Why a file is not read.
    pub rejections: Rejections,
}

/// Why a file is not read: a sentence for each reason, with the name of the file
/// in the gap `{file}` where it has one.
#[derive(Debug)]
pub struct Rejections {
    /// The system does not hand it out: `{cause}`.
    pub unreadable: Pattern,
    /// There is nothing in it.
    pub empty: Pattern,
    /// A picture, a document, a program.
    pub not_a_spreadsheet: Pattern,
    /// Too old, OpenDocument, or with a password.
    pub old_workbook: Pattern,
    /// A workbook beside other files.
    pub one_workbook: Pattern,
    /// Damaged: `{cause}`, in English.
    pub damaged: Pattern,
    /// A quotation mark of `{file}` in `{row}` is not closed.
    pub open_quote: Pattern,
    /// `{row}` of `{file}` has more `{values}` than `{headers}`.
    pub long_row: Pattern,
    /// It holds too much.
    pub too_large: Pattern,
    /// It takes too long.
    pub too_slow: Pattern,
    /// The sheet `{sheet}` comes nearest and lacks `{missing}`.
    pub no_projects: Pattern,
    /// No sheet comes near.
    pub no_sheet: Pattern,
    /// A list of partners alone, the sheet `{sheet}`.
    pub partners_alone: Pattern,
    /// A fault in the exchange format: `{line}`, `{field}`, `{message}` in English.
    pub json: Pattern,
    /// A home city, `{name}`, that is on no map.
    pub home_city: Pattern,
}

impl ReportWords {
    /// Why a file is not read, in a sentence.
    pub fn rejected_because(&self, rejection: &Rejection) -> String {
        let say = &self.rejections;
        let of = |pattern: Pattern, file: &str| pattern.fill(&[("file", file)]);
        let why = |pattern: Pattern, file: &str, cause: &str| {
            pattern.fill(&[("file", file), ("cause", cause)])
        };
        match rejection {
            Rejection::Unreadable { file, cause } => why(say.unreadable, file, cause),
            Rejection::Empty { file } => of(say.empty, file),
            Rejection::NotASpreadsheet { file } => of(say.not_a_spreadsheet, file),
            Rejection::OldWorkbook { file } => of(say.old_workbook, file),
            Rejection::OneWorkbook { file } => of(say.one_workbook, file),
            Rejection::Damaged { file, cause } => why(say.damaged, file, cause),
            Rejection::OpenQuote { file, row } => {
                say.open_quote.fill(&[("file", file), ("row", &row.to_string())])
            }
            Rejection::LongRow { file, row, values, headers } => say.long_row.fill(&[
                ("file", file),
                ("row", &row.to_string()),
                ("values", &values.to_string()),
                ("headers", &headers.to_string()),
            ]),
            Rejection::TooLarge => say.too_large.fill(&[]),
            Rejection::TooSlow => say.too_slow.fill(&[]),
            Rejection::NoProjects { sheet, .. } if sheet.is_empty() => say.no_sheet.fill(&[]),
            Rejection::NoProjects { sheet, missing } => {
                say.no_projects.fill(&[("sheet", sheet), ("missing", &missing.join(", "))])
            }
            Rejection::PartnersAlone { sheet } => say.partners_alone.fill(&[("sheet", sheet)]),
            Rejection::Json(invalid) => say.json.fill(&[
                ("file", &invalid.file),
                ("line", &invalid.line.to_string()),
                ("field", &invalid.field),
                ("message", &invalid.message),
            ]),
            Rejection::HomeCity { name } => say.home_city.fill(&[("name", name)]),
        }
    }

    /// Errors, warnings or notes.
    pub fn severity(&self, severity: Severity) -> &'static str {
        let [errors, warnings, notes] = self.severities;
        match severity {
            Severity::Error => errors,
            Severity::Warning => warnings,
            Severity::Note => notes,
        }
    }
}

/// The words of reports.
pub fn report(lang: Lang) -> &'static ReportWords {
    match lang {
        Lang::Nl => &nl::WORDS,
        Lang::En => &en::WORDS,
        Lang::De => &de::WORDS,
        Lang::Fy => &fy::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_explains_every_kind_of_problem() {
        for kind in ProblemKind::ALL {
            for lang in Lang::ALL {
                let (wrong, right) = (report(lang).kind)(kind);
                assert!(wrong.len() > 8 && right.len() > 8, "{lang} {kind:?}");
                if lang != Lang::En {
                    let english = (report(Lang::En).kind)(kind);
                    assert!(wrong != english.0 && right != english.1, "{lang} {kind:?}");
                }
            }
        }
    }

    #[test]
    fn the_command_that_undoes_an_import_stands_in_its_report() {
        let said = Lang::ALL.map(|lang| crate::server_only::report::undo(lang, 12, "undo it"));
        for said in &said {
            assert!(said.contains("12") && said.ends_with(": undo it"), "{said}");
            assert!(!said.contains('{'), "{said}");
        }
        let different: std::collections::HashSet<_> = said.iter().collect();
        assert_eq!(different.len(), 4);
    }

    #[test]
    fn every_gap_in_the_text_of_a_rejection_is_filled() {
        let file = || "x.xlsx".to_owned();
        let invalid = backend::file::Invalid {
            file: file(),
            line: 3,
            field: "projects[0].start".to_owned(),
            message: "no date".to_owned(),
        };
        let rejections = [
            Rejection::Unreadable { file: file(), cause: "gone".to_owned() },
            Rejection::Empty { file: file() },
            Rejection::NotASpreadsheet { file: file() },
            Rejection::OldWorkbook { file: file() },
            Rejection::OneWorkbook { file: file() },
            Rejection::Damaged { file: file(), cause: "torn".to_owned() },
            Rejection::OpenQuote { file: file(), row: 2 },
            Rejection::LongRow { file: file(), row: 3, values: 9, headers: 4 },
            Rejection::TooLarge,
            Rejection::TooSlow,
            Rejection::NoProjects {
                sheet: "Blad1".to_owned(),
                missing: vec!["Programme".to_owned()],
            },
            Rejection::NoProjects { sheet: String::new(), missing: vec![] },
            Rejection::PartnersAlone { sheet: file() },
            Rejection::Json(invalid),
            Rejection::HomeCity { name: "Atlantis".to_owned() },
        ];
        for lang in Lang::ALL {
            for rejection in &rejections {
                let said = report(lang).rejected_because(rejection);
                assert!(said.len() > 20 && !said.contains('{'), "{lang}: {said}");
            }
        }
    }
}
