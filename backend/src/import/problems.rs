//! All problems of a file. Every problem is counted; only as many are kept as a report
//! can show.

use std::{collections::BTreeMap, ops::Deref};

use serde::{Deserialize, Serialize};

use super::{
    problem::Problem,
    problem_kind::{ProblemKind, Severity},
};

/// The problems of a file, in its order.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Problems {
    kept: Vec<Problem>,
    counts: BTreeMap<ProblemKind, usize>,
    most: usize,
}

impl Problems {
    /// An empty list that keeps at most `most` problems. One kind can use a quarter of the
    /// space, and warnings and notes together one half, so there is always space for errors.
    pub fn keeping(most: usize) -> Self {
        Self { kept: Vec::new(), counts: BTreeMap::new(), most }
    }

    /// An empty list with the same limit.
    pub fn alike(&self) -> Self {
        Self::keeping(self.most)
    }

    /// Adds a problem.
    pub fn push(&mut self, problem: Problem) {
        let of_kind = self.counts.entry(problem.kind).or_default();
        *of_kind += 1;
        let room = match problem.kind.severity() {
            Severity::Error => self.most,
            Severity::Warning | Severity::Note => self.most / 2,
        };
        if *of_kind <= self.most / 4 && self.kept.len() < room {
            self.kept.push(problem);
        }
    }

    /// Moves all problems of another list into this one.
    pub fn append(&mut self, other: &mut Self) {
        for problem in std::mem::take(&mut other.kept) {
            if let Some(count) = other.counts.get_mut(&problem.kind) {
                *count -= 1;
            }
            self.push(problem);
        }
        // The other list has counted problems that it did not keep.
        for (kind, count) in std::mem::take(&mut other.counts) {
            *self.counts.entry(kind).or_default() += count;
        }
    }

    /// The number of problems of a kind, kept or not.
    pub fn count(&self, kind: ProblemKind) -> usize {
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// The kinds that occur.
    pub fn kinds(&self) -> impl Iterator<Item = ProblemKind> + '_ {
        self.counts.iter().filter(|(_, count)| **count > 0).map(|(kind, _)| *kind)
    }
}

impl Deref for Problems {
    type Target = [Problem];

    /// The problems that are kept.
    fn deref(&self) -> &[Problem] {
        &self.kept
    }
}

impl<const N: usize> PartialEq<[Problem; N]> for Problems {
    fn eq(&self, others: &[Problem; N]) -> bool {
        self.kept == others
    }
}

impl Extend<Problem> for Problems {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::RowRef;

    #[test]
    fn all_are_counted_and_errors_have_room_after_a_flood_of_warnings() {
        let row = RowRef { sheet: "Blad1".into(), number: 2 };
        let mut problems = Problems::keeping(40);
        let flood = [
            ProblemKind::PlaceUnknown,
            ProblemKind::LeadMissing,
            ProblemKind::TextCut,
            ProblemKind::RowsDiffer,
        ];
        for _ in 0..1_000 {
            problems.extend(flood.map(|kind| Problem::new(&row, None, "x", kind)));
        }
        assert_eq!(problems.len(), 20);
        let mut more = Problems::keeping(40);
        more.extend((0..50).map(|_| Problem::new(&row, None, "x", ProblemKind::NameMissing)));
        problems.append(&mut more);
        assert_eq!((problems.len(), problems.count(ProblemKind::NameMissing)), (30, 50));
        assert_eq!(problems.count(ProblemKind::TextCut), 1_000);
        assert_eq!(problems.kinds().count(), 5);
    }
}
