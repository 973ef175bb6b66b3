//! keep.eu's export.

use catalogue::model::{Precision, Project, Role, Theme};

use super::fixture::{
    C::{D, N, T},
    default, judged, keep_partners, keep_rows, kinds, request, workbook,
};
use crate::{
    gazetteer::Gazetteer,
    import::{ImportOptions, InputFormat, ProblemKind, Quiet, Report, import, read, table::Upload},
    store::{Change, Store},
};

const SE_NO: &str = "2014 - 2020 INTERREG V-A Sweden - Norway";
const DE_NL: &str = "2014 - 2020 INTERREG V-A Germany - The Netherlands";
const IT_HR: &str = "2014 - 2020 INTERREG VB Adriatic - Ionian";

/// Every oddity of the real file in a few rows.
pub(super) fn oddities() -> Upload {
    let projects = keep_rows(&[
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vitale Regionen")),
            ("Project Name", T("Vital regions")),
            ("Project Name language 2", T("Vitale Regionen")),
            ("Project Name language 3", T("Vitale regio's")),
            ("Lead Partner", T("Stadt Haren (Ems)")),
            ("Period", T("2014-2020")),
            ("Postal code", N(49733.0)),
            ("Town", T("Haren (Ems)")),
            ("Country", T("Germany")),
            ("Budget", T("4,240,820.46")),
            ("EU Funding", N(758_394.29)),
            ("Website", T("www.deutschland-nederland.eu")),
            ("Thematic1", T("Tourism")),
            ("Thematic2", T("Green technologies")),
            ("Thematic3", T("n/a")),
            ("Inv. Priority", T("(6c) conserving, protecting natural and cultural heritage")),
            (
                "Description 1",
                T(
                    "Das Ziel des Vorhabens ist es, die Regionen auf beiden Seiten der Grenze zu stärken.",
                ),
            ),
            (
                "Description 2",
                T(
                    "Het doel van het project is om de regio's aan beide zijden van de grens te versterken.",
                ),
            ),
            ("Achievements EN", T("Three trails were opened. Write to info@example.eu for more.")),
            ("Project start", T("2015/10/27")),
            ("Project end", T("2019/09/30")),
        ],
        // The same project from both sides of the border.
        &[
            ("Programme", T(SE_NO)),
            ("Acronym", T("Framtiden är blå")),
            ("Lead Partner", T("Norsk Institutt for Bioøkonomi")),
            ("Town", T("Ås")),
            ("Country", T("Norway")),
            ("Budget", T("0")),
            ("EU Funding", N(0.0)),
            ("Project start", D(2016, 1, 1)),
        ],
        &[
            ("Programme", T(SE_NO)),
            ("Acronym", T("Framtiden är blå")),
            ("Lead Partner", T("Centrum för biologisk mångfald, SLU")),
            ("Town", T("UPPSALA")),
            ("Country", T("Sweden")),
            ("Budget", T("0")),
            ("EU Funding", N(0.0)),
            ("Project start", D(2016, 1, 1)),
        ],
        // The same acronym in another programme, and an acronym that is a number.
        &[
            ("Programme", T(IT_HR)),
            ("Acronym", T("Vitale Regionen")),
            ("Lead Partner", T("Comune di Modena")),
            ("Town", T("Modena")),
            ("Country", T("ITALY")),
        ],
        &[
            ("Programme", T(IT_HR)),
            ("Acronym", N(4100.0)),
            ("Lead Partner", T("Comune di Modena")),
            ("Town", T("Modena")),
            ("Country", T("ITALY")),
        ],
    ]);
    let partners = keep_partners(&[
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vitale Regionen")),
            ("Project Partner", T("Stadt Haren (Ems)")),
            ("Lead Partner", T("Yes")),
            ("Postal code", N(49733.0)),
            ("Town", T("Haren (Ems)")),
            ("Country", T("Germany")),
            ("Country code", T("DE Germany / DEUTSCHLAND")),
            ("NUTS3 (or equivalent)", T("DE949  / Emsland")),
        ],
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vitale Regionen")),
            ("Project Partner", T("Gemeente Groningen")),
            ("Lead Partner", T("No")),
            ("Postal code", T("9712 HM")),
            ("Town", T("GRONINGEN")),
            ("Country", T("Netherlands")),
            ("Legal Status", T("public")),
        ],
        &[
            ("Programme", T(DE_NL)),
            ("Acronym", T("Vitale Regionen")),
            ("Project Partner", T("Mr. J. Smit")),
            ("Lead Partner", T("No")),
            ("Town", T("Emmen")),
            ("Country", T("Netherlands")),
        ],
        &[
            ("Programme", T(SE_NO)),
            ("Acronym", T("Framtiden är blå")),
            ("Project Partner", T("Norsk Institutt for Bioøkonomi")),
            ("Lead Partner", T("Yes")),
            ("Town", T("Ås")),
            ("Country", T("Norway")),
            ("NUTS3 (or equivalent)", T("NO012  / Akershus")),
        ],
        &[
            ("Programme", T(IT_HR)),
            ("Acronym", N(4100.0)),
            ("Project Partner", T("Comune di Modena")),
            ("Lead Partner", T("Yes")),
            ("Town", T("Nowhere at all")),
            ("Country", T("ITALY")),
            ("Country code", T("IT Italy / ITALIA")),
            ("NUTS1 (or equivalent)", T("ITH  / NORD-EST")),
            ("NUTS3 (or equivalent)", T("ITH54  / Modena")),
        ],
        &[
            ("Programme", T(IT_HR)),
            ("Acronym", T("Vitale Regionen")),
            ("Project Partner", T("Δήμος Δράμας")),
            ("Lead Partner", T("No")),
            ("Town", T("Drama")),
            ("Country", T("GREECE")),
            ("Country code", T("EL Greece / ΕΛΛΑΔΑ")),
        ],
    ]);
    workbook(&[
        ("Projects (lead partners)", projects),
        ("Partners", partners),
        ("Calls", vec![crate::row!["Programme", "Serial Number"]]),
    ])
}

