//! Hostile text in every field of a catalogue becomes no markup on any page.
//!
//! [`catalogue`] makes the text, [`structure`] reads a page as a browser would. Each
//! page of a hostile catalogue is compared with the same page of an innocent one of the
//! same shape: elements, attributes and where links lead must be the same, and only
//! texts may differ. [`imports`] brings the same in through spreadsheets.

mod catalogue;
mod imports;
mod structure;

use axum::{
    Router,
    http::{Method, header},
};
use serde_json::Value;

use self::{
    catalogue::{ADDRESS, PAYLOADS, attacks_from, innocent},
    structure::{Page, fragment, page},
};
use crate::visit::{Answer, LANGUAGES, PUBLIC_URL, get, get_from, site_of, visit};

/// Pages of every kind, behind the language.
const PAGES: [&str; 17] = [
    "",
    "?view=map",
    "?layer=network&city=a-slug",
    "?layer=partners&theme=-health&country=NL",
    "?q=zzz&sort=title",
    "?city=nowhere&theme=x&page=9",
    "/projects/a-slug",
    "/projects/b-slug",
    "/projects/none",
    "/about",
    "/embed",
    "/embed?city=a-slug&visitors=only&accent=154273",
    "/widget",
    "/widget?lock=city%3Da-slug&hide=title&open=tab&accent=154273&font=Arial&heading=4",
    "/widget/projects/a-slug?lock=city%3Da-slug",
    "/check",
    "/nowhere",
];

/// What a page is, without what differs from request to request.
fn assert_same_structure(what: &str, hostile: &Page, innocent: &Page) {
    for (ours, theirs) in innocent.parts.iter().zip(&hostile.parts) {
        assert_eq!(theirs, ours, "{what}");
    }
    assert_eq!(hostile.parts.len(), innocent.parts.len(), "{what}");
    for (theirs, ours) in hostile.code.iter().zip(&innocent.code) {
        match serde_json::from_str::<Value>(theirs) {
            Ok(data) => assert_same_shape(what, &data, &serde_json::from_str(ours).unwrap()),
            Err(_) => assert_eq!(without_payload(theirs), without_payload(ours), "{what}"),
        }
    }
}

/// A script without the answer that stands in it as one text, which has no quotation mark.
fn without_payload(code: &str) -> String {
    let Some((before, payload)) = code.split_once("__RESOLVED_RESOURCES[0] = \"") else {
        return code.to_owned();
    };
    let (_, after) = payload.split_once('"').unwrap();
    format!("{before}{after}")
}

fn assert_same_shape(what: &str, hostile: &Value, innocent: &Value) {
    match (hostile, innocent) {
        (Value::Object(a), Value::Object(b)) => {
            assert!(a.keys().eq(b.keys()), "{what}");
            a.values().zip(b.values()).for_each(|(a, b)| assert_same_shape(what, a, b));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{what}");
            a.iter().zip(b).for_each(|(a, b)| assert_same_shape(what, a, b));
        }
        (Value::String(_), Value::String(_)) => {}
        _ => assert_eq!(hostile, innocent, "{what}"),
    }
}

/// The title that a page has for a browser; what no text can have becomes U+FFFD.
fn title_of(name: &str) -> String {
    format!("{} – Interreg Explorer", name.replace('\0', "\u{fffd}"))
}

#[tokio::test]
async fn no_text_of_a_catalogue_becomes_markup_on_any_page() {
    for first in [0, 9] {
        let text = attacks_from(first);
        let [hostile, harmless] = [text.clone(), innocent(&text)]
            .map(|text| site_of(&catalogue::catalogue(&|| text.clone())));
        for lang in LANGUAGES {
            for page_of in PAGES {
                let address = format!("/{lang}{page_of}");
                let (theirs, ours) =
                    (get_from(&hostile, &address).await, get_from(&harmless, &address).await);
                assert_eq!(theirs.status, ours.status, "{address}");
                let (theirs, ours) = (page(theirs.text()), page(ours.text()));
                assert_same_structure(&address, &theirs, &ours);
                if page_of == "/projects/a-slug" {
                    assert_eq!(theirs.title, Some(title_of(&text)), "{address}");
                }
            }
            let address = format!("/{lang}/fragment?heading=3");
            let [theirs, ours] = [&hostile, &harmless].map(|site| get_from(site, &address));
            let (theirs, ours) = (fragment(theirs.await.text()), fragment(ours.await.text()));
            assert_same_structure(&address, &theirs, &ours);
        }
        answers_for_machines(&hostile, &harmless).await;
    }
}

