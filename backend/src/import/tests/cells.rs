//! Cells that have no value, or not the one they seem to have, and files of
//! separated values that are not what they seem.

use super::fixture::{csv, judged, kinds};
use crate::import::{ProblemKind, Rejection, Report, table::Upload};

const HEADERS: [&str; 10] = [
    "Acronym",
    "Programme",
    "Period",
    "Title (English)",
    "Description (English)",
    "Start",
    "End",
    "Total budget (€)",
    "EU share (%)",
    "Website",
];

/// A workbook as a program may write it, with these cells below the headers: each
/// a column and what stands between `<c` and `</c>`, after `A`, the programme and
/// its period.
fn raw(rows: &[&[(char, &str)]]) -> Upload {
    use std::io::Write as _;
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let words = |column: char, row: usize, text: &str| {
        format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let head: String = ('A'..).zip(HEADERS).map(|(column, text)| words(column, 1, text)).collect();
    let mut data = format!(r#"<row r="1">{head}</row>"#);
    for (row, cells) in (2..).zip(rows) {
        data += &format!(r#"<row r="{row}">"#);
        data += &words('A', row, &format!("P{row}"));
        data += &words('B', row, "Interreg North Sea");
        data += &words('C', row, "2021-2027");
        for (column, inside) in *cells {
            data += &match inside.strip_prefix("t=") {
                Some(inside) => format!(r#"<c r="{column}{row}" t={inside}</c>"#),
                None => format!(r#"<c r="{column}{row}">{inside}</c>"#),
            };
        }
        data += "</row>";
    }
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Projects" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>"#),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    Upload { name: "raw.xlsx".to_owned(), bytes: zip.finish().unwrap().into_inner() }
}

/// The problems of a kind: column letter, what stands there, what is said besides.
fn told(report: &Report, kind: ProblemKind) -> Vec<(String, String, String)> {
    let of_kind = report.problems.iter().filter(|problem| problem.kind == kind);
    of_kind
        .map(|it| {
            let column = it.column.as_deref().unwrap_or_default();
            (column.chars().take(1).collect(), it.value.clone(), it.detail.clone())
        })
        .collect()
}

fn place(column: &str, value: &str) -> (String, String, String) {
    (column.to_owned(), value.to_owned(), String::new())
}

#[test]
fn a_cell_that_shows_an_error_is_named_with_the_error() {
    let file = raw(&[
        &[
            ('D', r##"t="e"><f>#REF!</f><v>#REF!</v>"##),
            ('E', r##"t="e"><v>#SPILL!</v>"##),
            ('F', r#"t="str"><v>2022</v>"#),
            ('H', r##"t="e"><f>VLOOKUP(A2,Z:Z,1,0)</f><v>#N/A</v>"##),
            ('J', r##"t="inlineStr"><is><t>#WAARDE!</t></is>"##),
        ],
        // The first cell behind those of the row, and the last of the sheet.
        &[('D', r##"t="e"><v>#CALC!</v>"##)],
    ]);
    let report = judged(vec![file]).unwrap();
    let errors = [
        place("D", "#REF!"),
        place("E", "#SPILL!"),
        place("H", "#N/A"),
        place("J", "#WAARDE!"),
        place("D", "#CALC!"),
    ];
    let mut said = told(&report, ProblemKind::CellError);
    said.sort();
    let mut errors = errors.to_vec();
    errors.sort();
    assert_eq!(said, errors);
    assert_eq!(report.projects, 2, "the rest of the row is taken in");
}

#[test]
fn a_formula_without_a_saved_value_is_named() {
    let file = raw(&[&[
        ('D', r#"<f>CONCATENATE("Al","pha")</f><v/>"#),
        ('E', r#"t="str"><f>IF(A1="","","x")</f><v></v>"#),
        ('H', "<f>J2/2</f>"),
        ('I', "<v></v>"),
    ]]);
    let report = judged(vec![file]).unwrap();
    let unsaved = [place("D", ""), place("H", "")];
    assert_eq!(told(&report, ProblemKind::FormulaUnsaved), unsaved, "an empty text is a value");
    assert_eq!(report.problems.count(ProblemKind::CellError), 0);
}

#[test]
fn truth_and_hours_are_no_dates_and_no_amounts_and_are_not_dropped() {
    let file = raw(&[&[('F', r#"t="b"><v>1</v>"#), ('H', r#"t="b"><v>0</v>"#)]]);
    let report = judged(vec![file]).unwrap();
    assert_eq!(told(&report, ProblemKind::DateUnreadable), [place("F", "TRUE")]);
    assert_eq!(told(&report, ProblemKind::AmountUnreadable), [place("H", "FALSE")]);
}

#[test]
fn a_text_that_no_cell_can_hold_is_cut_and_named() {
    let long = format!(r#"t="inlineStr"><is><t>{}</t></is>"#, "x".repeat(40_000));
    let report = judged(vec![raw(&[&[('E', &long)]])]).unwrap();
    assert_eq!(told(&report, ProblemKind::TextCut).len(), 1);
    assert_eq!(report.projects, 1);
}

fn words(text: &str) -> String {
    format!(r#"t="inlineStr"><is><t>{text}</t></is>"#)
}

#[test]
fn dates_with_remarks_are_none_and_a_month_in_front_is_found_out() {
    let cells = [
        ("01/02/2023 - 31/01/2026", "31-12-2020 (extended to 31-12-2022)"),
        ("3/8/2023", "12/31/2025"),
        ("01-01-2019", "31-12-2020 verlengd tot 2022"),
    ]
    .map(|(start, end)| [('F', words(start)), ('G', words(end))]);
    let rows: Vec<Vec<(char, &str)>> =
        cells.iter().map(|row| row.iter().map(|(c, text)| (*c, text.as_str())).collect()).collect();
    let rows: Vec<&[(char, &str)]> = rows.iter().map(Vec::as_slice).collect();
    let report = judged(vec![raw(&rows)]).unwrap();
    assert_eq!(
        told(&report, ProblemKind::DateUnreadable),
        [
            place("F", "01/02/2023 - 31/01/2026"),
            place("G", "31-12-2020 (extended to 31-12-2022)"),
            place("G", "31-12-2020 verlengd tot 2022"),
        ]
    );
    assert!(report.month_first);
    assert_eq!(report.problems.count(ProblemKind::DateOrderUnsure), 0);
}

fn dated(rows: &[(&str, &str)]) -> Report {
    let mut text = String::from("Acronym;Programme;Period;Start;End\n");
    for (n, (start, end)) in rows.iter().enumerate() {
        text.push_str(&format!("P{n};Interreg North Sea;2021-2027;{start};{end}\n"));
    }
    judged(vec![csv("dates.csv", text)]).unwrap()
}

#[test]
fn dates_in_doubt_are_told_once_for_each_column() {
    let doubt = dated(&[("1/2/2023", "3/4/2024"), ("5/6/2023", "7/8/2024")]);
    let told_doubt = told(&doubt, ProblemKind::DateOrderUnsure);
    let said = |column: &str, value: &str, read: &str| {
        (column.to_owned(), value.to_owned(), read.to_owned())
    };
    assert_eq!(
        told_doubt,
        [said("D", "1/2/2023", "2023-02-01"), said("E", "3/4/2024", "2024-04-03")]
    );
    let contradictory =
        dated(&[("1/2/2023", "2024"), ("13/2/2023", "2024"), ("2/13/2023", "2024")]);
    assert_eq!(told(&contradictory, ProblemKind::DateOrderUnsure).len(), 1);
    assert_eq!(contradictory.problems.count(ProblemKind::DateUnreadable), 0);
    let proved = dated(&[("1/2/2023", "28/2/2024"), ("1.2.2023", "3.4.2024")]);
    assert_eq!(told(&proved, ProblemKind::DateOrderUnsure), []);
    assert!(!proved.month_first);
}

#[test]
fn a_share_keeps_its_hundredths_and_a_part_of_one_is_told() {
    let shares = [words("0,6"), words("50,38%"), "<v>0.6</v>".to_owned(), words("1")];
    let rows: Vec<[(char, &str); 1]> = shares.iter().map(|it| [('I', it.as_str())]).collect();
    let rows: Vec<&[(char, &str)]> = rows.iter().map(|row| &row[..]).collect();
    let report = judged(vec![raw(&rows)]).unwrap();
    let said = |value: &str, read: &str| ("I".to_owned(), value.to_owned(), read.to_owned());
    assert_eq!(told(&report, ProblemKind::ShareUnsure), [said("0,6", "60 %"), said("1", "100 %")]);
    assert_eq!(report.problems.count(ProblemKind::PercentUnreadable), 0);
}

const PROJECTS: &str = "Acronym;Programme;Period;Title (English);Description (English);Start\n\
    ALPHA;Interreg North Sea;2021-2027;Alpha;About alpha.;2022\n";

#[test]
fn a_quotation_mark_that_is_never_closed_stops_the_file_with_its_row() {
    let rest = "B2;Interreg North Sea;2021-2027;B;About b.;2022\n".repeat(3);
    let open = format!("{PROJECTS}C;Interreg North Sea;2021-2027;C;\"About c.;2022\n{rest}");
    let rejected = judged(vec![csv("open.csv", open)]).map(|_| ()).unwrap_err();
    assert_eq!(rejected, Rejection::OpenQuote { file: "open.csv".to_owned(), row: 3 });
}

#[test]
fn a_row_with_more_values_than_headers_stops_the_file_and_a_short_one_is_told() {
    let long = format!("{PROJECTS}B;Interreg North Sea;2021-2027;B;About; and about;2022;\n");
    let rejected = judged(vec![csv("long.csv", long)]).map(|_| ()).unwrap_err();
    let file = "long.csv".to_owned();
    assert_eq!(rejected, Rejection::LongRow { file, row: 3, values: 8, headers: 6 });
    let rest = "B2;Interreg North Sea;2021-2027;B;About b.;2022\n".repeat(3);
    let short = format!("{PROJECTS}{rest}C;Interreg North Sea;2021-2027;C\n");
    let report = judged(vec![csv("short.csv", short)]).unwrap();
    assert!(kinds(&report).contains(&(ProblemKind::RowShort, 6)), "{:?}", kinds(&report));
}

#[test]
fn letters_are_found_out_and_doubt_and_breakage_are_told() {
    let text = PROJECTS.replace("About alpha.", "Παροχή υπηρεσιών τεχνικών συμβούλων της Ειδικής");
    let (greek, ..) = encoding_rs::WINDOWS_1253.encode(&text);
    let report = judged(vec![csv("greek.csv", greek.into_owned())]).unwrap();
    assert_eq!(report.found_out[0].encoding.name(), "Windows-1253");
    let mut broken = PROJECTS.replace("About alpha.", "Göteborg, Malmö en Umeå").into_bytes();
    broken.extend(b"B;Interreg North Sea;2021-2027;B\xeb;;2022\n");
    let report = judged(vec![csv("broken.csv", broken)]).unwrap();
    assert_eq!(report.found_out[0].encoding.name(), "UTF-8");
    assert!(kinds(&report).contains(&(ProblemKind::LettersBroken, 3)), "{:?}", kinds(&report));
}

#[test]
fn other_values_that_are_none_are_told_too() {
    let text = "Acronym;Programme;Period;Lead partner;NUTS code;Latitude;Longitude\n\
                A;Interreg VI-B North Sea;soon;;;;\n";
    let report = judged(vec![csv("a.csv", text)]).unwrap();
    assert_eq!(told(&report, ProblemKind::PeriodUnreadable), [place("C", "soon")]);
}
