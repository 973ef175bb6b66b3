//! A choice of one among a few, as links in a row, so that it works without a script.

use leptos::prelude::*;

use crate::piece::{IntoPiece as _, Piece};

/// An option: its address, its label, and whether it is chosen.
pub type Choice = (String, &'static str, bool);

/// The row.
pub fn choice(class: &'static str, label: &'static str, choices: Vec<Choice>) -> Piece {
    let link = |(href, name, chosen): Choice| {
        let current = chosen.then_some("true");
        view! {
            <li>
                <a href=href aria-current=current data-stay>
                    {name}
                </a>
            </li>
        }
    };
    let links: Vec<_> = choices.into_iter().map(link).collect();
    view! {
        <nav class=class aria-label=label>
            <ul>{links}</ul>
        </nav>
    }
    .into_piece()
}
