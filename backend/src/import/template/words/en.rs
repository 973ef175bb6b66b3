//! English.

use super::Words;
use crate::import::{
    field::Field::{self, *},
    mapping::Lists,
};

pub const WORDS: Words = Words {
    projects: "Projects",
    partners: "Partners",
    explanation: "Explanation",
    example: "Example",
    lists: "Lists",
    introduction: &[
        "Write each project on a row of its own in the sheet Projects, and each organisation that takes part in it on a row of its own in the sheet Partners.",
        "Columns marked with * are needed. Leave empty what is not known: the explorer then says that it is not published. Write 0 only where the amount is zero.",
        "Columns may be moved or left out. Do not write names, e-mail addresses or telephone numbers of persons anywhere.",
    ],
    heads: ["Sheet", "Column", "Needed", "What to write"],
    needed: "yes",
    roles: ["Lead partner", "Partner", "Associated partner"],
    not_in_list: "Choose from the list.",
    explain,
};

fn explain(lists: Lists, field: Field) -> &'static str {
    match (lists, field) {
        (Lists::Partners, Acronym) => {
            "The acronym of the project, exactly as in the sheet Projects."
        }
        (Lists::Partners, Programme) => "Only where two projects have the same acronym.",
        (Lists::Partners, Slug) => {
            "Only where two projects of one programme have the same acronym."
        }
        (Lists::Partners, Budget) => "What this organisation's part costs, in euro.",
        (Lists::Partners, EuFunding) => "What this organisation receives from the EU, in euro.",
        (_, Acronym) => "The short name the project is known by, such as BLING.",
        (_, Programme) => "The name of the Interreg programme, such as Interreg North Sea.",
        (_, Period) => "The programming period. Choose from the list.",
        (_, City) => {
            "The city that presents the project. Choose from the list; several with a comma between them."
        }
        (_, CityTitle) => "What your city calls the project, where that is not the acronym.",
        (_, Title(_)) => "The official title in this language.",
        (_, Description(_)) => "What the project is about, in a few sentences.",
        (_, Results(_)) => "What came of the project, or what is expected of it.",
        (_, Theme) => "What the project is about. Choose from the list.",
        (_, Start) => "The first day, month or year: 2015-10-27, 10/2015 or 2015.",
        (_, End) => "The last day, month or year: 2019-09-30, 09/2019 or 2019.",
        (_, Budget) => "What the whole project costs, in euro.",
        (_, EuFunding) => "What the EU pays of that, in euro.",
        (_, EuPercent) => "The share the EU pays, where only that is known.",
        (_, Website) => "The project's own site.",
        (_, KeepUrl) => "The project's page in the database keep.eu.",
        (_, Slug) => "Only to keep an address that exists: small letters, digits and hyphens.",
        (_, Organisation) => "The name of the organisation. Never a person.",
        (_, Role) => "Choose from the list.",
        (_, Town) => "The town the organisation sits in; it gets a marker there.",
        (_, Postcode) => "The postal code of the town.",
        (_, Country) => "The country. Choose from the list.",
        (_, Nuts) => "The code of the region, where two towns have the same name: NL112.",
        (_, Latitude) => {
            "Only for a more exact place than the town: degrees north, such as 53.21917."
        }
        (_, Longitude) => "Degrees east, such as 6.56667.",
        _ => "",
    }
}
