//! A damaged archive of tiles stops the start, and says which, why and what helps.

use std::{fs, path::Path};

use super::program::program;

/// What the program says when it is to serve these bytes as its map.
fn refused(folder: &Path, name: &str, bytes: Option<&[u8]>) -> String {
    let archive = folder.join(name);
    if let Some(bytes) = bytes {
        fs::write(&archive, bytes).unwrap();
    }
    let config = folder.join("explorer.toml");
    // Meant from where the settings file is.
    fs::write(&config, format!("listen = \"127.0.0.1:0\"\n[map]\narchive = \"{name}\"\n")).unwrap();
    let config = config.display().to_string();
    let output =
        program(&folder.join("var"), &["serve", "--config", &config, "--log", "error"]).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1), "{name}");
    let said = String::from_utf8(output.stderr).unwrap();
    let line = said.lines().last().unwrap_or_default().to_owned();
    assert!(line.contains(&archive.display().to_string()), "{name}: {said}");
    assert!(line.contains("leave archive out to use the built-in basemap"), "{name}: {said}");
    line
}

/// A number of the header.
fn number(bytes: &[u8], at: usize) -> usize {
    usize::try_from(u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap())).unwrap()
}

#[test]
fn a_damaged_archive_stops_the_start_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let whole =
        fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../public/basemap.pmtiles")).unwrap();
    // Where the header says that the root directory and the leaves lie.
    let (root, leaves) = (number(&whole, 8), number(&whole, 40));
    let changed = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    let flipped = |at: usize| changed(at, !whole[at]);

    let said = refused(folder, "missing.pmtiles", None);
    assert!(said.contains("No such file"), "{said}");
    for (name, bytes) in [("empty", &[] as &[u8]), ("header", &whole[..100])] {
        let said = refused(folder, name, Some(bytes));
        assert!(said.contains("header is cut short"), "{said}");
    }
    let said = refused(folder, "text", Some(b"a text that is no archive at all"));
    assert!(said.contains("is not a PMTiles archive"), "{said}");
    let said = refused(folder, "magic", Some(&flipped(3)));
    assert!(said.contains("is not a PMTiles archive"), "{said}");
    let said = refused(folder, "half", Some(&whole[..whole.len() / 2]));
    assert!(said.contains("is not where it should be"), "{said}");
    let said = refused(folder, "almost", Some(&whole[..whole.len() - 1]));
    assert!(said.contains("is not where it should be"), "{said}");
    for at in [root, root + 12, root + 20] {
        let said = refused(folder, "root", Some(&flipped(at)));
        assert!(said.contains("directory cannot be read"), "byte {at}: {said}");
    }
    for at in [leaves + 1, leaves + 500, leaves + 5_000, leaves + 20_000] {
        let said = refused(folder, "leaf", Some(&flipped(at)));
        assert!(said.contains("a directory cannot be read"), "byte {at}: {said}");
    }
    // As the header of the format has it: packing at 98, kind of tiles at 99.
    let said = refused(folder, "pictures", Some(&changed(99, 2)));
    assert!(said.contains("tiles of kind Png"), "{said}");
    let said = refused(folder, "brotli", Some(&changed(98, 3)));
    assert!(said.contains("packed as Brotli") && said.contains("gzip"), "{said}");
}
