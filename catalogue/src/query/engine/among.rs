//! The projects among which a facet counts: how many of them are in a set.

use super::bits::Bits;

/// A set that many others are compared with.
#[derive(Debug)]
pub(crate) struct Among {
    set: Bits,
    count: usize,
    how: How,
}

/// The least that must be read of another set to count what it shares.
#[derive(Debug)]
enum How {
    /// Everything is in here: what the other set has in all.
    Nothing,
    /// Few words have a member: only those, by their position.
    Some(Vec<(usize, u64)>),
    /// All words.
    All,
}

/// Reading single words by position costs so many times as much as reading
/// them in a row.
const PRICE: usize = 8;

impl Among {
    /// Prepares a set of projects out of `len`.
    pub(crate) fn new(set: Bits, len: usize) -> Self {
        let count = set.count();
        let words = set.words();
        let how = if count == len {
            How::Nothing
        } else if count < words.len()
            && let filled = words.iter().enumerate().filter(|(_, word)| **word != 0)
            && filled.clone().count() * PRICE < words.len()
        {
            How::Some(filled.map(|(position, word)| (position, *word)).collect())
        } else {
            How::All
        };
        Self { set, count, how }
    }

    /// The set itself.
    pub(crate) fn set(&self) -> &Bits {
        &self.set
    }

    /// How many projects there are in it.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// How many are also in `other`, which has `total` members.
    pub(crate) fn count_with(&self, other: &Bits, total: usize) -> usize {
        match &self.how {
            How::Nothing => total,
            How::Some(filled) => {
                let words = other.words();
                let shared = |(position, word): &(usize, u64)| {
                    words.get(*position).map_or(0, |other| (word & other).count_ones() as usize)
                };
                filled.iter().map(shared).sum()
            }
            How::All => self.set.count_with(other),
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
                let among = Among::new(set.clone(), len);
                prop_assert_eq!(among.count(), set.count());
                prop_assert_eq!(among.count_with(&other, other.count()), shared);
            }
        }
    }
}
