//! Which values of one facet are asked for, and which are not wanted.

/// Values that are included or excluded. A value is never both.
///
/// Values are named as in addresses. A sorted list rather than two sets, since there
/// are few values.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Choice {
    /// Sorted by value; `true` means included.
    values: Vec<(String, bool)>,
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

impl Choice {
    /// Whether the choice leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many values it names.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// The values asked for, sorted.
    pub fn included(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter(|(_, included)| *included).map(|(value, _)| value.as_str())
    }

    /// The values not wanted, sorted.
    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter(|(_, included)| !included).map(|(value, _)| value.as_str())
    }

    /// What it says of one value.
    pub fn of(&self, value: &str) -> Chosen {
        match self.values.iter().find(|(known, _)| known == value) {
            None => Chosen::No,
            Some((_, true)) => Chosen::Included,
            Some((_, false)) => Chosen::Excluded,
        }
    }

    /// Says something else of one value.
    pub fn set(&mut self, value: String, chosen: Chosen) {
        self.values.retain(|(known, _)| *known != value);
        if chosen != Chosen::No {
            let place = self.values.iter().take_while(|(known, _)| *known < value).count();
            self.values.insert(place, (value, chosen == Chosen::Included));
        }
    }

    /// Whether something with these values is asked for: it has one of the
    /// included values, if there are any, and none of the excluded.
    pub fn admits<'a>(&self, values: impl IntoIterator<Item = &'a str>) -> bool {
        let mut admitted = self.values.iter().all(|(_, included)| !included);
        for value in values {
            match self.of(value) {
                Chosen::Excluded => return false,
                Chosen::Included => admitted = true,
                Chosen::No => {}
            }
        }
        admitted
    }
}
