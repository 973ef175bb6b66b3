//! Files that cannot be read at all.

use catalogue::model::Lang;

use super::fixture::{csv, default, judged, workbook};
use crate::{
    gazetteer::Gazetteer,
    import::{
        Quiet, Refusal, Request, check,
        table::{Limits, Upload},
        template,
    },
    row,
};

fn refusal(name: &str, bytes: impl Into<Vec<u8>>) -> Refusal {
    judged(vec![csv(name, bytes)]).map(|_| ()).unwrap_err()
}

fn template() -> Vec<u8> {
    let default = default();
    template::workbook(Lang::En, &default, None, Some(&default)).unwrap()
}

#[test]
fn each_kind_of_unreadable_file_has_its_own_refusal() {
    let file = |name: &str| name.to_owned();
    assert_eq!(refusal("a.csv", " \r\n"), Refusal::Empty { file: file("a.csv") });
    assert_eq!(
        refusal("a.png", [0x89, b'P', b'N', b'G', 0, 0, 1]),
        Refusal::NotASpreadsheet { file: file("a.png") }
    );
    let old = [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat();
    assert_eq!(refusal("a.xls", old), Refusal::OldWorkbook { file: file("a.xls") });
    let torn = template();
    assert!(matches!(refusal("a.xlsx", &torn[..torn.len() / 2]), Refusal::Damaged { .. }));
    assert!(matches!(refusal("a.csv", "one,two\n1,2\n"), Refusal::NoProjects { .. }));
    assert!(matches!(refusal("a.json", "{\"format\": 1}"), Refusal::Json(_)));
    assert!(matches!(refusal("a.json", "{\"format\": \"interreg-explorer/1\""), Refusal::Json(_)));
    let missing = judged(vec![Upload { name: "x".to_owned(), bytes: Vec::new() }]);
    assert!(matches!(missing, Err(Refusal::Empty { .. })));
    let two = judged(vec![csv("a.xlsx", template()), csv("b.xlsx", template())]);
    assert!(matches!(two, Err(Refusal::OneWorkbook { .. })));
    let gone = Upload::open("/nowhere/at/all.xlsx".as_ref());
    assert!(matches!(gone, Err(Refusal::Unreadable { .. })));
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
    assert!(matches!(refusal("a.docx", zip("word/document.xml")), Refusal::NotASpreadsheet { .. }));
    assert!(matches!(refusal("a.ods", zip("content.xml")), Refusal::OldWorkbook { .. }));
    assert!(matches!(
        refusal("a.xlsx", zip("xl/workbook.xml")),
        Refusal::Damaged { .. } | Refusal::NoProjects { .. }
    ));
}

#[test]
fn the_sheet_that_comes_nearest_is_named_with_what_it_lacks() {
    let file = workbook(&[
        ("Blad1", vec![row!["Programme", "Budget", "Website", "Period"], row!["x", 1.0]]),
        ("Notes", vec![row!["Hello"]]),
    ]);
    let Err(Refusal::NoProjects { sheet, missing }) = judged(vec![file]) else { panic!() };
    assert_eq!(sheet, "Blad1");
    assert!(missing.contains(&"Acronym".to_owned()) || missing.contains(&"Acroniem".to_owned()));
}

#[test]
fn a_file_that_unpacks_to_more_than_may_be_is_refused_early() {
    let limits = Limits { unpacked: 10_000, cells: 1_000_000, deadline: None };
    let files = vec![csv("a.xlsx", template())];
    let request = Request { files, kind: None, limits };
    let gazetteer = Gazetteer::embedded().unwrap();
    let judged = check(request, &[], gazetteer, &mut Quiet);
    assert!(matches!(judged, Err(Refusal::TooLarge)));
    let limits = Limits { unpacked: u64::MAX, cells: 50, deadline: None };
    let request = Request { files: vec![csv("a.xlsx", template())], kind: None, limits };
    assert!(matches!(check(request, &[], gazetteer, &mut Quiet), Err(Refusal::TooLarge)));
    let limits = Limits { deadline: Some(std::time::Instant::now()), ..Limits::GENEROUS };
    let request = Request { files: vec![csv("a.xlsx", template())], kind: None, limits };
    assert!(matches!(check(request, &[], gazetteer, &mut Quiet), Err(Refusal::TooSlow)));
}

#[test]
fn one_cell_in_the_last_row_and_column_costs_nothing() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "Programme").unwrap();
    page.write_string(1_048_575, 16_383, "far").unwrap();
    let file = csv("a.xlsx", book.save_to_buffer().unwrap());
    assert!(matches!(judged(vec![file]), Err(Refusal::NoProjects { .. })));
}
