//! Other engines and libraries, asked by `bench/facets.cjs` and `bench/clusters.cjs`
//! what ours was asked.
//!
//! One that runs out of time or memory, or that a question cannot be put to, is
//! named as such; one that answers anything else than ours fails the benchmark.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::places::Places;
use crate::step::say;

/// What is asked of another, and by which script.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The script in `bench/`.
    pub script: &'a str,
    /// The npm packages.
    pub modules: &'a Path,
    /// Where the rows and our answers are, and where theirs go.
    pub folder: &'a Path,
}

/// The names of the files there.
pub const ROWS: &str = "rows";
pub const OURS: &str = "interreg-explorer.json";

/// Reading the rows, building and all questions may take an engine so long.
pub const PATIENCE: Duration = Duration::from_secs(100);
/// And so many megabytes.
pub const MEMORY: u32 = 12_000;

/// Lets another engine answer; an `Err` within says why it did not.
pub fn ask(places: &Places, asked: Asked, name: &str) -> Result<Result<Value, String>> {
    let Asked { script, modules, folder } = asked;
    let out = folder.join(format!("{name}.json"));
    let mut node = Command::new("node");
    node.arg(format!("--max-old-space-size={MEMORY}"))
        .arg(places.root.join("bench").join(script))
        .args([Path::new(name), &folder.join(ROWS), &folder.join(OURS)])
        .arg(&out)
        .env("NODE_PATH", modules)
        .stdin(Stdio::null());
    let mut node = node.spawn().context("cannot start node")?;
    let end = Instant::now() + PATIENCE;
    let status = loop {
        match node.try_wait()? {
            Some(status) => break Some(status),
            None if Instant::now() > end => {
                node.kill()?;
                node.wait()?;
                break None;
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    };
    let failure = match status {
        Some(status) if status.success() => return Ok(Ok(read(&out)?)),
        Some(status) => format!("failed ({status})"),
        None => format!("did not finish in {} s", PATIENCE.as_secs()),
    };
    say(format_args!("  {name} {failure}"));
    Ok(Err(failure))
}

/// Reads a file of JSON.
pub fn read(file: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))
}

/// Every question that was answered must have our answer.
pub fn compare(ours: &Value, theirs: &Value) -> Result<()> {
    for (ours, theirs) in questions(ours).zip(questions(theirs)) {
        if theirs.get("cannot").is_none() {
            let query = &ours["query"];
            ensure!(ours["answer"] == theirs["answer"], "another answer to {query}");
        }
    }
    Ok(())
}

/// The questions of a file of answers, with what was answered.
pub fn questions(answers: &Value) -> impl Iterator<Item = &Value> {
    answers["questions"].as_array().into_iter().flatten()
}

/// The query of a question, for people to read.
pub fn query(question: &Value) -> &str {
    match question["query"].as_str() {
        None | Some("") => "(no filter)",
        Some(query) => query,
    }
}

/// The version of an npm package that is installed.
pub fn version(modules: &Path, name: &str) -> Result<String> {
    let package = read(&modules.join(name).join("package.json"))?;
    Ok(package["version"].as_str().unwrap_or("of an unknown version").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn another_answer_is_noticed_and_none_is_excused() {
        let of = |answer: Value| json!({ "questions": [{ "query": "", "answer": answer }] });
        assert!(compare(&of(json!(1)), &of(json!(1))).is_ok());
        assert!(compare(&of(json!(1)), &of(json!(2))).is_err());
        assert!(compare(&of(json!(1)), &json!({ "questions": [{ "cannot": "why" }] })).is_ok());
    }
}
