//! English.

use backend::import::Fault;

use super::{Pattern, Plural, Refusals, ReportWords};

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
    refused: "The file could not be read.",
    kinds: ["an export of keep.eu", "the template", "the exchange format (JSON)"],
    read_as: Pattern("{file}: read as {kind}."),
    found_out: Pattern("{file}: letters in {encoding}, values divided by {separator}."),
    separators: ["commas", "semicolons", "tabs"],
    decimals: [
        "Amounts are read with a point before the cents: 1,234.50.",
        "Amounts are read with a comma before the cents: 1.234,50.",
    ],
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
    ],
    severities: ["Errors", "Warnings", "Notes"],
    times: Plural { one: Pattern("once"), other: Pattern("{n} times") },
    place: Pattern("{sheet}, row {row}"),
    place_column: Pattern("{sheet}, row {row}, column {column}"),
    more: Plural { one: Pattern("and {n} more"), other: Pattern("and {n} more") },
    changes: [Pattern("new"), Pattern("changed: {fields}"), Pattern("taken out")],
    busy: "Two spreadsheets are being checked already. Try again in a moment.",
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
    fault,
    refusals: Refusals {
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
        json: Pattern("{file}, line {line}, {field}: {message}"),
        home_city: Pattern(
            "The home city {name} is not known. Write it as on a map, with its country, such as Utrecht,NL.",
        ),
    },
};

fn fault(fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NameMissing => {
            ("A project has no name", "Write an acronym or a title; the row is left out.")
        }
        Fault::ProgrammeMissing => (
            "A project has no programme",
            "Write the name of the Interreg programme; the row is left out.",
        ),
        Fault::PeriodUnknown => (
            "The programming period is not known",
            "Write 2000-2006, 2007-2013, 2014-2020 or 2021-2027; the row is left out.",
        ),
        Fault::ProjectUnknown => (
            "A partner belongs to no project",
            "Write the acronym exactly as in the list of projects, and the programme where two projects share it; the row is left out.",
        ),
        Fault::OrganisationMissing => (
            "A partner has no organisation",
            "Write the name of the organisation; the row is left out.",
        ),
        Fault::DateUnreadable => (
            "This is not a date",
            "Write a day, month or year, such as 2015-10-27, 10/2015 or 2015.",
        ),
        Fault::EndBeforeStart => {
            ("The project ends before it starts", "Mend one of the two dates; both are left out.")
        }
        Fault::AmountUnreadable => (
            "This is not an amount",
            "Write euro in digits, such as 1234567.89; leave empty what is not known.",
        ),
        Fault::PercentUnreadable => ("This is not a share", "Write a number from 0 to 100."),
        Fault::CountryUnknown => {
            ("This is not a country", "Write its name or its code, such as Netherlands or NL.")
        }
        Fault::RoleUnknown => (
            "This is not a role",
            "Write lead partner, partner or associated partner; partner is assumed.",
        ),
        Fault::ThemeUnknown => {
            ("This is not a theme of the list", "Choose one from the list in the template.")
        }
        Fault::AddressUnreadable => {
            ("This is not a web address", "Write it whole, such as https://www.example.eu.")
        }
        Fault::CoordinateUnreadable => (
            "This is not a degree of latitude or longitude",
            "Write degrees, such as 53.21917 north and 6.56667 east.",
        ),
        Fault::CoordinateFarOff => (
            "The coordinates lie far from the town",
            "Latitude and longitude may be exchanged; the town counts until then.",
        ),
        Fault::CityUnknown => ("This is not a home city", "Choose one of the cities of this site."),
        Fault::SlugUnreadable => (
            "This cannot stand in an address",
            "Write small letters, digits and hyphens, such as water-warmth; a name is made.",
        ),
        Fault::SlugTaken => (
            "This address belongs to another project",
            "Give each project its own; another is made.",
        ),
        Fault::PersonalColumn => ("A column is about persons", "It is not read. Leave it out."),
        Fault::HeaderUnknown => {
            ("A column is not known", "It is not read. Compare its header with the template.")
        }
        Fault::HeaderTwice => {
            ("A column stands there twice", "Only the first is read. Leave the other out.")
        }
        Fault::PersonSkipped => (
            "A person stands in place of an organisation",
            "Persons are not taken in. Write the organisation.",
        ),
        Fault::MailRemoved => ("A text has an e-mail address", "The address is taken out."),
        Fault::ThemeUnmapped => (
            "A theme of keep.eu is not known yet",
            "It is kept as it is, without a theme of the short list.",
        ),
        Fault::RowsDiffer => (
            "Rows for one project say different things",
            "The first row counts. Make them the same.",
        ),
        Fault::LeadMissing => ("Nobody leads the project", "Mark one partner as lead partner."),
        Fault::PlaceAmbiguous => (
            "Several places have this name",
            "Write the NUTS code of the region or the coordinates.",
        ),
        Fault::PlaceUnknown => (
            "This place is not known",
            "Look at the spelling, or write the nearest larger town or the coordinates.",
        ),
        Fault::RowsMerged => {
            ("Several rows describe one project", "They are put together, with all leads.")
        }
        Fault::PlaceRegion => (
            "Only the region is known",
            "The pin stands in the middle of the region. Look at the spelling of the town.",
        ),
    }
}
