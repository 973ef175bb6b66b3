//! Whatever bytes come, nothing panics and nothing is half taken in.

use std::sync::LazyLock;

use catalogue::model::Lang;
use proptest::{collection::vec, prelude::*};

use super::fixture::{csv, default, judged};
use crate::export::Format;

static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let default = default();
    Format::Xlsx.write(&default, Lang::Nl).unwrap()
});

/// The parts of a workbook, unpacked, so that what is mutated is what is read
/// and not what packs it.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    use std::io::Read as _;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(WORKBOOK.as_slice())).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    parts
});

fn repacked(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write as _;
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_are_rejected_or_checked(bytes in vec(any::<u8>(), 0..600), head in 0usize..5) {
        let heads: [&[u8]; 5] = [b"", b"PK\x03\x04", b"{", b"Programme;Acronym;Lead Partner\n", &[0xff, 0xfe]];
        let _ = judged(vec![csv("x", [heads[head], &bytes].concat())]);
    }

    #[test]
    fn random_rows_are_judged(cells in vec(vec("[ -~é\u{410}€\\n\"]{0,12}", 10), 0..12)) {
        let mut text = "Acronym,Programme,Period,City,Theme 1,Start,End,Total budget (€),EU share (%),Website\n".to_owned();
        for row in &cells {
            let quoted: Vec<_> = row.iter().map(|it| format!("\"{}\"", it.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(","));
            text.push('\n');
        }
        prop_assert!(judged(vec![csv("x.csv", text)]).is_ok());
    }

    #[test]
    fn a_workbook_with_a_changed_byte_is_rejected_or_checked(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = WORKBOOK.clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = judged(vec![csv("x.xlsx", bytes)]);
    }

    #[test]
    fn a_workbook_with_damaged_parts_is_rejected_or_checked(
        part in any::<prop::sample::Index>(),
        places in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut parts = PARTS.clone();
        let part = part.index(parts.len());
        let bytes = &mut parts[part].1;
        for (at, byte) in places {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        if let Some(cut) = cut { bytes.truncate(cut.index(bytes.len().max(1))); }
        let _ = judged(vec![csv("x.xlsx", repacked(&parts))]);
    }
}

/// What is taken in of a mutilated workbook holds together, and what is refused
/// has changed nothing.
#[tokio::test]
async fn a_mutilated_workbook_is_taken_in_whole_or_not_at_all() {
    use super::fixture::request;
    use crate::{
        gazetteer::Gazetteer,
        import::{ImportOptions, Quiet, import, read},
        store::{Change, Store},
    };
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    crate::seed(&store).await.unwrap();
    let cities = default().home_cities;
    let sheet = PARTS.iter().position(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    let strings = PARTS.iter().position(|(name, _)| name.ends_with("sharedStrings.xml")).unwrap();
    // The same numbers each time, spread over the file.
    let mut state = 20_261_124_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state as usize % below
    };
    let (mut taken, mut rejected) = (0, 0);
    for round in 0..24 {
        let mut parts = PARTS.clone();
        let bytes = &mut parts[if round % 2 == 0 { sheet } else { strings }].1;
        for _ in 0..4 {
            let at = next(bytes.len());
            bytes[at] = b"0<z\"5"[next(5)];
        }
        let before = store.load().await.unwrap();
        let file = csv("x.xlsx", repacked(&parts));
        let Ok(reading) = read(request(vec![file]), &cities, &mut Quiet) else {
            rejected += 1;
            assert_eq!(store.load().await.unwrap(), before);
            continue;
        };
        let options = ImportOptions {
            replace: round % 3 == 0,
            dry_run: false,
            strict: round % 4 == 0,
            allow_shrink: true,
            today: "2026-11-24".parse().unwrap(),
            home_cities: vec![],
            by: Change::now("test", "mutilated"),
        };
        let strict = options.strict;
        let gazetteer = Gazetteer::embedded().unwrap();
        let report = import(&store, reading, options, gazetteer, &mut Quiet).await.unwrap();
        let after = store.load().await.unwrap();
        after.document.validate().unwrap();
        if strict && report.has_errors() {
            rejected += 1;
            assert_eq!(after, before);
        } else {
            taken += 1;
        }
    }
    assert!(taken > 2 && rejected > 2, "{taken} {rejected}");
}
