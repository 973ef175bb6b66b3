//! The template, as officials fill it in.

use catalogue::model::{Lang, Percent, Precision, Role, Theme};

use super::{
    fixture::{C, csv, default, judged, kinds, workbook},
    keep::imported,
};
use crate::{
    export::Format,
    import::{
        InputFormat, ProblemKind, field::Field, mapping::Sheet, table::Upload, template,
        value::Decimal,
    },
    row,
};

fn book(bytes: Vec<u8>) -> Upload {
    Upload { name: "template.xlsx".to_owned(), bytes }
}

#[test]
fn the_empty_template_is_recognised_in_every_language_and_lacks_nothing_but_projects() {
    for lang in Lang::ALL {
        let default = default();
        let bytes = template::workbook(lang, &default, Some(&default)).unwrap();
        let report = judged(vec![book(bytes)]).unwrap();
        assert_eq!((report.format, report.projects), (InputFormat::Template, 0), "{lang}");
        assert_eq!(report.sheets.len(), 2);
        assert_eq!(kinds(&report), [(ProblemKind::NothingRead, 1)], "{lang}");
        assert_eq!(report.left_alone.len(), 3, "example, explanation, lists");
    }
}

#[tokio::test]
async fn a_catalogue_comes_back_from_the_filled_template() {
    for lang in Lang::ALL {
        let default = default();
        let bytes = Format::Xlsx.write(&default, lang).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (store, report) = imported(folder.path(), vec![book(bytes)], |_| ()).await;
        assert_eq!((report.added, report.removed, report.projects), (0, 0, 10), "{lang}");
        assert!(!report.has_errors(), "{lang}: {:?}", report.problems);
        let after = store.load().await.unwrap().document;
        for (before, after) in default.projects.iter().zip(&after.projects) {
            assert_eq!(before.slug, after.slug);
            assert_eq!(before.title, after.title, "{lang} {}", before.slug);
            assert_eq!(before.description, after.description);
            assert_eq!(before.total_budget.map(|it| it.eur), after.total_budget.map(|it| it.eur));
            assert_eq!(before.themes, after.themes);
            assert_eq!((before.start, before.end), (after.start, after.end));
            assert_eq!(before.programme, after.programme);
            assert_eq!(before.presented_by, after.presented_by);
            assert_eq!(before.participations.len(), after.participations.len());
            for (old, new) in before.participations.iter().zip(&after.participations) {
                assert_eq!((&old.organisation, old.role), (&new.organisation, new.role));
                assert_eq!((&old.city, &old.sources), (&new.city, &new.sources));
            }
        }
    }
}

fn dutch(projects: Vec<Vec<C>>, partners: Vec<Vec<C>>) -> Upload {
    let mut first = vec![row![
        "Acroniem *",
        "Programma *",
        "Periode *",
        "Stad",
        "Titel (Nederlands)",
        "Thema 1",
        "Begin",
        "Einde",
        "Totale begroting (€)",
        "EU-bijdrage (%)",
        "Website",
        "Naam in het webadres"
    ]];
    first.extend(projects);
    let mut second = vec![row![
        "Acroniem van het project *",
        "Organisatie *",
        "Rol *",
        "Plaats",
        "Land",
        "NUTS-code",
        "Breedtegraad",
        "Lengtegraad",
        "Begroting (€)"
    ]];
    second.extend(partners);
    workbook(&[("Projecten", first), ("Partners", second)])
}

#[tokio::test]
async fn a_filled_row_becomes_a_project() {
    let file = dutch(
        vec![row![
            "Veenland",
            "Interreg North Sea",
            "2021-2027",
            "Emmen, Assen",
            "Het veen",
            "Milieu",
            "10/2022",
            "2025",
            "1.234.567,89",
            "50%",
            "www.veenland.eu",
            ""
        ]],
        vec![
            row![
                "VEENLAND",
                "Gemeente Emmen",
                "Penvoerder",
                "Emmen",
                "Nederland",
                "",
                "",
                "",
                "500.000,5"
            ],
            row!["Veenland", "Borås stad", "Partner", "Boras", "Zweden"],
            row![
                "Veenland",
                "Bureau",
                "Geassocieerde partner",
                "Groningen",
                "NL",
                "",
                53.2123,
                6.5701
            ],
        ],
    );
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![file], |_| ()).await;
    // The address was completed, which is told.
    assert_eq!(kinds(&report), [(ProblemKind::AddressCompleted, 2)]);
    assert_eq!(report.decimal, Some(Decimal::Comma));
    let document = store.load().await.unwrap().document;
    let project = document.projects.iter().find(|it| it.slug.as_str() == "veenland").unwrap();
    assert_eq!(project.programme.as_str(), "north-sea-2021", "the programme that was there");
    assert_eq!(project.themes, [Theme::Environment]);
    assert_eq!(project.start.unwrap().to_string(), "2022-10");
    assert_eq!(f64::from(project.total_budget.unwrap().eur), 1_234_567.89);
    assert_eq!(project.eu_cofinancing_percent, Some(Percent::whole(50)));
    let cities: Vec<_> = project.presented_by.iter().map(|it| it.as_str()).collect();
    assert_eq!(cities, ["emmen", "assen"]);
    assert_eq!(project.title[0].lang.as_str(), "nl");
    let [lead, partner, associate] = &project.participations[..] else { panic!() };
    assert_eq!((lead.role, lead.city.as_ref().unwrap().as_str()), (Role::Lead, "emmen"));
    assert_eq!(f64::from(lead.budget.unwrap().eur), 500_000.5);
    assert_eq!(partner.location.unwrap().precision, Precision::Town);
    assert_eq!(associate.location.unwrap().precision, Precision::Address);
    assert!(project.led_by_presenting_city());
}

