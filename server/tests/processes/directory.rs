//! What may become of the directory while the program runs, and between runs.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use super::{
    mount::Mount,
    program::{Server, catalogue, program, run},
};

/// Puts a catalogue with this mark into a store of its own.
fn filled(folder: &Path, mark: &str) -> std::path::PathBuf {
    let data = folder.join(mark);
    let file = folder.join(format!("{mark}.json"));
    fs::write(&file, catalogue(mark, 3)).unwrap();
    run(&data, &["import", &file.display().to_string(), "--replace"]);
    data
}

fn names(data: &Path) -> Vec<String> {
    let mut names: Vec<String> = data
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_replaced_file_is_noticed_and_served_and_a_removed_one_is_not_missed() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (filled(folder.path(), "OLD"), filled(folder.path(), "NEW"));
    let server = Server::start(&old);
    assert!(server.get("/nl").contains("OLD-1"));
    let file = old.join("catalogue.sqlite");
    fs::rename(new.join("catalogue.sqlite"), &file).unwrap();
    until("the file in its place is served", || server.get("/nl").contains("NEW-1"));
    fs::rename(&file, folder.path().join("away.sqlite")).unwrap();
    std::thread::sleep(Duration::from_millis(3_500));
    assert!(server.get("/nl").contains("NEW-1"));
    assert!(!file.exists(), "nothing is put in its place");
    fs::write(&file, "a letter").unwrap();
    std::thread::sleep(Duration::from_millis(2_500));
    assert!(server.get("/nl").contains("NEW-1"));
    let log = server.stop();
    assert_eq!(log.matches("another file has taken its place").count(), 2, "{log}");
    assert_eq!(log.matches("has been removed or moved away").count(), 1, "{log}");
    assert_eq!(log.matches("is not a catalogue database").count(), 1, "{log}");
}

#[test]
fn a_server_or_command_that_ends_leaves_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = filled(folder.path(), "OLD");
    assert_eq!(names(&data), ["catalogue.sqlite"]);
    // Also where a command fails on the way.
    for wrong in [&["import", "nowhere.json"][..], &["history", "no-such"], &["revert", "p1", "9"]]
    {
        assert!(!program(&data, wrong).output().unwrap().status.success());
        assert_eq!(names(&data), ["catalogue.sqlite"], "{wrong:?}");
    }
    let server = Server::start(&data);
    run(&data, &["revert", "--change", "2"]);
    until("the change is served", || server.get("/nl").contains("BLING"));
    // While it serves, what was written is in the file already.
    let log = data.join("catalogue.sqlite-wal").metadata().map_or(0, |log| log.len());
    assert_eq!(log, 0);
    server.terminate();
    assert_eq!(names(&data), ["catalogue.sqlite"]);
}

#[test]
fn a_directory_that_cannot_be_written_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let data = filled(folder.path(), "OLD");
    let Some(mount) = Mount::read_only(&data) else { return };
    let server = Server::start(&data);
    assert!(server.get("/nl").contains("OLD-1"));
    let file = folder.path().join("export.json");
    run(&data, &["export", &file.display().to_string()]);
    assert!(fs::read_to_string(&file).unwrap().contains("OLD-1"));
    assert!(run(&data, &["history", "p1"]).starts_with("1\t"));
    let output = program(&data, &["revert", "--change", "2"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("cannot be written"), "{said}");
    assert_eq!(names(&data), ["catalogue.sqlite"]);
    server.terminate();
    drop(mount);
}

#[test]
fn a_directory_without_a_catalogue_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_mount) = Mount::read_only(folder.path()) else { return };
    for data in [folder.path().to_owned(), folder.path().join("var")] {
        let output = program(&data, &["serve", "--listen", "127.0.0.1:0"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("cannot be written") && said.contains("--data"), "{said}");
    }
}
