//! The programmes that a file names. Each name is read once, however many rows have it.

use std::{collections::HashMap, sync::Arc};

use catalogue::model::{Period, Programme};

use super::value;

/// Programmes by the name and period that rows state.
#[derive(Default)]
pub struct Programmes(HashMap<(String, Option<Period>), Option<Arc<Programme>>>);

impl Programmes {
    /// The programme of this name; `None` where no period is known.
    pub fn get(&mut self, name: String, period: Option<Period>) -> Option<Arc<Programme>> {
        let tell = |(name, period): &(String, Option<Period>)| {
            value::programme(name, *period).map(Arc::new)
        };
        self.0.entry((name, period)).or_insert_with_key(tell).clone()
    }
}
