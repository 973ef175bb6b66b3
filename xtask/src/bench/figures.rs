//! How figures are written, and the folder for what is measured.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// Milliseconds with two digits that count.
pub fn time(ms: &Value) -> String {
    match ms.as_f64().unwrap_or(f64::NAN) {
        ms @ 10_000.0.. => format!("{:.0} s", ms / 1000.0),
        ms @ 1000.0.. => format!("{:.1} s", ms / 1000.0),
        ms @ 10.0.. => format!("{ms:.0} ms"),
        ms @ 1.0.. => format!("{ms:.1} ms"),
        ms @ 0.1.. => format!("{ms:.2} ms"),
        ms => format!("{ms:.3} ms"),
    }
}

/// A number with commas between its thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

/// An empty folder for large files; removed when done.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn make(folder: PathBuf) -> Result<Self> {
        // Left over from a run that broke off, it could hold something else.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed does no harm in the temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_have_the_digits_that_count() {
        assert_eq!(
            [0.0421, 0.25, 4.06, 120.6].map(|ms| time(&json!(ms))),
            ["0.042 ms", "0.25 ms", "4.1 ms", "121 ms"]
        );
        assert_eq!([1_852, 2_000_000, 42].map(thousands), ["1,852", "2,000,000", "42"]);
    }
}
