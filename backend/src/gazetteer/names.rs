//! All names of all towns: sorted keys, each with its towns.
//!
//! Stored as one string and two lists of numbers, not as a map of strings: a quarter of a
//! million small allocations would take three times the memory and most of the loading time.

use std::ops::Range;

/// Sorted keys, and the towns of each.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The keys, one after the other.
    text: String,
    /// The towns of all keys, one after the other.
    towns: Vec<u32>,
    /// For each key, the end of its text and the end of its towns.
    ends: Vec<[u32; 2]>,
}

impl Names {
    /// Reserves space for this many keys and bytes.
    pub(super) fn with_capacity(keys: usize, bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            towns: Vec::with_capacity(keys),
            ends: Vec::with_capacity(keys),
        }
    }

    /// Adds a town to the key that is added next.
    pub(super) fn hold(&mut self, town: u32) {
        self.towns.push(town);
    }

    /// Adds a key with the towns added since the last key. The key must sort after all others.
    pub(super) fn push(&mut self, key: &str) -> Option<()> {
        self.text.push_str(key);
        let end = |length: usize| u32::try_from(length).ok();
        self.ends.push([end(self.text.len())?, end(self.towns.len())?]);
        Some(())
    }

    /// The largest index of a town that has a name.
    pub(super) fn last_town(&self) -> Option<u32> {
        self.towns.iter().max().copied()
    }

    /// The towns that have this name.
    pub(super) fn towns(&self, key: &str) -> &[u32] {
        let at = self.first_from(key);
        if at < self.ends.len() && self.key(at) == key { self.towns_at(at) } else { &[] }
    }

    /// Every key with this beginning, and its towns.
    pub(super) fn beginning<'a>(
        &'a self,
        with: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a [u32])> {
        (self.first_from(with)..self.ends.len())
            .map(|at| (self.key(at), self.towns_at(at)))
            .take_while(move |(key, _)| key.starts_with(with))
    }

    /// The position of the first key that does not sort before this one.
    fn first_from(&self, key: &str) -> usize {
        let (mut least, mut most) = (0, self.ends.len());
        while least < most {
            let middle = least.midpoint(most);
            if self.key(middle) < key {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        least
    }

    fn key(&self, at: usize) -> &str {
        self.text.get(self.range(at, 0)).unwrap_or_default()
    }

    fn towns_at(&self, at: usize) -> &[u32] {
        self.towns.get(self.range(at, 1)).unwrap_or_default()
    }

    fn range(&self, at: usize, column: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map_or(0, |ends| ends[column] as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_with_its_towns_and_a_beginning_with_its_keys() {
        let mut names = Names::default();
        for (key, town) in [("assen", 1), ("emmeloord", 2), ("emmen", 3)] {
            names.hold(town);
            names.push(key).unwrap();
        }
        assert_eq!(names.towns("emmen"), [3]);
        assert!(names.towns("emme").is_empty());
        assert!(names.towns("zwolle").is_empty());
        let found: Vec<_> = names.beginning("emme").map(|(key, _)| key).collect();
        assert_eq!(found, ["emmeloord", "emmen"]);
    }
}
