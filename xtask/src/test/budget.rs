//! Budgets: what a visitor's browser has to load may not grow unnoticed.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::stamp::read;
use crate::step::say;

/// What counts together, and how many bytes of brotli it may be.
pub const BUDGETS: [(&str, &[&str], u64); 6] = [
    ("wasm and its glue", &["app_bg.wasm", "app.js"], 364_000),
    ("style sheet", &["app.css"], 12_000),
    // Only for those who take an interest in a map.
    ("map script", &["map.js"], 100_000),
    // In pages of others, and in those that they have in a frame.
    ("script for the pages of others", &["embed.js"], 1_500),
    ("script of an embedded page", &["frame.js"], 950),
    // For officials.
    ("script of the embed generator", &["generator.js"], 1_000),
];

/// Compares what was packed with the budgets.
pub fn keep(dist: &Path) -> Result<()> {
    let manifest = serde_json::from_slice(&read(&dist.join("manifest.json"))?)
        .context("dist/manifest.json is broken; remove dist/ and build again")?;
    let mut passed_over = Vec::new();
    for (what, names, limit) in BUDGETS {
        let size = brotli_size(&manifest, names)?;
        say(format_args!("  {what}: {size} of {limit} bytes"));
        if size > limit {
            passed_over.push(what);
        }
    }
    if !passed_over.is_empty() {
        bail!("over budget: {}", passed_over.join(", "));
    }
    Ok(())
}

/// What is sent for these assets together; as they are where brotli gained nothing.
pub fn brotli_size(manifest: &Value, names: &[&str]) -> Result<u64> {
    let size = |name: &&str| {
        let entry = &manifest[*name];
        let bytes = entry["brotli"].as_u64().or_else(|| entry["bytes"].as_u64());
        bytes.with_context(|| format!("dist/manifest.json has no {name}"))
    };
    names.iter().map(size).sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn sizes_add_up_and_a_missing_asset_is_an_error() -> Result<()> {
        let manifest = json!({
            "a": { "bytes": 100, "brotli": 40 },
            "b": { "bytes": 7, "brotli": null },
        });
        assert_eq!(brotli_size(&manifest, &["a", "b"])?, 47);
        assert!(brotli_size(&manifest, &["a", "c"]).is_err());
        Ok(())
    }
}
