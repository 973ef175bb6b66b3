//! Amounts that contradict each other.

use catalogue::model::{Lang, Money};

use super::{
    fixture::{
        C::{self, N, T},
        csv, default, judged, keep_rows, workbook,
    },
    keep::imported,
};
use crate::{
    export::Format,
    file,
    import::{Problem, ProblemKind, Report, table::Upload},
    row,
};

const LT_PL: &str = "2014 - 2020 INTERREG V-A Lithuania - Poland";
const HU_RS: &str = "2014 - 2020 Interreg IPA CBC Hungary - Serbia";

type KeepRow = [(&'static str, C); 8];

fn keep(programme: &'static str, acronym: &'static str, total: C, funding: C) -> KeepRow {
    [
        ("Programme", T(programme)),
        ("Acronym", T(acronym)),
        ("Lead Partner", T("Gmina Sejny")),
        ("Period", T("2014-2020")),
        ("Town", T("Sejny")),
        ("Country", T("Poland")),
        ("Budget", total),
        ("EU Funding", funding),
    ]
}

/// The slips of the real export, each beside a project of its programme without one.
fn slips() -> Upload {
    let rows = [
        keep(LT_PL, "Usual", T("1,000,000.00"), N(850_000.0)),
        keep(LT_PL, "Discover", T("499,976,135.00"), N(42_497.96)),
        keep(LT_PL, "Taming", T("491,564,805.00"), N(41_783.0)),
        keep(HU_RS, "WASIDCA", T("5,468,716.52"), N(4_648_409.04)),
        keep(HU_RS, "OASIS", T("588,017.84"), N(499_815_164.0)),
    ];
    let rows: Vec<&[(&str, C)]> = rows.iter().map(|row| &row[..]).collect();
    workbook(&[("Projects (lead partners)", keep_rows(&rows))])
}

const KINDS: [ProblemKind; 4] = [
    ProblemKind::FundingLow,
    ProblemKind::FundingAboveBudget,
    ProblemKind::PartnerAboveProject,
    ProblemKind::PartnersAboveProject,
];

/// What is said of a contradiction: its kind, row, column, what stands there, and both
/// amounts.
type Told<'a> = (ProblemKind, u32, &'a str, &'a str, &'a str);

fn one(problem: &Problem) -> Told<'_> {
    let Problem { row, column, value, kind, detail } = problem;
    (*kind, row.number, column.as_deref().unwrap(), value, detail)
}

fn told(report: &Report) -> Vec<Told<'_>> {
    let contradictions = report.problems.iter().filter(|it| KINDS.contains(&it.kind));
    contradictions.map(one).collect()
}

const SLIPS: [Told<'_>; 3] = [
    (ProblemKind::FundingLow, 3, "L (Budget)", "499976135", "42497.96 < 5 % × 499976135"),
    (ProblemKind::FundingLow, 4, "L (Budget)", "491564805", "41783 < 5 % × 491564805"),
    (ProblemKind::FundingAboveBudget, 6, "N (EU Funding)", "499815164", "499815164 > 588017.84"),
];

#[tokio::test]
async fn check_and_import_name_the_cell_that_is_doubtful_and_both_amounts() {
    let report = judged(vec![slips()]).unwrap();
    assert_eq!(told(&report), SLIPS);
    assert!(!report.has_errors());
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![slips()], |_| ()).await;
    assert_eq!(told(&report), SLIPS);
    // Amounts are kept as they were published.
    let document = store.load().await.unwrap().document;
    let discover =
        document.projects.iter().find(|it| it.acronym.as_deref() == Some("Discover")).unwrap();
    let exact = |euro: &str| Some(Money { eur: euro.parse().unwrap(), rounded: false });
    assert_eq!(discover.total_budget, exact("499976135"));
    assert_eq!(discover.eu_funding, exact("42497.96"));
    store.close().await;
    // Taken in again they change nothing, and are told again.
    let (store, report) = imported(folder.path(), vec![slips()], |_| ()).await;
    assert_eq!((report.added, report.changed), (0, 0));
    assert_eq!(told(&report), SLIPS);
    store.close().await;
    let (_, report) =
        imported(folder.path(), vec![slips()], |options| options.dry_run = true).await;
    assert_eq!(told(&report), SLIPS);
}

#[tokio::test]
async fn an_import_measures_with_the_projects_that_the_catalogue_has_already() {
    let book = |rows: &[KeepRow]| {
        let rows: Vec<&[(&str, C)]> = rows.iter().map(|row| &row[..]).collect();
        workbook(&[("Projects (lead partners)", keep_rows(&rows))])
    };
    let slip = || book(&[keep(LT_PL, "Slip", N(100_000_000.0), N(1_000_000.0))]);
    let others = || {
        book(&[
            keep(LT_PL, "Costs", N(10_000_000.0), C::E),
            keep(LT_PL, "Receives", C::E, N(1_000.0)),
        ])
    };
    let column = |report: &Report| {
        let told = told(report);
        assert_eq!(told.len(), 1);
        told[0].2.to_owned()
    };
    // Alone it does not tell which is wrong. The larger is named.
    assert_eq!(column(&judged(vec![slip()]).unwrap()), "L (Budget)");
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(folder.path(), vec![others()], |_| ()).await;
    store.close().await;
    // The total is ten times the largest other, the EU funding a thousand times.
    let (store, report) = imported(folder.path(), vec![slip()], |_| ()).await;
    assert_eq!(column(&report), "N (EU Funding)");
    store.close().await;
    // With --replace the others go, and are no measure any more.
    let (_, report) = imported(folder.path(), vec![slip()], |options| {
        options.replace = true;
        options.allow_shrink = true;
    })
    .await;
    assert_eq!(column(&report), "L (Budget)");
}

