//! Which project is meant: in a file, and in the catalogue.

use catalogue::model::{Lang, Project};

use super::{
    fixture::{
        C::{self, T},
        csv, judged, keep_partners, keep_rows, kinds, workbook,
    },
    keep::imported,
};
use crate::{
    import::{ProblemKind, table::Upload},
    row,
    store::Store,
};

const NORTH_SEA: &str = "2007 - 2013 North Sea Region";

type Row<'a> = &'a [(&'a str, C)];

fn keep(projects: &[Row<'_>], partners: &[Row<'_>]) -> Upload {
    workbook(&[
        ("Projects (lead partners)", keep_rows(projects)),
        ("Partners", keep_partners(partners)),
    ])
}

fn project(
    acronym: &'static str,
    title: &'static str,
    start: &'static str,
) -> Vec<(&'static str, C)> {
    vec![
        ("Programme", T(NORTH_SEA)),
        ("Acronym", T(acronym)),
        ("Project Name", C::from(title)),
        ("Lead Partner", T("City of Bremen")),
        ("Period", T("2007-2013")),
        ("Town", T("Bremen")),
        ("Country", T("Germany")),
        ("Project start", C::from(start)),
    ]
}

fn partner(
    acronym: &'static str,
    name: &'static str,
    lead: &'static str,
) -> Vec<(&'static str, C)> {
    vec![
        ("Programme", T(NORTH_SEA)),
        ("Acronym", T(acronym)),
        ("Project Partner", T(name)),
        ("Lead Partner", T(lead)),
        ("Country", T("Germany")),
    ]
}

fn file(projects: &[Vec<(&'static str, C)>], partners: &[Vec<(&'static str, C)>]) -> Upload {
    let projects: Vec<Row<'_>> = projects.iter().map(Vec::as_slice).collect();
    let partners: Vec<Row<'_>> = partners.iter().map(Vec::as_slice).collect();
    keep(&projects, &partners)
}

/// What the store has of the programme: slug, acronym, and partners by name.
async fn there(store: &Store) -> Vec<(String, String, Vec<String>)> {
    let document = store.load().await.unwrap().document;
    let own = |it: &&Project| it.programme.as_str() == "north-sea-2007";
    let mut all: Vec<_> = document
        .projects
        .iter()
        .filter(own)
        .map(|it| {
            let parts = it.participations.iter().map(|part| part.organisation.clone());
            (it.slug.to_string(), it.name(Lang::En).to_owned(), parts.collect())
        })
        .collect();
    all.sort();
    all
}

fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[tokio::test]
async fn acronyms_that_differ_by_a_sign_are_two_projects_in_any_order() {
    let projects = [
        project("CARE-North", "Carbon responsible transport", "2009/01/01"),
        project("CARE-North+", "Carbon responsible transport plus", "2012/07/01"),
    ];
    let partners = [
        partner("CARE-North", "City of Bremen", "Yes"),
        partner("CARE-North", "Gemeente Groningen", "No"),
        partner("CARE-North+", "City of Bremen", "Yes"),
        partner("CARE-North+", "City of Malmö", "No"),
    ];
    let mut turned = (projects.clone(), partners.clone());
    turned.0.reverse();
    turned.1.reverse();
    let expected = [
        (
            "care-north".to_owned(),
            "CARE-North".to_owned(),
            strings(&["City of Bremen", "Gemeente Groningen"]),
        ),
        (
            "care-north-plus".to_owned(),
            "CARE-North+".to_owned(),
            strings(&["City of Bremen", "City of Malmö"]),
        ),
    ];
    for (first, second) in [
        (file(&projects, &partners), file(&turned.0, &turned.1)),
        (file(&turned.0, &turned.1), file(&projects, &partners)),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (store, report) = imported(folder.path(), vec![first], |_| ()).await;
        assert_eq!((report.added, report.merged), (2, 0));
        assert_eq!(there(&store).await, expected);
        store.close().await;
        let (store, report) = imported(folder.path(), vec![second], |_| ()).await;
        assert_eq!((report.added, report.changed, report.unchanged), (0, 0, 2));
        assert_eq!(there(&store).await, expected);
    }
}

#[tokio::test]
async fn case_and_accents_tell_projects_apart_where_the_file_has_both() {
    let projects = [
        project("VALUE", "Valuing ecosystems", "2009/01/01"),
        project("Value", "A second one", "2011/01/01"),
        project("Válue", "A third one", "2010/01/01"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let partners = [partner("Value", "Second", "No"), partner("VALUE", "First", "No")];
    let (store, report) = imported(folder.path(), vec![file(&projects, &partners)], |_| ()).await;
    assert_eq!((report.added, report.merged, report.skipped), (3, 0, 0));
    let all = there(&store).await;
    let parts = |name: &str| all.iter().find(|it| it.1 == name).unwrap().2.clone();
    assert_eq!(parts("VALUE"), ["City of Bremen", "First"]);
    assert_eq!(parts("Value"), ["City of Bremen", "Second"]);
    assert_eq!(parts("Válue"), ["City of Bremen"]);
}

#[tokio::test]
async fn one_project_of_two_leads_may_be_spelled_in_two_ways() {
    let mut second = project("Framtiden AR bla", "The future is blue", "2009/01/01");
    second[3].1 = T("Second lead");
    let mut projects = [project("Framtiden är blå", "The future is blue", "2009/01/01"), second];
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![file(&projects, &[])], |_| ()).await;
    assert_eq!((report.added, report.merged), (1, 1));
    let before = there(&store).await;
    assert_eq!(before[0].1, "Framtiden är blå");
    assert_eq!(before[0].2, ["City of Bremen", "Second lead"]);
    store.close().await;
    projects.reverse();
    let (store, report) = imported(folder.path(), vec![file(&projects, &[])], |_| ()).await;
    assert_eq!((report.unchanged, report.merged), (1, 1));
    assert_eq!(there(&store).await, before);
}

#[tokio::test]
async fn a_project_of_another_identity_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let first = [project("VALUE", "Valuing ecosystems", "2009/01/01")];
    let (store, _) = imported(folder.path(), vec![file(&first, &[])], |_| ()).await;
    store.close().await;
    // Each file is alone, so its name is like just one that is there.
    for (n, other) in [
        project("VALUE+", "", ""),
        project("VALUE +", "Valuing ecosystems", "2013/01/01"),
        project("Value", "Something else", "2013/01/01"),
    ]
    .into_iter()
    .enumerate()
    {
        let (store, report) = imported(folder.path(), vec![file(&[other], &[])], |_| ()).await;
        assert_eq!((report.added, report.changed), (1, 0), "{n}");
        assert_eq!(there(&store).await.len(), n + 2);
        store.close().await;
    }
}

#[tokio::test]
async fn a_match_by_name_alone_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let first = [project("VALUE", "Valuing ecosystems", "2009/01/01")];
    let (store, _) = imported(folder.path(), vec![file(&first, &[])], |_| ()).await;
    store.close().await;
    let again = [project("Value", "Valuing ecosystems", "2009/01/01")];
    let (store, report) = imported(folder.path(), vec![file(&again, &[])], |_| ()).await;
    assert_eq!((report.added, report.changed), (0, 1));
    let said = report.problems.iter().find(|it| it.kind == ProblemKind::NameAlone).unwrap();
    assert_eq!((said.value.as_str(), said.detail.as_str()), ("Value", "value"));
    store.close().await;
    // From then on it has that very name.
    let (_, report) = imported(folder.path(), vec![file(&again, &[])], |_| ()).await;
    assert_eq!(report.unchanged, 1);
    assert!(report.problems.iter().all(|it| it.kind != ProblemKind::NameAlone));
}

fn template(projects: Vec<Vec<C>>, partners: Vec<Vec<C>>) -> Upload {
    let mut first = vec![row![
        "Acronym *",
        "Programme *",
        "Period *",
        "Title (English)",
        "Page on keep.eu",
        "Name in the address"
    ]];
    first.extend(projects);
    let mut second = vec![row![
        "Acronym of the project *",
        "Organisation *",
        "Role *",
        "Programme (where acronyms repeat)"
    ]];
    second.extend(partners);
    workbook(&[("Projects", first), ("Partners", second)])
}

#[tokio::test]
async fn the_page_in_keep_tells_which_project_is_meant() {
    let one = "https://keep.eu/projects/1";
    let two = "https://keep.eu/projects/2";
    let row = |acronym, url| row![acronym, "Interreg North Sea", "2021-2027", "", url, ""];
    let folder = tempfile::tempdir().unwrap();
    let first = template(vec![row("VALUE", one), row("VALUE", two)], vec![]);
    let (store, report) = imported(folder.path(), vec![first], |_| ()).await;
    assert_eq!((report.added, report.merged), (2, 0));
    store.close().await;
    // One gets another acronym; a third has the acronym of the first.
    let three = "https://keep.eu/projects/3";
    let next = template(vec![row("VALUE", three), row("WORTH", two), row("VALUE", one)], vec![]);
    let (store, report) = imported(folder.path(), vec![next], |_| ()).await;
    assert_eq!((report.added, report.changed, report.unchanged), (1, 1, 1));
    let document = store.load().await.unwrap().document;
    let by_page = |url: &str| {
        let found = document.projects.iter().find(|it| it.keep_url.as_deref() == Some(url));
        found.unwrap().acronym.clone().unwrap()
    };
    assert_eq!([one, two, three].map(by_page), ["VALUE", "WORTH", "VALUE"]);
}

#[tokio::test]
async fn a_slug_that_came_along_with_a_copied_row_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    // The slug of BLING, under another acronym and another page of keep.eu.
    let page = "https://keep.eu/projects/99999/other";
    let copied = row!["MINE", "Interreg North Sea", "2021-2027", "My own", page, "bling"];
    let (store, report) =
        imported(folder.path(), vec![template(vec![copied], vec![])], |_| ()).await;
    assert_eq!((report.added, report.changed), (1, 0));
    assert!(kinds(&report).contains(&(ProblemKind::SlugTaken, 2)));
    let document = store.load().await.unwrap().document;
    assert_eq!(document.projects[10].slug.as_str(), "mine");
    store.close().await;
    // A project that is called otherwise from now on is still the same.
    let renamed = row!["BLONG", "Interreg VB North Sea Region", "2014-2020", "", "", "bling"];
    let (_, report) = imported(folder.path(), vec![template(vec![renamed], vec![])], |_| ()).await;
    assert_eq!((report.added, report.changed), (0, 1));
}

