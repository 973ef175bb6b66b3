//! In which line of a JSON text a value is.

use serde_json::value::RawValue;

/// The line on which the value of a path such as `projects[3].start` begins.
pub(super) fn line_of(text: &str, path: &str) -> Option<usize> {
    let mut value: &RawValue = serde_json::from_str(text).ok()?;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        let inner = match step.parse::<usize>() {
            Ok(index) => {
                serde_json::from_str::<Vec<&RawValue>>(value.get()).ok()?.get(index).copied()
            }
            Err(_) => {
                let fields: std::collections::HashMap<String, &RawValue> =
                    serde_json::from_str(value.get()).ok()?;
                fields.get(step).copied()
            }
        };
        // A missing field has the line of the object that should contain it.
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    // The inner texts are slices of the outer one, so the difference of their addresses
    // is the offset.
    let offset = (value.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(text.get(..offset)?.matches('\n').count() + 1)
}
