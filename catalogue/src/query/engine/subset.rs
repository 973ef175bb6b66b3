//! Counts how many projects of a subset are also in another set, such as those of a
//! facet's value.

use crate::query::bits::Bits;

/// A set of projects, prepared for comparing many other sets with it.
#[derive(Debug)]
pub(crate) struct SubsetCounter {
    set: Bits,
    count: usize,
    read: WordsToRead,
}

/// The words of another set that must be read to count what both share.
#[derive(Debug)]
enum WordsToRead {
    /// None: the subset has all projects, so the answer is the size of the other set.
    Nothing,
    /// Those at which the subset has a bit, where these are few: position and word.
    Some(Vec<(usize, u64)>),
    /// All.
    All,
}

/// Reading single words by position costs so many times as much as reading
/// them in a row.
const PRICE: usize = 8;

impl SubsetCounter {
    /// Prepares a set of projects out of `len`.
    pub(crate) fn new(set: Bits, len: usize) -> Self {
        let count = set.count();
        let words = set.words();
        let read = if count == len {
            WordsToRead::Nothing
        } else if count < words.len()
            && let filled = words.iter().enumerate().filter(|(_, word)| **word != 0)
            && filled.clone().count() * PRICE < words.len()
        {
            WordsToRead::Some(filled.map(|(position, word)| (position, *word)).collect())
        } else {
            WordsToRead::All
        };
        Self { set, count, read }
    }

    /// The set itself.
    pub(crate) fn set(&self) -> &Bits {
        &self.set
    }

    /// How many projects it has.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// How many are also in `other`, which has `total` members.
    pub(crate) fn count_with(&self, other: &Bits, total: usize) -> usize {
        match &self.read {
            WordsToRead::Nothing => total,
            WordsToRead::Some(filled) => {
                let words = other.words();
                let shared = |(position, word): &(usize, u64)| {
                    words.get(*position).map_or(0, |other| (word & other).count_ones() as usize)
                };
                filled.iter().map(shared).sum()
            }
            WordsToRead::All => self.set.count_with(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::btree_set, prelude::*};

    proptest! {
        #[test]
        fn few_many_and_all_are_counted_alike(
            len in 0usize..9_000, few in btree_set(0usize..9_000, 0..20), step in 1usize..90,
        ) {
            let other = Bits::collect(len, (0..len).step_by(3));
            let few = few.into_iter().filter(|n| *n < len);
            for set in [Bits::collect(len, few), Bits::collect(len, (0..len).step_by(step))] {
                let shared = set.iter().filter(|n| other.contains(*n)).count();
                let subset = SubsetCounter::new(set.clone(), len);
                prop_assert_eq!(subset.count(), set.count());
                prop_assert_eq!(subset.count_with(&other, other.count()), shared);
            }
        }
    }
}