/// What is no page: for other sites, for search engines, and the basemap of maps.
async fn answers_for_machines(hostile: &Router, harmless: &Router) {
    for page_of in ["/nl", "/de/projects/a-slug"] {
        let json = format!("/oembed?url={PUBLIC_URL}{page_of}");
        let html = async |site| {
            let said: Value = serde_json::from_str(get_from(site, &json).await.text()).unwrap();
            fragment(said["html"].as_str().unwrap())
        };
        assert_same_structure(&json, &html(hostile).await, &html(harmless).await);
        let xml = format!("{json}&format=xml");
        let (theirs, ours) = (get_from(hostile, &xml).await, get_from(harmless, &xml).await);
        assert_eq!(elements(theirs.text()), elements(ours.text()), "{xml}");
    }
    let (theirs, ours) =
        (get_from(hostile, "/sitemap.xml").await, get_from(harmless, "/sitemap.xml").await);
    assert_eq!(theirs.text(), ours.text(), "it names addresses alone");
    for address in ["/basemap/overview", "/basemap/projects/a-slug"] {
        let svg = async |site| {
            let drawn = get_from(site, address).await;
            // Names have room of their own, so where they stand differs.
            elements(&format!("<svg>{}</svg>", drawn.text()))
        };
        assert_eq!(svg(hostile).await, svg(harmless).await, "{address}");
    }
    for address in ["/social/nl.png", "/social/de/projects/a-slug.png", "/fy/check/template.xlsx"] {
        get_from(hostile, address).await.assert_status(200);
    }
}

/// The names of elements and attributes of XML, which fails if it is none.
fn elements(xml: &str) -> Vec<(String, Vec<String>)> {
    let document = roxmltree::Document::parse(xml).unwrap();
    let all = document.descendants().filter(roxmltree::Node::is_element);
    let names = all.map(|node| {
        let attributes = node.attributes().map(|it| it.name().to_owned()).collect();
        (node.tag_name().name().to_owned(), attributes)
    });
    names.collect()
}

/// As browsers escape what is typed or linked to.
fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test]
async fn nothing_that_an_address_says_becomes_markup() {
    let places = [
        "/nl?q=TEXT",
        "/en?theme=TEXT&city=TEXT&from=TEXT&unknown=TEXT&TEXT=TEXT",
        "/de/widget?q=TEXT&lock=q%3DTEXT&accent=TEXT&font=TEXT&hide=TEXT&TEXT=1",
        "/fy/embed?q=TEXT&lock=TEXT&accent=TEXT&lang=TEXT&show=TEXT&TEXT=TEXT",
        "/nl/projects/bling?TEXT=TEXT&q=TEXT",
        "/nl/about?TEXT=TEXT",
        "/nl/TEXT",
        "/TEXT?q=TEXT",
        "/en/fragment?q=TEXT&theme=TEXT&lock=TEXT",
        "/oembed?url=https%3A%2F%2Fprojects.example.nl%2Fnl%3Fq%3DTEXT%26TEXT%3D1",
    ];
    for payload in PAYLOADS {
        // Words that are as many, and no longer when they are escaped.
        for place in places {
            let [theirs, ours] = [payload.to_owned(), innocent(payload)]
                .map(|text| place.replace("TEXT", &escaped(&text).replace('+', "%20")));
            let (theirs, ours) = (get(&theirs).await, get(&ours).await);
            assert_eq!(theirs.status, ours.status, "{place}: {payload}");
            let (theirs, ours) = (read(&theirs), read(&ours));
            // Where a text has no words, nothing was asked.
            let mut known = ours.kinds();
            let plain = place.split(['?', 'T']).next().unwrap();
            known.extend(read(&get(plain).await).kinds());
            let new: Vec<_> = theirs.kinds().difference(&known).cloned().collect();
            assert_eq!(new, [], "{place}: {payload}");
            let linked: Vec<_> = ours.addresses().collect();
            for address in theirs.addresses() {
                let known = linked.contains(&address) || is_own(address);
                assert!(known, "{place}: {payload}: {address}");
            }
        }
    }
}

