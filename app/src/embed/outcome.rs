//! What comes of a set-up: the embed as it will be, and what to paste.

use super::{Setup, snippets::Snippets};
use crate::{
    i18n::embed::words,
    markup::{Element, el},
    site::Site,
};

/// The embed itself, in a frame.
pub fn preview(site: Site, setup: &Setup) -> Element {
    let words = words(site.lang);
    let frame = el("iframe")
        .attr("data-live", true)
        .attr("title", words.preview)
        .attr("src", setup.widget());
    el("section")
        .class("embed-preview")
        .attr("aria-labelledby", "preview")
        .child(el("h2").attr("id", "preview").child(words.preview))
        .child(frame)
}

/// What to paste, for five kinds of websites.
pub fn outputs(site: Site, setup: &Setup, public_url: &str) -> Element {
    let words = words(site.lang);
    let [.., heading] = words.steps;
    let snippets = Snippets::of(setup, public_url);
    let texts = [
        (["frame-name", "frame-use", "frame"], snippets.frame(), 8),
        (["following-name", "following-use", "following"], snippets.frame_that_follows(), 9),
        (["element-name", "element-use", "element"], snippets.element(), 7),
        (["address-name", "address-use", "address"], snippets.address(), 3),
        (["fragment-name", "fragment-use", "fragment"], snippets.fragment(), 3),
    ];
    let output = |((ids, text, rows), (name, purpose)): (([&'static str; 3], String, u8), _)| {
        let [name_id, purpose_id, id] = ids;
        el("div")
            .class("embed-output")
            .child(el("h3").attr("id", name_id).child(name))
            .child(el("p").attr("id", purpose_id).child(purpose))
            .child(
                snippet(id, text, rows)
                    .attr("aria-labelledby", name_id)
                    .attr("aria-describedby", purpose_id),
            )
            .child(copy(words.copy, name, id))
    };
    let mut outputs: Vec<_> = texts.into_iter().zip(words.outputs).map(output).collect();
    if let Some(last) = outputs.pop() {
        let php = snippet("php", snippets.included(), 3).attr("aria-labelledby", "php-name");
        outputs.push(
            last.child(el("p").attr("id", "php-name").child(words.php))
                .child(php)
                .child(copy(words.copy, words.php, "php")),
        );
    }
    el("section")
        .class("embed-outputs")
        .attr("aria-labelledby", "outputs")
        .attr("data-copied", words.copied)
        .attr("data-failed", words.not_copied)
        .child(el("h2").attr("id", "outputs").child(heading))
        .child(outputs)
}

fn snippet(id: &'static str, text: String, rows: u8) -> Element {
    el("textarea")
        .attr("id", id)
        .attr("rows", rows.to_string())
        .attr("readonly", true)
        .attr("spellcheck", "false")
        .attr("lang", "zxx")
        .attr("data-live", true)
        .child(text)
}

/// The button, which the script brings up, and beside it what came of it.
fn copy(label: &'static str, what: &'static str, id: &'static str) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("secondary")
        .attr("hidden", true)
        .attr("data-scripted", true)
        .attr("data-copies", id)
        .child(label)
        .child(el("span").class("unseen").child(format!(": {what}")));
    el("div").class("embed-copy").child(button).child(el("p").class("said").attr("role", "status"))
}
