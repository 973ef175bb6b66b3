//! What can be done with a page: share and print it.

use leptos::prelude::*;

use crate::{
    client::share::share_address,
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// Share and print. Without a script they do nothing, so style hides them then.
pub fn actions(site: Site) -> Piece {
    let t = site.t;
    let share = move |_| {
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
    let print = |_| {
        let _ = window().print();
    };
    view! {
        <div class="actions">
            <button type="button" class="plain" on:click=share>
                {t.share}
            </button>
            <button type="button" class="plain" on:click=print>
                {t.print}
            </button>
            // What is said here comes from the button alone, so its text is no child of
            // the view, which would take it away with the next answer.
            <span class="said" role="status"></span>
        </div>
    }
    .into_piece()
}
