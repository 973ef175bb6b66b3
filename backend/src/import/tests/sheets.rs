//! Which sheet, or file, is which.

use catalogue::model::Lang;
use rust_xlsxwriter::Workbook;

use super::{
    fixture::{
        C::{self, T},
        KEEP_PARTNERS, csv, default, judged, keep_partners, keep_rows, kinds, workbook,
    },
    keep::imported,
};
use crate::{
    import::{InputFormat, ProblemKind, Rejection, Severity, headers, table::Upload, template},
    row,
};

const DE_NL: &str = "2014 - 2020 INTERREG V-A Germany - The Netherlands";

fn partners_of_keep() -> Vec<Vec<C>> {
    keep_partners(&[
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vital")),
            ("Project Partner", T("Stadt Haren")),
            ("Lead Partner", T("Yes")),
            ("Country", T("Germany")),
        ],
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vital")),
            ("Project Partner", T("Gemeente Emmen")),
            ("Lead Partner", T("No")),
            ("Country", T("Netherlands")),
        ],
    ])
}

fn projects_of_keep() -> Vec<Vec<C>> {
    keep_rows(&[&[
        ("Programme", T(DE_NL)),
        ("Acronym", T("Vital")),
        ("Lead Partner", T("Stadt Haren")),
        ("Country", T("Germany")),
        ("Project start", T("2015/10/27")),
    ]])
}

fn as_csv(name: &str, rows: &[Vec<C>]) -> Upload {
    let cell = |cell: &C| match cell {
        T(text) => format!("\"{text}\""),
        C::N(number) => number.to_string(),
        _ => String::new(),
    };
    let line = |row: &Vec<C>| row.iter().map(cell).collect::<Vec<_>>().join(";") + "\r\n";
    csv(name, rows.iter().map(line).collect::<String>())
}

fn renamed(mut rows: Vec<Vec<C>>, from: &str, to: &'static str) -> Vec<Vec<C>> {
    for cell in &mut rows[0] {
        if matches!(cell, T(header) if *header == from) {
            *cell = T(to);
        }
    }
    rows
}

#[test]
fn a_list_of_partners_alone_is_rejected_under_any_name() {
    let keep = partners_of_keep();
    let no_lead: Vec<Vec<C>> = keep.iter().map(|row| row[..3].to_vec()).collect();
    let mut above = vec![row!["Partners of all projects"]];
    above.extend(keep.clone());
    let english = vec![
        row!["Acronym of the project *", "Organisation *", "Role *", "Town", "Country"],
        row!["BLING", "Gemeente Emmen", "Partner", "Emmen", "NL"],
    ];
    let own = vec![
        row!["Acronym", "Programme", "Period", "Organisation", "Role"],
        row!["BLING", "Interreg North Sea", "2014-2020", "Gemeente Emmen", "Partner"],
    ];
    for rows in [
        keep.clone(),
        above,
        no_lead,
        renamed(keep.clone(), "Project Partner", "Name of the organisation"),
        renamed(keep.clone(), "Acronym", "Project acronym"),
        renamed(keep, "Country", "Land"),
        english,
        own,
    ] {
        for name in ["partners.csv", "projects.csv"] {
            let rejected = judged(vec![as_csv(name, &rows)]).map(|_| ());
            let alone = Rejection::PartnersAlone { sheet: name.to_owned() };
            assert_eq!(rejected, Err(alone), "{:?}", rows[0]);
        }
        let book = workbook(&[("Projects", rows), ("Calls", vec![row!["Programme", "Budget"]])]);
        let rejected = judged(vec![book]).map(|_| ());
        assert_eq!(rejected, Err(Rejection::PartnersAlone { sheet: "Projects".to_owned() }));
    }
    for lang in Lang::ALL {
        let [_, partners] = template::csv(lang);
        let rejected = judged(vec![csv("a.csv", partners)]).map(|_| ());
        assert_eq!(rejected, Err(Rejection::PartnersAlone { sheet: "a.csv".to_owned() }), "{lang}");
    }
}

#[test]
fn a_list_of_partners_is_no_list_of_projects_by_any_name_of_a_source() {
    use crate::import::{Request, check, table::Limits};
    for format in [InputFormat::Keep, InputFormat::Template] {
        let files = vec![as_csv("a.csv", &partners_of_keep())];
        let request = Request { files, format: Some(format), limits: Limits::GENEROUS };
        let gazetteer = crate::gazetteer::Gazetteer::embedded().unwrap();
        let rejected = check(request, &[], gazetteer, &mut crate::import::Quiet).map(|_| ());
        assert_eq!(rejected, Err(Rejection::PartnersAlone { sheet: "a.csv".to_owned() }));
    }
}

