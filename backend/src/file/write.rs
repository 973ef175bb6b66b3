//! Writes the exchange format.

use catalogue::model::Document;
use serde::Serialize;
use serde_json::Value;

/// Writes a document as a file: what is absent is left out.
pub fn write(document: &Document) -> Result<String, serde_json::Error> {
    let mut value = serde_json::to_value(document)?;
    drop_absent(&mut value);
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}

/// Writes a part of a document in one line: what is absent is left out.
///
/// Every project is written in this way whenever a catalogue is loaded, to compare it
/// with its fingerprint. Absent members are therefore removed from the text, which
/// takes half as long as removing them from a tree of values (`drop_absent`). A test
/// compares the two results.
pub fn compact(part: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(without_absent(&serde_json::to_string(part)?))
}

/// Removes members that are `null`, `false` or `[]` from JSON without spaces, and `.0`
/// from whole numbers. Strings are copied as they are.
fn without_absent(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    // For each open object, where its current member begins (with its comma) and where
    // the value of that member begins; `None` for each open list.
    let mut open: Vec<Option<(usize, usize)>> = Vec::new();
    let mut rest = json;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '"' => text_length(rest),
            '{' | '[' | '}' | ']' | ',' | ':' => 1,
            _ => rest.find([',', '}', ']']).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if matches!(sign, ',' | '}')
            && let Some(Some((begin, value))) = open.last()
            && matches!(out.get(*value..), Some("null" | "false" | "[]"))
        {
            out.truncate(*begin);
        }
        match sign {
            '{' => {
                out.push('{');
                open.push(Some((out.len(), out.len())));
            }
            '[' => {
                out.push('[');
                open.push(None);
            }
            '}' | ']' => {
                open.pop();
                out.push(sign);
            }
            ',' => match open.last_mut() {
                // The next member writes the comma, if a member is before it.
                Some(Some(member)) => *member = (out.len(), out.len()),
                _ => out.push(','),
            },
            ':' => {
                out.push(':');
                if let Some(Some((_, value))) = open.last_mut() {
                    *value = out.len();
                }
            }
            '"' => {
                if let Some(Some((begin, value))) = open.last()
                    && begin == value
                    && *begin == out.len()
                    && !out.ends_with('{')
                {
                    out.push(',');
                }
                out.push_str(token);
            }
            _ => out.push_str(shortest(token)),
        }
    }
    out
}

/// The length of the string at the beginning, with its quotation marks.
fn text_length(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

/// The shortest form of a whole number is without a point.
fn shortest(token: &str) -> &str {
    match token.strip_suffix(".0") {
        Some("-0") => "0",
        Some(whole) if whole.trim_start_matches('-').len() <= 15 => whole,
        _ => token,
    }
}

fn drop_absent(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(drop_absent);
            fields.retain(|_, value| match value {
                Value::Null | Value::Bool(false) => false,
                Value::Array(items) => !items.is_empty(),
                _ => true,
            });
        }
        Value::Array(items) => items.iter_mut().for_each(drop_absent),
        // The shortest form of a whole number is without a point.
        Value::Number(number) => {
            let whole = number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e15);
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            if let Some(whole) = whole {
                *number = (whole as i64).into();
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any JSON whose objects may have members that are absent.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-1e15..1e15).prop_map(Value::from),
            any::<f64>().prop_filter("JSON has no others", |n| n.is_finite()).prop_map(Value::from),
            (-1_000i32..1_000).prop_map(|n| Value::from(f64::from(n))),
            Just(Value::from(-0.0)),
            any::<String>().prop_map(Value::from),
            Just(Value::from("\\\",:[]{}null")),
        ];
        leaf.prop_recursive(5, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_absent_is_taken_out_of_the_text_as_out_of_the_values(value in json()) {
            let mut wanted = value.clone();
            drop_absent(&mut wanted);
            prop_assert_eq!(compact(&value).unwrap(), serde_json::to_string(&wanted).unwrap());
        }
    }
}
