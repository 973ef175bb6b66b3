//! What is known of every project, property by property: what an
//! [`Engine`](super::Engine) is made from, and all that it knows.

use std::collections::HashMap;

use crate::{
    facet::Offered,
    model::{Day, Euro, plausibility::Doubtful},
};

/// The properties of all projects; position n of each is project n.
#[derive(Clone, Debug)]
pub struct Columns {
    /// The values of each facet, in the order of [`Facet::ALL`](crate::Facet::ALL).
    pub facets: Vec<Column>,
    /// The first day on which it may have started.
    pub start: Vec<Option<Day>>,
    /// The last day on which it may end.
    pub end: Vec<Option<Day>>,
    /// The total budget, where one was published.
    pub budget: Vec<Option<Euro>>,
    /// What of its money is doubtful.
    pub doubtful: Vec<Doubtful>,
    /// The place of its name in the alphabet; equal names have the same.
    pub title: Vec<u32>,
}

/// One property of all projects, of which each has any number of values.
#[derive(Clone, Debug)]
pub struct Column {
    values: Vec<Offered>,
    /// Positions in `values`, of one project after the other.
    entries: Vec<u16>,
    /// Where the entries of each project end.
    ends: Vec<usize>,
}

impl Column {
    /// A column of no projects yet. The values stand in the order in which they
    /// are offered, with their names where the translations do not have them.
    pub fn new(values: impl IntoIterator<Item = Offered>) -> Self {
        Self { values: values.into_iter().collect(), entries: Vec::new(), ends: Vec::new() }
    }

    /// Adds a project that has the values at these positions.
    pub fn push(&mut self, positions: impl IntoIterator<Item = u16>) {
        self.entries.extend(positions);
        self.ends.push(self.entries.len());
    }

    /// How many projects there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The values with their names.
    pub fn values(&self) -> &[Offered] {
        &self.values
    }

    /// The positions of each project's values.
    pub fn rows(&self) -> impl Iterator<Item = &[u16]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.entries[start..*end])
    }

    pub(super) fn into_values(self) -> Vec<Offered> {
        self.values
    }

    /// A column over projects: `of` hands over the values of each. A value that is
    /// not offered is left out.
    pub(crate) fn of<P>(
        values: Vec<Offered>,
        projects: impl IntoIterator<Item = P>,
        of: impl Fn(P, &mut dyn FnMut(&str)),
    ) -> Self {
        let mut column = Self::new(values);
        let known: HashMap<&str, u16> =
            column.values.iter().map(|(value, _)| value.as_str()).zip(0..=u16::MAX).collect();
        for project in projects {
            of(project, &mut |value| column.entries.extend(known.get(value).copied()));
            column.ends.push(column.entries.len());
        }
        column
    }
}
