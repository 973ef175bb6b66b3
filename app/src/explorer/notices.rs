//! What of the address was not understood.

use catalogue::filter::{Ignored, Reason};
use leptos::prelude::*;

use crate::{
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// A notice for each part that was left out.
pub fn notices(site: Site, ignored: Vec<Ignored>) -> Option<Piece> {
    let t = site.t;
    let none = ignored.is_empty();
    let row = |Ignored { key, value, reason }| {
        let pattern = match reason {
            Reason::NotAValue => t.ignored,
            Reason::NotInCatalogue => t.ignored_unknown,
            Reason::TooMuch => t.ignored_too_much,
        };
        let text = pattern.fill(&[("key", &key), ("value", &value)]);
        view! { <li>{text}</li> }.into_piece()
    };
    let rows: Vec<_> = ignored.into_iter().map(row).collect();
    (!none).then(|| view! { <ul class="notices">{rows}</ul> }.into_piece())
}
