//! What each command says, and how it ends.

use super::program::{exported, program, run};

/// Two projects, one with a fault.
const CSV: &str = "Acronym,Programme,Period,Start\n\
                   GOOD,Interreg North Sea,2021-2027,2022\n\
                   BAD,Interreg North Sea,2021-2027,some day\n";

#[test]
fn check_and_import_tell_what_must_be_mended_in_the_readers_language() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("var"), folder.path().join("my.csv"));
    std::fs::write(&file, CSV).unwrap();
    let file = file.display().to_string();
    let said = |arguments: &[&str]| {
        let mut command = program(&data, arguments);
        if arguments[0] == "check" {
            // It needs no store, so it has no --data.
            command = std::process::Command::new(command.get_program());
            command.args(arguments).env("LANG", "en_US.UTF-8");
        }
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, text) = said(&["check", &file]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("my.csv, row 3, column D (Start): some day"), "{text}");
    let (_, text) = said(&["check", &file, "--lang", "nl"]);
    assert!(text.contains("rij 3, kolom D (Start)") && text.contains("Schrijf een dag"), "{text}");

    let before = exported(&data);
    let (code, text) = said(&["import", &file, "--strict"]);
    assert_eq!(code, Some(1), "{text}");
    let (code, text) = said(&["import", &file, "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(text.contains("good: new") && text.contains("nothing was changed"), "{text}");
    assert_eq!(exported(&data), before);

    let problems = folder.path().join("problems.csv");
    let (code, text) = said(&["import", &file, "--problems", &problems.display().to_string()]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("2 projects are new") && text.contains("Done."), "{text}");
    let list = std::fs::read_to_string(problems).unwrap();
    assert!(list.contains("\"date-unreadable\",\"Errors\"") && list.contains("\"3\""), "{list}");
    let (_, text) = said(&["import", &file]);
    assert!(text.contains("2 projects are the same"), "{text}");
}

#[test]
fn a_change_stands_in_the_history_and_can_be_reverted() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let before = exported(&data);
    let changed = before.replace("\"acronym\": \"BLING\"", "\"acronym\": \"BLONG\"");
    assert_ne!(changed, before);
    let file = folder.path().join("changed.json");
    std::fs::write(&file, &changed).unwrap();
    let file = file.display().to_string();
    run(&data, &["import", &file, "--replace", "--author", "Anna", "--reason", "a better name"]);
    assert_eq!(exported(&data), changed);
    let history = run(&data, &["history", "bling"]);
    let lines: Vec<&str> = history.lines().collect();
    assert_eq!(lines.len(), 2, "{history}");
    assert!(lines[1].starts_with("2\t") && lines[1].ends_with("\tchanged\tAnna\ta better name"));
    run(&data, &["revert", "bling", "1"]);
    assert_eq!(exported(&data), before);
    assert_eq!(run(&data, &["history", "bling"]).lines().count(), 3);
    let none = program(&data, &["history", "no-such"]).output().unwrap();
    assert!(!none.status.success());
    assert!(String::from_utf8_lossy(&none.stderr).contains("no project \"no-such\""));
}

#[test]
fn an_import_that_takes_out_much_stops_until_it_is_allowed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let file = |mark: &str, count: usize| {
        let path = folder.path().join(format!("{mark}-{count}.json"));
        std::fs::write(&path, super::program::catalogue(mark, count)).unwrap();
        path.display().to_string()
    };
    // The default catalogue may go as long as it is unchanged.
    run(&data, &["import", &file("OLD", 20), "--replace"]);
    let before = exported(&data);
    let less = file("OLD", 17);
    let stopped = program(&data, &["import", &less, "--replace", "--lang", "en"]).output().unwrap();
    let said = String::from_utf8(stopped.stdout).unwrap();
    assert_eq!(stopped.status.code(), Some(1), "{said}");
    assert!(said.contains("3 of 20 projects") && said.contains("--allow-shrink"), "{said}");
    assert!(said.contains("p17 (14), p18 (14), p19 (14)"), "{said}");
    let tried = run(&data, &["import", &less, "--replace", "--lang", "en", "--dry-run"]);
    assert!(tried.contains("3 of 20 projects"), "{tried}");
    assert_eq!(exported(&data), before);
    run(&data, &["import", &less, "--replace", "--allow-shrink"]);
    assert_eq!(exported(&data).matches("\"acronym\"").count(), 17);
}

#[test]
fn the_template_and_the_filled_workbook_are_written_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let at = |name: &str| folder.path().join(name).display().to_string();
    run(&data, &["template", &at("t.xlsx"), "--lang", "de"]);
    let said = run(&data, &["template", &at("t.csv"), "--lang", "nl"]);
    assert!(said.contains("t-projects.csv") && said.contains("t-partners.csv"), "{said}");
    run(&data, &["import", &at("t-projects.csv"), &at("t-partners.csv"), "--strict"]);
    let before = exported(&data);
    run(&data, &["export", &at("all.xlsx"), "--lang", "fy"]);
    run(&data, &["import", &at("all.xlsx"), "--strict", "--lang", "en"]);
    let (after, again) = (exported(&data), run(&data, &["import", &at("all.xlsx")]));
    assert!(again.contains("10 projects are the same"), "{again}");
    assert_eq!(after.matches("\"slug\"").count(), before.matches("\"slug\"").count());
    let wrong = program(&data, &["export", &at("all.pdf")]).output().unwrap();
    assert!(String::from_utf8_lossy(&wrong.stderr).contains(".json or .xlsx"));
}
