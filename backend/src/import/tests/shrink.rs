//! An import that would take out too much stops.

use catalogue::model::Document;

use super::{
    fixture::{C::T, csv, default, keep_partners, keep_rows, workbook},
    keep::{imported, oddities},
};
use crate::{
    export::Format,
    file,
    import::{Outcome, table::Upload},
    store::Store,
};

fn document(document: &Document) -> Upload {
    csv("all.json", file::write(document).unwrap())
}

/// The default catalogue after a change.
async fn own(folder: &std::path::Path) -> Document {
    let mut own = default();
    own.projects[0].acronym = Some("OURS".to_owned());
    let (store, _) = imported(folder, vec![document(&own)], |options| options.replace = true).await;
    store.close().await;
    own
}

#[tokio::test]
async fn replacing_with_less_stops_and_says_what_would_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut less = own(folder.path()).await;
    let lost: usize = less.projects.drain(7..).map(|it| it.participations.len()).sum();
    for file in [
        document(&less),
        Upload {
            name: "less.xlsx".to_owned(),
            bytes: Format::Xlsx.write(&less, catalogue::model::Lang::Nl).unwrap(),
        },
    ] {
        let store = Store::open(folder.path()).await.unwrap();
        let before = store.load().await.unwrap();
        store.close().await;
        for dry_run in [false, true] {
            let again = Upload { name: file.name.clone(), bytes: file.bytes.clone() };
            let (store, report) = imported(folder.path(), vec![again], |options| {
                (options.replace, options.dry_run) = (true, dry_run);
            })
            .await;
            let outcome = if dry_run { Outcome::Tried } else { Outcome::Stopped };
            assert_eq!((report.outcome, report.removed), (outcome, 3));
            let shrink = report.shrink.unwrap();
            assert_eq!(shrink.projects, (3, 10));
            assert_eq!(shrink.participations, (lost as u64, 91));
            assert_eq!(shrink.losers.len(), 3);
            assert!(shrink.losers[0].1 >= shrink.losers[2].1);
            assert_eq!(store.load().await.unwrap(), before);
            store.close().await;
        }
    }
    let (store, report) = imported(folder.path(), vec![document(&less)], |options| {
        (options.replace, options.allow_shrink) = (true, true);
    })
    .await;
    assert_eq!((report.outcome, report.removed, report.shrink), (Outcome::Done, 3, None));
    assert_eq!(store.load().await.unwrap().document.projects.len(), 7);
}

#[tokio::test]
async fn lists_of_partners_that_shrink_stop_as_well() {
    let folder = tempfile::tempdir().unwrap();
    own(folder.path()).await;
    let programme = T("2014 - 2020 INTERREG VB North Sea");
    let projects = keep_rows(&[&[
        ("Programme", programme.clone()),
        ("Acronym", T("BLING")),
        ("Lead Partner", T("Gemeente Groningen")),
    ]]);
    let partners = keep_partners(&[&[
        ("Programme", programme),
        ("Acronym", T("BLING")),
        ("Project Partner", T("Gemeente Groningen")),
        ("Lead Partner", T("Yes")),
        ("Country", T("Netherlands")),
    ]]);
    let file = || workbook(&[("Projects", projects.clone()), ("Partners", partners.clone())]);
    let (store, report) = imported(folder.path(), vec![file()], |_| ()).await;
    assert_eq!(report.outcome, Outcome::Stopped);
    let shrink = report.shrink.unwrap();
    assert_eq!((shrink.projects, shrink.participations), ((0, 10), (13, 91)));
    assert_eq!(shrink.losers, [("bling".parse().unwrap(), 13)]);
    store.close().await;
    let (_, report) =
        imported(folder.path(), vec![file()], |options| options.allow_shrink = true).await;
    assert_eq!((report.outcome, report.changed), (Outcome::Done, 1));
}

#[tokio::test]
async fn an_unchanged_default_catalogue_may_be_removed() {
    let folder = tempfile::tempdir().unwrap();
    let (store, report) =
        imported(folder.path(), vec![oddities()], |options| options.replace = true).await;
    assert_eq!((report.outcome, report.removed), (Outcome::Done, 10));
    store.close().await;
    // From here on it is the operator's own.
    let empty = default();
    let (_, report) =
        imported(folder.path(), vec![document(&empty)], |options| options.replace = true).await;
    assert_eq!(report.outcome, Outcome::Stopped);
}
