//! The same attacks brought in through spreadsheets: the template as a workbook and as
//! separated values, and keep.eu's columns. An import may change a text (it takes mail
//! addresses out, and finds languages), so pages are held against everything that pages
//! of innocent catalogues are made of.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use ::catalogue::model::Lang;
use backend::{export::Format, file, import::template};

use super::{
    PAGES,
    catalogue::{PAYLOADS, catalogue, innocent},
    structure::page,
};
use crate::visit::{LANGUAGES, get_from, site_of_store};

type Kinds = BTreeSet<(String, Vec<String>)>;

/// Headers of keep.eu's lists that hold a text.
const KEEP_PROJECTS: &str = "Programme,Acronym,Project Name,Project Name language 2,Project Name \
    language 3,Lead Partner,Period,Street,Postal code,Town,Country,Budget,Project total \
    expenditure,EU Funding,Project EU Funding expenditure,ERDF budget,ENI budget,IPA budget,ERDF \
    eq. budget,Co-Financing sources,Website,Thematic1,Thematic2,Thematic3,Specific Obj,Thematic \
    Obj,Inv. Priority,Thematic Priorities (Interreg-IPA CBC specific),Description 1,Description \
    2,Description EN,Expected Results 1,Expected Results 2,Expected Results EN,Achievements \
    1,Achievements 2,Achievements EN,Expected Outputs 1,Expected Outputs 2,Expected Outputs \
    EN,Delivered Outputs 1,Delivered Outputs 2,Delivered Outputs EN,Project start,Project \
    end,Priority Area,Degree of comp.,Strategy,Call SN";
const KEEP_PARTNERS: &str = "Programme,Acronym,Project Partner,Lead Partner,Street,Postal \
    code,Town,Country,Website,Department,Legal Status,Country code,NUTS1 (or equivalent),NUTS2 (or \
    equivalent),NUTS3 (or equivalent)";

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Rows with `text` in every cell that is not said otherwise.
fn rows(headers: &str, separator: &str, text: &str, known: &[(&str, &str)]) -> String {
    let cell = |header: &str| {
        let name = header.trim().trim_end_matches(" *").trim_matches('"');
        quoted(known.iter().find(|(known, _)| *known == name).map_or(text, |(_, value)| value))
    };
    let row: Vec<_> =
        headers.trim_start_matches('\u{feff}').trim_end().split(separator).map(cell).collect();
    format!("{}\r\n{}\r\n", headers.trim_end(), row.join(separator))
}

/// Files by their names.
type Files = Vec<(&'static str, Vec<u8>)>;

/// Files with control characters are taken for no spreadsheets.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

fn workbook(text: &str) -> Files {
    let text = printable(text);
    let document = file::parse("hostile.json", &catalogue(&|| text.clone())).unwrap();
    vec![("hostile.xlsx", Format::Xlsx.write(&document, Lang::En).unwrap())]
}

fn separated(text: &str) -> Files {
    let text = &printable(text);
    let [projects, partners] = template::csv(Lang::En);
    let known = [("Programme", "P"), ("Period", "2014-2020")];
    vec![
        ("projects.csv", rows(&projects, ",", text, &known).into_bytes()),
        ("partners.csv", rows(&partners, ",", text, &known).into_bytes()),
    ]
}

fn keep(text: &str) -> Files {
    let text = &printable(text);
    let known = [
        ("Programme", "2014 - 2020 INTERREG V-A Germany - The Netherlands"),
        ("Period", "2014-2020"),
    ];
    let files = [("projects.csv", KEEP_PROJECTS), ("partners.csv", KEEP_PARTNERS)];
    files.map(|(name, headers)| (name, rows(headers, ",", text, &known).into_bytes())).into()
}

/// What pages are made of, once the files are in a store.
async fn kinds(files: Files) -> (Kinds, Vec<String>) {
    let data = tempfile::tempdir().unwrap();
    import(data.path(), &files);
    let site = site_of_store(&data.path().join("store")).await;
    let sitemap = get_from(&site, "/sitemap.xml").await;
    let projects: Vec<String> = sitemap
        .html()
        .texts("loc")
        .into_iter()
        .filter_map(|address| Some(address.split_once("/projects/")?.1.to_owned()))
        .collect();
    assert!(!projects.is_empty(), "nothing was taken in");
    let (mut kinds, mut addresses) = (Kinds::new(), Vec::new());
    for lang in LANGUAGES {
        let own = projects
            .iter()
            .flat_map(|slug| [format!("/projects/{slug}"), format!("/widget/projects/{slug}")]);
        for page_of in PAGES.iter().map(|page| (*page).to_owned()).chain(own) {
            let answer = get_from(&site, &format!("/{lang}{page_of}")).await;
            let page = page(answer.text());
            kinds.extend(page.kinds());
            addresses.extend(page.addresses().map(str::to_owned));
        }
    }
    (kinds, addresses)
}

fn import(data: &Path, files: &Files) {
    let paths = files.iter().map(|(name, bytes)| {
        let path = data.join(name);
        fs::write(&path, bytes).unwrap();
        path
    });
    let paths: Vec<_> = paths.collect();
    let store = data.join("store");
    let done = Command::new(env!("CARGO_BIN_EXE_interreg-explorer"))
        .arg("import")
        .args(paths)
        .args(["--replace", "--data"])
        .arg(&store)
        .env("LANG", "en_US.UTF-8")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{7}']), "a terminal would obey: {said}");
    for (name, _) in files {
        fs::remove_file(data.join(name)).unwrap();
    }
}

#[tokio::test]
async fn no_text_of_a_spreadsheet_becomes_markup_on_any_page() {
    // What all pages of all innocent catalogues are made of, in whatever language.
    let mut known = Kinds::new();
    let texts = [
        "text",
        "Een tekst over samenwerking aan de grens en het water",
        &innocent(&PAYLOADS.join(" ")),
    ];
    for text in texts {
        for files in [workbook(text), separated(text), keep(text)] {
            known.extend(kinds(files).await.0);
        }
    }
    for text in [PAYLOADS.join(" "), PAYLOADS.iter().rev().copied().collect::<Vec<_>>().join(" ")] {
        for files in [workbook(&text), separated(&text), keep(&text)] {
            let (seen, addresses) = kinds(files).await;
            let new: Vec<_> = seen.difference(&known).collect();
            assert!(new.is_empty(), "{new:?}");
            for address in addresses {
                let own = address.starts_with('/') || address.starts_with('#');
                assert!(
                    own || address.starts_with("https://") || address.starts_with("http://"),
                    "{address}"
                );
            }
        }
    }
}
