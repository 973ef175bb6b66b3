//! What is shown where the program failed.

use crate::{
    failure::Failure,
    markup::{Element, el},
    site::Site,
};

/// The notice. The visitor sees the reference under which the server's log has the
/// cause, and no internals.
pub fn fault(site: Site, failure: &Failure) -> Element {
    let t = site.t;
    let reference = match failure {
        Failure::Server(reference) => Some(t.fault_reference.fill(&[("reference", reference)])),
        // The server has nothing in its log.
        Failure::Arguments(cause) | Failure::Connection(cause) => {
            leptos::logging::warn!("{cause}");
            None
        }
    };
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
