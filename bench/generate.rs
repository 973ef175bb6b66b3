//! Writes a catalogue of any size in the exchange format, for measuring imports
//! and servers: `cargo run -p xtask --features bench --release --example generate
//! -- 30000 OUT.json`. The same number gives the same file everywhere.

use std::fs::File;
use std::io::{BufWriter, Write as _};

use anyhow::{Context as _, Result};

fn main() -> Result<()> {
    let usage = "usage: generate PROJECTS OUT.json";
    let mut arguments = std::env::args().skip(1);
    let len: usize = arguments.next().context(usage)?.parse().context(usage)?;
    let file = arguments.next().context(usage)?;
    let document = generator::document(len);
    document.validate()?;
    let out = File::create(&file).with_context(|| format!("cannot write {file}"))?;
    let mut out = BufWriter::new(out);
    generator::as_json(document, &mut out)?;
    Ok(out.flush()?)
}
