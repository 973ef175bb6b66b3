//! What the map shares with other views, as elements of `crate::markup`, for as long as the
//! map is written with it.

use catalogue::{model::Slug, query::Item};

use crate::{
    choice::Choice,
    markup::{Element, el},
    site::{ExternalLink, ProjectLink, Site},
};

/// A choice of one among a few.
pub fn choice(class: &'static str, label: &'static str, choices: Vec<Choice>) -> Element {
    let link = |(href, name, chosen): Choice| {
        let current = chosen.then_some("true");
        let link = el("a").attr("href", href).attr("aria-current", current).attr("data-stay", true);
        el("li").child(link.child(name))
    };
    let links: Vec<_> = choices.into_iter().map(link).collect();
    el("nav").class(class).attr("aria-label", label).child(el("ul").child(links))
}

/// A link to a project by its name.
pub fn link(site: Site, item: Item) -> Element {
    to_project(site, el("a"), &item.slug).child(item.name)
}

/// Makes a link lead to a project.
pub fn to_project(site: Site, link: Element, slug: &Slug) -> Element {
    let ProjectLink { href, rel, target } = site.project_link(slug);
    link.attr("href", href).attr("rel", rel).attr("target", target)
}

/// Makes a link lead out of the explorer.
pub fn external(site: Site, link: Element) -> Element {
    let ExternalLink { rel, target } = site.external_link();
    link.attr("rel", rel).attr("target", target)
}
