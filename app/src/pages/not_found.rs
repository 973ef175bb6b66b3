//! What is shown where there is nothing.

use catalogue::filter::Filter;
use leptos::prelude::*;

use crate::{
    head::{Head, titled},
    layout::{above, below, search_button},
    piece::{IntoPiece as _, Piece, page_heading},
    site::Site,
};

/// The page for an address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    let site = Site::here();
    let head = Head {
        title: site.t.not_found.to_owned(),
        description: site.t.not_found_hint.to_owned(),
        path: None,
        filter: Filter::default(),
        about: None,
    };
    view! {
        {titled(site, head, above(site))}
        {nothing(site, site.t.not_found)}
        {below(site)}
    }
}

/// What is missing, and the way onward: the search box and the whole list.
pub fn nothing(site: Site, heading: &'static str) -> Piece {
    let t = site.t;
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    view! {
        <main id="content" tabindex="-1" class="plain-page">
            {page_heading(site, None, None, heading.into_piece())}
            <p>{t.not_found_hint}</p>
            <form class="search" method="get" action=site.home() role="search">
                <label class="unseen" for="q">
                    {t.search}
                </label>
                <input type="search" id="q" name="q" maxlength="200" placeholder=t.search_hint/>
                {site.fields()}
                {search_button(site)}
            </form>
            <p>
                <a href=site.filtered(&Filter::default())>{t.all_projects}</a>
            </p>
        </main>
    }
    .into_piece()
}