fn template(projects: Vec<Vec<C>>, partners: Vec<Vec<C>>) -> Upload {
    let mut first =
        vec![row!["Acronym *", "Programme *", "Period *", "Total budget (€)", "EU funding (€)"]];
    first.extend(projects);
    let mut second = vec![row![
        "Acronym of the project *",
        "Organisation *",
        "Role *",
        "Country",
        "Budget (€)",
        "EU funding (€)"
    ]];
    second.extend(partners);
    workbook(&[("Projects", first), ("Partners", second)])
}

#[test]
fn partners_are_named_by_their_own_row_and_their_sum_by_that_of_the_project() {
    let project = |name, total: f64| row![name, "Interreg North Sea", "2021-2027", total];
    let partner = |of, name, budget: f64| row![of, name, "Partner", "NL", budget];
    let file = template(
        vec![project("Veen", 1_000.0), project("Meer", 1_000.0), project("Bos", 100_000.0)],
        vec![
            partner("Veen", "Gemeente Emmen", 400.0),
            // Above the project, and far above any other partner.
            partner("Veen", "Gemeente Assen", 60_000.0),
            partner("Meer", "Gemeente Emmen", 600.0),
            partner("Meer", "Gemeente Assen", 500.0),
            row!["Bos", "Gemeente Emmen", "Lead partner", "NL", 900.0, 901.0],
            partner("Bos", "Gemeente Assen", 1_500.0),
        ],
    );
    let report = judged(vec![file]).unwrap();
    assert_eq!(
        told(&report),
        [
            (ProblemKind::PartnerAboveProject, 3, "E (Budget (€))", "60000", "60000 > 1000"),
            (
                ProblemKind::PartnersAboveProject,
                3,
                "D (Total budget (€))",
                "1000",
                "1100 > 1000 + 1 %"
            ),
            (ProblemKind::FundingAboveBudget, 6, "F (EU funding (€))", "901", "901 > 900"),
        ]
    );
    assert_eq!(
        &*report.problems.iter().find(|it| it.value == "60000").unwrap().row.sheet,
        "Partners"
    );
}

#[tokio::test]
async fn an_amount_that_contradicts_what_the_catalogue_has_is_named_where_the_file_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let of = |total: C, funding: C| {
        template(
            vec![vec![T("Veen"), T("Interreg North Sea"), T("2021-2027"), total, funding]],
            vec![],
        )
    };
    let first = of(C::E, N(850.0));
    let (store, report) = imported(folder.path(), vec![first], |_| ()).await;
    assert_eq!(told(&report), []);
    store.close().await;
    let (store, report) = imported(folder.path(), vec![of(N(500.0), C::E)], |_| ()).await;
    let expected = (ProblemKind::FundingAboveBudget, 2, "D (Total budget (€))", "500", "850 > 500");
    assert_eq!(told(&report), [expected]);
    store.close().await;
    // A file that says nothing of the amounts is not to blame.
    let (_, report) = imported(folder.path(), vec![of(C::E, C::E)], |_| ()).await;
    assert_eq!(told(&report), []);
}

#[tokio::test]
async fn a_document_names_the_field_of_the_doubtful_amount() {
    let mut document = default();
    let euro =
        |euro: u32| Some(Money { eur: catalogue::model::Euro::from_euro(euro), rounded: false });
    document.projects[4].total_budget = euro(1_000);
    document.projects[4].eu_funding = euro(1_001);
    document.projects[5].participations[1].eu_funding = euro(5);
    document.projects[5].participations[1].budget = euro(4);
    let text = file::write(&document).unwrap();
    let expected = [
        (ProblemKind::FundingAboveBudget, 5, "projects[4].eu_funding", "1001", "1001 > 1000"),
        (
            ProblemKind::FundingAboveBudget,
            6,
            "projects[5].participations[1].eu_funding",
            "5",
            "5 > 4",
        ),
    ];
    let report = judged(vec![csv("all.json", text.clone())]).unwrap();
    assert_eq!(told(&report), expected);
    let folder = tempfile::tempdir().unwrap();
    for replace in [false, true] {
        let file = csv("all.json", text.clone());
        let (store, report) =
            imported(folder.path(), vec![file], |options| options.replace = replace).await;
        assert_eq!(told(&report), expected);
        store.close().await;
    }
}

#[tokio::test]
async fn doubtful_amounts_come_back_from_every_export_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = imported(folder.path(), vec![slips()], |_| ()).await;
    let before = store.load().await.unwrap().document;
    store.close().await;
    for (name, bytes) in [
        ("all.xlsx", Format::Xlsx.write(&before, Lang::En).unwrap()),
        ("all.json", file::write(&before).unwrap().into()),
    ] {
        let file = Upload { name: name.to_owned(), bytes };
        let (store, report) = imported(folder.path(), vec![file], |_| ()).await;
        assert_eq!((report.added, report.changed), (0, 0), "{name}");
        assert_eq!(told(&report).len(), SLIPS.len(), "{name}");
        assert_eq!(store.load().await.unwrap().document.projects, before.projects);
        store.close().await;
    }
}
