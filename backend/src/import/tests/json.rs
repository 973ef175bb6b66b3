//! The exchange format.

use super::{
    fixture::{csv, default, judged},
    keep::{imported, oddities},
};
use crate::{file, import::InputFormat};

#[tokio::test]
async fn what_was_exported_comes_back_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(&folder.path().join("a"), vec![oddities()], |_| ()).await;
    let before = store.load().await.unwrap().document;
    let written = file::write(&before).unwrap();
    // Into a store that holds something else, in another order.
    let other = folder.path().join("b");
    let (store, report) = imported(&other, vec![csv("all.json", written.clone())], |options| {
        options.replace = true;
    })
    .await;
    assert_eq!((report.format, report.added, report.unchanged), (InputFormat::Json, 4, 10));
    let after = store.load().await.unwrap().document;
    assert_eq!(after, before);
    assert_eq!(file::write(&after).unwrap(), written);
    store.close().await;
    let (store, report) =
        imported(&other, vec![csv("all.json", written)], |options| options.replace = true).await;
    assert_eq!((report.added, report.changed, report.removed), (0, 0, 0));
    assert_eq!(store.load().await.unwrap().document, before);
}

#[tokio::test]
async fn a_document_that_is_merged_adds_and_changes_and_takes_nothing_out() {
    let mut document = default();
    document.projects.truncate(2);
    document.projects[0].website = Some("https://www.example.eu".to_owned());
    document.projects[1].slug = "a-new-one".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = csv("some.json", file::write(&document).unwrap());
    let (store, report) = imported(folder.path(), vec![file], |_| ()).await;
    assert_eq!((report.added, report.changed, report.unchanged), (1, 1, 0));
    let after = store.load().await.unwrap().document;
    assert_eq!(after.projects.len(), 11);
    assert_eq!(after.projects[0].website.as_deref(), Some("https://www.example.eu"));
    assert_eq!(after.projects[10].slug.as_str(), "a-new-one");
    assert_eq!(after.introduction, default().introduction);
}

#[test]
fn a_document_is_judged_too() {
    let text = file::write(&default()).unwrap();
    let report = judged(vec![csv("all.json", text)]).unwrap();
    assert_eq!((report.format, report.projects, report.partner_rows), (InputFormat::Json, 10, 91));
    assert!(!report.has_errors());
}
