//! What is wrong with a file, as data: the words are made where the reader's
//! language is known.

use std::{fmt, sync::Arc};

use crate::file::Invalid;

/// Why a file cannot be read at all.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// The system does not hand it out.
    Unreadable {
        /// Which.
        file: String,
        /// What the system says.
        cause: String,
    },
    /// There is nothing in it.
    Empty {
        /// Which.
        file: String,
    },
    /// A picture, a document, a program.
    NotASpreadsheet {
        /// Which.
        file: String,
    },
    /// The format of before 2007, OpenDocument, or a workbook with a password.
    OldWorkbook {
        /// Which.
        file: String,
    },
    /// A workbook stands beside other files.
    OneWorkbook {
        /// Which.
        file: String,
    },
    /// It breaks off or contradicts itself.
    Damaged {
        /// Which.
        file: String,
        /// What the reader says, in English.
        cause: String,
    },
    /// It holds more than may be read here.
    TooLarge,
    /// Reading takes longer than it may.
    TooSlow,
    /// No sheet has the columns of a known source.
    NoProjects {
        /// The sheet that comes nearest.
        sheet: String,
        /// The headers that it lacks.
        missing: Vec<String>,
    },
    /// The exchange format, with a fault.
    Json(Invalid),
    /// A home city named on the command line is nowhere to be found.
    HomeCity {
        /// What was written.
        name: String,
    },
}

impl fmt::Display for Refusal {
    /// For logs; what people read is made where their language is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Refusal {}

/// How much something matters.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Something is left out until it is mended.
    Error,
    /// Somebody should have a look.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The name in the list of problems.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What can be wrong with a row, a cell or a column.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Fault {
    /// A project without acronym and title: the row is left out.
    NameMissing,
    /// A project without a programme: the row is left out.
    ProgrammeMissing,
    /// A programme whose period nobody can tell: the row is left out.
    PeriodUnknown,
    /// A partner whose project is not in the list: the row is left out.
    ProjectUnknown,
    /// A partner without the name of an organisation: the row is left out.
    OrganisationMissing,
    /// No day, month or year: the value is left out.
    DateUnreadable,
    /// The end lies before the start: both are left out.
    EndBeforeStart,
    /// No amount of euro: the value is left out.
    AmountUnreadable,
    /// No share between 0 and 100: the value is left out.
    PercentUnreadable,
    /// No country: the value is left out.
    CountryUnknown,
    /// No part that an organisation can have: partner is assumed.
    RoleUnknown,
    /// No theme of the list: the value is left out.
    ThemeUnknown,
    /// No address of a page: the value is left out.
    AddressUnreadable,
    /// No degrees of latitude or longitude: the value is left out.
    CoordinateUnreadable,
    /// Degrees far from the town beside them, as when they are exchanged: the
    /// town counts.
    CoordinateFarOff,
    /// No home city of this catalogue: the value is left out.
    CityUnknown,
    /// No name for addresses: one is made.
    SlugUnreadable,
    /// A name that somebody else has already: one is made.
    SlugTaken,
    /// A column that says who a person is or how to reach them: never read.
    PersonalColumn,
    /// A column that no source is known to have.
    HeaderUnknown,
    /// A column that stands there twice: the first counts.
    HeaderTwice,
    /// A person in place of an organisation: the row is left out.
    PersonSkipped,
    /// A mail address inside a text: taken out.
    MailRemoved,
    /// A theme of keep.eu that has no counterpart in the short list yet.
    ThemeUnmapped,
    /// Several rows for one project say different things: the first counts.
    RowsDiffer,
    /// Nobody leads the project.
    LeadMissing,
    /// Several places have this name; none is chosen.
    PlaceAmbiguous,
    /// No place of this name in this country.
    PlaceUnknown,
    /// Several rows for one project, put together.
    RowsMerged,
    /// Only the region is known: the pin stands in the middle of it.
    PlaceRegion,
}