#[test]
fn every_bad_value_is_named_with_its_place() {
    let file = dutch(
        vec![
            row!["", "Interreg North Sea", "2021-2027"],
            row!["B", "", "2021-2027"],
            row!["C", "Interreg North Sea", "ooit"],
            row![
                "D",
                "Interreg North Sea",
                "2021-2027",
                "Zwolle",
                "",
                "Ruimtevaart",
                "herfst 2015",
                "31.02.2020",
                "ongeveer 5",
                "110",
                "geen",
                "Hoofd Letters"
            ],
            row!["E", "Interreg North Sea", "2021-2027", "", "", "", "2020", "2019"],
        ],
        vec![
            row!["X", "Gemeente Emmen", "Penvoerder"],
            row!["D", "", "Penvoerder"],
            row!["D", "Mevr. A. de Vries", "Partner"],
            row!["D", "Gemeente Emmen", "Baas", "Emmen", "Atlantis"],
            row!["D", "Gemeente Assen", "Partner", "Assen", "Nederland", "", 153.0, 6.5],
            row!["D", "Groningen Seaports", "Partner", "Groningen", "Nederland", "", 6.57, 53.2],
        ],
    );
    let report = judged(vec![file]).unwrap();
    let expected = [
        (ProblemKind::NameMissing, 2),
        (ProblemKind::ProgrammeMissing, 3),
        (ProblemKind::PeriodUnknown, 4),
        (ProblemKind::DateUnreadable, 5),
        (ProblemKind::DateUnreadable, 5),
        (ProblemKind::ThemeUnknown, 5),
        (ProblemKind::SlugUnreadable, 5),
        (ProblemKind::AmountUnreadable, 5),
        (ProblemKind::PercentUnreadable, 5),
        (ProblemKind::AddressUnreadable, 5),
        (ProblemKind::CityUnknown, 5),
        (ProblemKind::EndBeforeStart, 6),
        (ProblemKind::ProjectUnknown, 2),
        (ProblemKind::OrganisationMissing, 3),
        (ProblemKind::PersonSkipped, 4),
        (ProblemKind::RoleUnknown, 5),
        (ProblemKind::CountryUnknown, 5),
        (ProblemKind::CoordinateUnreadable, 6),
        (ProblemKind::CoordinateFarOff, 7),
    ];
    let found = kinds(&report);
    for kind in expected {
        assert!(found.contains(&kind), "{kind:?} in {found:?}");
    }
    let budget =
        report.problems.iter().find(|it| it.kind == ProblemKind::AmountUnreadable).unwrap();
    assert_eq!(&*budget.row.sheet, "Projecten");
    assert_eq!(budget.column.as_deref(), Some("I (Totale begroting (€))"));
    assert_eq!(budget.value, "ongeveer 5");
    assert_eq!((report.projects, report.skipped), (2, 6));
}

#[test]
fn what_is_almost_right_is_named_with_the_right_value() {
    let file = dutch(
        vec![row![
            "D",
            "Interreg VB Nort Sea",
            "2014-2020",
            "Emen",
            "",
            "Gezondhied",
            "2020",
            "2021",
            "",
            "",
            "www.veenland.eu"
        ]],
        vec![
            row!["D", "Gemeente Emmen", "Penvoerdr", "Emmen", "Nederlnd"],
            row!["D", "Gemeente Assen", "", "Assen", "Nederland"],
        ],
    );
    let report = judged(vec![file]).unwrap();
    let told: Vec<_> = report
        .problems
        .iter()
        .filter(|it| it.kind != ProblemKind::LeadMissing)
        .map(|it| (it.kind, it.column.as_deref().unwrap_or_default(), it.detail.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (ProblemKind::ProgrammeMisspelt, "B (Programma *)", "Interreg VB North Sea"),
            (ProblemKind::ThemeUnknown, "F (Thema 1)", "health"),
            (ProblemKind::AddressCompleted, "K (Website)", "https://www.veenland.eu"),
            (ProblemKind::CityUnknown, "D (Stad)", "Emmen"),
            (ProblemKind::RoleUnknown, "C (Rol *)", "penvoerder"),
            (ProblemKind::CountryUnknown, "E (Land)", "NL"),
            (ProblemKind::RoleMissing, "", ""),
            // It may be in Switzerland, as long as the country is not known.
            (ProblemKind::PlaceAmbiguous, "D (Plaats)", "Emmen (NL132); Emmen (CH061)"),
        ]
    );
    assert!(report.has_errors(), "a theme, a city and a country are left out");
}

