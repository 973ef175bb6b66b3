//! A source of projects, described as data.
//!
//! A new source is a table like those in `keep.rs` and `template/columns.rs`: its sheets,
//! their columns, and for each column its headers and the [`Field`] that it fills.
//! Everything else (recognising the file, reading values, joining sheets, locating
//! places, detecting languages, judging) is the same for all sources.

use serde::{Deserialize, Serialize};

use super::{field::Field, value::Decimal};

/// A column of a source.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its field.
    pub field: Field,
    /// Its headers. Case, accents and punctuation do not matter.
    pub headers: &'static [&'static str],
}

/// What a sheet lists.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Lists {
    /// Projects, one per row.
    Projects,
    /// Partners, one per row.
    Partners,
}

/// A sheet of a source.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// What it lists.
    pub lists: Lists,
    /// Its names in the source, in every language.
    pub names: &'static [&'static str],
    /// Its columns.
    pub columns: &'static [Column],
    /// The fields that it must have to be recognised.
    pub required: &'static [Field],
    /// The fields that identify it: a sheet that has all of these columns is this sheet and
    /// no other.
    pub tells: &'static [Field],
}

/// A source of projects.
#[derive(Clone, Copy, Debug)]
pub struct Mapping {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its sheets.
    pub sheets: &'static [Sheet],
    /// The names of its sheets without a list, in every language.
    pub aside: &'static [&'static str],
    /// Its decimal separator; `None` if it varies and must be detected.
    pub decimal: Option<Decimal>,
    /// The owner of the data, for the credits and the sources of projects.
    pub credit: Option<Credit>,
}

/// The owner of the data of a source.
#[derive(Clone, Copy, Debug)]
pub struct Credit {
    /// The name of the owner.
    pub name: &'static str,
    /// The address where the data is published.
    pub url: &'static str,
    /// The licence.
    pub licence: &'static str,
}
