//! A set of numbers below a fixed size, one bit each: projects, points, names.

mod popcount;

use std::ops::Range;

/// A set of numbers below a fixed size.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    pub(crate) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)] }
    }

    pub(crate) fn all(len: usize) -> Self {
        let mut bits = Self { words: vec![u64::MAX; len.div_ceil(64)] };
        // Bits behind the last number must stay clear, or they would be counted.
        if let Some(last) = bits.words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        bits
    }

    pub(crate) fn collect(len: usize, members: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = Self::none(len);
        members.into_iter().for_each(|member| bits.insert(member));
        bits
    }

    /// The number must be below the size.
    pub(crate) fn insert(&mut self, member: usize) {
        if let Some(word) = self.words.get_mut(member / 64) {
            *word |= 1 << (member % 64);
        }
    }

    pub(crate) fn remove(&mut self, member: usize) {
        if let Some(word) = self.words.get_mut(member / 64) {
            *word &= !(1 << (member % 64));
        }
    }

    pub(crate) fn contains(&self, member: usize) -> bool {
        self.words.get(member / 64).is_some_and(|word| word >> (member % 64) & 1 == 1)
    }

    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
        self
    }

    pub(crate) fn and_not(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
        self
    }

    pub(crate) fn or(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
        self
    }

    /// How many members it has.
    pub fn count(&self) -> usize {
        popcount::shared(&self.words, &self.words)
    }

    pub(crate) fn count_with(&self, other: &Self) -> usize {
        popcount::shared(&self.words, &other.words)
    }

    /// The set that is stored like this: see [`Bits::words`].
    pub(crate) fn of_words(words: Vec<u64>) -> Self {
        Self { words }
    }

    /// Visits the members in a range, ascending.
    pub(crate) fn each_in(&self, range: Range<usize>, mut visit: impl FnMut(usize)) {
        for place in range.start / 64..range.end.div_ceil(64) {
            let mut word = self.words.get(place).map_or(0, |word| word & mask(place, &range));
            while word != 0 {
                visit(place * 64 + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }

    /// How many members there are in a range.
    pub(crate) fn count_in(&self, range: Range<usize>) -> usize {
        let count = |place| {
            let word = self.words.get(place).map_or(0, |word: &u64| word & mask(place, &range));
            word.count_ones() as usize
        };
        (range.start / 64..range.end.div_ceil(64)).map(count).sum()
    }

    /// The set as it is stored: member 64·n + m is bit m of word n.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The members, the smallest first.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        members(&self.words, 0)
    }

    /// The members behind the first `skipped`, which are counted, not visited.
    pub(crate) fn skip(&self, skipped: usize) -> impl Iterator<Item = usize> {
        let (mut word, mut rest) = (0, skipped);
        while let Some(ones) = self.words.get(word).map(|word| word.count_ones() as usize)
            && ones <= rest
        {
            rest -= ones;
            word += 1;
        }
        members(self.words.get(word..).unwrap_or_default(), word).skip(rest)
    }
}

/// The bits of word number `place` that are in a range, which must touch it.
fn mask(place: usize, range: &Range<usize>) -> u64 {
    let below = |bit: usize| match bit.saturating_sub(place * 64) {
        bits @ 0..64 => (1 << bits) - 1,
        _ => u64::MAX,
    };
    below(range.end) & !below(range.start)
}

/// The members in words of which the first is the `first` of its set.
fn members(words: &[u64], first: usize) -> impl Iterator<Item = usize> {
    words.iter().enumerate().flat_map(move |(n, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            (rest != 0).then(|| {
                let bit = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                (first + n) * 64 + bit
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::btree_set, prelude::*};

    proptest! {
        #[test]
        fn bits_are_a_set(a in btree_set(0usize..200, 0..50), b in btree_set(0usize..200, 0..50)) {
            let (x, y) = (Bits::collect(200, a.clone()), Bits::collect(200, b.clone()));
            prop_assert_eq!(x.iter().collect::<Vec<_>>(), a.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(x.count(), a.len());
            prop_assert_eq!(x.count_with(&y), a.intersection(&b).count());
            prop_assert_eq!(x.clone().and(&y), Bits::collect(200, a.intersection(&b).copied()));
            prop_assert_eq!(x.clone().and_not(&y), Bits::collect(200, a.difference(&b).copied()));
            prop_assert_eq!(x.clone().or(&y), Bits::collect(200, a.union(&b).copied()));
            prop_assert!((0..230).all(|n| x.skip(n).eq(a.iter().copied().skip(n))));
            prop_assert!((0..200).all(|n| x.contains(n) == a.contains(&n)));
            for (start, end) in [(0, 0), (0, 200), (3, 64), (64, 128), (70, 71), (63, 191), (199, 200)] {
                let mut seen = vec![];
                x.each_in(start..end, |n| seen.push(n));
                prop_assert_eq!(x.count_in(start..end), seen.len());
                prop_assert_eq!(seen, a.range(start..end).copied().collect::<Vec<_>>());
            }
        }

        #[test]
        fn all_has_exactly_as_many_as_there_are(len in 0usize..300) {
            prop_assert_eq!(Bits::all(len).count(), len);
        }
    }
}