#[test]
fn two_csv_files_are_read_together_and_what_was_found_out_is_told() {
    let projects = "Acroniem;Programma;Periode;Titel (Fries);Totale begroting (€)\r\n\
                    Veenl\u{e2}n;Interreg North Sea;2021-2027;It fean;\"1.234,5\"\r\n";
    let partners = "Acronym of the project\tOrganisation\tRole\tTown\tCountry\n\
                    Veenl\u{e2}n\tGemeente Emmen\tlead\tEmmen\tNL\n";
    let (latin, ..) = encoding_rs::WINDOWS_1252.encode(projects);
    let report = judged(vec![
        csv("partners.csv", partners.as_bytes()),
        csv("projecten.csv", latin.into_owned()),
    ])
    .unwrap();
    assert_eq!(
        (report.format, report.projects, report.partner_rows),
        (InputFormat::Template, 1, 1)
    );
    assert_eq!(report.problems, []);
    let found: Vec<_> =
        report.found_out.iter().map(|it| (it.encoding.name(), it.separator)).collect();
    assert_eq!(found, [("UTF-8".to_owned(), '\t'), ("Windows-1252".to_owned(), ';')]);
    assert_eq!(report.decimal, Some(Decimal::Comma));
}

#[test]
fn the_csv_template_is_recognised() {
    for lang in Lang::ALL {
        let [projects, partners] = template::csv(lang);
        let report = judged(vec![csv("a.csv", projects), csv("b.csv", partners)]).unwrap();
        assert_eq!((report.format, report.sheets.len()), (InputFormat::Template, 2), "{lang}");
        assert_eq!(kinds(&report), [(ProblemKind::NothingRead, 1)]);
    }
}

#[test]
fn every_column_of_the_template_has_a_header_of_its_own_in_every_language() {
    let sheets: &[Sheet] = template::TEMPLATE.sheets;
    for sheet in sheets {
        for (place, lang) in Lang::ALL.iter().enumerate() {
            let mut seen = std::collections::HashSet::new();
            for column in sheet.columns {
                assert_eq!(column.headers.len(), 4);
                assert!(seen.insert(column.headers[place]), "{lang} {:?}", column.field);
            }
        }
    }
    assert!(sheets[0].columns.iter().any(|column| column.field == Field::Slug));
}

#[tokio::test]
async fn two_projects_of_one_name_come_back_as_two() {
    let mut document = default();
    let mut twin = document.projects[2].clone();
    twin.slug = "bling-again".parse().unwrap();
    twin.participations.truncate(3);
    document.projects.push(twin);
    let bytes = Format::Xlsx.write(&document, Lang::En).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![book(bytes)], |_| ()).await;
    assert_eq!((report.projects, report.merged, report.skipped), (11, 0, 0));
    let after = store.load().await.unwrap().document.projects;
    let partners = |slug: &str| {
        let found = after.iter().find(|project| project.slug.as_str() == slug);
        found.map(|project| project.participations.len())
    };
    assert_eq!((partners("bling"), partners("bling-again")), (Some(14), Some(3)));
}

#[tokio::test]
async fn an_empty_template_does_not_replace_everything() {
    use crate::{
        gazetteer::Gazetteer,
        import::{ImportError, ImportOptions, Quiet, Rejection, import, read},
        store::{Change, Store},
    };
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    crate::seed(&store).await.unwrap();
    let default = default();
    let bytes = template::workbook(Lang::En, &default, None).unwrap();
    let request = super::fixture::request(vec![book(bytes)]);
    let reading = read(request, &default.home_cities, &mut Quiet).unwrap();
    let options = ImportOptions {
        replace: true,
        dry_run: false,
        strict: false,
        allow_shrink: true,
        today: "2026-11-24".parse().unwrap(),
        home_cities: vec![],
        by: Change::now("test", "a slip"),
    };
    let gazetteer = Gazetteer::embedded().unwrap();
    let done = import(&store, reading, options, gazetteer, &mut Quiet).await;
    assert!(matches!(done, Err(ImportError::Rejected(Rejection::Empty { .. }))));
    assert_eq!(store.load().await.unwrap().document.projects.len(), 10);
}
