//! What is known of every project, property by property: what an
//! [`Engine`](super::Engine) is made from, and all that it knows.

use std::{borrow::Borrow, collections::HashMap, hash::Hash};

use crate::{
    filter::LeadRole,
    model::{Country, Day, Euro, Period, Slug, Status, Theme},
};

/// The properties of all projects; position n of each is project n.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Home cities that present it.
    pub city: Column<Slug>,
    /// What it is about.
    pub theme: Column<Theme>,
    /// The programme that funds it.
    pub programme: Column<Slug>,
    /// The programming period.
    pub period: Column<Period>,
    /// Countries that organisations come from.
    pub country: Column<Country>,
    /// Whether it is led by the city that presents it.
    pub role: Column<LeadRole>,
    /// Planned, ongoing, closed or not known.
    pub status: Column<Status>,
    /// The first day on which it may have started.
    pub start: Vec<Option<Day>>,
    /// The last day on which it may end.
    pub end: Vec<Option<Day>>,
    /// The total budget, where one was published.
    pub budget: Vec<Option<Euro>>,
    /// The place of its name in the alphabet; equal names have the same.
    pub title: Vec<u32>,
}

/// One property of all projects, of which each has any number of values.
#[derive(Clone, Debug)]
pub struct Column<T> {
    values: Vec<(T, Option<String>)>,
    /// Positions in `values`, of one project after the other.
    entries: Vec<u16>,
    /// Where the entries of each project end.
    ends: Vec<usize>,
}

impl<T> Column<T> {
    /// A column of no projects yet. The values stand in the order in which they
    /// are offered, with their names where the translations do not have them.
    pub fn new(values: impl IntoIterator<Item = (T, Option<String>)>) -> Self {
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
    pub fn values(&self) -> &[(T, Option<String>)] {
        &self.values
    }

    /// The positions of each project's values.
    pub fn rows(&self) -> impl Iterator<Item = &[u16]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.entries[start..*end])
    }

    pub(super) fn into_values(self) -> Vec<(T, Option<String>)> {
        self.values
    }
}

impl<T: Eq + Hash> Column<T> {
    /// A column over projects with these values. A value that is not offered
    /// is left out.
    pub(crate) fn of<V: Borrow<T>, I: IntoIterator<Item = V>>(
        values: impl IntoIterator<Item = (T, Option<String>)>,
        projects: impl IntoIterator<Item = I>,
    ) -> Self {
        let mut column = Self::new(values);
        let known: HashMap<&T, u16> =
            column.values.iter().map(|(value, _)| value).zip(0..=u16::MAX).collect();
        for values in projects {
            let positions = values.into_iter().filter_map(|v| known.get(v.borrow()).copied());
            column.entries.extend(positions);
            column.ends.push(column.entries.len());
        }
        column
    }
}