/// Imports into a store of its own and gives the store and the report.
pub(super) async fn imported(
    folder: &std::path::Path,
    files: Vec<Upload>,
    change: impl FnOnce(&mut ImportOptions),
) -> (Store, Report) {
    let store = Store::open(folder).await.unwrap();
    crate::seed(&store).await.unwrap();
    let mut options = ImportOptions {
        replace: false,
        dry_run: false,
        strict: false,
        allow_shrink: false,
        today: "2026-11-24".parse().unwrap(),
        home_cities: vec![],
        by: Change::now("test", "a test"),
    };
    change(&mut options);
    let cities = default().home_cities;
    let reading = read(request(files), &cities, &mut Quiet).unwrap();
    let gazetteer = Gazetteer::embedded().unwrap();
    let report = import(&store, reading, options, gazetteer, &mut Quiet).await.unwrap();
    (store, report)
}

async fn project(store: &Store, slug: &str) -> Project {
    let document = store.load().await.unwrap().document;
    let found = document.projects.into_iter().find(|project| project.slug.as_str() == slug);
    found.unwrap_or_else(|| panic!("no {slug}"))
}

#[test]
fn an_export_is_recognised_and_every_oddity_is_told_once() {
    let report = judged(vec![oddities()]).unwrap();
    assert_eq!(report.format, InputFormat::Keep);
    assert_eq!(report.left_alone, ["Calls"]);
    assert_eq!((report.project_rows, report.projects, report.merged), (5, 4, 1));
    assert_eq!((report.partner_rows, report.skipped), (6, 1));
    let kinds = kinds(&report);
    let count = |kind| kinds.iter().filter(|(known, _)| *known == kind).count();
    assert_eq!(count(ProblemKind::MailRemoved), 1);
    assert_eq!(count(ProblemKind::PersonSkipped), 1);
    assert_eq!(count(ProblemKind::RowsMerged), 1);
    assert_eq!(count(ProblemKind::RowsDiffer), 0);
    assert_eq!(count(ProblemKind::PlaceRegion), 1);
    assert_eq!(count(ProblemKind::HeaderUnknown), 0);
    assert!(!report.has_errors(), "{:?}", report.problems);
}

