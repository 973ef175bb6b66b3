//! keep.eu's Excel export.
//!
//! The columns are those of the export for 2014-2020, with their names in the exports of
//! other periods. Columns about outputs and expenditure are known but not used, so that
//! the report does not list them as unknown.

use catalogue::model::Lang;

use super::value::Decimal;
use super::{
    field::{Field, Tongue},
    mapping::{Column, Credit, Lists, Mapping, Sheet},
};

const ENGLISH: Tongue = Tongue::Known(Lang::En);
const FIRST: Tongue = Tongue::Detected(1);
const SECOND: Tongue = Tongue::Detected(2);

/// The source.
pub const KEEP: Mapping = Mapping {
    name: "keep",
    sheets: &[PROJECTS, PARTNERS],
    aside: &["Calls"],
    decimal: Some(Decimal::Point),
    credit: Some(Credit {
        name: "keep.eu (Interact)",
        url: "https://keep.eu/",
        licence: "reuse with credit, link and note of changes",
    }),
};

const fn column(field: Field, headers: &'static [&'static str]) -> Column {
    Column { field, headers }
}

const PROJECTS: Sheet = Sheet {
    lists: Lists::Projects,
    names: &["Projects (lead partners)", "Projects"],
    required: &[Field::Programme, Field::Acronym, Field::Organisation],
    tells: &[],
    columns: &[
        column(Field::Programme, &["Programme", "Programme name"]),
        column(Field::Acronym, &["Acronym", "Project acronym"]),
        column(
            Field::Title(ENGLISH),
            &["Project Name", "Project Name EN", "Project title", "Name"],
        ),
        column(Field::Title(FIRST), &["Project Name language 2", "Project Name language 1"]),
        column(Field::Title(SECOND), &["Project Name language 3"]),
        column(Field::Organisation, &["Lead Partner", "Lead partner name", "Lead Partner (EN)"]),
        column(Field::Period, &["Period", "Programming period"]),
        column(Field::Postcode, &["Postal code", "Postcode"]),
        column(Field::Town, &["Town", "City", "Town / City"]),
        column(Field::Country, &["Country"]),
        column(Field::Budget, &["Budget", "Total budget", "Project total budget"]),
        column(Field::EuFunding, &["EU Funding", "Project EU funding", "EU funding budget"]),
        column(Field::EuPercent, &["EU co-financing rate", "Co-financing rate"]),
        column(Field::Website, &["Website", "Project website"]),
        column(Field::KeepUrl, &["keep.eu URL", "URL in keep.eu", "Link"]),
        column(Field::KeepTheme, &["Thematic1", "Thematic 1", "Theme 1"]),
        column(Field::KeepTheme, &["Thematic2", "Thematic 2", "Theme 2"]),
        column(Field::KeepTheme, &["Thematic3", "Thematic 3", "Theme 3"]),
        column(
            Field::Objective,
            &["Specific Obj", "Specific objective", "Programme specific objective"],
        ),
        column(
            Field::Priority,
            &[
                "Inv. Priority",
                "Investment priority",
                "Programme priority",
                "Programme priority axis",
                "Priority",
            ],
        ),
        column(Field::Description(FIRST), &["Description 1"]),
        column(Field::Description(SECOND), &["Description 2"]),
        column(
            Field::Description(ENGLISH),
            &["Description EN", "Description", "Project description"],
        ),
        column(Field::Results(FIRST), &["Achievements 1"]),
        column(Field::Results(SECOND), &["Achievements 2"]),
        column(Field::Results(ENGLISH), &["Achievements EN", "Achievements"]),
        column(Field::Results(FIRST), &["Expected Results 1"]),
        column(Field::Results(SECOND), &["Expected Results 2"]),
        column(Field::Results(ENGLISH), &["Expected Results EN", "Expected results"]),
        column(Field::Start, &["Project start", "Start date", "Project start date"]),
        column(Field::End, &["Project end", "End date", "Project end date"]),
        column(
            Field::Aside,
            &[
                "Street",
                "Department",
                "Project status",
                "Project total expenditure",
                "Project EU Funding expenditure",
                "ERDF budget",
                "ENI budget",
                "IPA budget",
                "IPA III budget",
                "NDICI budget",
                "ERDF eq. budget",
                "Co-Financing sources",
                "Thematic Obj",
                "Thematic objective",
                "Policy objective",
                "Programme policy objective",
                "Thematic Priorities (Interreg-IPA CBC specific)",
                "Thematic priority",
                "Expected Outputs 1",
                "Expected Outputs 2",
                "Expected Outputs EN",
                "Expected outputs",
                "Delivered Outputs 1",
                "Delivered Outputs 2",
                "Delivered Outputs EN",
                "Delivered outputs",
                "Priority Area",
                "Degree of comp.",
                "Strategy",
                "Call SN",
                "Call",
                "Typology of intervention",
                "Deliverables",
                "Documents",
            ],
        ),
    ],
};

const PARTNERS: Sheet = Sheet {
    lists: Lists::Partners,
    names: &["Partners"],
    required: &[Field::Programme, Field::Acronym, Field::Organisation, Field::IsLead],
    // In the list of projects "Lead Partner" is a name. Here it is yes or no, and the name
    // is in "Project Partner".
    tells: &[Field::Organisation],
    columns: &[
        column(Field::Programme, &["Programme", "Programme name"]),
        column(Field::Acronym, &["Acronym", "Project acronym"]),
        column(Field::Organisation, &["Project Partner", "Partner name", "Partner"]),
        column(Field::IsLead, &["Lead Partner", "Is lead partner"]),
        column(Field::Postcode, &["Postal code", "Postcode"]),
        column(Field::Town, &["Town", "City", "Town / City"]),
        column(Field::Country, &["Country"]),
        column(Field::Country, &["Country code"]),
        column(Field::Nuts, &["NUTS1 (or equivalent)", "NUTS1", "NUTS 1"]),
        column(Field::Nuts, &["NUTS2 (or equivalent)", "NUTS2", "NUTS 2"]),
        column(Field::Nuts, &["NUTS3 (or equivalent)", "NUTS3", "NUTS 3"]),
        column(Field::Budget, &["Partner budget", "Budget", "Partner total budget"]),
        column(Field::EuFunding, &["EU Funding", "Partner EU funding"]),
        column(Field::LegalStatus, &["Legal Status"]),
        column(
            Field::Aside,
            &[
                "Street",
                "Website",
                "Department",
                "Period",
                "Legal form",
                "Partner expenditure",
                "Type of partner",
            ],
        ),
    ],
};
