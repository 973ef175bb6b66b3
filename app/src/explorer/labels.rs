//! What filter values and filters are called.

use catalogue::{
    filter::{Budget, Filter, Part, Years},
    model::{Slug, Status},
    query::{Facets, Value},
};

use crate::{
    i18n::{self, Messages},
    site::Site,
};

/// The name of a status.
pub fn status(t: &Messages, status: Status) -> &'static str {
    let place = Status::ALL.iter().position(|known| *known == status).unwrap_or_default();
    t.statuses.get(place).copied().unwrap_or_default()
}

/// The name of a city or a programme, which only the catalogue knows.
pub fn named(values: &[Value<Slug>], slug: &Slug) -> String {
    let known = values.iter().find(|value| value.value == *slug);
    known.and_then(|value| value.label.clone()).unwrap_or_else(|| slug.to_string())
}

/// What a whole part of a filter is called.
pub fn part(t: &Messages, part: Part) -> &'static str {
    match part {
        Part::Text => t.search,
        Part::City => t.city,
        Part::Theme => t.theme,
        Part::Programme => t.programme,
        Part::Period => t.period,
        Part::Country => t.country,
        Part::Role => t.role,
        Part::Status => t.status,
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

/// Every value of one part of the filter in words, for hints.
pub fn describe(site: Site, filter: &Filter, facets: &Facets, part: Part) -> String {
    let only =
        Part::ALL.into_iter().filter(|other| *other != part).fold(filter.clone(), Filter::without);
    let chips: Vec<String> =
        super::chips::of_filter(site, &only, facets).into_iter().map(|chip| chip.label).collect();
    let chips = chips.join(", ");
    // What was typed and a part of the map need no heading to be understood.
    match part {
        Part::Text | Part::Bbox => chips,
        _ => format!("{} ({chips})", self::part(site.t, part)),
    }
}
