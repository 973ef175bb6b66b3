//! A workbook that was exported and is taken in as it is changes nothing.

use std::path::Path;

use catalogue::model::{
    Document, Lang, LangTag, LocalText, Location, Money, Participation, Percent, Precision,
    Project, Role, Theme,
};
use proptest::prelude::*;

use super::{
    arbitrary,
    fixture::{default, request},
};
use crate::{
    export::Format,
    gazetteer::Gazetteer,
    import::{ImportOptions, Quiet, Report, import, read, table::Upload},
    store::{Change, Store},
};

/// A store that holds a document.
async fn holding(folder: &Path, document: &Document) -> Store {
    let store = Store::open(folder).await.unwrap();
    let mut writer = store.change(Change::now("test", "all of it")).await.unwrap();
    crate::store::replace(&mut writer, document).await.unwrap();
    writer.commit().await.unwrap();
    store
}

fn exported(document: &Document, lang: Lang) -> Upload {
    let bytes = Format::Xlsx.write(document, lang).unwrap();
    Upload { name: "export.xlsx".to_owned(), bytes }
}

async fn taken_in(store: &Store, file: Upload) -> Report {
    let cities = store.home_cities().await.unwrap();
    let options = ImportOptions {
        replace: false,
        dry_run: false,
        strict: false,
        allow_shrink: false,
        today: "2026-11-29".parse().unwrap(),
        home_cities: vec![],
        by: Change::now("test", "the same again"),
    };
    let reading = read(request(vec![file]), &cities, &mut Quiet).unwrap();
    import(store, reading, options, Gazetteer::embedded().unwrap(), &mut Quiet).await.unwrap()
}

/// Exports, takes in, and looks that nothing is different.
async fn stays(document: &Document, lang: Lang) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let store = holding(folder.path(), document).await;
    let before = store.load().await.unwrap();
    assert_eq!(&before.document, document);
    let report = taken_in(&store, exported(document, lang)).await;
    let counts = (report.added, report.changed, report.removed);
    assert_eq!(counts, (0, 0, 0), "{lang} {:?}\n{:?}", report.changes, report.problems);
    assert_eq!(store.load().await.unwrap(), before);
    report
}

fn text(lang: &str, text: impl Into<String>) -> LocalText {
    LocalText { lang: LangTag::try_from(lang.to_owned()).unwrap(), text: text.into() }
}

fn by_slug<'a>(document: &'a Document, slug: &str) -> &'a Project {
    document.projects.iter().find(|project| project.slug.as_str() == slug).unwrap()
}

/// A project with everything that a spreadsheet does not hold by itself.
fn awkward() -> Document {
    let mut document = default();
    let project = &mut document.projects[2];
    project.title = vec![
        text("fr", "Centres de ressources"),
        text("en", "=SUM(A1:A9)"),
        text("en", "'A second English title"),
        text("und", "XQZ-7"),
        text("deu", "Mittel und Wege"),
    ];
    project.description = vec![
        text("it", "Con la globalizzazione del commercio le aziende incontrano difficoltà."),
        text("fr", "Con la globalizzazione del commercio le aziende incontrano difficoltà."),
        text("en", "one  two\r\n\r\n\r\nthree\u{7} _x0041_ <b>&amp;</b>\u{ffff}"),
        text("pl", "word ".repeat(9_000)),
        text("nl", "🌍".repeat(20_000)),
    ];
    project.results = vec![
        text("nl", "-"),
        text("de", "n/a"),
        text("sk", "Výsledky"),
        text("sk", "Ďalšie výsledky"),
        text("sk", "Tretie výsledky"),
    ];
    project.themes = vec![Theme::Digital, Theme::Food, Theme::Health, Theme::Research];
    project.start = Some("2019".parse().unwrap());
    project.end = Some("2023-06".parse().unwrap());
    project.eu_cofinancing_percent = Percent::from_hundredths(5038);
    project.total_budget = Some(Money { eur: "1234567.89".parse().unwrap(), rounded: true });
    project.presented_by.clear();
    let parts = &mut project.participations;
    parts[0].organisation = "ACME".to_owned();
    parts[1].organisation = "acme".to_owned();
    parts[2].organisation = "=Acme".to_owned();
    parts[3] = parts[2].clone();
    parts[4].organisation = "n/a".to_owned();
    parts[5].role = Role::Lead;
    parts[6].location = Some(Location {
        lat: 12.345_678_901.try_into().unwrap(),
        lon: 98.765_432_1.try_into().unwrap(),
        precision: Precision::Town,
        geonames_id: None,
    });
    parts[7].location = None;
    parts[8].nuts = vec!["NL1".to_owned(), "NL11".to_owned(), "NL112".to_owned()];
    parts.push(Participation { organisation: "Mr. J. Smit".to_owned(), ..parts[9].clone() });
    let mut twin = document.projects[2].clone();
    twin.slug = "bling-again".parse().unwrap();
    twin.participations.truncate(3);
    let mut plus = twin.clone();
    plus.slug = "na".parse().unwrap();
    plus.acronym = Some("BLING+".to_owned());
    let mut nameless = twin.clone();
    nameless.slug = "without-a-name".parse().unwrap();
    (nameless.acronym, nameless.city_title) = (None, None);
    let mut empty = nameless.clone();
    empty.slug = "without-anything".parse().unwrap();
    (empty.title, empty.description, empty.results) = (vec![], vec![], vec![]);
    document.projects.extend([twin, plus, nameless, empty]);
    document
}

