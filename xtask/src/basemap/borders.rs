//! Reads the borders of countries from Natural Earth, in the layout of npm's
//! `world-atlas`.
//!
//! TopoJSON keeps each stretch of outline once, as an *arc*, and countries name
//! the arcs that they are made of (`-1 - index` for one run backwards). An arc
//! that two countries name is a border on land; one that a single country names
//! is its coast, which GSHHG draws better.

use std::collections::{HashMap, HashSet};
use std::fs;

use anyhow::{Context, Result};
use catalogue::map::{Bbox, LonLat};
use serde_json::Value;

use super::Trace;
use super::sources::Sources;

/// Natural Earth draws who holds what. It has a border between Crimea and the rest
/// of Ukraine, which neither the Union nor any of its members recognises.
const ISTHMUS_OF_CRIMEA: Bbox = Bbox::new(32.5, 45.2, 36.0, 46.4);

/// The same of Cyprus, whose north and buffer zone it has as countries.
const PARTS_OF_CYPRUS: [&str; 2] = ["N. Cyprus", "Cyprus U.N. Buffer Zone"];

/// All borders on land.
pub(super) fn read(sources: &Sources) -> Result<Vec<Trace>> {
    let atlas: Value = serde_json::from_slice(&fs::read(sources.countries())?)?;
    // A country that names an arc twice has no border with itself there.
    let mut users: HashMap<u64, HashSet<&str>> = HashMap::new();
    for country in list(&atlas["objects"]["countries"]["geometries"])? {
        let mut arcs = Vec::new();
        collect(&country["arcs"], &mut arcs);
        let name = country["properties"]["name"].as_str().context("a country has no name")?;
        let name = if PARTS_OF_CYPRUS.contains(&name) { "Cyprus" } else { name };
        for arc in arcs {
            users.entry(arc).or_default().insert(name);
        }
    }
    let scale = pair(&atlas["transform"]["scale"])?;
    let translate = pair(&atlas["transform"]["translate"])?;
    let mut borders = Vec::new();
    for (index, arc) in (0_u64..).zip(list(&atlas["arcs"])?) {
        if users.get(&index).is_none_or(|users| users.len() < 2) {
            continue;
        }
        let mut at = (0.0, 0.0);
        let mut line = Trace::new();
        for step in list(arc)? {
            let step = pair(step)?;
            at = (at.0 + step.0, at.1 + step.1);
            line.push(LonLat::new(at.0 * scale.0 + translate.0, at.1 * scale.1 + translate.1));
        }
        if line.iter().any(|place| !ISTHMUS_OF_CRIMEA.contains(*place)) {
            borders.push(line);
        }
    }
    Ok(borders)
}

fn list(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().context("the atlas has no list where one should be")
}

fn pair(value: &Value) -> Result<(f64, f64)> {
    let number = |index: usize| value[index].as_f64().context("the atlas lacks a number");
    Ok((number(0)?, number(1)?))
}

/// The arcs named anywhere below, whichever way they are run.
fn collect(value: &Value, arcs: &mut Vec<u64>) {
    if let Some(index) = value.as_i64() {
        arcs.push(if index < 0 { !index } else { index }.unsigned_abs());
    }
    for inner in value.as_array().into_iter().flatten() {
        collect(inner, arcs);
    }
}
