//! A whole change is undone on the command line.

use super::program::{catalogue, exported, program, run};

#[test]
fn an_import_says_how_it_is_undone_and_that_undoes_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let file = folder.path().join("new.json");
    std::fs::write(&file, catalogue("NEW", 20)).unwrap();
    let file = file.display().to_string();
    let before = exported(&data);
    let said = run(&data, &["import", &file, "--replace", "--author", "Anna"]);
    let last = said.lines().last().unwrap().to_owned();
    let command = format!("interreg-explorer revert --change 2 --data {}", data.display());
    assert!(last.contains("change 2") && last.ends_with(&command), "{said}");
    let imported = exported(&data);
    assert_ne!(imported, before);
    // The same once more is no change, so there is none to undo.
    assert!(!run(&data, &["import", &file, "--replace"]).contains("revert --change"));

    let history = run(&data, &["history", "--changes"]);
    let lines: Vec<&str> = history.lines().collect();
    assert_eq!(lines.len(), 2, "{history}");
    assert!(lines[0].starts_with("1\t") && lines[0].contains("projects: 10 added"), "{history}");
    assert!(lines[1].contains("projects: 20 added, 0 changed, 10 removed"), "{history}");
    assert!(lines[1].contains("\tAnna\timport of ") && lines[1].ends_with("new.json"), "{history}");

    let said = run(&data, &["revert", "--change", "2", "--dry-run"]);
    assert!(said.contains("10 added") && said.contains("20 removed"), "{said}");
    assert!(said.contains("nothing was changed"), "{said}");
    assert_eq!(exported(&data), imported);
    let said = run(&data, &["revert", "--change", "2", "--reason", "the wrong file"]);
    assert!(said.contains("change 2 is undone, as change 3"), "{said}");
    assert!(said.contains("interreg-explorer revert --change 3"), "{said}");
    assert_eq!(exported(&data), before);
    assert!(run(&data, &["history", "--changes"]).contains("the wrong file"));
    let said = run(&data, &["revert", "--change", "2"]);
    assert!(said.contains("nothing was changed"), "{said}");
    run(&data, &["revert", "--change", "3"]);
    assert_eq!(exported(&data), imported);
}

#[test]
fn what_cannot_be_undone_is_said_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let file = folder.path().join("changed.json");
    let before = exported(&data);
    for name in ["ONE", "TWO"] {
        let text = before.replace("\"acronym\": \"BLING\"", &format!("\"acronym\": \"{name}\""));
        std::fs::write(&file, text).unwrap();
        run(&data, &["import", &file.display().to_string(), "--replace"]);
    }
    let now = exported(&data);
    let refused = |arguments: &[&str]| {
        let output = program(&data, arguments).output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let said = refused(&["revert", "--change", "2"]);
    assert!(said.contains("the project \"bling\" was changed by change 3"), "{said}");
    assert!(said.contains("interreg-explorer revert --change 3"), "{said}");
    assert!(refused(&["revert", "--change", "1"]).contains("the first catalogue"));
    assert!(refused(&["revert", "--change", "9"]).contains("history --changes"));
    // A project and a change at once, a project without a revision, nothing at all.
    for wrong in [&["revert", "bling", "1", "--change", "2"][..], &["revert", "bling"], &["revert"]]
    {
        refused(wrong);
    }
    refused(&["history"]);
    refused(&["history", "bling", "--changes"]);
    assert_eq!(exported(&data), now);
}
