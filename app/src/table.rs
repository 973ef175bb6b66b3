//! Tables that scroll sideways where they are too wide, and that can be sorted by the links in
//! their heads.

use leptos::prelude::*;

use crate::piece::{IntoPiece as _, Piece};

/// A table of a kind, with a name for screen readers.
pub fn table(
    id: &'static str,
    class: &'static str,
    name: &'static str,
    heads: Vec<Piece>,
    rows: Vec<Piece>,
) -> Piece {
    view! {
        <div class="table-frame" id=id tabindex="0" role="region" aria-label=name>
            <table class=class>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_piece()
}

/// The head of a column. Where the table can be sorted by it, it is a link to that order,
/// with the direction (`ascending`, `descending`) where that is the order now.
pub fn head(
    name: &'static str,
    is_number: bool,
    order: Option<(String, Option<&'static str>)>,
) -> Piece {
    let (href, sorted) = order.unzip();
    let inner = match href {
        None => name.into_piece(),
        Some(href) => view! {
            <a href=href data-stay data-noscroll>
                {name}
            </a>
        }
        .into_piece(),
    };
    view! {
        <th scope="col" class=number(is_number) aria-sort=sorted.flatten()>
            {inner}
        </th>
    }
    .into_piece()
}

/// A cell.
pub fn cell(is_number: bool, inner: Piece) -> Piece {
    view! { <td class=number(is_number)>{inner}</td> }.into_piece()
}

fn number(is_number: bool) -> Option<&'static str> {
    is_number.then_some("number")
}
