//! The part of the earth that is read from the sources.

use catalogue::map::Bbox;

/// What is read from the sources: somewhat more than is ever shown, so that a
/// view of all Europe does not show where the data end.
pub(super) const REACH: Bbox = Bbox::new(-40.0, 27.0, 62.0, 76.0);
