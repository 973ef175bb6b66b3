//! The projects in one order, sorted once: pages of any subset, and the first so many.
//!
//! A page of the list is a few projects out of many; the others need not be
//! in order. Where few were found, their ranks are sorted. Where many were, the
//! order is walked from a *mark*: the sets of the first sixteenth, eighth… of all
//! projects are kept, and counting tells behind which of them a page begins.

use crate::query::bits::Bits;

/// All projects in one order.
#[derive(Debug)]
pub(crate) struct Order {
    /// The projects, first to last.
    projects: Vec<u32>,
    /// For each project its place in the order.
    ranks: Vec<u32>,
    /// Projects from one mark to the next.
    step: usize,
    /// The first `step`, the first two times `step`… projects.
    marks: Vec<Bits>,
}

/// How many marks an order has, about: as many sets are kept.
const MARKS: usize = 16;
/// Where fewer than one in so many projects is found, ranks are sorted.
const FEW: usize = 64;

impl Order {
    /// The projects below `len` by a key. Ties keep the catalogue's own order,
    /// so that paging loses and repeats nothing.
    pub(crate) fn by<K: Ord>(len: usize, key: impl Fn(usize) -> K) -> Self {
        let mut projects: Vec<u32> = (0..u32::MAX).take(len).collect();
        projects.sort_by_key(|project| key(*project as usize));
        let mut ranks = vec![0; projects.len()];
        for (rank, project) in (0..u32::MAX).zip(&projects) {
            ranks[*project as usize] = rank;
        }
        let step = len.div_ceil(MARKS).max(64);
        let mut so_far = Bits::none(len);
        let marks = projects.chunks_exact(step).map(|more| {
            more.iter().for_each(|project| so_far.insert(*project as usize));
            so_far.clone()
        });
        Self { marks: marks.collect(), projects, ranks, step }
    }

    /// The first `count` projects of the order.
    pub(crate) fn first(&self, count: usize) -> Bits {
        let mark = count / self.step;
        let none = || Bits::none(self.projects.len());
        let mut first = mark.checked_sub(1).map_or_else(none, |mark| self.marks[mark].clone());
        let more = self.projects.iter().take(count).skip(mark * self.step);
        more.for_each(|project| first.insert(*project as usize));
        first
    }

    /// All projects.
    pub(crate) fn all(&self) -> Bits {
        Bits::all(self.projects.len())
    }

    /// `take` projects of `found`, which are `count`, behind the first `skip`.
    pub(crate) fn page(&self, found: &Bits, count: usize, skip: usize, take: usize) -> Vec<usize> {
        let projects = |project: &u32| *project as usize;
        if count < self.projects.len() / FEW {
            let ranks: Vec<u32> = found.iter().map(|project| self.ranks[project]).collect();
            let page = part_sorted(ranks, skip, take);
            return page.into_iter().map(|rank| projects(&self.projects[rank as usize])).collect();
        }
        // The marks grow, so that the last one before the page can be bisected for.
        let mark = self.marks.partition_point(|mark| found.count_with(mark) <= skip);
        let passed = mark.checked_sub(1).map_or(0, |mark| found.count_with(&self.marks[mark]));
        let behind = self.projects.iter().skip(mark * self.step).map(projects);
        behind.filter(|project| found.contains(*project)).skip(skip - passed).take(take).collect()
    }
}

/// What would stand from place `skip` on, `take` of it, if all were sorted.
pub(crate) fn part_sorted<K: Ord>(mut keys: Vec<K>, skip: usize, take: usize) -> Vec<K> {
    if skip >= keys.len() {
        return Vec::new();
    }
    if skip > 0 {
        keys.select_nth_unstable(skip);
        keys.drain(..skip);
    }
    if take < keys.len() {
        keys.select_nth_unstable(take);
        keys.truncate(take);
    }
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn a_page_is_what_sorting_everything_would_show(
            keys in vec(0u32..300, 1..3_000), step in 1usize..200, skip in prop_oneof![0usize..60, 0usize..3_000],
        ) {
            let len = keys.len();
            let order = Order::by(len, |n| keys[n]);
            let found = Bits::collect(len, (0..len).step_by(step));
            let mut sorted: Vec<usize> = found.iter().collect();
            sorted.sort_by_key(|n| keys[*n]);
            let page: Vec<usize> = sorted.into_iter().skip(skip).take(24).collect();
            prop_assert_eq!(order.page(&found, found.count(), skip, 24), page);
        }

        #[test]
        fn a_part_is_sorted_as_if_all_were(
            mut keys in vec(any::<u8>(), 0..200), skip in 0usize..250, take in 0usize..50,
        ) {
            let part = part_sorted(keys.clone(), skip, take);
            keys.sort_unstable();
            prop_assert_eq!(part, keys.into_iter().skip(skip).take(take).collect::<Vec<_>>());
        }

        #[test]
        fn the_first_are_the_least(keys in vec(0u32..9, 0..2_000), first in 0usize..2_000) {
            let order = Order::by(keys.len(), |n| keys[n]);
            let first = first.min(keys.len());
            let mut sorted: Vec<usize> = (0..keys.len()).collect();
            sorted.sort_by_key(|n| keys[*n]);
            let least = Bits::collect(keys.len(), sorted.into_iter().take(first));
            prop_assert_eq!(order.first(first), least);
        }
    }
}
