//! The columns of the template, in its order, with their headers in the order of
//! [`Lang::ALL`]: Dutch, English, German, Frisian.

use catalogue::model::Lang;

use crate::import::{
    field::{Field, Tongue},
    mapping::{Column, Lists, Mapping, Sheet},
};

const NL: Tongue = Tongue::Known(Lang::Nl);
const EN: Tongue = Tongue::Known(Lang::En);
const DE: Tongue = Tongue::Known(Lang::De);
const FY: Tongue = Tongue::Known(Lang::Fy);
const OTHER: Tongue = Tongue::Detected(1);

/// The source.
pub const TEMPLATE: Mapping = Mapping {
    name: "template",
    sheets: &[PROJECTS, PARTNERS],
    aside: &[
        "Voorbeeld",
        "Example",
        "Beispiel",
        "Foarbyld",
        "Uitleg",
        "Explanation",
        "Erläuterung",
        "Utlis",
        "Lijsten",
        "Lists",
        "Listen",
    ],
    decimal: None,
    credit: None,
};

/// The names of the sheet with examples.
pub const EXAMPLES: [&str; Lang::COUNT] = ["Voorbeeld", "Example", "Beispiel", "Foarbyld"];

const fn column(field: Field, headers: &'static [&'static str; Lang::COUNT]) -> Column {
    Column { field, headers }
}

/// The list of projects.
pub const PROJECTS: Sheet = Sheet {
    lists: Lists::Projects,
    names: &["Projecten", "Projects", "Projekte", "Projekten"],
    required: &[Field::Programme, Field::Acronym],
    tells: &[],
    columns: &[
        column(Field::Acronym, &["Acroniem", "Acronym", "Akronym", "Akronym"]),
        column(Field::Programme, &["Programma", "Programme", "Programm", "Programma"]),
        column(Field::Period, &["Periode", "Period", "Förderperiode", "Perioade"]),
        column(Field::City, &["Stad", "City", "Stadt", "Stêd"]),
        column(
            Field::CityTitle,
            &[
                "Naam bij de gemeente",
                "Name used by the city",
                "Name bei der Stadt",
                "Namme by de gemeente",
            ],
        ),
        column(
            Field::Title(NL),
            &[
                "Titel (Nederlands)",
                "Title (Dutch)",
                "Titel (Niederländisch)",
                "Titel (Nederlânsk)",
            ],
        ),
        column(
            Field::Title(EN),
            &["Titel (Engels)", "Title (English)", "Titel (Englisch)", "Titel (Ingelsk)"],
        ),
        column(
            Field::Title(DE),
            &["Titel (Duits)", "Title (German)", "Titel (Deutsch)", "Titel (Dútsk)"],
        ),
        column(
            Field::Title(FY),
            &["Titel (Fries)", "Title (Frisian)", "Titel (Friesisch)", "Titel (Frysk)"],
        ),
        column(
            Field::Title(OTHER),
            &[
                "Titel (andere taal)",
                "Title (other language)",
                "Titel (andere Sprache)",
                "Titel (oare taal)",
            ],
        ),
        column(
            Field::Description(NL),
            &[
                "Beschrijving (Nederlands)",
                "Description (Dutch)",
                "Beschreibung (Niederländisch)",
                "Beskriuwing (Nederlânsk)",
            ],
        ),
        column(
            Field::Description(EN),
            &[
                "Beschrijving (Engels)",
                "Description (English)",
                "Beschreibung (Englisch)",
                "Beskriuwing (Ingelsk)",
            ],
        ),
        column(
            Field::Description(DE),
            &[
                "Beschrijving (Duits)",
                "Description (German)",
                "Beschreibung (Deutsch)",
                "Beskriuwing (Dútsk)",
            ],
        ),
        column(
            Field::Description(FY),
            &[
                "Beschrijving (Fries)",
                "Description (Frisian)",
                "Beschreibung (Friesisch)",
                "Beskriuwing (Frysk)",
            ],
        ),
        column(
            Field::Description(OTHER),
            &[
                "Beschrijving (andere taal)",
                "Description (other language)",
                "Beschreibung (andere Sprache)",
                "Beskriuwing (oare taal)",
            ],
        ),
        column(
            Field::Results(NL),
            &[
                "Resultaten (Nederlands)",
                "Results (Dutch)",
                "Ergebnisse (Niederländisch)",
                "Resultaten (Nederlânsk)",
            ],
        ),
        column(
            Field::Results(EN),
            &[
                "Resultaten (Engels)",
                "Results (English)",
                "Ergebnisse (Englisch)",
                "Resultaten (Ingelsk)",
            ],
        ),
        column(
            Field::Results(DE),
            &[
                "Resultaten (Duits)",
                "Results (German)",
                "Ergebnisse (Deutsch)",
                "Resultaten (Dútsk)",
            ],
        ),
        column(
            Field::Results(FY),
            &[
                "Resultaten (Fries)",
                "Results (Frisian)",
                "Ergebnisse (Friesisch)",
                "Resultaten (Frysk)",
            ],
        ),
        column(Field::Theme, &["Thema 1", "Theme 1", "Thema 1", "Tema 1"]),
        column(Field::Theme, &["Thema 2", "Theme 2", "Thema 2", "Tema 2"]),
        column(Field::Theme, &["Thema 3", "Theme 3", "Thema 3", "Tema 3"]),
        column(Field::Start, &["Begin", "Start", "Beginn", "Start"]),
        column(Field::End, &["Einde", "End", "Ende", "Ein"]),
        column(
            Field::Budget,
            &[
                "Totale begroting (€)",
                "Total budget (€)",
                "Gesamtbudget (€)",
                "Totale begrutting (€)",
            ],
        ),
        column(
            Field::EuFunding,
            &["EU-bijdrage (€)", "EU funding (€)", "EU-Förderung (€)", "EU-bydrage (€)"],
        ),
        column(
            Field::EuPercent,
            &["EU-bijdrage (%)", "EU share (%)", "EU-Anteil (%)", "EU-oandiel (%)"],
        ),
        column(Field::Website, &["Website", "Website", "Website", "Webside"]),
        column(
            Field::KeepUrl,
            &["Pagina op keep.eu", "Page on keep.eu", "Seite bei keep.eu", "Side op keep.eu"],
        ),
        column(
            Field::Slug,
            &[
                "Naam in het webadres",
                "Name in the address",
                "Name in der Adresse",
                "Namme yn it webadres",
            ],
        ),
    ],
};

