//! Stamps: a hash over everything that a step reads, kept beside what it made.
//!
//! Times of files would not do: a checkout, a second clone or a restored cache
//! changes them without changing a byte.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// Collects what a step depends on.
#[derive(Default)]
pub struct Inputs {
    hash: Sha256,
}

impl Inputs {
    /// A word: a version, a setting.
    pub fn word(&mut self, word: &str) {
        self.hash.update((word.len() as u64).to_le_bytes());
        self.hash.update(word);
    }

    /// A file or, recursively, a folder: names and contents of the files wanted.
    /// What does not exist is an input too, since it may come to exist.
    pub fn path(&mut self, root: &Path, path: &str, wanted: impl Fn(&Path) -> bool) -> Result<()> {
        self.word(path);
        for file in files(&root.join(path))?.into_iter().filter(|file| wanted(file)) {
            let name = file.strip_prefix(root).unwrap_or(&file);
            self.word(&name.to_string_lossy());
            let bytes = read(&file)?;
            self.hash.update((bytes.len() as u64).to_le_bytes());
            self.hash.update(&bytes);
        }
        Ok(())
    }

    /// The stamp.
    pub fn stamp(self) -> String {
        hex(&self.hash.finalize())
    }
}

/// Whether the stamp stands in the file.
pub fn matches(file: &Path, stamp: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|written| written == stamp)
}

/// The first 16 hexadecimal digits of the bytes' SHA-256: the name of a packed
/// file, and of a cached set of npm parts.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut digits = hex(&Sha256::digest(bytes));
    digits.truncate(16);
    digits
}

/// Every file in a folder, recursively, in a stable order; the file itself when
/// it is one.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![path.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))?;
            for entry in entries {
                open.push(entry?.path());
            }
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A file's bytes; the error names the file.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing into a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_hash_is_the_beginning_of_sha256() {
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn what_is_not_wanted_is_no_input() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let stamp = |wanted: fn(&Path) -> bool| -> Result<String> {
            let mut inputs = Inputs::default();
            inputs.path(root, "Cargo.toml", wanted)?;
            Ok(inputs.stamp())
        };
        assert_ne!(stamp(|_| true)?, stamp(|_| false)?);
        Ok(())
    }

    #[test]
    fn words_do_not_run_into_each_other() {
        let stamp = |words: &[&str]| {
            let mut inputs = Inputs::default();
            words.iter().for_each(|word| inputs.word(word));
            inputs.stamp()
        };
        assert_ne!(stamp(&["ab", "c"]), stamp(&["a", "bc"]));
    }
}