#[tokio::test]
async fn a_project_is_read_field_by_field() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(folder.path(), vec![oddities()], |_| ()).await;
    let project = project(&store, "vitale-regionen").await;
    assert_eq!(project.acronym.as_deref(), Some("Vitale Regionen"));
    assert_eq!(project.programme.as_str(), "deutschland-nederland-2014");
    let titles: Vec<_> =
        project.title.iter().map(|text| (text.lang.as_str(), text.text.as_str())).collect();
    assert_eq!(
        titles,
        [("en", "Vital regions"), ("de", "Vitale Regionen"), ("nl", "Vitale regio's")]
    );
    let languages: Vec<_> = project.description.iter().map(|text| text.lang.as_str()).collect();
    assert_eq!(languages, ["de", "nl"]);
    assert_eq!(project.results[0].text, "Three trails were opened. Write to … for more.");
    assert_eq!(f64::from(project.total_budget.unwrap().eur), 4_240_820.46);
    assert_eq!(f64::from(project.eu_funding.unwrap().eur), 758_394.29);
    assert_eq!(project.website.as_deref(), Some("https://www.deutschland-nederland.eu"));
    assert_eq!(project.themes, [Theme::CultureTourism, Theme::Environment]);
    assert_eq!(project.keep_themes, ["Tourism", "Green technologies"]);
    let priority = project.priority.unwrap();
    assert_eq!(priority.code.as_deref(), Some("6c"));
    assert_eq!(priority.label, "conserving, protecting natural and cultural heritage");
    assert_eq!(project.start.unwrap().to_string(), "2015-10-27");
    assert_eq!(project.end.unwrap().to_string(), "2019-09-30");
    // A home city sits in it, so it presents it; the municipality is its own.
    assert_eq!(project.presented_by[0].as_str(), "groningen");
    let parts = &project.participations;
    assert_eq!(parts.len(), 2, "the person is not taken in");
    assert_eq!((parts[0].role, parts[0].organisation.as_str()), (Role::Lead, "Stadt Haren (Ems)"));
    assert_eq!(parts[0].nuts, ["DE949"]);
    let place = parts[0].location.unwrap();
    assert_eq!(place.precision, Precision::Town);
    assert!((f64::from(place.lat) - 52.79).abs() < 0.05);
    assert_eq!(parts[1].city.as_ref().unwrap().as_str(), "groningen");
    assert_eq!(parts[1].town.as_deref(), Some("Groningen"), "as maps write it");
    assert!(project.sources.iter().any(|source| source.url == "https://keep.eu/"));
}

#[tokio::test]
async fn both_leads_of_a_project_are_kept_and_zero_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(folder.path(), vec![oddities()], |_| ()).await;
    let project = project(&store, "framtiden-ar-bla").await;
    let leads: Vec<_> = project.leads().map(|lead| lead.organisation.as_str()).collect();
    assert_eq!(leads.len(), 2, "{leads:?}");
    assert_eq!(project.total_budget.unwrap().eur.cents(), 0);
    assert_eq!(project.end, None);
}

#[tokio::test]
async fn an_acronym_of_two_programmes_gives_two_projects() {
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![oddities()], |_| ()).await;
    assert_eq!((report.added, report.changed, report.removed), (4, 0, 0));
    let other = project(&store, "vitale-regionen-adriatic-ionian-2014").await;
    assert_eq!(other.leads().count(), 1, "the lead of its own row");
    assert_eq!(other.participations[1].country.unwrap().as_str(), "GR");
    assert_eq!(project(&store, "4100").await.acronym.as_deref(), Some("4100"));
    assert_eq!(store.load().await.unwrap().document.projects.len(), 14);
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(folder.path(), vec![oddities()], |_| ()).await;
    let before = store.load().await.unwrap();
    store.close().await;
    let (store, report) = imported(folder.path(), vec![oddities()], |options| {
        options.today = "2027-01-01".parse().unwrap()
    })
    .await;
    assert_eq!((report.added, report.changed, report.unchanged), (0, 0, 4));
    assert_eq!(store.load().await.unwrap(), before);
}

