//! The two lists of what was packed: `manifest.json` for people, tests and other
//! programs, and `assets.rs` for the server's build script.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use serde_json::json;

use crate::asset::Packed;

/// Plain names, each with its addresses, type and sizes in bytes.
pub fn manifest(packed: &[Packed]) -> Result<String> {
    let entries: BTreeMap<&str, serde_json::Value> = packed
        .iter()
        .map(|asset| {
            let entry = json!({
                "path": asset.path(),
                "plain": asset.plain_path(),
                "content_type": content_type(&asset.name),
                "bytes": asset.bytes.len(),
                "brotli": asset.brotli.as_ref().map(Vec::len),
                "gzip": asset.gzip.as_ref().map(Vec::len),
            });
            (asset.name.as_str(), entry)
        })
        .collect();
    Ok(serde_json::to_string_pretty(&entries)? + "\n")
}

/// A Rust expression for the server to include: its `Asset`s, sorted by name.
pub fn table(packed: &[Packed]) -> String {
    let mut text = String::from("// Written by `cargo xtask`.\n&[\n");
    for asset in packed {
        let path = asset.path();
        let include = |ending: &str| {
            format!(
                "include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../dist{path}{ending}\"))"
            )
        };
        let sibling = |bytes: &Option<Vec<u8>>, ending: &str| match bytes {
            Some(_) => format!("Some({})", include(ending)),
            None => "None".to_owned(),
        };
        // Writing into a string cannot fail.
        let _ = writeln!(
            text,
            "    Asset {{\n        name: {:?},\n        path: {path:?},\n        plain: {:?},\n        \
             content_type: {:?},\n        hash: {:?},\n        identity: {},\n        brotli: {},\n        \
             gzip: {},\n    }},",
            asset.name,
            asset.plain_path(),
            content_type(&asset.name),
            asset.hash,
            include(""),
            sibling(&asset.brotli, ".br"),
            sibling(&asset.gzip, ".gz"),
        );
    }
    text.push_str("]\n");
    text
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
