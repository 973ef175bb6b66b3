//! Programmes before 2014, as keep.eu's export names them.

use catalogue::model::{Period, Strand};

use super::{
    fixture::{
        C::{self, T},
        keep_partners, keep_rows, workbook,
    },
    keep::imported,
};

#[tokio::test]
async fn older_programmes_have_their_strand_and_period() {
    const OLDER: [(&str, &str); 8] = [
        ("2007 - 2013 South East Europe", "2007-2013"),
        ("2007 - 2013 Programme MED", "2007-2013"),
        ("2000 - 2006 Cadses", "2000-2006"),
        ("2000 - 2006 Archimed", "2000-2006"),
        ("2000 - 2006 Western Mediterranean", "2000-2006"),
        ("2007 - 2013 Black Sea Basin ENPI CBC", "2007-2013"),
        ("2007 – 2013 IPA CBC programme Albania – Montenegro", "2007-2013"),
        ("2007 – 2013 IPA CBC programme Croatia -  Bosnia and Herzegovina", ""),
    ];
    const ACRONYMS: [&str; 8] = ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"];
    let common = [("Town", T("Wien")), ("Country", T("Austria"))];
    let mut projects: Vec<Vec<(&str, C)>> = Vec::new();
    let mut partners = projects.clone();
    for ((programme, period), acronym) in OLDER.into_iter().zip(ACRONYMS) {
        let named = [("Programme", T(programme)), ("Acronym", T(acronym))];
        let own = [("Lead Partner", T("Org")), ("Period", T(period))];
        projects.push([&named[..], &own, &common].concat());
        let own = [("Project Partner", T("Org")), ("Lead Partner", T("Yes"))];
        partners.push([&named[..], &own, &common].concat());
    }
    let projects: Vec<_> = projects.iter().map(Vec::as_slice).collect();
    let partners: Vec<_> = partners.iter().map(Vec::as_slice).collect();
    let sheets = [("Projects", keep_rows(&projects)), ("Partners", keep_partners(&partners))];
    let folder = tempfile::tempdir().unwrap();
    let (store, report) = imported(folder.path(), vec![workbook(&sheets)], |_| ()).await;
    assert_eq!((report.added, report.skipped), (8, 0));
    assert!(!report.has_errors());
    let document = store.load().await.unwrap().document;
    for (acronym, name, strand, period) in [
        ("P0", "South East Europe", Strand::B, Period::P2007),
        ("P1", "Programme MED", Strand::B, Period::P2007),
        ("P2", "Cadses", Strand::B, Period::P2000),
        ("P3", "Archimed", Strand::B, Period::P2000),
        ("P4", "Western Mediterranean", Strand::B, Period::P2000),
        ("P5", "Black Sea Basin ENPI CBC", Strand::B, Period::P2007),
        ("P6", "IPA CBC programme Albania – Montenegro", Strand::A, Period::P2007),
        ("P7", "IPA CBC programme Croatia - Bosnia and Herzegovina", Strand::A, Period::P2007),
    ] {
        let project = document.projects.iter().find(|it| it.acronym.as_deref() == Some(acronym));
        let slug = &project.unwrap().programme;
        let programme = document.programmes.iter().find(|it| it.slug == *slug).unwrap();
        let read = (programme.name.as_str(), programme.strand, programme.period);
        assert_eq!(read, (name, strand, period), "{acronym}");
        assert!(
            slug.as_str().ends_with(&period.as_str()[..4]) && !slug.as_str().contains("2007-2")
        );
    }
}