#[tokio::test]
async fn replacing_takes_out_what_is_not_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (store, report) =
        imported(folder.path(), vec![oddities()], |options| options.replace = true).await;
    assert_eq!((report.added, report.removed), (4, 10));
    let document = store.load().await.unwrap().document;
    assert_eq!((document.projects.len(), document.home_cities.len()), (4, 4));
    assert_eq!(document.programmes.len(), 3, "programmes without projects go as well");
    document.validate().unwrap();
}

#[tokio::test]
async fn a_dry_run_and_a_strict_rejection_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let bad = workbook(&[(
        "Projects",
        keep_rows(&[&[
            ("Programme", T(SE_NO)),
            ("Acronym", T("Bad")),
            ("Lead Partner", T("SLU")),
            ("Budget", T("about five")),
        ]]),
    )]);
    let (store, report) =
        imported(folder.path(), vec![oddities()], |options| options.dry_run = true).await;
    let before = store.load().await.unwrap();
    assert_eq!((report.added, report.changes.len()), (4, 4));
    assert_eq!(before.document.projects.len(), 10);
    store.close().await;
    let (store, report) = imported(folder.path(), vec![bad], |options| options.strict = true).await;
    assert!(report.has_errors());
    assert_eq!(store.load().await.unwrap(), before);
}

#[tokio::test]
async fn what_only_the_catalogue_knew_survives_a_merge() {
    let folder = tempfile::tempdir().unwrap();
    let file = workbook(&[(
        "Projects",
        keep_rows(&[&[
            ("Programme", T("2014 - 2020 INTERREG VB North Sea")),
            ("Acronym", T("BLING")),
            ("Lead Partner", T("Somebody else")),
            ("Town", T("Göteborg")),
            ("Country", T("Sweden")),
            ("Budget", T("1,000.00")),
        ]]),
    )]);
    let before = default().projects.into_iter().find(|it| it.slug.as_str() == "bling").unwrap();
    let (store, report) = imported(folder.path(), vec![file], |_| ()).await;
    assert_eq!((report.added, report.changed), (0, 1));
    let after = project(&store, "bling").await;
    assert_eq!(f64::from(after.total_budget.unwrap().eur), 1000.0);
    assert_eq!(after.title, before.title);
    assert_eq!(after.presented_by, before.presented_by);
    assert_eq!(after.start, before.start);
    // The file names a lead and lists no partners: it is silent about them.
    assert_eq!(after.participations.len(), before.participations.len() + 1);
    assert_eq!(after.participations[0].organisation, "Somebody else");
    assert_eq!(after.participations[1..], before.participations);
    assert!(after.sources.len() > before.sources.len());
    let history = store.history(&after.slug).await.unwrap();
    assert_eq!(history.last().unwrap().author, "test");
}

#[test]
fn columns_come_in_any_order_under_any_known_name() {
    let file = workbook(&[(
        "Export",
        vec![
            crate::row!["Title above the list"],
            crate::row![
                "Country",
                "Lead Partner",
                "Total budget",
                "Project title",
                "Project acronym",
                "Programme name",
                "Contact person",
                "E-mail",
                "Colour",
                "Start date"
            ],
            crate::row![
                "Sweden",
                "SLU",
                "12.50",
                "A title",
                "TWO",
                SE_NO,
                "J. Smit",
                "j@smit.nl",
                "red",
                "2021/01/01"
            ],
        ],
    )]);
    let report = judged(vec![file]).unwrap();
    assert_eq!((report.format, report.projects), (InputFormat::Keep, 1));
    assert_eq!(
        kinds(&report)[..3],
        [
            (ProblemKind::PersonalColumn, 2),
            (ProblemKind::PersonalColumn, 2),
            (ProblemKind::HeaderUnknown, 2)
        ]
    );
    assert_eq!(report.problems[2].value, "Colour");
    assert!(!format!("{report:?}").contains("smit.nl"), "nothing of a person is repeated");
}

