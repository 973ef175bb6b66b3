//! What filter values and filters are called.

use catalogue::{
    Facet, Naming,
    filter::{Budget, BudgetMark, Part, Years},
    query::Facets,
};

use crate::{
    i18n::{self, Messages},
    site::Site,
};

/// What people read for a value of a facet. `label` is the catalogue's name of it, which
/// travels with the value where only the catalogue names it.
pub fn value(site: Site, facet: Facet, value: &str, label: Option<&str>) -> String {
    let name = match facet.row().naming {
        Naming::Catalogue => label.map(str::to_owned),
        Naming::Names(name) => name(site.lang, value),
        Naming::Translations => site.t.value(facet, value).map(str::to_owned),
        Naming::Verbatim => None,
    };
    name.unwrap_or_else(|| value.to_owned())
}

/// The same for a value of which only the name in addresses is at hand.
pub fn named(site: Site, facets: &Facets, facet: Facet, name: &str) -> String {
    let known = facets.of(facet).iter().find(|value| *value.value == *name);
    value(site, facet, name, known.and_then(|known| known.label.as_deref()))
}

/// What a whole part of a filter is called.
pub fn part(t: &Messages, part: Part) -> &'static str {
    match part {
        Part::Text => t.search,
        Part::Facet(facet) => t.facet(facet),
        Part::Years => t.years,
        Part::Budget => t.budget,
        Part::Bbox => t.bbox_chip,
    }
}

/// A range of years in words.
pub fn years(t: &Messages, years: Years) -> Option<String> {
    let year = |year: u16| year.to_string();
    match (years.from.map(year), years.to.map(year)) {
        (Some(from), Some(to)) => Some(t.range.fill(&[("from", &from), ("to", &to)])),
        (Some(from), None) => Some(t.years_from.fill(&[("from", &from)])),
        (None, Some(to)) => Some(t.years_to.fill(&[("to", &to)])),
        (None, None) => None,
    }
}

/// What a mark of budgets is called where nothing else says that it is about budgets.
pub fn budget_mark(t: &Messages, mark: BudgetMark) -> String {
    match mark {
        BudgetMark::Unpublished => format!("{}: {}", t.budget, t.budget_unpublished),
        BudgetMark::Doubtful => t.budget_doubtful.to_owned(),
    }
}

/// A range of budgets in words.
pub fn budget(site: Site, budget: Budget) -> Option<String> {
    let t = site.t;
    let amount = |euro| i18n::money_short(site.lang, euro);
    let (from, to) = budget.range?;
    match (from.map(amount), to.map(amount)) {
        (Some(from), Some(to)) => Some(t.range.fill(&[("from", &from), ("to", &to)])),
        (Some(from), None) => Some(t.at_least.fill(&[("from", &from)])),
        (None, Some(to)) => Some(t.at_most.fill(&[("to", &to)])),
        (None, None) => None,
    }
}
