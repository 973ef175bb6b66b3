//! Menus that open below their button, without a script. What closes them with it is in
//! [`menus`](crate::client::menus).

use leptos::prelude::*;

use crate::piece::{IntoPiece as _, Piece};

/// A menu: its class, what is on its button, and its items.
pub fn menu(class: &'static str, button: Piece, items: Vec<Piece>) -> Piece {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    view! {
        <details class=format!("menu {class}")>
            <summary>{button}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_piece()
}
