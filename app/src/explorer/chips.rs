//! The active filters, each as a link that drops it.

use catalogue::{
    Facet,
    filter::{Chosen, Filter, Part},
    query::Facets,
};
use leptos::prelude::*;

use super::labels;
use crate::{
    piece::{IntoPiece as _, Piece},
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
    for chosen in [Chosen::Included, Chosen::Excluded] {
        for mark in filter.budget.marked(chosen) {
            let mut without = filter.clone().first_page();
            without.budget = without.budget.with(mark, Chosen::No);
            let label = labels::budget_mark(t, mark);
            let excluded = chosen == Chosen::Excluded;
            add(if excluded { t.not.fill(&[("value", &label)]) } else { label }, without);
        }
    }
    if filter.bbox.is_some() {
        add(t.bbox_chip.to_owned(), filter.clone().without(Part::Bbox));
    }
    chips
}

/// The row of chips with "clear all".
pub fn chips(site: Site, filter: &Filter, facets: &Facets) -> Option<Piece> {
    let t = site.t;
    let chips = of_filter(site, filter, facets);
    let none = chips.is_empty();
    let clear = Part::all().fold(filter.clone(), Filter::without);
    let clear = site.filtered(&clear);
    let row = |Chip { label, without }: Chip| {
        let href = site.filtered(&without);
        let remove = t.remove.fill(&[("filter", &label)]);
        view! {
            <li>
                <a class="chip" href=href data-stay aria-label=remove>
                    {label}
                    <svg class="cross" viewBox="0 0 10 10" aria-hidden="true">
                        <path d="M1 1l8 8M9 1l-8 8"></path>
                    </svg>
                </a>
            </li>
        }
        .into_piece()
    };
    let rows: Vec<_> = chips.into_iter().map(row).collect();
    let row = view! {
        <nav class="chips" aria-label=t.active>
            <ul>{rows}</ul>
            <a class="clear" href=clear data-stay>
                {t.clear_all}
            </a>
        </nav>
    };
    (!none).then(|| row.into_piece())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_every_chip_opens_the_filter() {
        let query = "q=energie&city=assen&city=-emmen&theme=food&programme=p&period=2014-2020&strand=A&country=-DE\
            &role=lead&status=closed&from=2019&budget=..5&budget=unpublished&budget=-doubtful\
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