#[tokio::test]
async fn the_default_catalogue_stays_in_every_language() {
    for lang in Lang::ALL {
        let report = stays(&default(), lang).await;
        assert_eq!((report.projects, report.unchanged), (10, 10));
        assert!(!report.has_errors(), "{:?}", report.problems);
    }
}

#[tokio::test]
async fn what_a_spreadsheet_does_not_hold_stays_in_every_language() {
    for lang in Lang::ALL {
        let report = stays(&awkward(), lang).await;
        assert_eq!((report.projects, report.unchanged, report.merged), (14, 14, 0), "{lang}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_catalogue_stays(document in arbitrary::document(), lang in 0usize..4) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(stays(&document, Lang::ALL[lang]));
    }
}

/// The export itself, and not only what is there, holds the texts.
#[tokio::test]
async fn texts_of_every_language_and_length_arrive_where_nothing_was() {
    let document = awkward();
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut empty = document.clone();
        empty.projects.clear();
        let store = holding(folder.path(), &empty).await;
        let report = taken_in(&store, exported(&document, lang)).await;
        assert_eq!((report.added, report.skipped), (14, 2), "a person, and n/a");
        let after = store.load().await.unwrap().document;
        let [before, after] = [&document, &after].map(|it| by_slug(it, "bling"));
        let sorted = |texts: &[LocalText]| {
            let mut all: Vec<(String, String)> =
                texts.iter().map(|it| (it.lang.as_str().to_owned(), it.text.clone())).collect();
            all.sort();
            all
        };
        assert_eq!(sorted(&after.title), sorted(&before.title));
        let mut expected = before.description.clone();
        expected[2].text = "one two\n\nthree _x0041_ <b>&amp;</b>".to_owned();
        expected[3].text = expected[3].text.trim().to_owned();
        assert_eq!(sorted(&after.description), sorted(&expected));
        assert_eq!(sorted(&after.results), sorted(&before.results[2..]));
        assert_eq!(after.themes, before.themes);
        assert_eq!((after.start, after.end), (before.start, before.end));
        assert_eq!(after.eu_cofinancing_percent, before.eu_cofinancing_percent);
        assert_eq!(after.total_budget.unwrap().eur, before.total_budget.unwrap().eur);
    }
}

#[tokio::test]
async fn what_is_changed_in_a_workbook_is_all_that_changes() {
    let before = awkward();
    let folder = tempfile::tempdir().unwrap();
    let store = holding(folder.path(), &before).await;
    let mut edited = before.clone();
    edited.projects[2].title[0].text = "Centres de moyens".to_owned();
    edited.projects[2].participations[6].role = Role::Associate;
    edited.projects[2].participations.remove(8);
    let report = taken_in(&store, exported(&edited, Lang::En)).await;
    assert_eq!((report.added, report.changed, report.removed), (0, 1, 0));
    let after = store.load().await.unwrap().document;
    let (old, new) = (&before.projects[2], &after.projects[2]);
    assert_eq!(new.title[0].text, "Centres de moyens");
    assert_eq!(new.title[1..], old.title[1..]);
    assert_eq!((&new.description, &new.results), (&old.description, &old.results));
    assert_eq!(new.total_budget, old.total_budget);
    let named = |project: &Project, name: &str| {
        let found = project.participations.iter().find(|part| part.organisation == name);
        found.cloned()
    };
    let moved = &old.participations[6];
    let part = named(new, &moved.organisation).unwrap();
    assert_eq!(part, Participation { role: Role::Associate, ..moved.clone() });
    assert_eq!(named(new, &old.participations[8].organisation), None);
    assert_eq!(new.participations.len(), old.participations.len() - 1);
    for part in &old.participations[..6] {
        assert!(new.participations.contains(part), "{}", part.organisation);
    }
}

/// Languages, as a catalogue of three programmes had them.
#[tokio::test]
async fn a_title_keeps_the_language_that_it_has_and_not_that_of_its_description() {
    let mut document = default();
    document.projects.truncate(3);
    let [one, two, three] = &mut document.projects[..] else { panic!() };
    one.title = vec![
        text("en", "Resource Centers and Innovation for Craftsmanship"),
        text("fr", "Centres de Ressources et d'innovation pour les Métiers d'Art"),
    ];
    one.description = vec![text("it", "Con la globalizzazione del commercio.".repeat(4))];
    two.title = vec![text("und", "CONSORTEX"), text("es", "Consorcio textil")];
    two.description = vec![text("en", "About textiles.")];
    three.title = vec![text("sk", "Po stopách dreva"), text("pl", "Śladami drewna")];
    three.description = vec![
        text("sk", "Cieľom projektu je ochrana drevených kostolov na oboch stranách hranice."),
        text("pl", "Celem projektu jest ochrona drewnianych kościołów po obu stronach granicy."),
    ];
    for lang in Lang::ALL {
        let report = stays(&document, lang).await;
        assert!(!report.has_errors());
    }
}

/// The real export, which is not part of the project: where it is absent the
/// test says so.
#[tokio::test]
async fn the_real_export_stays() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data/keep-export-2014-2020-closed.xlsx");
    let Ok(file) = Upload::open(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let store = holding(folder.path(), &default()).await;
    taken_in(&store, file).await;
    let before = store.load().await.unwrap();
    let report = taken_in(&store, exported(&before.document, Lang::Nl)).await;
    assert_eq!((report.added, report.changed, report.removed), (0, 0, 0));
    assert_eq!((report.unchanged, report.skipped), (before.document.projects.len(), 0));
    assert!(!report.has_errors());
    assert_eq!(store.load().await.unwrap(), before);
}