#[test]
fn an_official_may_note_who_leads_beside_a_project() {
    let mut rows = list("ALPHA");
    rows[0].extend(row!["Lead Partner", "Role"]);
    rows[1].extend(row!["Yes", "lead"]);
    let report = judged(vec![workbook(&[("Projects", rows)])]).unwrap();
    assert_eq!((report.format, report.projects), (InputFormat::Template, 1));
}

#[test]
fn no_calls_without_projects() {
    let calls = vec![
        row!["Programme", "Serial Number", "Start Date", "End Date", "Budget"],
        row![DE_NL, "1", "2015/02/12", "2015/12/04", ""],
    ];
    let rejected = judged(vec![workbook(&[("Calls", calls)])]);
    assert!(matches!(rejected, Err(Rejection::NoProjects { .. })));
}

#[tokio::test]
async fn two_lists_of_keep_are_one_book_in_either_order_under_any_name() {
    let names = [("a.csv", "b.csv"), ("b.csv", "a.csv"), ("partners.csv", "projects.csv")];
    for (projects, partners) in names {
        let files =
            || (as_csv(projects, &projects_of_keep()), as_csv(partners, &partners_of_keep()));
        let (one, two) = files();
        for files in [vec![one, two], {
            let (one, two) = files();
            vec![two, one]
        }] {
            let folder = tempfile::tempdir().unwrap();
            let (store, report) = imported(folder.path(), files, |_| ()).await;
            assert_eq!(
                (report.format, report.added, report.partner_rows),
                (InputFormat::Keep, 1, 2)
            );
            let said = kinds(&report);
            assert!(said.iter().all(|(it, _)| *it == ProblemKind::PlaceUnknown), "{said:?}");
            let document = store.load().await.unwrap().document;
            let names: Vec<_> = document.projects[10]
                .participations
                .iter()
                .map(|part| part.organisation.as_str())
                .collect();
            assert_eq!(names, ["Stadt Haren", "Gemeente Emmen"]);
        }
    }
}

#[tokio::test]
async fn a_list_of_projects_alone_leaves_the_partners_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let both = vec![as_csv("a.csv", &projects_of_keep()), as_csv("b.csv", &partners_of_keep())];
    let (store, _) = imported(folder.path(), both, |_| ()).await;
    let before = store.load().await.unwrap().document;
    store.close().await;
    let alone = vec![as_csv("a.csv", &projects_of_keep())];
    let (store, report) = imported(folder.path(), alone, |_| ()).await;
    assert_eq!((report.changed, report.unchanged), (0, 1));
    store.close().await;
    // A list of partners that says nothing of this project says nothing about it.
    let mut others = partners_of_keep();
    others.truncate(1);
    let silent = vec![as_csv("a.csv", &projects_of_keep()), as_csv("b.csv", &others)];
    let (store, report) = imported(folder.path(), silent, |_| ()).await;
    assert_eq!((report.changed, report.unchanged), (0, 1));
    store.close().await;
    // Another lead comes in front, and no partner goes.
    let mut projects = projects_of_keep();
    for cell in &mut projects[1] {
        if matches!(cell, T("Stadt Haren")) {
            *cell = T("Gemeente Emmen");
        }
    }
    let (store, report) = imported(folder.path(), vec![as_csv("a.csv", &projects)], |_| ()).await;
    assert_eq!(report.changed, 1);
    let after = store.load().await.unwrap().document;
    let names = |document: &catalogue::model::Document| {
        let parts = document.projects[10].participations.iter();
        let mut names: Vec<_> = parts.map(|part| part.organisation.clone()).collect();
        names.sort();
        names
    };
    let (before, after) = (names(&before), names(&after));
    assert!(before.iter().all(|name| after.contains(name)), "{after:?}");
}

fn list(acronym: &'static str) -> Vec<Vec<C>> {
    vec![
        row!["Acronym *", "Programme *", "Period *", "Title (English)"],
        row![acronym, "Interreg North Sea", "2021-2027", "A title"],
    ]
}

fn hidden(sheets: &[(&str, Vec<Vec<C>>, bool)]) -> Upload {
    let mut book = Workbook::new();
    for (name, rows, hidden) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        page.set_hidden(*hidden);
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                if let T(text) = cell {
                    page.write_string(row, column, *text).unwrap();
                }
            }
        }
    }
    // The first visible sheet is the one that is open.
    let visible = sheets.iter().position(|(.., hidden)| !hidden).unwrap();
    book.worksheet_from_index(visible).unwrap().set_active(true);
    book.worksheet_from_index(visible).unwrap().set_first_tab(true);
    csv("hidden.xlsx", book.save_to_buffer().unwrap())
}

async fn acronyms(file: Upload) -> (Vec<String>, Vec<(ProblemKind, String)>) {
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![file], |_| ()).await;
    let document = store.load().await.unwrap().document;
    let new = document.projects.into_iter().skip(10).filter_map(|project| project.acronym);
    let said = report.problems.iter().filter(|it| it.kind != ProblemKind::LeadMissing);
    let said = said.map(|problem| (problem.kind, problem.row.sheet.to_string()));
    (new.collect(), said.collect())
}

