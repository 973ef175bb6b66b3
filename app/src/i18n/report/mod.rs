//! The words of reports on spreadsheets: what is wrong where, and what would be
//! right. For the page that checks one and for the command line, so only the
//! server carries them.

mod de;
mod en;
mod fy;
mod nl;

use backend::import::{Fault, Refusal, Severity};
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
    /// The file was not read; the reason follows.
    pub refused: &'static str,

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
    /// What became of it: checked, tried, done, refused.
    pub outcomes: [&'static str; 4],

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
    pub fault: fn(Fault) -> (&'static str, &'static str),
    /// Why a file is not read.
    pub refusals: Refusals,
}

/// Why a file is not read: a sentence for each reason, with the name of the file
/// in the gap `{file}` where it has one.
#[derive(Debug)]
pub struct Refusals {
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
    /// It holds too much.
    pub too_large: Pattern,
    /// It takes too long.
    pub too_slow: Pattern,
    /// The sheet `{sheet}` comes nearest and lacks `{missing}`.
    pub no_projects: Pattern,
    /// No sheet comes near.
    pub no_sheet: Pattern,
    /// A fault in the exchange format: `{line}`, `{field}`, `{message}` in English.
    pub json: Pattern,
    /// A home city, `{name}`, that is on no map.
    pub home_city: Pattern,
}

impl ReportWords {
    /// Why a file is not read, in a sentence.
    pub fn refused_because(&self, refusal: &Refusal) -> String {
        let say = &self.refusals;
        let of = |pattern: Pattern, file: &str| pattern.fill(&[("file", file)]);
        let why = |pattern: Pattern, file: &str, cause: &str| {
            pattern.fill(&[("file", file), ("cause", cause)])
        };
        match refusal {
            Refusal::Unreadable { file, cause } => why(say.unreadable, file, cause),
            Refusal::Empty { file } => of(say.empty, file),
            Refusal::NotASpreadsheet { file } => of(say.not_a_spreadsheet, file),
            Refusal::OldWorkbook { file } => of(say.old_workbook, file),
            Refusal::OneWorkbook { file } => of(say.one_workbook, file),
            Refusal::Damaged { file, cause } => why(say.damaged, file, cause),
            Refusal::TooLarge => say.too_large.fill(&[]),
            Refusal::TooSlow => say.too_slow.fill(&[]),
            Refusal::NoProjects { sheet, .. } if sheet.is_empty() => say.no_sheet.fill(&[]),
            Refusal::NoProjects { sheet, missing } => {
                say.no_projects.fill(&[("sheet", sheet), ("missing", &missing.join(", "))])
            }
            Refusal::Json(fault) => say.json.fill(&[
                ("file", &fault.file),
                ("line", &fault.line.to_string()),
                ("field", &fault.field),
                ("message", &fault.message),
            ]),
            Refusal::HomeCity { name } => say.home_city.fill(&[("name", name)]),
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
    fn every_language_says_of_every_fault_what_is_wrong_and_what_would_be_right() {
        for fault in Fault::ALL {
            for lang in Lang::ALL {
                let (wrong, right) = (report(lang).fault)(fault);
                assert!(wrong.len() > 8 && right.len() > 8, "{lang} {fault:?}");
                if lang != Lang::En {
                    let english = (report(Lang::En).fault)(fault);
                    assert!(wrong != english.0 && right != english.1, "{lang} {fault:?}");
                }
            }
        }
    }

    #[test]
    fn no_gap_of_a_refusal_stays_open() {
        let file = || "x.xlsx".to_owned();
        let invalid = backend::file::Invalid {
            file: file(),
            line: 3,
            field: "projects[0].start".to_owned(),
            message: "no date".to_owned(),
        };
        let refusals = [
            Refusal::Unreadable { file: file(), cause: "gone".to_owned() },
            Refusal::Empty { file: file() },
            Refusal::NotASpreadsheet { file: file() },
            Refusal::OldWorkbook { file: file() },
            Refusal::OneWorkbook { file: file() },
            Refusal::Damaged { file: file(), cause: "torn".to_owned() },
            Refusal::TooLarge,
            Refusal::TooSlow,
            Refusal::NoProjects {
                sheet: "Blad1".to_owned(),
                missing: vec!["Programme".to_owned()],
            },
            Refusal::NoProjects { sheet: String::new(), missing: vec![] },
            Refusal::Json(invalid),
            Refusal::HomeCity { name: "Atlantis".to_owned() },
        ];
        for lang in Lang::ALL {
            for refusal in &refusals {
                let said = report(lang).refused_because(refusal);
                assert!(said.len() > 20 && !said.contains('{'), "{lang}: {said}");
            }
        }
    }
}
