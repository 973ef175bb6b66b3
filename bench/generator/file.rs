//! Catalogues as files: in the exchange format, and as columns for other programs.

use std::io::{self, Write};

use catalogue::Facet;
use catalogue::model::{Day, Document};
use catalogue::query::engine::{Column, Columns};
use serde_json::{Value, json};

/// Writes a catalogue in the exchange format, without what is absent.
pub fn as_json(document: Document, out: &mut impl Write) -> io::Result<()> {
    let Document { projects, .. } = &document;
    let head = Document { projects: vec![], ..document.clone() };
    let head = present(serde_json::to_value(head)?).to_string();
    // One project after the other: all of them as values would need gigabytes.
    write!(out, "{},\"projects\":[", head.trim_end_matches('}'))?;
    for (n, project) in projects.iter().enumerate() {
        out.write_all(if n == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &present(serde_json::to_value(project)?))?;
    }
    writeln!(out, "\n]}}")
}

/// A value without nulls and empty lists.
fn present(value: Value) -> Value {
    let is_present =
        |value: &Value| !value.is_null() && value.as_array().is_none_or(|a| !a.is_empty());
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(_, value)| is_present(value));
            fields.map(|(key, value)| (key, present(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(present).collect(),
        other => other,
    }
}

/// Writes columns so that any language can read them at once: a line of JSON
/// that says which come and how long they are, padded to eight bytes, and behind
/// it the columns, of 32 bits or, if so marked, of 64-bit floats, little-endian.
///
/// A column `x` with several values per row has its entries in `x` and where
/// those of each row end in `x.ends`. Days are written as 20180615.
pub fn peers_file(columns: &Columns, out: &mut impl Write) -> io::Result<()> {
    let budget: Vec<f64> =
        columns.budget.iter().map(|euro| euro.map_or(-1.0, |euro| euro.cents() as f64)).collect();
    let days = |days: &[Option<Day>]| days.iter().map(|day| day.map_or(0, number)).collect();
    let mut numbers: Vec<(String, Vec<u32>)> =
        vec![("start".to_owned(), days(&columns.start)), ("end".to_owned(), days(&columns.end))];
    let mut values = serde_json::Map::new();
    for (facet, column) in Facet::ALL.iter().zip(&columns.facets) {
        add(&mut numbers, &mut values, facet.key(), column);
    }
    let lengths: Vec<Value> = std::iter::once(json!(["budget", budget.len(), 64]))
        .chain(numbers.iter().map(|(name, numbers)| json!([name, numbers.len(), 32])))
        .collect();
    let head = json!({ "len": columns.start.len(), "values": values, "columns": lengths });
    let head = head.to_string();
    let width = (head.len() + 1).next_multiple_of(8) - 1;
    writeln!(out, "{head:<width$}")?;
    for amount in budget {
        out.write_all(&amount.to_le_bytes())?;
    }
    for number in numbers.into_iter().flat_map(|(_, numbers)| numbers) {
        out.write_all(&number.to_le_bytes())?;
    }
    Ok(())
}

fn add(
    numbers: &mut Vec<(String, Vec<u32>)>,
    values: &mut serde_json::Map<String, Value>,
    name: &str,
    column: &Column,
) {
    let mut end = 0;
    let ends = column.rows().map(|row| {
        end += row.len() as u32;
        end
    });
    numbers.push((format!("{name}.ends"), ends.collect()));
    let entries = column.rows().flatten().map(|entry| u32::from(*entry));
    numbers.push((name.to_owned(), entries.collect()));
    values
        .insert(name.to_owned(), column.values().iter().map(|(value, _)| value.as_str()).collect());
}

fn number(day: Day) -> u32 {
    u32::from(day.year) * 10_000 + u32::from(day.month) * 100 + u32::from(day.day)
}