fn said(kind: ProblemKind, sheet: &str) -> (ProblemKind, String) {
    (kind, sheet.to_owned())
}

#[tokio::test]
async fn a_visible_sheet_is_read_before_a_hidden_one() {
    let file =
        hidden(&[("Projects_old", list("OLDONE"), true), ("Projects", list("ALPHA"), false)]);
    let (read, problems) = acronyms(file).await;
    assert_eq!(read, ["ALPHA"]);
    assert_eq!(problems, [said(ProblemKind::SheetNotRead, "Projects_old")]);
    // Not even by its name.
    let file = hidden(&[("Projects", list("OLDONE"), true), ("Blad1", list("ALPHA"), false)]);
    let (read, problems) = acronyms(file).await;
    assert_eq!(read, ["ALPHA"]);
    assert_eq!(problems, [said(ProblemKind::SheetNotRead, "Projects")]);
}

#[tokio::test]
async fn a_hidden_sheet_that_is_the_only_one_is_read_and_said() {
    let notes = vec![row!["Hello"]];
    let file = hidden(&[("Notes", notes, false), ("Projects", list("ALPHA"), true)]);
    let (read, problems) = acronyms(file).await;
    assert_eq!(read, ["ALPHA"]);
    assert_eq!(problems, [said(ProblemKind::SheetHidden, "Projects")]);
}

#[tokio::test]
async fn a_sheet_is_read_by_its_name_before_its_likeness() {
    for name in ["Projects", "projecten", "Projekte", "Projekten"] {
        let mut larger = list("LIKE");
        larger[0].extend(row!["Start", "End", "Total budget (€)"]);
        let file = workbook(&[("Copy of last year", larger), (name, list("NAMED"))]);
        let (read, problems) = acronyms(file).await;
        assert_eq!(read, ["NAMED"], "{name}");
        assert_eq!(problems, [said(ProblemKind::SheetNotRead, "Copy of last year")]);
    }
}

/// A template with something written into its examples.
fn typed_over(lang: Lang, row: u32, column: u16, text: &str) -> Upload {
    let default = default();
    let mut changed = default.clone();
    let project = changed.projects.iter_mut().find(|it| it.slug.as_str() == "bling").unwrap();
    match (row, column) {
        (1, 0) => project.acronym = Some(text.to_owned()),
        (1, _) => project.website = Some(text.to_owned()),
        _ => project.participations[0].organisation = text.to_owned(),
    }
    let bytes = template::workbook(lang, &default, Some(&changed)).unwrap();
    csv("template.xlsx", bytes)
}

#[test]
fn an_example_that_was_typed_over_is_said_and_that_nothing_was_read() {
    for kind in [ProblemKind::ExampleChanged, ProblemKind::NothingRead, ProblemKind::SheetNotRead] {
        assert_eq!(kind.severity(), Severity::Warning);
    }
    for lang in Lang::ALL {
        for (row, column, text) in
            [(1, 0, "MINE"), (1, 1, "https://mine.example.eu"), (2, 0, "Our own office")]
        {
            let report = judged(vec![typed_over(lang, row, column, text)]).unwrap();
            let kinds: Vec<ProblemKind> =
                kinds(&report).into_iter().map(|(kind, _)| kind).collect();
            assert_eq!(
                kinds,
                [ProblemKind::ExampleChanged, ProblemKind::NothingRead],
                "{lang} {text}"
            );
            assert_eq!(report.projects, 0);
        }
    }
}

#[test]
fn the_headers_of_a_list_of_partners_are_those_of_no_list_of_projects() {
    let [keep, own] = [crate::import::keep::KEEP, template::TEMPLATE];
    for source in [keep, own] {
        for sheet in source.sheets {
            for field in sheet.tells {
                let telling = sheet.columns.iter().filter(|column| column.field == *field);
                for header in telling.flat_map(|column| column.headers) {
                    let cells = [crate::import::table::Cell::of_text(header)];
                    for other in [keep, own] {
                        let known = headers::read(&other.sheets[0], 1, &cells).understood;
                        assert_eq!(known, 0, "{header}");
                    }
                }
            }
        }
    }
    assert!(KEEP_PARTNERS.contains(&"Project Partner"));
    for lang in Lang::ALL {
        let words = template::words(lang);
        assert!(template::TEMPLATE.sheets[0].names.contains(&words.projects));
        assert!(template::TEMPLATE.sheets[1].names.contains(&words.partners));
        assert!(template::EXAMPLES.contains(&words.example));
        for aside in [words.example, words.explanation, words.lists] {
            assert!(template::TEMPLATE.aside.contains(&aside));
        }
    }
}
