//! Packing: from pieces with plain names to files named after their content.
//!
//! `dist/` then holds
//!
//! - `pkg/<stem>-<hash>.<ext>` with `.br` and `.gz` siblings where smaller,
//! - `manifest.json`, which maps plain names to them, with their sizes,
//! - `assets.rs`, the same as a Rust table, which `server/build.rs` takes up.
//!
//! A file whose content is unchanged is not written again: its time is what
//! cargo goes by when it decides whether the server must be rebuilt.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::asset::{Packed, Piece};
use crate::stamp::{files, short_hash};
use crate::step::say;
use crate::{compress, listing};

/// Whether `dist/` has a manifest and every file that it names.
pub fn is_whole(dist: &Path) -> bool {
    let manifest = fs::read(dist.join("manifest.json")).unwrap_or_default();
    let Ok(serde_json::Value::Object(entries)) = serde_json::from_slice(&manifest) else {
        return false;
    };
    dist.join("assets.rs").is_file()
        && entries.values().all(|entry| {
            let path = entry["path"].as_str().unwrap_or_default();
            let file =
                |ending: &str| dist.join(format!("{}{ending}", path.trim_start_matches('/')));
            file("").is_file()
                && (entry["brotli"].is_null() || file(".br").is_file())
                && (entry["gzip"].is_null() || file(".gz").is_file())
        })
}

/// Writes the pieces into `dist/`, and removes what no longer belongs there.
pub fn write(dist: &Path, pieces: Vec<Piece>, compressed: bool) -> Result<()> {
    let mut packed = if compressed { in_parallel(pieces)? } else { uncompressed(pieces) };
    packed.sort_by(|a, b| a.name.cmp(&b.name));

    let mut wanted = BTreeMap::new();
    for asset in &packed {
        let file = dist.join(asset.path().trim_start_matches('/'));
        let sibling = |ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
        asset.brotli.iter().for_each(|bytes| drop(wanted.insert(sibling(".br"), bytes.clone())));
        asset.gzip.iter().for_each(|bytes| drop(wanted.insert(sibling(".gz"), bytes.clone())));
        wanted.insert(file, asset.bytes.clone());
    }
    wanted.insert(dist.join("manifest.json"), listing::manifest(&packed)?.into_bytes());
    wanted.insert(dist.join("assets.rs"), listing::table(&packed).into_bytes());

    for (file, bytes) in &wanted {
        write_if_changed(file, bytes)?;
    }
    for file in files(dist)? {
        if !wanted.contains_key(&file) {
            fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    packed.iter().for_each(|asset| say(asset.line()));
    Ok(())
}

fn uncompressed(pieces: Vec<Piece>) -> Vec<Packed> {
    let pack = |Piece { name, bytes, plain }| {
        let hash = short_hash(&bytes);
        Packed { name, bytes, brotli: None, gzip: None, hash, plain }
    };
    pieces.into_iter().map(pack).collect()
}

/// Compresses each piece in a thread of its own; the wasm takes longest.
fn in_parallel(pieces: Vec<Piece>) -> Result<Vec<Packed>> {
    let pack = |mut asset: Packed| -> Result<Packed> {
        asset.brotli = compress::brotli(&asset.bytes)?;
        asset.gzip = compress::gzip(&asset.bytes)?;
        Ok(asset)
    };
    let threads: Vec<_> =
        uncompressed(pieces).into_iter().map(|asset| thread::spawn(move || pack(asset))).collect();
    threads
        .into_iter()
        .map(|thread| thread.join().map_err(|_| anyhow!("a compressing thread broke off"))?)
        .collect()
}

fn write_if_changed(file: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|written| written == bytes) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Result<Self> {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder)?;
            Ok(Self(folder))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            // Left behind, it would only take up room.
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn icon(text: &str) -> Vec<Piece> {
        vec![Piece::plain("icon.svg", text.repeat(100).into_bytes())]
    }

    #[test]
    fn a_new_version_replaces_the_old_one_and_its_siblings() -> Result<()> {
        let dist = Scratch::new("replace")?;
        write(&dist.0, icon("old"), true)?;
        write(&dist.0, icon("new"), true)?;
        let hash = short_hash("new".repeat(100).as_bytes());
        let expected = [
            "assets.rs".to_owned(),
            "manifest.json".to_owned(),
            format!("pkg/icon-{hash}.svg"),
            format!("pkg/icon-{hash}.svg.br"),
            format!("pkg/icon-{hash}.svg.gz"),
        ];
        assert_eq!(files(&dist.0)?, expected.map(|name| dist.0.join(name)));
        assert!(is_whole(&dist.0));
        Ok(())
    }

    #[test]
    fn what_did_not_change_is_not_written_again() -> Result<()> {
        let dist = Scratch::new("unchanged")?;
        write(&dist.0, icon("same"), true)?;
        let before = fs::metadata(dist.0.join("assets.rs"))?.modified()?;
        write(&dist.0, icon("same"), true)?;
        assert_eq!(fs::metadata(dist.0.join("assets.rs"))?.modified()?, before);
        Ok(())
    }

    #[test]
    fn a_missing_file_is_noticed() -> Result<()> {
        let dist = Scratch::new("missing")?;
        assert!(!is_whole(&dist.0));
        write(&dist.0, icon("a"), false)?;
        assert!(is_whole(&dist.0));
        fs::remove_dir_all(dist.0.join("pkg"))?;
        assert!(!is_whole(&dist.0));
        Ok(())
    }
}
