//! The active filters, each as a link that drops it.

use catalogue::{
    Facet,
    filter::{Chosen, Filter, Part},
    query::Facets,
};

use super::labels;
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// An active filter.
#[derive(Debug, PartialEq)]
pub struct Chip {
    /// What it asks for, in words.
    pub label: String,
    /// The filter without it.
    pub without: Filter,
}

/// Every active filter, in canonical order.
pub fn of_filter(site: Site, filter: &Filter, facets: &Facets) -> Vec<Chip> {
    let t = site.t;
    let mut chips = Vec::new();
    if !filter.text.is_empty() {
        let label = t.text_chip.fill(&[("text", &filter.text)]);
        chips.push(Chip { label, without: filter.clone().without(Part::Text) });
    }
    let mut add = |label: String, without: Filter| chips.push(Chip { label, without });
    for facet in Facet::ALL.iter().copied() {
        let choice = filter.choice(facet);
        let name = |value: &str| labels::named(site, facets, facet, value);
        let included = choice.included().map(|value| (value, name(value)));
        let excluded =
            choice.excluded().map(|value| (value, t.not.fill(&[("value", &name(value))])));
        for (value, label) in included.chain(excluded) {
            let mut without = filter.clone().first_page();
            without.choice_mut(facet).set(value.to_owned(), Chosen::No);
            add(label, without);
        }
    }
    if let Some(label) = labels::years(t, filter.years) {
        add(label, filter.clone().without(Part::Years));
    }
    if let Some(label) = labels::budget(site, filter.budget) {
        let mut without = filter.clone().first_page();
        without.budget.range = None;
        add(label, without);
    }
    if filter.budget.unpublished {
        let mut without = filter.clone().first_page();
        without.budget.unpublished = false;
        add(format!("{}: {}", t.budget, t.budget_unpublished), without);
    }
    if filter.budget.doubtful {
        let mut without = filter.clone().first_page();
        without.budget.doubtful = false;
        add(t.budget_doubtful.to_owned(), without);
    }
    if filter.bbox.is_some() {
        add(t.bbox_chip.to_owned(), filter.clone().without(Part::Bbox));
    }
    chips
}

/// The row of chips with "clear all".
pub fn chips(site: Site, filter: &Filter, facets: &Facets) -> Option<Element> {
    let t = site.t;
    let chips = of_filter(site, filter, facets);
    let none = chips.is_empty();
    let clear = Part::all().fold(filter.clone(), Filter::without);
    let clear = site.filtered(&clear);
    let row = |chip: Chip| {
        let label = t.remove.fill(&[("filter", &chip.label)]);
        let cross = svg("svg")
            .class("cross")
            .attr("viewBox", "0 0 10 10")
            .attr("aria-hidden", "true")
            .child(svg("path").attr("d", "M1 1l8 8M9 1l-8 8"));
        let link = el("a")
            .class("chip")
            .attr("href", site.filtered(&chip.without))
            .attr("data-stay", true)
            .attr("aria-label", label);
        el("li").child(link.child(chip.label).child(cross))
    };
    let rows: Vec<_> = chips.into_iter().map(row).collect();
    let clear =
        el("a").class("clear").attr("href", clear).attr("data-stay", true).child(t.clear_all);
    (!none).then(|| {
        el("nav")
            .class("chips")
            .attr("aria-label", t.active)
            .child(el("ul").child(rows))
            .child(clear)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_every_chip_opens_the_filter() {
        let query = "q=energie&city=assen&city=-emmen&theme=food&programme=p&period=2014-2020&strand=A&country=-DE\
            &role=lead&status=closed&from=2019&budget=..5&budget=unpublished&budget=doubtful\
            &bbox=1,2,3,4&page=3";
        let mut filter = Filter::from_query(query).0;
        let mut steps = 0;
        while let Some(chip) =
            of_filter(Site::of_path("/en"), &filter, &Facets::default()).into_iter().next()
        {
            assert!(!chip.label.is_empty());
            assert_eq!(chip.without.page, Default::default());
            filter = chip.without;
            steps += 1;
        }
        assert_eq!(steps, 15);
        assert!(filter.is_open());
    }

    #[test]
    fn an_excluded_value_says_so() {
        let filter = Filter::from_query("theme=-food").0;
        let chips = of_filter(Site::of_path("/en"), &filter, &Facets::default());
        assert_eq!(chips[0].label, "not Food");
    }
}
