//! Spreadsheets that are made to hurt, each written here: what a workbook claims
//! and does not hold, what unpacks or repeats without end, and what is merely odd.

use std::io::{Cursor, Write as _};

/// A file with its name.
pub type File = (String, Vec<u8>);

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Headers that make a list of projects of the template.
pub const HEADERS: &str = "Acronym;Programme;Period;Title (English);Description (English);Start;End;\
                           Total budget (€);EU share (%);Website";

/// A workbook made of its parts as text.
#[derive(Clone)]
pub struct Parts(Vec<(String, String)>);

impl Parts {
    /// One sheet with these rows, and nothing else.
    pub fn of_sheet(sheet: &str) -> Self {
        Self::with_sheets(1).set("xl/worksheets/sheet1.xml", worksheet(sheet))
    }

    /// So many sheets, all of them the first file.
    pub fn with_sheets(count: usize) -> Self {
        let sheets: String = (1..=count)
            .map(|n| format!(r#"<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>"#))
            .collect();
        Self(Vec::new())
            .set(
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            )
            .set(
                "xl/_rels/workbook.xml.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
                ),
            )
            .set(
                "xl/workbook.xml",
                format!(
                    r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>"#
                ),
            )
            .set("xl/worksheets/sheet1.xml", worksheet(&rows(&[])))
    }

    /// Adds a part, or puts it in place of the one that is there.
    pub fn set(mut self, name: &str, text: impl Into<String>) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), text.into()));
        self
    }

    /// With these shared texts, in a table that begins like this.
    pub fn strings(self, start: &str, items: &str) -> Self {
        self.set("xl/sharedStrings.xml", format!("{start}{items}</sst>"))
    }

    pub fn zipped(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.0 {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn worksheet(data: &str) -> String {
    format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>"#)
}

/// The headers, and below them rows of XML.
pub fn rows(below: &[String]) -> String {
    let headers: String = HEADERS.split(';').map(inline).collect();
    format!("<row>{headers}</row>{}", below.concat())
}

fn inline(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn sst(claim: &str) -> String {
    format!(r#"<sst xmlns="{MAIN}" {claim}>"#)
}

/// A row with this cell among proper ones.
fn row_with(cell: &str) -> String {
    format!(
        "<row>{}{}{}{cell}</row>",
        inline("A"),
        inline("Interreg North Sea"),
        inline("2021-2027")
    )
}

fn bytes(name: &str, workbook: &Parts) -> File {
    (format!("{name}.xlsx"), workbook.zipped())
}

/// All of them.
pub fn corpus() -> Vec<File> {
    [claims(), repeats(), bombs(), oddities(), separated()].concat()
}

/// Workbooks that claim what is not there.
fn claims() -> Vec<File> {
    let plain = Parts::of_sheet(&rows(&[row_with("")]));
    let mut files: Vec<File> = [
        r#"uniqueCount="4294967295""#,
        r#"count="1" uniqueCount='18446744073709551615'"#,
        r#"uniqueCount = "100000000""#,
        "uniqueCount=\"\n 3000000000\"",
        r#"uniqueCount="99999999999999999999999""#,
    ]
    .iter()
    .enumerate()
    .map(|(n, claim)| {
        bytes(&format!("claim-{n}"), &plain.clone().strings(&sst(claim), "<si><t>a</t></si>"))
    })
    .collect();
    let prefixed = format!(
        r#"<?xml version="1.0"?><x:sst xmlns:x="{MAIN}" uniqueCount="4000000000"><x:si><x:t>a</x:t></x:si></x:sst>"#
    );
    files.push(bytes("claim-prefix", &plain.clone().set("xl/SharedStrings.XML", prefixed)));
    let wide = format!(
        r#"<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{}</sheetData></worksheet>"#,
        rows(&[])
    );
    files.push(bytes(
        "claim-dimension",
        &Parts::with_sheets(1).set("xl/worksheets/sheet1.xml", wide),
    ));
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="4294967295"><c r="ZZZZZZ4294967295"><v>2</v></c></row>"#;
    files.push(bytes("claim-last-cell", &Parts::of_sheet(&rows(&[far.to_owned()]))));
    // Sizes that lie: the directory says that each part unpacks to the most there is.
    let mut lying = plain.zipped();
    let places: Vec<usize> =
        (0..lying.len() - 4).filter(|at| lying[*at..].starts_with(b"PK\x01\x02")).collect();
    places.into_iter().for_each(|at| lying[at + 24..at + 28].fill(0xff));
    files.push(("claim-zip-sizes.xlsx".to_owned(), lying));
    files
}

/// Workbooks that hold a little and hand it out without end.
fn repeats() -> Vec<File> {
    let long = format!("<si><t>{}</t></si>", "x".repeat(1_000_000));
    let refers = r#"<c t="s"><v>0</v></c>"#;
    let many =
        |cells: usize| rows(&[format!("<row>{}</row>", refers.repeat(10)).repeat(cells / 10)]);
    let longest = format!("<si><t>{}</t></si>", "é".repeat(32_767));
    let font = format!(r#"<font><name val="{}"/></font>"#, "f".repeat(60_000));
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><fonts>{font}</fonts><cellXfs>{}</cellXfs></styleSheet>"#,
        r#"<xf fontId="0"/>"#.repeat(60_000)
    );
    let shared = r#"<c><f t="shared" ref="A2:A1048576" si="4000000000">SUM(B2:B9)</f></c>"#;
    vec![
        bytes("repeat-1MB-5200", &Parts::of_sheet(&many(5_200)).strings(&sst(""), &long)),
        bytes("repeat-cell-200", &Parts::of_sheet(&many(200)).strings(&sst(""), &longest)),
        bytes("repeat-cell-90000", &Parts::of_sheet(&many(90_000)).strings(&sst(""), &longest)),
        bytes("repeat-styles", &Parts::of_sheet(&rows(&[])).set("xl/styles.xml", styles)),
        bytes(
            "repeat-shared-formula",
            &Parts::of_sheet(&rows(&[row_with(&shared.repeat(50_000))])),
        ),
        bytes("repeat-sheets-5000", &Parts::with_sheets(5_000)),
        bytes("repeat-sheets-900", &Parts::with_sheets(900)),
    ]
}

/// Workbooks that unpack to much more than they weigh.
fn bombs() -> Vec<File> {
    let plain = Parts::of_sheet(&rows(&[row_with("")]));
    let mut files: Vec<File> = ["<si/>", "<si></si>", "<si><t/></si>", "<si>\n</si>"]
        .iter()
        .enumerate()
        .map(|(n, item)| {
            let workbook = plain.clone().strings(&sst(""), &item.repeat(150_000_000 / item.len()));
            bytes(&format!("bomb-strings-{n}"), &workbook)
        })
        .collect();
    let few = plain.clone().strings(&sst(""), &"<si/>".repeat(290_000));
    files.push(bytes("bomb-strings-within", &few));
    let text = "x".repeat(50_000_000);
    files.push(bytes("bomb-inline-50MB", &Parts::of_sheet(&rows(&[row_with(&inline(&text))]))));
    let pieces = inline(&"a&amp;".repeat(8_000_000));
    files.push(bytes("bomb-entities-in-cell", &Parts::of_sheet(&rows(&[row_with(&pieces)]))));
    let comment = format!("<!--{}-->", "<".repeat(40_000_000));
    files.push(bytes("bomb-comment", &Parts::of_sheet(&rows(&[comment]))));
    let attribute = format!(r#"<row spans="{}"/>"#, "<".repeat(40_000_000));
    files.push(bytes("bomb-attribute", &Parts::of_sheet(&rows(&[attribute]))));
    files.push(bytes("bomb-depth", &Parts::of_sheet(&rows(&["<a>".repeat(5_000_000)]))));
    let depth = "<si>".to_owned() + &"<r>".repeat(5_000_000);
    files.push(bytes("bomb-depth-strings", &plain.clone().strings(&sst(""), &depth)));
    let empty = "<row/>".repeat(4_500_000);
    files.push(bytes("bomb-empty-rows", &Parts::of_sheet(&rows(&[empty]))));
    let cells = format!("<row>{}</row>", "<c/>".repeat(7_000_000));
    files.push(bytes("bomb-cells", &Parts::of_sheet(&rows(&[cells]))));
    let within = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(700_000));
    files.push(bytes("bomb-cells-within", &Parts::of_sheet(&rows(&[within]))));
    let names = "<definedName name=\"n\">A1</definedName>".repeat(1_000_000);
    let book =
        format!(r#"<workbook xmlns="{MAIN}"><definedNames>{names}</definedNames></workbook>"#);
    files.push(bytes("bomb-defined-names", &plain.clone().set("xl/workbook.xml", book)));
    let relations = r#"<Relationship Id="a" Type="b" Target="c"/>"#.repeat(700_000);
    let relations = format!(r#"<Relationships xmlns="{PACKAGE}">{relations}</Relationships>"#);
    files
        .push(bytes("bomb-relations", &plain.clone().set("xl/_rels/workbook.xml.rels", relations)));
    let formats: String =
        (0..300_000).map(|n| format!(r#"<numFmt numFmtId="{n}" formatCode="0"/>"#)).collect();
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{}</cellXfs></styleSheet>"#,
        r#"<xf numFmtId="1"/>"#.repeat(300_000)
    );
    files.push(bytes("bomb-styles", &plain.clone().set("xl/styles.xml", styles)));
    let merged = format!(
        r#"<worksheet xmlns="{MAIN}"><sheetData>{}</sheetData><mergeCells>{}</mergeCells></worksheet>"#,
        rows(&[]),
        r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(800_000)
    );
    files.push(bytes("bomb-merged", &plain.clone().set("xl/worksheets/sheet1.xml", merged)));
    let mut pictures = plain.clone();
    for n in 0..4 {
        pictures = pictures.set(&format!("xl/media/image{n}.png"), "\0".repeat(45_000_000));
    }
    files.push(bytes("bomb-pictures", &pictures));
    let mut parts = plain;
    for n in 0..12_000 {
        parts = parts.set_new(&format!("p{n}"));
    }
    files.push(bytes("bomb-parts", &parts));
    files
}

impl Parts {
    /// Adds an empty part whose name is new.
    fn set_new(mut self, name: &str) -> Self {
        self.0.push((name.to_owned(), String::new()));
        self
    }
}

/// Workbooks with what XML and spreadsheets allow and no file needs.
fn oddities() -> Vec<File> {
    let plain = Parts::of_sheet(&rows(&[row_with("")]));
    let laughs = format!(
        r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>{}"#,
        sst("")
    );
    let outside = format!(
        r#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>{}"#,
        sst("")
    );
    let cell = r#"<row><c t="s"><v>0</v></c></row>"#.to_owned();
    let referring = Parts::of_sheet(&rows(&[cell]));
    vec![
        bytes("odd-entities", &referring.clone().strings(&laughs, "<si><t>&c;&c;&c;</t></si>")),
        bytes("odd-entity-outside", &referring.strings(&outside, "<si><t>&a;</t></si>")),
        bytes("odd-index", &Parts::of_sheet(&rows(&[r#"<row><c t="s"><v>9999999999</v></c></row>"#.to_owned()]))),
        bytes("odd-no-sheet", &plain.clone().set("xl/workbook.xml", "<workbook/>")),
        bytes("odd-own-path", &plain.set("xl/_rels/workbook.xml.rels", format!(r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="../../../../etc/passwd"/></Relationships>"#))),
    ]
}

/// Files of separated values, and others that are text.
fn separated() -> Vec<File> {
    let under = |row: &str, size: usize| {
        let mut text = format!("{HEADERS}\n");
        while text.len() + row.len() <= size {
            text.push_str(row);
        }
        text.into_bytes()
    };
    const MUCH: usize = 9_900_000;
    let numbered = |row: &dyn Fn(usize) -> String, size: usize| {
        let mut text = format!("{HEADERS}\n");
        for n in 0.. {
            let row = row(n);
            if text.len() + row.len() > size {
                break;
            }
            text.push_str(&row);
        }
        text.into_bytes()
    };
    let project =
        |n: usize| format!("P{n};Interreg North Sea;2021-2027;T{n};;soon;never;much;all;no\n");
    let same = |n: usize| format!("P;Interreg {n};2021-2027;T;;;;;;\n");
    let partners = |size: usize| {
        let mut text = String::from("Acronym;Programme;Period;Lead partner;Town;Country\n");
        let mut n = 0;
        while text.len() < size {
            text.push_str(&format!(
                "P;Interreg North Sea;2021-2027;Organisation {n};Gronnigen{n};NL\n"
            ));
            n += 1;
        }
        text.into_bytes()
    };
    let csv = |name: &str, bytes: Vec<u8>| (format!("{name}.csv"), bytes);
    vec![
        csv("text-quotes", vec![b'"'; MUCH]),
        csv("text-separators", vec![b';'; MUCH]),
        csv("text-lines", vec![b'\n'; MUCH]),
        csv("text-one-column", b"a\n".repeat(MUCH / 2)),
        csv("text-one-value", vec![b'a'; MUCH]),
        csv("text-open-quote", under("A;\"B;C\n", MUCH)),
        csv("text-small-projects", numbered(&project, 900_000)),
        csv("text-projects", numbered(&project, MUCH)),
        csv("text-small-same-name", numbered(&same, 900_000)),
        csv("text-same-name", numbered(&same, MUCH)),
        csv("text-small-towns", partners(900_000)),
        csv("text-towns", partners(MUCH)),
        csv(
            "text-letters",
            [HEADERS.as_bytes(), b"\n", &b"\xe8;\xe1\xc8;\n".repeat(100_000)].concat(),
        ),
        ("depth.json".to_owned(), [vec![b'{'], b"\"a\":[".repeat(1_900_000)].concat()),
        ("many.json".to_owned(), [b"{\"projects\":[".to_vec(), b"{},".repeat(3_000_000)].concat()),
    ]
}
