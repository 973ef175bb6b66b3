//! What the documents at the root of the repository show must be so.

use std::path::Path;

use backend::{Backend, Clock};

const README: &str = include_str!("../../../README.md");

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What serving this text as a catalogue would say.
fn open(name: &str, text: &str) -> Result<usize, String> {
    let folder = std::env::temp_dir().join(format!("interreg-documents-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    let backend = Backend::with_catalogue_file(&file, Clock::amsterdam());
    backend.map(|backend| backend.document().projects.len()).map_err(|error| error.to_string())
}

#[test]
fn the_shortest_catalogue_of_the_readme_can_be_served_and_its_fault_is_told_as_shown() {
    let catalogue = README.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let catalogue = catalogue.unwrap();
    assert_eq!(open("right.json", catalogue), Ok(1));
    let faulty = catalogue.replace("\"start\": \"2020-01\"", "\"start\": \"2020-13\"");
    let said = open("projects.json", &faulty).unwrap_err();
    let shown = README.lines().find_map(|line| line.strip_prefix("    projects.json")).unwrap();
    assert!(said.ends_with(shown), "{said}");
}

/// The documents that lead from one to another: those for readers, and the records of
/// decisions.
fn documents() -> Vec<String> {
    let mut documents = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/data.md",
        "docs/embedding.md",
        "docs/operating.md",
        "docs/decisions/README.md",
    ]
    .map(str::to_owned)
    .to_vec();
    documents.extend(records().iter().map(|record| format!("docs/decisions/{record}")));
    documents
}

/// The file names of all records of decisions.
fn records() -> Vec<String> {
    let files = std::fs::read_dir(root().join("docs/decisions")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(|first: char| first.is_ascii_digit())).collect()
}

#[test]
fn every_link_between_the_documents_leads_to_a_file() {
    for document in documents() {
        let path = root().join(&document);
        let text = std::fs::read_to_string(&path).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.ends_with(".png")) {
            let (file, part) = link.split_once('#').map_or((link, None), |(a, b)| (a, Some(b)));
            let file =
                if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(file.exists(), "{document}: {link}");
            let Some(part) = part else { continue };
            let there = std::fs::read_to_string(&file).unwrap();
            let mut headings = there.lines().filter(|line| line.starts_with('#'));
            let named = |line: &str| {
                line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-") == part
            };
            assert!(headings.any(named), "{document}: {link}");
        }
    }
}

#[test]
fn every_record_of_a_decision_is_listed_once_under_its_number_and_title() {
    let list = std::fs::read_to_string(root().join("docs/decisions/README.md")).unwrap();
    let records = records();
    for record in &records {
        let text = std::fs::read_to_string(root().join("docs/decisions").join(record)).unwrap();
        let (number, _) = record.split_once('-').unwrap();
        let heading = text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap();
        let (told, title) = heading.split_once(". ").unwrap();
        assert_eq!(told.parse::<u16>(), number.parse(), "{record}");
        let line = format!("- [{number}]({record}) {title}");
        assert_eq!(list.lines().filter(|known| *known == line).count(), 1, "{line}");
    }
    let mut numbers: Vec<&str> = records.iter().map(|record| &record[..4]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), records.len(), "two records have the same number");
}

#[test]
fn the_architecture_has_at_most_twelve_thousand_bytes() {
    let length = std::fs::metadata(root().join("ARCHITECTURE.md")).unwrap().len();
    assert!(length <= 12_000, "{length} bytes: what concerns one choice goes into a record");
}

/// All Rust files below a folder, without modules of tests named `tests.rs`.
fn sources_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && name != "target" {
            found.extend(sources_below(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_first_line_of_every_file_says_what_it_is() {
    for room in ["catalogue", "backend", "app", "server", "xtask"] {
        for path in sources_below(&root().join(room)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let said = text.lines().next().and_then(|line| line.strip_prefix("//! "));
            assert!(said.is_some_and(|said| said.len() > 5), "{}", path.display());
        }
    }
}

#[test]
fn every_option_of_serve_is_in_the_readme() {
    use clap::CommandFactory as _;
    let command = server::command::Interreg::command();
    let serve = command.find_subcommand("serve").unwrap();
    let options = serve.get_arguments().filter_map(|option| option.get_long());
    for option in options.filter(|option| *option != "help") {
        let row = [format!("| `--{option} "), format!("| `--{option}` ")];
        assert!(row.iter().any(|row| README.contains(row)), "{option}");
        let variable = option.to_uppercase().replace('-', "_");
        assert!(README.contains(&format!("`INTERREG_EXPLORER_{variable}`")), "{option}");
    }
}
