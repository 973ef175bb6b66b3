//! Which values of one facet are asked for, and which are not wanted.

use std::collections::BTreeSet;

/// Values that are included or excluded. A value is never both.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice<T: Ord> {
    included: BTreeSet<T>,
    excluded: BTreeSet<T>,
}

/// What a choice says of one value.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Chosen {
    /// Nothing.
    #[default]
    No,
    /// It is asked for.
    Included,
    /// It is not wanted.
    Excluded,
}

impl<T: Ord> Default for Choice<T> {
    fn default() -> Self {
        Self { included: BTreeSet::new(), excluded: BTreeSet::new() }
    }
}

impl<T: Ord + Clone> Choice<T> {
    /// Whether the choice leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many values it names.
    pub fn len(&self) -> usize {
        self.included.len() + self.excluded.len()
    }

    /// The values asked for.
    pub fn included(&self) -> impl Iterator<Item = &T> {
        self.included.iter()
    }

    /// The values not wanted.
    pub fn excluded(&self) -> impl Iterator<Item = &T> {
        self.excluded.iter()
    }

    /// What it says of one value.
    pub fn of(&self, value: &T) -> Chosen {
        if self.included.contains(value) {
            Chosen::Included
        } else if self.excluded.contains(value) {
            Chosen::Excluded
        } else {
            Chosen::No
        }
    }

    /// Says something else of one value.
    pub fn set(&mut self, value: T, chosen: Chosen) {
        self.included.remove(&value);
        self.excluded.remove(&value);
        match chosen {
            Chosen::No => {}
            Chosen::Included => {
                self.included.insert(value);
            }
            Chosen::Excluded => {
                self.excluded.insert(value);
            }
        }
    }

    /// Whether something with these values is asked for: it has one of the
    /// included values, if there are any, and none of the excluded.
    pub fn admits<'a>(&self, values: impl IntoIterator<Item = &'a T>) -> bool
    where
        T: 'a,
    {
        let mut admitted = self.included.is_empty();
        for value in values {
            if self.excluded.contains(value) {
                return false;
            }
            admitted |= self.included.contains(value);
        }
        admitted
    }
}
