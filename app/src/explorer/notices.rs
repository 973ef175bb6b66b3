//! What of the address was not understood.

use catalogue::filter::{Ignored, Reason};

use crate::{
    markup::{Element, el},
    site::Site,
};

/// A notice for each part that was left out.
pub fn notices(site: Site, ignored: Vec<Ignored>) -> Option<Element> {
    let t = site.t;
    let none = ignored.is_empty();
    let row = |Ignored { key, value, reason }| {
        let pattern = match reason {
            Reason::NotAValue => t.ignored,
            Reason::NotInCatalogue => t.ignored_unknown,
            Reason::TooMuch => t.ignored_too_much,
        };
        el("li").child(pattern.fill(&[("key", &key), ("value", &value)]))
    };
    let rows: Vec<_> = ignored.into_iter().map(row).collect();
    (!none).then(|| el("ul").class("notices").child(rows))
}
