//! An import that is killed at any moment leaves the old catalogue or the new.

use std::time::{Duration, Instant};

use super::program::{catalogue, exported, program, run};

/// `cargo xtask test` kills ten times, with `--thorough` a hundred.
fn rounds() -> u32 {
    if std::env::var_os("INTERREG_EXPLORER_THOROUGH").is_some() { 100 } else { 10 }
}

#[test]
fn a_killed_import_leaves_the_old_catalogue_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let files = ["OLD", "NEW"].map(|mark| {
        let file = folder.path().join(format!("{mark}.json"));
        std::fs::write(&file, catalogue(mark, 400)).unwrap();
        file.display().to_string()
    });
    let import = |file: &str| program(&data, &["import", file, "--replace"]);
    let mut states = Vec::new();
    let mut longest = Duration::ZERO;
    for file in &files {
        let begun = Instant::now();
        run(&data, &["import", file, "--replace"]);
        longest = longest.max(begun.elapsed());
        states.push(exported(&data));
    }
    assert_ne!(states[0], states[1]);
    let (mut now, mut old, mut new) = (1, 0, 0);
    // Moments spread over the whole import, in an order that jumps about.
    let rounds = rounds();
    for round in 0..rounds {
        let other = 1 - now;
        let mut process = import(&files[other]).spawn().unwrap();
        let moment = (round * 7 % rounds) as f64 + 0.5;
        std::thread::sleep(longest.mul_f64(moment / f64::from(rounds)));
        // SIGKILL, which nothing can catch.
        process.kill().unwrap();
        process.wait().unwrap();
        let after = exported(&data);
        if after == states[other] {
            (now, new) = (other, new + 1);
        } else {
            assert!(after == states[now], "round {round}: neither the old nor the new catalogue");
            old += 1;
        }
    }
    assert!(old > 0, "every import was over before it was killed: {old} {new}");
}
