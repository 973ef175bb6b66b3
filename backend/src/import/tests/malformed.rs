//! Files that cannot be read at all.

use catalogue::model::Lang;

use super::fixture::{csv, default, judged, workbook};
use crate::{
    export::Format,
    gazetteer::Gazetteer,
    import::{
        Quiet, Rejection, Request, check,
        table::{Limits, Upload},
    },
    row,
};

fn rejection(name: &str, bytes: impl Into<Vec<u8>>) -> Rejection {
    judged(vec![csv(name, bytes)]).map(|_| ()).unwrap_err()
}

fn template() -> Vec<u8> {
    let default = default();
    Format::Xlsx.write(&default, Lang::En).unwrap()
}

#[test]
fn each_kind_of_unreadable_file_has_its_own_rejection() {
    let file = |name: &str| name.to_owned();
    assert_eq!(rejection("a.csv", " \r\n"), Rejection::Empty { file: file("a.csv") });
    assert_eq!(
        rejection("a.png", [0x89, b'P', b'N', b'G', 0, 0, 1]),
        Rejection::NotASpreadsheet { file: file("a.png") }
    );
    let old = [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat();
    assert_eq!(rejection("a.xls", old), Rejection::OldWorkbook { file: file("a.xls") });
    let torn = template();
    assert!(matches!(rejection("a.xlsx", &torn[..torn.len() / 2]), Rejection::Damaged { .. }));
    assert!(matches!(rejection("a.csv", "one,two\n1,2\n"), Rejection::NoProjects { .. }));
    assert!(matches!(rejection("a.json", "{\"format\": 1}"), Rejection::Json(_)));
    assert!(matches!(
        rejection("a.json", "{\"format\": \"interreg-explorer/1\""),
        Rejection::Json(_)
    ));
    let missing = judged(vec![Upload { name: "x".to_owned(), bytes: Vec::new() }]);
    assert!(matches!(missing, Err(Rejection::Empty { .. })));
    let two = judged(vec![csv("a.xlsx", template()), csv("b.xlsx", template())]);
    assert!(matches!(two, Err(Rejection::OneWorkbook { .. })));
    let gone = Upload::open("/nowhere/at/all.xlsx".as_ref());
    assert!(matches!(gone, Err(Rejection::Unreadable { .. })));
}

#[test]
fn a_zip_that_is_no_workbook_is_told_from_one() {
    use std::io::Write as _;
    let zip = |part: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<x/>").unwrap();
        zip.finish().unwrap().into_inner()
    };
    assert!(matches!(
        rejection("a.docx", zip("word/document.xml")),
        Rejection::NotASpreadsheet { .. }
    ));
    assert!(matches!(rejection("a.ods", zip("content.xml")), Rejection::OldWorkbook { .. }));
    assert!(matches!(
        rejection("a.xlsx", zip("xl/workbook.xml")),
        Rejection::Damaged { .. } | Rejection::NoProjects { .. }
    ));
}

#[test]
fn the_sheet_that_comes_nearest_is_named_with_what_it_lacks() {
    let file = workbook(&[
        ("Blad1", vec![row!["Programme", "Budget", "Website", "Period"], row!["x", 1.0]]),
        ("Notes", vec![row!["Hello"]]),
    ]);
    let Err(Rejection::NoProjects { sheet, missing }) = judged(vec![file]) else { panic!() };
    assert_eq!(sheet, "Blad1");
    assert!(missing.contains(&"Acronym".to_owned()) || missing.contains(&"Acroniem".to_owned()));
}

#[test]
fn a_file_that_unpacks_to_too_much_is_rejected_early() {
    let limits = Limits { unpacked: 10_000, ..Limits::GENEROUS };
    let files = vec![csv("a.xlsx", template())];
    let request = Request { files, format: None, limits };
    let gazetteer = Gazetteer::embedded().unwrap();
    let judged = check(request, &[], gazetteer, &mut Quiet);
    assert!(matches!(judged, Err(Rejection::TooLarge)));
    let limits = Limits { cells: 50, ..Limits::GENEROUS };
    let request = Request { files: vec![csv("a.xlsx", template())], format: None, limits };
    assert!(matches!(check(request, &[], gazetteer, &mut Quiet), Err(Rejection::TooLarge)));
    let limits = Limits { deadline: Some(std::time::Instant::now()), ..Limits::GENEROUS };
    let request = Request { files: vec![csv("a.xlsx", template())], format: None, limits };
    assert!(matches!(check(request, &[], gazetteer, &mut Quiet), Err(Rejection::TooSlow)));
}

#[test]
fn one_cell_in_the_last_row_and_column_costs_nothing() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "Programme").unwrap();
    page.write_string(1_048_575, 16_383, "far").unwrap();
    let file = csv("a.xlsx", book.save_to_buffer().unwrap());
    assert!(matches!(judged(vec![file]), Err(Rejection::NoProjects { .. })));
}
