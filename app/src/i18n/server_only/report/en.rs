//! English.

use backend::import::ProblemKind;

use super::{Pattern, Plural, Rejections, ReportWords};

pub const WORDS: ReportWords = ReportWords {
    title: "Check a spreadsheet",
    description: "Upload a spreadsheet of Interreg projects and see what must be mended before it is taken in. Nothing is kept.",
    introduction: [
        "Choose a workbook or CSV files with projects and partners, as the template has them or as keep.eu exports them. You get a report on what was understood and what must be mended.",
        "The file is read once and nothing of it is kept. This page changes nothing in the explorer.",
    ],
    template: "Fill in the template:",
    template_link: Pattern("{language} (.xlsx)"),
    files: "Spreadsheet",
    files_hint: Pattern(
        "An Excel workbook (.xlsx), or two CSV files together; {megabytes} MB at most.",
    ),
    check: "Check",
    as_csv: "All problems as CSV",
    report: "Report",
    good: "Nothing must be mended.",
    bad: "Something must be mended. What is listed under errors is left out until then.",
    nothing: "No project was found, so nothing would be taken in.",
    rejected: "The file could not be read.",
    kinds: ["an export of keep.eu", "the template", "the exchange format (JSON)"],
    read_as: Pattern("{file}: read as {kind}."),
    found_out: Pattern("{file}: letters in {encoding}, values divided by {separator}."),
    separators: ["commas", "semicolons", "tabs"],
    decimals: [
        "Amounts are read with a point before the cents: 1,234.50.",
        "Amounts are read with a comma before the cents: 1.234,50.",
    ],
    month_first: "Dates are read with the month before the day: 12/31/2025.",
    left_alone: Pattern("Sheets that were not read: {sheets}."),
    rows: [
        Plural { one: Pattern("{n} row of projects"), other: Pattern("{n} rows of projects") },
        Plural { one: Pattern("{n} row of partners"), other: Pattern("{n} rows of partners") },
    ],
    projects: Plural { one: Pattern("{n} project"), other: Pattern("{n} projects") },
    merged: Plural {
        one: Pattern("{n} row put together with another for the same project"),
        other: Pattern("{n} rows put together with others for the same project"),
    },
    skipped: Plural { one: Pattern("{n} row left out"), other: Pattern("{n} rows left out") },
    located: Pattern("{located} of {all} partners have a place on the map"),
    counts: [
        Plural { one: Pattern("{n} project is new"), other: Pattern("{n} projects are new") },
        Plural {
            one: Pattern("{n} project has changed"),
            other: Pattern("{n} projects have changed"),
        },
        Plural {
            one: Pattern("{n} project is the same"),
            other: Pattern("{n} projects are the same"),
        },
        Plural {
            one: Pattern("{n} project is taken out"),
            other: Pattern("{n} projects are taken out"),
        },
    ],
    outcomes: [
        "Checked: nothing was changed.",
        "Dry run: nothing was changed.",
        "Done.",
        "Refused, because something must be mended: nothing was changed.",
        "Stopped, because too much would be taken out: nothing was changed.",
    ],
    shrink: Pattern(
        "This would take out {projects} of {all_projects} projects, and {participations} of {all_participations} participations. Look whether the file is whole; if it is meant so, add --allow-shrink.",
    ),
    losers: Pattern("Most would be lost in: {losers}."),
    undo: Pattern("This is change {change}. To undo it: {command}"),
    severities: ["Errors", "Warnings", "Notes"],
    times: Plural { one: Pattern("once"), other: Pattern("{n} times") },
    place: Pattern("{sheet}, row {row}"),
    place_column: Pattern("{sheet}, row {row}, column {column}"),
    more: Plural { one: Pattern("and {n} more"), other: Pattern("and {n} more") },
    kept: Pattern("The list has the first {n} of them."),
    meant: Pattern("Perhaps {value} is meant."),
    changes: [Pattern("new"), Pattern("changed: {fields}"), Pattern("taken out")],
    busy: "Too many spreadsheets are being checked already. Try again in a moment.",
    too_large: Pattern(
        "The file is larger than {megabytes} MB. Divide it, or leave out sheets that are not needed.",
    ),
    no_file: "No file was chosen. Choose a spreadsheet first.",
    csv: [
        "kind",
        "severity",
        "sheet",
        "row",
        "column",
        "value",
        "what is wrong",
        "what would be right",
    ],
    kind,
    rejections: Rejections {
        unreadable: Pattern("{file} cannot be opened: {cause}."),
        empty: Pattern("{file} is empty. Choose a spreadsheet with projects."),
        not_a_spreadsheet: Pattern(
            "{file} is not a spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV.",
        ),
        old_workbook: Pattern(
            "{file} is an old or OpenDocument workbook, or has a password. Save it as .xlsx without a password.",
        ),
        one_workbook: Pattern(
            "{file} cannot be read together with other files. Give one workbook, or CSV files only.",
        ),
        damaged: Pattern(
            "{file} is damaged. Open it in a spreadsheet program and save it again. ({cause})",
        ),
        open_quote: Pattern(
            "{file}, row {row}: a quotation mark opens here and is never closed, or only after other rows. Close it, write it twice, or save the file again as CSV from a spreadsheet program; nothing was read.",
        ),
        long_row: Pattern(
            "{file}, row {row}: the row has {values} values and there are {headers} headers. Put values that hold a separator or a line break between quotation marks; nothing was read.",
        ),
        too_large: Pattern(
            "The file holds more than can be read here. Divide it, or leave out what is not needed.",
        ),
        too_slow: Pattern("Reading the file takes too long. Divide it."),
        no_projects: Pattern(
            "No sheet has the headers of a list of projects. The sheet {sheet} comes nearest, but these headers are missing: {missing}.",
        ),
        no_sheet: Pattern(
            "No sheet has the headers of a list of projects. Use the template, or an export of keep.eu.",
        ),
        partners_alone: Pattern(
            "The sheet {sheet} is a list of partners, without the projects that they belong to. Give the list of projects too: both CSV files together, or a workbook with both sheets.",
        ),
        json: Pattern("{file}, line {line}, {field}: {message}"),
        home_city: Pattern(
            "The home city {name} is not known. Write it as on a map, with its country, such as Utrecht,NL.",
        ),
    },
};

