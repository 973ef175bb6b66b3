//! Catalogues of any size with the distributions of a real one, for benchmarks.
//!
//! The same number gives the same project on every machine, today and next year:
//! every project is drawn with [dice](dice::Dice) of its own from the [tables],
//! which count what was in the export of keep.eu for 2014-2020 (1,891 projects).
//! Each property is drawn by itself; that programmes have their own countries,
//! for instance, is not imitated. No project is a real one.
//!
//! There are three ways out. [`columns`] is what a facet engine needs, and nothing
//! else, so that two million fit into memory; [`places`] is where each of the same
//! projects stands on a map. [`document`] is a whole catalogue
//! with texts, organisations and places, as it stands in a file. All have the
//! same projects.

#![cfg(feature = "bench")]

mod columns;
mod dice;
mod document;
mod facts;
mod file;
mod places;
mod prose;
mod tables;

use catalogue::model::Day;

pub use columns::columns;
pub use document::document;
pub use file::{as_json, peers_file};
pub use places::places;

/// The day for which catalogues are made: some projects are yet to come, some
/// run and some are over.
pub const TODAY: Day = Day { year: 2018, month: 6, day: 15 };