fn read(answer: &Answer) -> Page {
    let json: Option<Value> = serde_json::from_str(answer.text()).ok();
    match json.as_ref().and_then(|said| said["html"].as_str()) {
        Some(html) => fragment(html),
        None => page(answer.text()),
    }
}

/// Whether a link leads to this site, and nothing in it could end where it stands.
fn is_own(address: &str) -> bool {
    let plain = address.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&b));
    let here = address.starts_with(['/', '#']) && !address.starts_with("//");
    plain && (here || address.starts_with(PUBLIC_URL))
}

#[tokio::test]
async fn a_file_that_is_checked_becomes_no_markup_and_no_formula() {
    let edge = "----edge";
    let file = |name: &str, text: &str| {
        let quoted = text.replace('"', "\"\"");
        let row = "\"T\";\"T\";\"T\";\"T\";\"T\";\"T\";\"T\";\"T\";\"T\";\"T\";\"T\"\r\n"
            .replace('T', &quoted);
        let headers = backend::import::template::csv(::catalogue::model::Lang::Nl)[0].clone();
        let name = name.replace(['"', '\r', '\n', '\0'], "_");
        format!(
            "--{edge}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n\
             {}\r\n{row}\r\n--{edge}\r\ncontent-disposition: form-data; name=\"as\"\r\n\r\nBUTTON\r\n--{edge}--\r\n",
            headers.trim_end()
        )
    };
    let send = async |text: &str, button: &str| {
        let name = format!("{}.csv", text.chars().filter(|c| !c.is_control()).collect::<String>());
        loop {
            let answer = visit(Method::POST, "/nl/check")
                .with("content-type", &format!("multipart/form-data; boundary={edge}"))
                .body(file(&name, text).replace("BUTTON", button))
                .send()
                .await;
            if answer.status != 503 {
                return answer;
            }
            tokio::task::yield_now().await;
        }
    };
    let mut known = page(send(&innocent(&attacks_from(0)), "page").await.text()).kinds();
    // A file that is no text is refused.
    known.extend(page(send("x\0x", "page").await.text()).kinds());
    for payload in PAYLOADS {
        let answer = send(payload, "page").await;
        let new: Vec<_> = page(answer.text()).kinds().difference(&known).cloned().collect();
        assert_eq!(new, [], "{payload}");
        let list = send(payload, "csv").await;
        if list.status == 422 {
            continue;
        }
        list.assert_header("content-disposition", "attachment; filename=\"problems.csv\"");
        for cell in list.text().split("\";\"") {
            let begins = cell.trim_start_matches(['"', '\u{feff}']).trim_start();
            assert!(!begins.starts_with(['=', '+', '@']), "{payload}: {cell}");
        }
    }
}

#[tokio::test]
async fn an_address_of_a_catalogue_is_written_as_it_is() {
    let site = site_of(&catalogue::catalogue(&|| "text".to_owned()));
    let answer = get_from(&site, "/en/projects/a-slug").await;
    answer.assert_header(header::CONTENT_TYPE.as_str(), "text/html; charset=utf-8");
    let page = page(answer.text());
    let links = page.addresses().filter(|address| address.contains("example.org"));
    let links: Vec<_> = links.collect();
    assert!(links.len() >= 5, "{links:?}");
    assert!(links.iter().all(|link| *link == ADDRESS), "{links:?}");
}
