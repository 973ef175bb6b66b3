//! What goes in comes out, in its own order.

use backend::{
    file,
    store::{self, Committed, Fingerprint},
};
use proptest::prelude::*;

use crate::{arbitrary, by, default, empty, seeded, wait};

#[tokio::test]
async fn the_default_catalogue_comes_out_as_the_file_that_went_in() {
    let (_dir, store) = seeded().await;
    let stored = store.load().await.unwrap();
    assert_eq!(file::write(&stored.document).unwrap(), file::write(&default()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_catalogue_comes_out_as_it_went_in(first in arbitrary::document(), second in arbitrary::document()) {
        wait(async {
            let (_dir, store) = empty().await;
            store.seed(&first, "first").await.unwrap();
            assert_eq!(store.load().await.unwrap().document, first);
            // Another in its place: some projects change, some go, all move.
            let mut writer = store.change(by("anna", "all new")).await.unwrap();
            store::replace(&mut writer, &second).await.unwrap();
            writer.commit().await.unwrap();
            let stored = store.load().await.unwrap();
            assert_eq!(&stored.document, &second);
            stored.document.validate().unwrap();
            // The same once more changes nothing.
            let mut writer = store.change(by("anna", "again")).await.unwrap();
            for project in &second.projects {
                writer.put_project(project).await.unwrap();
            }
            let unchanged = Committed { unchanged: second.projects.len(), ..Default::default() };
            assert_eq!(writer.commit().await.unwrap(), unchanged);
            assert_eq!(store.version().await.unwrap(), stored.revision);
        });
    }
}

#[tokio::test]
async fn another_order_alone_is_kept_too() {
    let (_dir, store) = seeded().await;
    let before = store.version().await.unwrap();
    let mut turned = default();
    turned.projects.reverse();
    turned.programmes.reverse();
    turned.home_cities.reverse();
    let mut writer = store.change(by("anna", "the other way round")).await.unwrap();
    store::replace(&mut writer, &turned).await.unwrap();
    assert!(writer.commit().await.unwrap().is_nothing());
    assert_eq!(store.load().await.unwrap().document, turned);
    assert_ne!(store.version().await.unwrap(), before);
}

#[tokio::test]
async fn keys_tell_what_is_unchanged_without_reading_it() {
    let (_dir, store) = seeded().await;
    let mut writer = store.change(by("anna", "only looks")).await.unwrap();
    let keys = writer.keys().await.unwrap();
    assert_eq!(keys.len(), 10);
    for project in default().projects {
        let key = keys.iter().find(|key| key.slug == project.slug).unwrap();
        assert_eq!(key.fingerprint, Fingerprint::of(&project).unwrap());
        assert_eq!(key.programme, project.programme);
        assert_eq!(key.acronym.as_deref(), project.acronym.as_deref());
    }
}

#[tokio::test]
async fn many_projects_come_out_in_the_order_in_which_they_were_put() {
    let (_dir, store) = seeded().await;
    let model = default().projects.remove(0);
    let mut writer = store.change(by("anna", "many")).await.unwrap();
    for n in (0..700).rev() {
        let slug = format!("many-{n}").parse().unwrap();
        writer.put_project(&catalogue::model::Project { slug, ..model.clone() }).await.unwrap();
    }
    // The same slug twice in one change: the last one stays, in the first one's place.
    let last = catalogue::model::Project {
        slug: "many-699".parse().unwrap(),
        acronym: Some("LAST".to_owned()),
        ..model
    };
    writer.put_project(&last).await.unwrap();
    let done = writer.commit().await.unwrap();
    assert_eq!((done.added, done.changed), (700, 1));
    let document = store.load().await.unwrap().document;
    assert_eq!(document.projects.len(), 710);
    assert_eq!(document.projects[10], last);
    assert_eq!(document.projects[709].slug.as_str(), "many-0");
}
