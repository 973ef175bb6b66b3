//! What stands in place of the list where nothing was found: which part of the filter to
//! drop.

use catalogue::{
    filter::{Filter, Part},
    query::{Facets, Hint},
};

use super::{chips, labels};
use crate::{
    markup::{Element, el},
    site::Site,
};

/// Says so, with a link for each part without which something would be found.
pub fn nothing(site: Site, filter: &Filter, facets: &Facets, hints: &[Hint]) -> Element {
    let t = site.t;
    let intro = (!hints.is_empty()).then(|| el("p").child(t.nothing_hint));
    let link = |href: String| el("a").attr("href", href).attr("data-stay", true);
    let row = |Hint { part, count }: &Hint| {
        let name = describe(site, filter, facets, *part);
        let text = t.drop_filter.fill(*count, site.lang, &[("filter", &name)]);
        el("li").child(link(site.filtered(&filter.clone().without(*part))).child(text))
    };
    let rows: Vec<_> = hints.iter().map(row).collect();
    el("div")
        .class("nothing")
        .child(el(site.heading(3)).child(t.nothing))
        .child(intro)
        .child(el("ul").child(rows))
        .child(el("p").child(link(site.filtered(&Filter::default())).child(t.clear_all)))
}

/// Every value of one part of the filter in words, for hints.
fn describe(site: Site, filter: &Filter, facets: &Facets, part: Part) -> String {
    let only = Part::all().filter(|other| *other != part).fold(filter.clone(), Filter::without);
    let chips: Vec<String> =
        chips::of_filter(site, &only, facets).into_iter().map(|chip| chip.label).collect();
    let chips = chips.join(", ");
    // What was typed and a part of the map need no heading to be understood.
    match part {
        Part::Text | Part::Bbox => chips,
        _ => format!("{} ({chips})", labels::part(site.t, part)),
    }
}
