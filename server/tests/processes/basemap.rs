//! Another basemap, as an operator meets it: what stops the start, and what the
//! log says.

use std::{net::TcpListener, path::Path};

use crate::program::{Server, program};

const SECRET: &str = "s3cret";

fn settings(folder: &Path, map: &str) -> String {
    let file = folder.join("explorer.toml");
    std::fs::write(&file, format!("[map]\n{map}\n")).unwrap();
    file.display().to_string()
}

#[test]
fn a_map_that_cannot_be_served_stops_the_start_and_says_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    for (map, place, remedy) in [
        ("tiles = \"http://t.example.nl/{z}/{x}/{y}?k=s3cret\"", "map.tiles", "write https"),
        ("tiles = \"https://t.example.nl/{z}/{x}/{y}?k=s3cret\"", "map.attribution", "whose map"),
        ("tiles = \"https://t.example.nl/{z}?k=s3cret\nkind = \"", "explorer.toml", "line 2"),
    ] {
        let config = settings(folder.path(), map);
        let arguments = ["serve", "--listen", "127.0.0.1:0", "--config", &config];
        let output = program(folder.path(), &arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(place) && said.contains(remedy), "{said}");
        assert!(!said.contains(SECRET), "{said}");
    }
}

#[test]
fn the_log_names_an_outage_once_and_a_token_never() {
    let folder = tempfile::tempdir().unwrap();
    // A port on which no program listens.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let map = format!(
        "tiles = \"http://{closed}/{{z}}/{{x}}/{{y}}?key={SECRET}\"\nattribution = \"Closed Map\""
    );
    let config = settings(folder.path(), &map);
    let server = Server::with(folder.path(), &["--config", &config, "--log", "trace"]);
    for x in 0..4 {
        let answer = server.get(&format!("/tiles/custom/light/2/{x}/0"));
        assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
        assert!(!answer.contains(SECRET) && !answer.contains(&closed.to_string()), "{answer}");
    }
    let written = server.stop();
    assert_eq!(written.matches("the basemap's source fails").count(), 1, "{written}");
    assert!(written.contains("cannot be reached") && !written.contains(SECRET), "{written}");
}
