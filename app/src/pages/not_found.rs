//! What is shown where there is nothing.

use catalogue::filter::Filter;
use leptos::prelude::*;

use crate::{
    frame::{above, below, search_button},
    head::{Head, titled},
    markup::{Element, el},
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
pub fn nothing(site: Site, heading: &'static str) -> Element {
    let t = site.t;
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let input = el("input")
        .attr("type", "search")
        .attr("id", "q")
        .attr("name", "q")
        .attr("maxlength", "200")
        .attr("placeholder", t.search_hint);
    let search = el("form")
        .class("search")
        .attr("method", "get")
        .attr("action", site.home())
        .attr("role", "search")
        .child(el("label").class("unseen").attr("for", "q").child(t.search))
        .child(input)
        .child(site.fields())
        .child(search_button(site));
    el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .class("plain-page")
        .child(el(site.heading(1)).attr("tabindex", "-1").child(heading))
        .child(el("p").child(t.not_found_hint))
        .child(search)
        .child(
            el("p").child(
                el("a").attr("href", site.filtered(&Filter::default())).child(t.all_projects),
            ),
        )
}
