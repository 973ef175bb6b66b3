//! What is shown where the program failed.

use crate::{
    markup::{Element, el},
    site::Site,
};

/// The notice. On the server it makes the answer a 500 and writes the cause to
/// the log under the reference that the visitor sees, who sees no internals.
pub fn fault(site: Site, cause: &str) -> Element {
    let t = site.t;
    let reference =
        report(cause).map(|reference| t.fault_reference.fill(&[("reference", &reference)]));
    let again = el("a").attr("href", "").attr("rel", "external").child(t.try_again);
    el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .class("plain-page")
        .child(el(site.heading(1)).attr("tabindex", "-1").child(t.fault))
        .child(el("p").child(t.fault_hint))
        .child(reference.map(|reference| el("p").child(reference)))
        .child(el("p").child(again))
}

#[cfg(feature = "ssr")]
fn report(cause: &str) -> Option<String> {
    use leptos::prelude::use_context;

    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::INTERNAL_SERVER_ERROR);
    }
    use_context::<crate::shell::Faults>().map(|faults| (faults.0)(cause))
}

/// In the browser the server was not reached, so it has no reference to give.
#[cfg(not(feature = "ssr"))]
fn report(cause: &str) -> Option<String> {
    leptos::logging::warn!("{cause}");
    None
}
