//! The projects that a filter leaves, and those that it would leave without
//! one of its parts ("drill sideways").

use super::{among::Among, bits::Bits};
use crate::filter::Part;

/// The projects a filter leaves.
#[derive(Debug)]
pub(crate) struct Narrowed {
    /// Admitted by every part.
    found: Among,
    /// For each part that narrows: admitted by every other part.
    sideways: Vec<(Part, Among)>,
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
            sideways.push((part, Among::new(behind.and(&before), len)));
            before = before.and(&set);
        }
        Self { found: Among::new(before, len), sideways }
    }

    /// The projects found.
    pub(crate) fn found(&self) -> &Among {
        &self.found
    }

    /// What is counted for the facet of `part`: all other parts applied. A part
    /// that narrows nothing has the same as everybody.
    pub(crate) fn beside(&self, part: Part) -> &Among {
        let own = self.sideways.iter().find(|(known, _)| *known == part);
        own.map_or(&self.found, |(_, set)| set)
    }

    /// The parts that narrow, each with what would be found without it.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Part, usize)> {
        self.sideways.iter().map(|(part, set)| (*part, set.count()))
    }
}
