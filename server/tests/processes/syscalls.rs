//! An import that is killed as it enters a chosen system call.
//!
//! Moments in time (`killed.rs`) seldom hit the few microseconds that matter. So
//! strace, which can deliver a signal at the n-th call of a kind, kills the import
//! wherever it writes, syncs, truncates, renames or unlinks one of the files of the
//! store. Without strace this is skipped, and says so.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use super::program::{catalogue, exported, program, run};

/// What changes files. SQLite uses some of them; which ones is its business.
const CALLS: &str =
    "write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat2,unlink,unlinkat";

/// How many moments are tried for each call.
const MOMENTS: usize = 12;

#[test]
#[ignore = "takes strace and some minutes: cargo xtask test --thorough"]
fn an_import_killed_at_any_call_leaves_the_old_catalogue_or_the_new() {
    if !Command::new("strace").arg("--version").output().is_ok_and(|it| it.status.success()) {
        println!("skipped: strace is not installed (Debian: apt-get install strace)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("var");
    let files = ["OLD", "NEW"].map(|mark| {
        let file = folder.path().join(format!("{mark}.json"));
        std::fs::write(&file, catalogue(mark, 150)).unwrap();
        file.display().to_string()
    });
    let states = [0, 1].map(|n| {
        run(&data, &["import", &files[n], "--replace"]);
        exported(&data)
    });
    assert!(states[0] != states[1]);
    let record = folder.path().join("record");
    traced(&data, &files[0], &record, &format!("trace={CALLS}"));
    let calls = counted(&std::fs::read_to_string(&record).unwrap());
    assert!(calls.values().sum::<usize>() > 20, "{calls:?}");
    let (mut now, mut old, mut new) = (0, 0, 0);
    for (call, count) in &calls {
        for moment in moments(*count) {
            let other = 1 - now;
            let kill = format!("inject={call}:signal=KILL:when={moment}");
            let output = traced(&data, &files[other], &record, &kill);
            let after = exported(&data);
            if after == states[other] {
                (now, new) = (other, new + 1);
            } else {
                assert!(after == states[now], "{call} {moment}: neither the old nor the new");
                assert!(!output.status.success(), "{call} {moment}: it said it was done");
                old += 1;
            }
        }
    }
    println!("{calls:?}: {old} times the old catalogue, {new} times the new");
    assert!(old > 0 && new > 0, "{old} {new}");
}

/// Runs an import under strace, which sees only what is done to the store's files.
fn traced(data: &Path, file: &str, record: &Path, what: &str) -> Output {
    let import = program(data, &["import", file, "--replace"]);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-e", "signal=none", "-o"]).arg(record);
    strace.args(["-e", what]);
    for ending in ["", "-wal", "-shm"] {
        let path: PathBuf = data.join(format!("catalogue.sqlite{ending}"));
        strace.arg("-P").arg(path);
    }
    strace.arg("--").arg(import.get_program()).args(import.get_args());
    strace.env("LANG", "en_US.UTF-8").output().unwrap()
}

/// How often the busiest thread makes each call: strace counts thread by thread.
/// Lines are like `1234  pwrite64(9, …) = 4096`.
fn counted(record: &str) -> BTreeMap<String, usize> {
    let mut threads: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for line in record.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let Some((call, _)) = call.trim_start().split_once('(') else { continue };
        if call.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_') {
            *threads.entry((thread, call)).or_default() += 1;
        }
    }
    let mut calls: BTreeMap<String, usize> = BTreeMap::new();
    for ((_, call), count) in threads {
        let most = calls.entry(call.to_owned()).or_default();
        *most = count.max(*most);
    }
    calls
}

/// The first ones, the last ones, and some in between.
fn moments(count: usize) -> Vec<usize> {
    if count <= MOMENTS {
        return (1..=count).collect();
    }
    let mut moments: Vec<usize> = (0..MOMENTS - 4).map(|n| 1 + n * count / (MOMENTS - 4)).collect();
    moments.extend([2, 3, count - 1, count]);
    moments.sort_unstable();
    moments.dedup();
    moments
}

#[test]
fn calls_are_counted_thread_by_thread() {
    let record = "11  pwrite64(9, \"x\"..., 4096, 0) = 4096\n\
                  12  pwrite64(9, \"x\", 1, 0) = 1\n\
                  11  fdatasync(9)            = 0\n\
                  11  pwrite64(9 <unfinished ...>\n\
                  11  <... pwrite64 resumed>) = 1\n\
                  11  +++ killed by SIGKILL +++\n";
    let wanted = BTreeMap::from([("fdatasync".to_owned(), 1), ("pwrite64".to_owned(), 2)]);
    assert_eq!(counted(record), wanted);
    assert_eq!(moments(3), [1, 2, 3]);
    assert!(moments(1_000).len() <= MOMENTS && moments(1_000).ends_with(&[999, 1_000]));
}
