//! The kinds of problems in a file, and how serious each is.

use serde::{Deserialize, Serialize};

/// How serious a problem is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// A value or a row is left out until it is fixed.
    Error,
    /// Everything is read; a person should check it.
    Warning,
    /// For information.
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
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum ProblemKind {
    /// A project without acronym and title: the row is left out.
    NameMissing,
    /// A project without a programme: the row is left out.
    ProgrammeMissing,
    /// A programme without a known period: the row is left out.
    PeriodUnknown,
    /// A partner whose project is not in the list: the row is left out.
    ProjectUnknown,
    /// A partner without the name of an organisation: the row is left out.
    OrganisationMissing,
    /// Not a day, month or year: the value is left out.
    DateUnreadable,
    /// The end is before the start: both are left out.
    EndBeforeStart,
    /// Not an amount in euro: the value is left out.
    AmountUnreadable,
    /// Not a percentage between 0 and 100: the value is left out.
    PercentUnreadable,
    /// Not a country: the value is left out.
    CountryUnknown,
    /// Not a role: partner is assumed.
    RoleUnknown,
    /// Not a theme of the short list: the value is left out.
    ThemeUnknown,
    /// Not a web address: the value is left out.
    AddressUnreadable,
    /// Not degrees of latitude or longitude: the value is left out.
    CoordinateUnreadable,
    /// Coordinates far from the town of the same row, for example because latitude and
    /// longitude are swapped: the town counts.
    CoordinateFarOff,
    /// Not a home city of this catalogue: the value is left out.
    CityUnknown,
    /// Not a slug: one is generated.
    SlugUnreadable,
    /// The slug of another project: one is generated.
    SlugTaken,
    /// A column with names or contact data of persons: never read.
    PersonalColumn,
    /// A column that no source has.
    HeaderUnknown,
    /// A second column with the same meaning: the first counts.
    HeaderTwice,
    /// A person instead of an organisation: the row is left out.
    PersonSkipped,
    /// A mail address in a text: removed.
    MailRemoved,
    /// A theme of keep.eu without a theme of the short list.
    ThemeUnmapped,
    /// Several rows for one project with different values: the first counts.
    RowsDiffer,
    /// A project without a lead partner.
    LeadMissing,
    /// Several places of this name: none is chosen.
    PlaceAmbiguous,
    /// No place of this name in this country.
    PlaceUnknown,
    /// A formula with an error: there is no value.
    CellError,
    /// A formula whose value was not saved with it: there is no value.
    FormulaUnsaved,
    /// A text that is longer than a cell can be: its beginning counts.
    TextCut,
    /// Dates that can be read with the day or the month first.
    DateOrderUnsure,
    /// A share that can mean a fraction or a percentage, or that was rounded.
    ShareUnsure,
    /// Not a programming period: the one in the name of the programme counts.
    PeriodUnreadable,
    /// Not a NUTS code: the value is left out.
    NutsUnreadable,
    /// A row with fewer values than the others.
    RowShort,
    /// The character encoding of a file is a guess.
    LettersUnsure,
    /// Some characters of a file are damaged.
    LettersBroken,
    /// Several rows for one project were merged.
    RowsMerged,
    /// Only the region is known: the project is located at its centre.
    PlaceRegion,
    // About whole sheets, and about which project a row means.
    /// A list of projects without a project.
    NothingRead,
    /// A sheet that looks like a list and was not read.
    SheetNotRead,
    /// A hidden sheet that was read because no visible sheet could be.
    SheetHidden,
    /// An example row that was changed: it is not read.
    ExampleChanged,
    /// A row that was matched with a project of the catalogue by its name alone.
    NameAlone,
    // Amounts that contradict each other are shown as they are, as doubtful.
    /// EU funding of less than 5 % of the total budget.
    FundingLow,
    /// EU funding above the budget that it is a part of.
    FundingAboveBudget,
    /// An amount of a partner above that of its project.
    PartnerAboveProject,
    /// Amounts of the partners together above that of their project.
    PartnersAboveProject,
    // Values that are read, and may be meant otherwise.
    /// A programme that is probably a misspelt form of a known one.
    ProgrammeMisspelt,
    /// A partner without a role, in a list that has a column for it: partner is assumed.
    RoleMissing,
    /// A web address without `https://`: that is added.
    AddressCompleted,
}

impl ProblemKind {
    /// All of them.
    pub const ALL: [Self; 52] = [
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
        Self::CellError,
        Self::FormulaUnsaved,
        Self::TextCut,
        Self::DateOrderUnsure,
        Self::ShareUnsure,
        Self::PeriodUnreadable,
        Self::NutsUnreadable,
        Self::RowShort,
        Self::LettersUnsure,
        Self::LettersBroken,
        Self::RowsMerged,
        Self::PlaceRegion,
        Self::NothingRead,
        Self::SheetNotRead,
        Self::SheetHidden,
        Self::ExampleChanged,
        Self::NameAlone,
        Self::FundingLow,
        Self::FundingAboveBudget,
        Self::PartnerAboveProject,
        Self::PartnersAboveProject,
        Self::ProgrammeMisspelt,
        Self::RoleMissing,
        Self::AddressCompleted,
    ];

    /// How serious it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::RowsMerged
            | Self::PlaceRegion
            | Self::PersonalColumn
            | Self::AddressCompleted => Severity::Note,
            kind if kind >= Self::PersonalColumn => Severity::Warning,
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
            Self::CellError => "cell-error",
            Self::FormulaUnsaved => "formula-unsaved",
            Self::TextCut => "text-cut",
            Self::DateOrderUnsure => "date-order-unsure",
            Self::ShareUnsure => "share-unsure",
            Self::PeriodUnreadable => "period-unreadable",
            Self::NutsUnreadable => "nuts-unreadable",
            Self::RowShort => "row-short",
            Self::LettersUnsure => "letters-unsure",
            Self::LettersBroken => "letters-broken",
            Self::RowsMerged => "rows-merged",
            Self::PlaceRegion => "place-region",
            Self::NothingRead => "nothing-read",
            Self::SheetNotRead => "sheet-not-read",
            Self::SheetHidden => "sheet-hidden",
            Self::ExampleChanged => "example-changed",
            Self::NameAlone => "name-alone",
            Self::FundingLow => "funding-low",
            Self::FundingAboveBudget => "funding-above-budget",
            Self::PartnerAboveProject => "partner-above-project",
            Self::PartnersAboveProject => "partners-above-project",
            Self::ProgrammeMisspelt => "programme-misspelt",
            Self::RoleMissing => "role-missing",
            Self::AddressCompleted => "address-completed",
        }
    }
}

impl From<ProblemKind> for &'static str {
    fn from(kind: ProblemKind) -> Self {
        kind.as_str()
    }
}

impl TryFrom<String> for ProblemKind {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|kind| kind.as_str() == name);
        known.ok_or_else(|| format!("{name} is no kind of problem"))
    }
}
