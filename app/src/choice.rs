//! A choice of one among a few, as links in a row, so that it works without a script.

use leptos::prelude::*;

use crate::piece::{IntoPiece as _, Piece, icon};

/// An option.
pub struct Choice {
    /// Its address.
    pub href: String,
    /// Its label.
    pub name: &'static str,
    /// What is drawn before the label, as the path of an [`icon`].
    pub icon: Option<&'static str>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The row.
pub fn choice(class: &'static str, label: &'static str, choices: Vec<Choice>) -> Piece {
    let link = |Choice { href, name, icon: path, is_chosen }: Choice| {
        let current = is_chosen.then_some("true");
        view! {
            <li>
                <a href=href aria-current=current data-stay>
                    {path.map(icon)}
                    <span>{name}</span>
                </a>
            </li>
        }
        .into_piece()
    };
    let links: Vec<_> = choices.into_iter().map(link).collect();
    view! {
        <nav class=class aria-label=label>
            <ul>{links}</ul>
        </nav>
    }
    .into_piece()
}
