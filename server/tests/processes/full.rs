//! A disk that is full while a catalogue is taken in.

use super::{
    mount::Mount,
    program::{Server, catalogue, program, run},
};

#[test]
#[ignore = "takes root and a minute: cargo xtask test --thorough"]
fn a_full_disk_stops_an_import_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    std::fs::create_dir(&data).unwrap();
    let Some(disk) = Mount::small(&data, 4) else { return };
    let files = [("OLD", 20), ("NEW", 2_000)].map(|(mark, count)| {
        let file = folder.path().join(format!("{mark}.json"));
        std::fs::write(&file, catalogue(mark, count)).unwrap();
        file.display().to_string()
    });
    run(&data, &["import", &files[0], "--replace"]);
    let exported = || {
        // Not onto the disk that is full.
        let file = folder.path().join("export.json");
        run(&data, &["export", &file.display().to_string()]);
        std::fs::read_to_string(file).unwrap()
    };
    let before = exported();
    let server = Server::start(&data);
    // Where there is less and less room, it is used up at ever another moment.
    for filler in [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000] {
        std::fs::write(data.join("filler"), vec![1; filler]).unwrap_or_default();
        let output = program(&data, &["import", &files[1], "--replace"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{filler}: {said}");
        assert!(said.contains("full") && said.contains("Make room"), "{filler}: {said}");
        assert!(server.get("/nl").contains("OLD-1"), "{filler}");
        std::fs::remove_file(data.join("filler")).unwrap();
        assert!(exported() == before, "{filler}: the catalogue is another");
    }
    disk.resize(200);
    run(&data, &["import", &files[1], "--replace"]);
    let begun = std::time::Instant::now();
    while !server.get("/nl").contains("NEW-1") {
        assert!(begun.elapsed().as_secs() < 60, "what fits at last is not served");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let log = server.terminate().1;
    assert!(!log.contains("panicked"), "{log}");
    drop(disk);
}
