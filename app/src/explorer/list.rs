//! The list of what was found.

use catalogue::{
    filter::{Filter, Sort},
    query::{Exploration, Facets, Further, Hint},
};

use super::{card::card, labels, paging::paging};
use crate::{
    map::Lit,
    markup::{Element, el},
    site::Site,
};

/// Sort, cards, pages, and what to do where nothing was found.
pub fn list(site: Site, filter: &Filter, answer: Exploration, lit: Lit) -> Element {
    let Exploration { facets, cards, pages, years, found, further, hints, .. } = answer;
    let cards: Vec<_> =
        cards.into_iter().map(|project| card(site, &facets, years, lit, project)).collect();
    let further: Vec<_> =
        further.into_iter().map(|further| further_line(site, &facets, further)).collect();
    el("div")
        .class("list")
        .child(el(site.heading(2)).class("unseen").child(site.t.list))
        .child((found > 1).then(|| sorting(site, filter)))
        .child((found == 0).then(|| nothing(site, filter, &facets, hints)))
        .child(el("ol").class("cards").child(cards))
        .child(paging(site, filter, pages))
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

fn nothing(site: Site, filter: &Filter, facets: &Facets, hints: Vec<Hint>) -> Element {
    let t = site.t;
    let intro = (!hints.is_empty()).then(|| el("p").child(t.nothing_hint));
    let link = |href: String| el("a").attr("href", href).attr("data-stay", true);
    let row = |Hint { part, count }| {
        let name = labels::describe(site, filter, facets, part);
        let text = t.drop_filter.fill(count, site.lang, &[("filter", &name)]);
        el("li").child(link(site.filtered(&filter.clone().without(part))).child(text))
    };
    let rows: Vec<_> = hints.into_iter().map(row).collect();
    el("div")
        .class("nothing")
        .child(el(site.heading(3)).child(t.nothing))
        .child(intro)
        .child(el("ul").child(rows))
        .child(el("p").child(link(site.filtered(&Filter::default())).child(t.clear_all)))
}

fn further_line(site: Site, facets: &Facets, further: Further) -> Element {
    let t = site.t;
    let city = labels::named(&facets.city, &further.city);
    let more = further.count - further.items.len();
    let items: Vec<_> =
        further.items.into_iter().map(|item| el("li").child(site.link(item))).collect();
    el("div")
        .class("further")
        .child(el("p").child(t.further.fill(&[("city", &city)])))
        .child(el("ul").child(items))
        .child((more > 0).then(|| el("p").child(t.and_more.of(more, site.lang))))
}
