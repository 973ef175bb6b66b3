//! What can be done with a page: share and print it.

use leptos::prelude::*;

use crate::{
    client::{menus, share::share_address},
    menu::menu,
    piece::{IntoPiece as _, Piece, icon},
    site::Site,
};

/// A box that an arrow leaves.
const SHARE: &str = "M10 13V2M6 6l4-4 4 4M5 9H3v9h14V9h-2";

/// A sheet that leaves a printer.
const PRINT: &str = "M5 7V2h10v5M5 14H2V7h16v7h-3M5 12h10v6H5z";

/// Three dots.
const MORE: &str = "M4 10a1 1 0 1 0 .01 0M10 10a1 1 0 1 0 .01 0M16 10a1 1 0 1 0 .01 0";

/// The menu. Without a script its buttons do nothing, so style hides them then.
pub fn actions(site: Site) -> Piece {
    let t = site.t;
    let share = move || {
        menus::close();
        leptos::task::spawn_local(async move {
            let said = match share_address().await {
                None => "",
                Some(true) => t.link_copied,
                Some(false) => t.link_not_copied,
            };
            if let Some(status) = document().query_selector(".said").ok().flatten() {
                status.set_text_content(Some(said));
            }
        });
    };
    let print = || {
        menus::close();
        let _ = window().print();
    };
    let button = |path, word: &'static str, press: Box<dyn Fn()>| {
        view! {
            <button type="button" class="plain" on:click=move |_| press()>
                {icon(path)}
                {word}
            </button>
        }
        .into_piece()
    };
    let items =
        vec![button(SHARE, t.share, Box::new(share)), button(PRINT, t.print, Box::new(print))];
    let summary = view! { {icon(MORE)} <span>{t.actions}</span> }.into_piece();
    view! {
        <div class="actions">
            // What is said here comes from the button alone, so its text is no child of
            // the view, which would take it away with the next answer.
            <span class="said" role="status"></span>
            {menu("", summary, items)}
        </div>
    }
    .into_piece()
}