impl Fault {
    /// All of them, gravest first.
    pub const ALL: [Self; 30] = [
        Self::NameMissing,
        Self::ProgrammeMissing,
        Self::PeriodUnknown,
        Self::ProjectUnknown,
        Self::OrganisationMissing,
        Self::DateUnreadable,
        Self::EndBeforeStart,
        Self::AmountUnreadable,
        Self::PercentUnreadable,
        Self::CountryUnknown,
        Self::RoleUnknown,
        Self::ThemeUnknown,
        Self::AddressUnreadable,
        Self::CoordinateUnreadable,
        Self::CoordinateFarOff,
        Self::CityUnknown,
        Self::SlugUnreadable,
        Self::SlugTaken,
        Self::PersonalColumn,
        Self::HeaderUnknown,
        Self::HeaderTwice,
        Self::PersonSkipped,
        Self::MailRemoved,
        Self::ThemeUnmapped,
        Self::RowsDiffer,
        Self::LeadMissing,
        Self::PlaceAmbiguous,
        Self::PlaceUnknown,
        Self::RowsMerged,
        Self::PlaceRegion,
    ];

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::RowsMerged | Self::PlaceRegion | Self::PersonalColumn => Severity::Note,
            fault if fault >= Self::PersonalColumn => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The name in the list of problems, which never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameMissing => "name-missing",
            Self::ProgrammeMissing => "programme-missing",
            Self::PeriodUnknown => "period-unknown",
            Self::ProjectUnknown => "project-unknown",
            Self::OrganisationMissing => "organisation-missing",
            Self::DateUnreadable => "date-unreadable",
            Self::EndBeforeStart => "end-before-start",
            Self::AmountUnreadable => "amount-unreadable",
            Self::PercentUnreadable => "percent-unreadable",
            Self::CountryUnknown => "country-unknown",
            Self::RoleUnknown => "role-unknown",
            Self::ThemeUnknown => "theme-unknown",
            Self::AddressUnreadable => "address-unreadable",
            Self::CoordinateUnreadable => "coordinate-unreadable",
            Self::CoordinateFarOff => "coordinate-far-off",
            Self::CityUnknown => "city-unknown",
            Self::SlugUnreadable => "slug-unreadable",
            Self::SlugTaken => "slug-taken",
            Self::PersonalColumn => "personal-column",
            Self::HeaderUnknown => "header-unknown",
            Self::HeaderTwice => "header-twice",
            Self::PersonSkipped => "person-skipped",
            Self::MailRemoved => "mail-removed",
            Self::ThemeUnmapped => "theme-unmapped",
            Self::RowsDiffer => "rows-differ",
            Self::LeadMissing => "lead-missing",
            Self::PlaceAmbiguous => "place-ambiguous",
            Self::PlaceUnknown => "place-unknown",
            Self::RowsMerged => "rows-merged",
            Self::PlaceRegion => "place-region",
        }
    }
}

/// A row of a sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// The name of the sheet.
    pub sheet: Arc<str>,
    /// Its number, from 1.
    pub number: u32,
}

/// Something wrong at one place of a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The row.
    pub row: Row,
    /// The column, as `F (Budget)`, where it is about one cell.
    pub column: Option<Arc<str>>,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong with it.
    pub fault: Fault,
    /// What makes the remedy clear: the values that would be allowed, the
    /// places that are meant.
    pub detail: String,
}

/// Longer values are cut: they are shown to be recognised.
const SHOWN: usize = 80;

impl Problem {
    /// A problem with a value.
    pub fn new(row: &Row, column: Option<&Arc<str>>, value: &str, fault: Fault) -> Self {
        let mut shown: String = value.chars().take(SHOWN).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        Self {
            row: row.clone(),
            column: column.cloned(),
            value: shown,
            fault,
            detail: String::new(),
        }
    }

    /// The same with what makes the remedy clear.
    pub fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}