#[test]
fn partners_join_by_the_very_text_of_the_programme() {
    let report = judged(vec![template(
        vec![
            row!["DISCO", "Interreg North Sea", "2021-2027"],
            row!["DISCO", "Interreg North-West Europe", "2021-2027"],
            row!["VALUE", "Interreg North Sea", "2021-2027"],
            row!["VALUE+", "Interreg North Sea", "2021-2027"],
        ],
        vec![
            row!["DISCO", "Gemeente Groningen", "lead", "Interreg North Sea"],
            row!["DISCO", "Gemeente Assen", "lead", "Interreg North-West Europe"],
            row!["DISCO", "Gemeente Emmen", "partner", "Interreg North Sea 2021-2027"],
            row!["value", "Gemeente Emmen", "lead", "The North Sea"],
            row!["VALUE+", "Gemeente Emmen", "lead", ""],
            // Neither of two, and one of a programme that has no such project.
            row!["DISCO", "Gemeente Leeuwarden", "partner", ""],
            row!["VALUE", "Gemeente Leeuwarden", "partner", "Interreg North-West Europe"],
        ],
    )])
    .unwrap();
    assert_eq!((report.projects, report.partner_rows, report.skipped), (4, 7, 2));
    let unknown = [(ProblemKind::ProjectUnknown, 7), (ProblemKind::ProjectUnknown, 8)];
    let said: Vec<_> = kinds(&report)
        .into_iter()
        .filter(|(kind, _)| *kind == ProblemKind::ProjectUnknown)
        .collect();
    assert_eq!(said, unknown);
    assert!(!kinds(&report).iter().any(|(kind, _)| *kind == ProblemKind::LeadMissing));
}

#[tokio::test]
async fn a_programme_is_known_by_its_name_under_any_slug() {
    let mut document = super::fixture::default();
    let own = document.programmes.iter_mut().find(|it| it.slug.as_str() == "north-sea-2021");
    let programme = own.unwrap();
    programme.slug = "nsr".parse().unwrap();
    for project in &mut document.projects {
        if project.programme.as_str() == "north-sea-2021" {
            project.programme = "nsr".parse().unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = csv("all.json", crate::file::write(&document).unwrap());
    let (store, _) = imported(folder.path(), vec![file], |options| options.replace = true).await;
    store.close().await;
    let next = template(vec![row!["NEW ONE", "Interreg North Sea", "2021-2027"]], vec![]);
    let (store, report) = imported(folder.path(), vec![next], |_| ()).await;
    assert_eq!(report.added, 1);
    let after = store.load().await.unwrap().document;
    assert_eq!(after.programmes.len(), document.programmes.len());
    let new = after.projects.iter().find(|it| it.slug.as_str() == "new-one").unwrap();
    assert_eq!(new.programme.as_str(), "nsr");
}