/// The list of partners.
pub const PARTNERS: Sheet = Sheet {
    lists: Lists::Partners,
    names: &["Partners", "Partner"],
    required: &[Field::Acronym, Field::Organisation, Field::Role],
    tells: &[Field::Organisation, Field::Role],
    columns: &[
        column(
            Field::Acronym,
            &[
                "Acroniem van het project",
                "Acronym of the project",
                "Akronym des Projekts",
                "Akronym fan it projekt",
            ],
        ),
        column(
            Field::Organisation,
            &["Organisatie", "Organisation", "Organisation", "Organisaasje"],
        ),
        column(Field::Role, &["Rol", "Role", "Rolle", "Rol"]),
        column(Field::Town, &["Plaats", "Town", "Ort", "Plak"]),
        column(Field::Postcode, &["Postcode", "Postal code", "Postleitzahl", "Postkoade"]),
        column(Field::Country, &["Land", "Country", "Land", "Lân"]),
        column(Field::Nuts, &["NUTS-code", "NUTS code", "NUTS-Code", "NUTS-koade"]),
        column(Field::Latitude, &["Breedtegraad", "Latitude", "Breitengrad", "Breedtegraad"]),
        column(Field::Longitude, &["Lengtegraad", "Longitude", "Längengrad", "Lingtegraad"]),
        column(Field::Budget, &["Begroting (€)", "Budget (€)", "Budget (€)", "Begrutting (€)"]),
        column(
            Field::EuFunding,
            &["EU-bijdrage (€)", "EU funding (€)", "EU-Förderung (€)", "EU-bydrage (€)"],
        ),
        column(
            Field::Programme,
            &[
                "Programma (bij gelijke acroniemen)",
                "Programme (where acronyms repeat)",
                "Programm (bei gleichen Akronymen)",
                "Programma (by gelikense akronimen)",
            ],
        ),
        column(
            Field::Slug,
            &[
                "Naam in het webadres",
                "Name in the address",
                "Name in der Adresse",
                "Namme yn it webadres",
            ],
        ),
    ],
};
