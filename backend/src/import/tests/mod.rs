//! Importers against workbooks with the real headers and every oddity.

mod cells;
mod doubts;
mod fixture;
mod identity;
mod json;
mod keep;
mod malformed;
mod programmes;
mod random;
mod round_trip;
mod sheets;
mod shrink;
mod template;

/// Any catalogue, as the tests of the store make them.
#[path = "../../../tests/store/arbitrary.rs"]
mod arbitrary;