/// The real export, which is not part of the project: where it is absent the
/// test says so.
#[tokio::test]
async fn the_real_export_is_taken_in_whole() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data/keep-export-2014-2020-closed.xlsx");
    let Ok(file) = Upload::open(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (store, report) =
        imported(folder.path(), vec![file], |options| options.replace = true).await;
    assert_eq!((report.project_rows, report.partner_rows), (1891, 8621));
    assert_eq!((report.projects, report.merged, report.skipped), (1852, 39, 0));
    assert_eq!((report.added, report.removed), (1852, 10));
    let document = store.load().await.unwrap().document;
    assert_eq!((document.projects.len(), document.programmes.len()), (1852, 66));
    let two_leads = document.projects.iter().filter(|it| it.leads().count() == 2).count();
    assert!(two_leads >= 39, "{two_leads}");

    let gazetteer = Gazetteer::embedded().unwrap();
    let parts = || document.projects.iter().flat_map(|project| &project.participations);
    let located = parts().filter(|part| part.location.is_some()).count();
    assert!(located * 100 >= parts().count() * 97, "{located} of {}", parts().count());
    let mut compared = 0;
    for part in parts() {
        let region = part.nuts.iter().find(|code| code.len() == 5);
        if let (Some(location), Some(region)) =
            (&part.location, region.and_then(|code| gazetteer.region(code)))
        {
            compared += 1;
            let apart = crate::gazetteer::distance::between(location, &region);
            assert!(apart <= 75.0, "{}: {apart} km from {:?}", part.organisation, part.nuts);
        }
    }
    assert!(compared > 7_500, "{compared}");

    let by_name = |name: &str| {
        let found = document.projects.iter().find(|it| it.acronym.as_deref() == Some(name));
        found.unwrap_or_else(|| panic!("no {name}"))
    };
    let first = by_name("\"Antonius cum Johannis\"");
    assert_eq!(first.slug.as_str(), "antonius-cum-johannis");
    assert_eq!(first.programme.as_str(), "germany-saxony-czech-republic-2014");
    assert_eq!(f64::from(first.total_budget.unwrap().eur), 892_228.58);
    assert_eq!(f64::from(first.eu_funding.unwrap().eur), 758_394.29);
    assert_eq!(first.start.unwrap().to_string(), "2015-10-27");
    assert_eq!(first.end.unwrap().to_string(), "2019-09-30");
    assert_eq!(first.themes, [Theme::CultureTourism, Theme::Economy]);
    let languages: Vec<_> = first.description.iter().map(|it| it.lang.as_str()).collect();
    assert_eq!(languages, ["de", "cs"]);
    assert_eq!(first.leads().next().unwrap().town.as_deref(), Some("Zittau"));

    let second = by_name("\"Bez granic - część 1\"/\"Grenzenlos - Teil 1\"");
    assert_eq!(f64::from(second.total_budget.unwrap().eur), 4_240_820.46);
    let languages: Vec<_> = second.title.iter().map(|it| it.lang.as_str()).collect();
    assert_eq!(languages, ["de", "pl"]);
    assert_eq!(second.priority.as_ref().unwrap().code.as_deref(), Some("7b"));

    let third = by_name("ENERGY@SCHOOL");
    let lead = third.leads().next().unwrap();
    assert_eq!(lead.organisation, "Union of Municipalities of Low Romagna Region");
    assert_eq!(lead.nuts.last().map(String::as_str), Some("ITH57"));
    assert_eq!(third.programme.as_str(), "central-europe-2014");
    let words = serde_json::to_string(&document).unwrap();
    let mail = crate::import::value::without_mail(&words.replace('"', " "));
    assert!(mail.is_none(), "a mail address was taken in");
}
