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

#[test]
fn every_link_between_the_documents_leads_to_a_file() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/data.md",
        "docs/embedding.md",
        "docs/operating.md",
    ] {
        let path = root().join(document);
        let text = std::fs::read_to_string(&path).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.ends_with(".png")) {
            assert!(path.parent().unwrap().join(link).exists(), "{document}: {link}");
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
