//! The page on which an official has a spreadsheet checked.

use std::sync::LazyLock;

use axum::http::{Method, StatusCode};
use backend::export::Format;
use catalogue::model::Lang;

use crate::visit::{Answer, LANGUAGES, get, site_with, visit};

/// The ten projects as a filled template.
static FILLED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let default = backend::default_catalogue::document().unwrap();
    Format::Xlsx.write(&default, Lang::Nl).unwrap()
});

const EDGE: &str = "----edge";

/// A form as a browser sends it.
fn form(files: &[(&str, &[u8])], button: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--{EDGE}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    let tail = format!(
        "--{EDGE}\r\ncontent-disposition: form-data; name=\"as\"\r\n\r\n{button}\r\n--{EDGE}--\r\n"
    );
    body.extend_from_slice(tail.as_bytes());
    body
}

/// Sends files and waits for a turn, as people do when others are before them.
async fn send(lang: &str, files: &[(&str, &[u8])], button: &str) -> Answer {
    loop {
        let answer = visit(Method::POST, &format!("/{lang}/check"))
            .with("content-type", &format!("multipart/form-data; boundary={EDGE}"))
            .body(form(files, button))
            .send()
            .await;
        if answer.status != StatusCode::SERVICE_UNAVAILABLE {
            return answer;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn the_page_is_a_plain_form_without_script() {
    for lang in LANGUAGES {
        let answer = get(&format!("/{lang}/check")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let page = answer.text();
        assert!(page.contains("enctype=\"multipart/form-data\""), "{lang}");
        assert!(!page.contains("type=\"module\""), "{lang}: no script is needed");
        assert!(page.contains(&format!("href=\"/{lang}/check/template.xlsx\"")));
    }
}

#[tokio::test]
async fn a_good_workbook_has_nothing_to_mend_in_every_language() {
    for (lang, verdict) in [
        ("nl", "Er hoeft niets te worden verbeterd."),
        ("en", "Nothing must be mended."),
        ("de", "Nichts ist zu verbessern."),
        ("fy", "Der hoecht neat ferbettere te wurden."),
    ] {
        let answer = send(lang, &[("projecten.xlsx", &FILLED)], "page").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.text().contains(verdict), "{lang}");
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
        assert!(answer.header("content-security-policy").unwrap().contains("form-action 'self'"));
    }
}

#[tokio::test]
async fn a_fault_is_named_with_place_and_remedy() {
    let csv = "Acronym,Programme,Period,Start\r\nVeen,Interreg North Sea,2021-2027,<b>ooit</b>\r\n";
    let files: [(&str, &[u8]); 1] = [("mijn.csv", csv.as_bytes())];
    for (lang, place, remedy) in [
        ("nl", "mijn.csv, rij 2, kolom D (Start)", "Schrijf een dag, maand of jaar"),
        ("en", "mijn.csv, row 2, column D (Start)", "Write a day, month or year"),
    ] {
        let answer = send(lang, &files, "page").await;
        let page = answer.text();
        assert!(page.contains(place) && page.contains(remedy), "{lang}: {page}");
        assert!(page.contains("&lt;b&gt;ooit") && !page.contains("<b>ooit"), "values are words");
    }
    let answer = send("nl", &files, "csv").await;
    assert_eq!(answer.header("content-type").as_deref(), Some("text/csv; charset=utf-8"));
    let list = answer.text();
    assert!(list.contains("\"date-unreadable\";\"Fouten\";\"mijn.csv\";\"2\""), "{list}");
}

/// What is said of each kind of file that cannot be read, in Dutch and English.
#[tokio::test]
async fn each_kind_of_malformed_file_is_told_in_dutch_and_english() {
    let torn = &FILLED[..FILLED.len() / 2];
    let old = [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat();
    let cases: [(&str, &[u8], &str, &str); 7] = [
        ("leeg.csv", b" \n", "leeg.csv is leeg.", "leeg.csv is empty."),
        (
            "foto.png",
            b"\x89PNG\0\0",
            "foto.png is geen spreadsheet.",
            "foto.png is not a spreadsheet.",
        ),
        (
            "oud.xls",
            &old,
            "oud.xls is een oude werkmap",
            "oud.xls is an old or OpenDocument workbook",
        ),
        ("stuk.xlsx", torn, "stuk.xlsx is beschadigd.", "stuk.xlsx is damaged."),
        (
            "ander.csv",
            b"Programme,Budget\nx,1\n",
            "maar deze koppen ontbreken: ",
            "but these headers are missing: ",
        ),
        ("niets.csv", b"een,twee\n1,2\n", "Geen blad heeft de koppen", "No sheet has the headers"),
        ("a.json", b"{\n \"format\": 1}", "a.json, regel 2, format:", "a.json, line 2, format:"),
    ];
    for (name, bytes, dutch, english) in cases {
        for (lang, expected) in [("nl", dutch), ("en", english)] {
            let answer = send(lang, &[(name, bytes)], "page").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let page = answer.text();
            assert!(page.contains(expected), "{lang} {name}: {page}");
        }
    }
}

#[tokio::test]
async fn too_much_and_nothing_are_refused() {
    let much = vec![b'x'; 10_000_001];
    let answer = send("nl", &[("groot.csv", &much)], "page").await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("groter dan 10 MB"));
    let answer = send("en", &[("", b"")], "page").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("No file was chosen."));
    let answer = visit(Method::POST, "/en/check").body("not a form").send().await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn when_every_place_is_taken_the_next_is_told_to_come_again() {
    // Senders whose files never end hold the places. One that counts as slow loses its
    // place and comes again at once, however long the check below takes meanwhile.
    let endless = || async {
        loop {
            let body = axum::body::Body::from_stream(futures_util::stream::pending::<
                Result<Vec<u8>, std::io::Error>,
            >());
            visit(Method::POST, "/nl/check")
                .with("content-type", &format!("multipart/form-data; boundary={EDGE}"))
                .body(body)
                .send()
                .await;
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    let held: Vec<_> = (0..16).map(|_| tokio::spawn(endless())).collect();
    let answer = loop {
        let answer = visit(Method::POST, "/nl/check")
            .with("content-type", &format!("multipart/form-data; boundary={EDGE}"))
            .body(form(&[("a.csv", b"x")], "page"))
            .send()
            .await;
        // Until they have come in, there is room.
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            break answer;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert_eq!(answer.header("retry-after").as_deref(), Some("10"));
    assert!(answer.text().contains("Er worden al te veel spreadsheets gecontroleerd."));
    held.iter().for_each(|visit| visit.abort());
}

#[tokio::test]
async fn the_template_is_a_workbook_in_every_language() {
    for lang in LANGUAGES {
        let answer = get(&format!("/{lang}/check/template.xlsx")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.starts_with(b"PK"));
        let name = format!("attachment; filename=\"interreg-template-{lang}.xlsx\"");
        assert_eq!(answer.header("content-disposition"), Some(name));
        let checked = send(lang, &[("t.xlsx", &answer.body)], "page").await;
        assert_eq!(checked.status, StatusCode::OK, "the template itself is understood");
        let text = checked.text();
        assert!(text.contains("class=\"verdict bad\""), "and no project is found in it");
    }
    assert_eq!(get("/xx/check/template.xlsx").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_can_be_switched_off() {
    let site = site_with("2026-11-24", "a build", false);
    for (method, path) in [
        (Method::GET, "/nl/check"),
        (Method::POST, "/nl/check"),
        (Method::GET, "/nl/check/template.xlsx"),
    ] {
        let answer = visit(method.clone(), path).send_to(&site).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
    }
    let about = visit(Method::GET, "/nl/about").send_to(&site).await;
    assert!(!about.text().contains("/nl/check"));
}