fn kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::NameMissing => {
            ("A project has no name", "Write an acronym or a title; the row is left out.")
        }
        ProblemKind::ProgrammeMissing => (
            "A project has no programme",
            "Write the name of the Interreg programme; the row is left out.",
        ),
        ProblemKind::PeriodUnknown => (
            "The programming period is not known",
            "Write 2000-2006, 2007-2013, 2014-2020 or 2021-2027; the row is left out.",
        ),
        ProblemKind::ProjectUnknown => (
            "A partner belongs to no project",
            "Write the acronym exactly as in the list of projects, and the programme where two projects share it; the row is left out.",
        ),
        ProblemKind::OrganisationMissing => (
            "A partner has no organisation",
            "Write the name of the organisation; the row is left out.",
        ),
        ProblemKind::DateUnreadable => (
            "This is not a date",
            "Write a day, month or year, such as 2015-10-27, 10/2015 or 2015.",
        ),
        ProblemKind::EndBeforeStart => {
            ("The project ends before it starts", "Mend one of the two dates; both are left out.")
        }
        ProblemKind::AmountUnreadable => (
            "This is not an amount",
            "Write euro in digits, such as 1234567.89; leave empty what is not known.",
        ),
        ProblemKind::PercentUnreadable => ("This is not a share", "Write a number from 0 to 100."),
        ProblemKind::CountryUnknown => {
            ("This is not a country", "Write its name or its code, such as Netherlands or NL.")
        }
        ProblemKind::RoleUnknown => (
            "This is not a role",
            "Write lead partner, partner or associated partner; partner is assumed.",
        ),
        ProblemKind::ThemeUnknown => {
            ("This is not a theme of the list", "Choose one from the list in the template.")
        }
        ProblemKind::AddressUnreadable => (
            "This is not a web address",
            "Write it whole, such as https://www.example.eu, without blanks, quotation marks or a name before an @.",
        ),
        ProblemKind::CoordinateUnreadable => (
            "This is not a degree of latitude or longitude",
            "Write degrees, such as 53.21917 north and 6.56667 east.",
        ),
        ProblemKind::CoordinateFarOff => (
            "The coordinates lie far from the town",
            "Latitude and longitude may be exchanged; the town counts until then.",
        ),
        ProblemKind::CityUnknown => {
            ("This is not a home city", "Choose one of the cities of this site.")
        }
        ProblemKind::SlugUnreadable => (
            "This cannot stand in an address",
            "Write small letters, digits and hyphens, such as water-warmth; a name is made.",
        ),
        ProblemKind::SlugTaken => (
            "This address belongs to another project",
            "Give each project its own; another is made.",
        ),
        ProblemKind::PersonalColumn => {
            ("A column is about persons", "It is not read. Leave it out.")
        }
        ProblemKind::HeaderUnknown => {
            ("A column is not known", "It is not read. Compare its header with the template.")
        }
        ProblemKind::HeaderTwice => {
            ("A column stands there twice", "Only the first is read. Leave the other out.")
        }
        ProblemKind::PersonSkipped => (
            "A person stands in place of an organisation",
            "Persons are not taken in. Write the organisation.",
        ),
        ProblemKind::MailRemoved => ("A text has an e-mail address", "The address is taken out."),
        ProblemKind::ThemeUnmapped => (
            "A theme of keep.eu is not known yet",
            "It is kept as it is, without a theme of the short list.",
        ),
        ProblemKind::RowsDiffer => (
            "Rows for one project say different things",
            "The first row counts. Make them the same.",
        ),
        ProblemKind::LeadMissing => {
            ("Nobody leads the project", "Mark one partner as lead partner.")
        }
        ProblemKind::PlaceAmbiguous => (
            "Several places have this name",
            "Write the NUTS code of the region or the coordinates.",
        ),
        ProblemKind::PlaceUnknown => (
            "This place is not known",
            "Look at the spelling, or write the nearest larger town or the coordinates.",
        ),
        ProblemKind::CellError => (
            "A cell shows an error in place of a value",
            "Mend the formula, or write the value; until then it is left out.",
        ),
        ProblemKind::FormulaUnsaved => (
            "A formula has no saved value",
            "Open the file in a spreadsheet program and save it again, or write the value; until then it is left out.",
        ),
        ProblemKind::TextCut => (
            "A text is longer than a cell can be",
            "Only its first 32,767 characters are read. Shorten it.",
        ),
        ProblemKind::DateOrderUnsure => (
            "Day and month could be exchanged in this column",
            "The dates are read as shown between brackets. Write them as 2015-10-27 where that is wrong.",
        ),
        ProblemKind::ShareUnsure => (
            "A share could be meant otherwise",
            "It is read as shown between brackets. Write it in percent with the sign, such as 60 % or 50.38 %.",
        ),
        ProblemKind::PeriodUnreadable => (
            "This is not a programming period",
            "Write 2014-2020 or 2021-2027; the one in the programme's name counts.",
        ),
        ProblemKind::NutsUnreadable => (
            "This is not a NUTS code",
            "Write the code of the region, such as NL112; until then it is left out.",
        ),
        ProblemKind::RowShort => (
            "A row has fewer values than there are headers",
            "Look whether a line break or a separator is missing or too many in it.",
        ),
        ProblemKind::LettersUnsure => (
            "How the letters of this file are written is a guess",
            "Look whether the accents are right. If not, save the file as CSV UTF-8.",
        ),
        ProblemKind::LettersBroken => (
            "Some letters of this file are broken",
            "The sign � stands in their place. Mend them, and save the file as CSV UTF-8.",
        ),
        ProblemKind::RowsMerged => {
            ("Several rows describe one project", "They are put together, with all leads.")
        }
        ProblemKind::PlaceRegion => (
            "Only the region is known",
            "The marker stands in the middle of the region. Look at the spelling of the town.",
        ),
        ProblemKind::NothingRead => (
            "No project was found in the list of projects",
            "Fill in the sheet of projects, a row each; other sheets are not read for it.",
        ),
        ProblemKind::SheetNotRead => (
            "A sheet with known headers was not read",
            "Only one list of projects and one of partners are read. Move the rows there, or take the file apart.",
        ),
        ProblemKind::SheetHidden => (
            "A hidden sheet was read",
            "No visible sheet has such a list. Unhide the sheet, or put the list in one that can be seen.",
        ),
        ProblemKind::ExampleChanged => (
            "The sheet with examples was changed, and is not read",
            "Move your rows to the sheets of projects and partners.",
        ),
        ProblemKind::NameAlone => (
            "A row was taken for a project that is there, by its name alone",
            "Look whether it is the project named here; write its acronym just as there, or its name in the address.",
        ),
        ProblemKind::FundingLow => (
            "The EU funding is less than 5 % of the total budget",
            "Look at both amounts: has one a sign too many or too few? They are taken in, and pages call doubtful what does not fit.",
        ),
        ProblemKind::FundingAboveBudget => (
            "The EU funding is more than the budget that it pays a part of",
            "Look at both amounts. They are taken in, and pages call doubtful what does not fit.",
        ),
        ProblemKind::PartnerAboveProject => (
            "An amount of one partner is more than that of the whole project",
            "Look at both amounts. They are taken in, and pages call doubtful what does not fit.",
        ),
        ProblemKind::PartnersAboveProject => (
            "The amounts of the partners together are more than that of the project",
            "Look which amount is wrong, or missing in the total. They are taken in, and pages call doubtful what does not fit.",
        ),
        ProblemKind::ProgrammeMisspelt => (
            "A programme is almost one that is known",
            "Look at the spelling; as it is written it is a programme of its own.",
        ),
        ProblemKind::RoleMissing => (
            "A partner has no role",
            "Write lead partner, partner or associated partner; partner is assumed.",
        ),
        ProblemKind::AddressCompleted => (
            "A web address has no beginning",
            "It is read as shown between brackets. Write it whole where that is wrong.",
        ),
    }
}
