//! The list of what was found.

use catalogue::{
    Facet,
    filter::{Filter, Sort},
    query::{Exploration, Facets, Further},
};

use super::{card::card, labels, nothing::nothing, paging::paging};
use crate::{
    map::Highlight,
    markup::{Element, el},
    site::Site,
};

/// Sort, cards, pages, and what to do where nothing was found.
pub fn list(site: Site, filter: &Filter, answer: &Exploration, highlight: Highlight) -> Element {
    let Exploration { facets, cards, pages, years, found, further, hints, .. } = answer;
    let cards: Vec<_> =
        cards.iter().map(|project| card(site, facets, *years, highlight, project)).collect();
    let further: Vec<_> =
        further.iter().map(|further| further_line(site, facets, further)).collect();
    el("div")
        .class("list")
        .child(el(site.heading(2)).class("unseen").child(site.t.list))
        .child((*found > 1).then(|| sorting(site, filter)))
        .child((*found == 0).then(|| nothing(site, filter, facets, hints)))
        .child(
            el("ol")
                .class("cards")
                .attr("id", "cards")
                .attr("tabindex", "-1")
                .attr("aria-labelledby", "found")
                .child(cards),
        )
        .child(paging(site, filter, *pages))
        .child(further)
}

fn sorting(site: Site, filter: &Filter) -> Element {
    let t = site.t;
    let link = |(sort, name): (Sort, &'static str)| {
        let name =
            if sort == Sort::Relevance && filter.text.is_empty() { t.sort_own } else { name };
        let href = site.filtered(&Filter { sort, ..filter.clone().first_page() });
        let current = (sort == filter.sort).then_some("true");
        let link = el("a").attr("href", href).attr("aria-current", current).attr("data-stay", true);
        el("li").child(link.child(name))
    };
    let links: Vec<_> = Sort::ALL.into_iter().zip(t.sorts).map(link).collect();
    el("nav")
        .class("sorting")
        .attr("aria-label", t.sort)
        .child(el("span").attr("aria-hidden", "true").child(t.sort))
        .child(el("ul").child(links))
}

fn further_line(site: Site, facets: &Facets, further: &Further) -> Element {
    let t = site.t;
    let city = labels::named(site, facets, Facet::City, further.city.as_str());
    let more = further.count - further.items.len();
    let items: Vec<_> =
        further.items.iter().map(|item| el("li").child(site.link(item.clone()))).collect();
    el("div")
        .class("further")
        .child(el("p").child(t.further.fill(&[("city", &city)])))
        .child(el("ul").child(items))
        .child((more > 0).then(|| el("p").child(t.and_more.of(more, site.lang))))
}
