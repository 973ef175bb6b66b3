//! The projects that a filter leaves, and those that it would leave without
//! one of its parts ("drill sideways").

use super::subset::SubsetCounter;
use crate::filter::Part;
use crate::query::bits::Bits;

/// The projects a filter leaves.
#[derive(Debug)]
pub(crate) struct Narrowed {
    /// Admitted by every part.
    found: SubsetCounter,
    /// For each part that narrows: admitted by every other part.
    sideways: Vec<(Part, SubsetCounter)>,
}

impl Narrowed {
    /// Out of `scope`, which is of `len` projects, those that the parts admit. Each set is joined with
    /// what its predecessors and what its successors leave, so that the work
    /// grows with the number of parts and not with its square.
    pub(crate) fn new(len: usize, scope: Bits, admitted: Vec<(Part, Bits)>) -> Self {
        let mut behind = vec![Bits::all(len)];
        for (_, set) in admitted.iter().skip(1).rev() {
            let rest = behind.last().map_or_else(|| set.clone(), |rest| set.clone().and(rest));
            behind.push(rest);
        }
        let mut before = scope;
        let mut sideways = Vec::with_capacity(admitted.len());
        for ((part, set), behind) in admitted.into_iter().zip(behind.into_iter().rev()) {
            sideways.push((part, SubsetCounter::new(behind.and(&before), len)));
            before = before.and(&set);
        }
        Self { found: SubsetCounter::new(before, len), sideways }
    }

    /// The projects found.
    pub(crate) fn found(&self) -> &SubsetCounter {
        &self.found
    }

    /// The projects that all parts admit except `part`: those that the facet of `part`
    /// counts. For a part that narrows nothing these are the projects found.
    pub(crate) fn excluding(&self, part: Part) -> &SubsetCounter {
        let own = self.sideways.iter().find(|(known, _)| *known == part);
        own.map_or(&self.found, |(_, set)| set)
    }

    /// The parts that narrow, each with what would be found without it.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Part, usize)> {
        self.sideways.iter().map(|(part, set)| (*part, set.count()))
    }
}
