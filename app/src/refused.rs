//! What stands in a frame that a site may not have.

use catalogue::model::Lang;

use crate::{i18n::refused, markup::el};

/// A page by itself, with one sentence and the way to the explorer at `address`.
/// It has no style: the policy it is sent with lets it load nothing.
pub fn refused_frame(lang: Lang, address: &str) -> String {
    let t = refused::words(lang);
    let link = el("a")
        .attr("href", address.to_owned())
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child(t.open);
    let body = el("body").child(el("p").child(t.refused)).child(el("p").child(link));
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("name", "viewport").attr("content", "width=device-width"))
        .child(el("meta").attr("name", "color-scheme").attr("content", "light dark"))
        .child(el("title").child(t.title));
    use leptos::tachys::view::RenderHtml as _;
    format!("<!DOCTYPE html>{}", el("html").attr("lang", lang.tag()).child([head, body]).to_html())
}
