//! A choice of one among a few, as links in a row, so that it works without a script.

use crate::markup::{Element, el};

/// An option: its address, its label, and whether it is chosen.
pub type Choice = (String, &'static str, bool);

/// The row.
pub fn choice(class: &'static str, label: &'static str, choices: Vec<Choice>) -> Element {
    let link = |(href, name, chosen): Choice| {
        let current = chosen.then_some("true");
        let link = el("a").attr("href", href).attr("aria-current", current).attr("data-stay", true);
        el("li").child(link.child(name))
    };
    let links: Vec<_> = choices.into_iter().map(link).collect();
    el("nav").class(class).attr("aria-label", label).child(el("ul").child(links))
}
