//! The programmes that a file names. Each name is read once, however many rows have it.

use std::{collections::HashMap, sync::Arc};

use catalogue::model::{Period, Programme};

use super::value;

/// A programme that a file names.
#[derive(Clone)]
pub struct Named {
    /// The programme.
    pub programme: Arc<Programme>,
    /// The known programme that it is probably a misspelt form of.
    pub meant: Option<&'static str>,
}

/// Programmes by the name and period that rows state.
#[derive(Default)]
pub struct Programmes(HashMap<(String, Option<Period>), Option<Named>>);

impl Programmes {
    /// The programme of this name; `None` where no period is known.
    pub fn get(&mut self, name: String, period: Option<Period>) -> Option<Named> {
        let tell = |(name, period): &(String, Option<Period>)| {
            let programme = value::programme(name, *period)?;
            let meant = value::misspelt(&programme);
            Some(Named { programme: Arc::new(programme), meant })
        };
        self.0.entry((name, period)).or_insert_with_key(tell).clone()
    }
}
