//! A project in the list.

use catalogue::{
    map::{LonLat, sheet::tenths},
    model::{Day, PartialDate, Theme},
    query::{Card, Facets},
};

use super::labels;
use crate::{
    i18n,
    map::{Lit, Partnership},
    markup::{Element, el, svg},
    site::Site,
    words,
};

/// The card of one project.
pub fn card(
    site: Site,
    facets: &Facets,
    years: Option<(u16, u16)>,
    lit: Lit,
    card: Card,
) -> Element {
    let t = site.t;
    let cities = words::cities(site, &card.item.cities, |slug| labels::named(&facets.city, slug));
    let mark = card.themes.first().map_or("none", |theme| theme.as_str());
    let mut names: Vec<String> =
        card.countries.iter().map(|country| i18n::country(site.lang, *country)).collect();
    names.sort();
    let city = (!cities.is_empty()).then(|| el("span").class("card-city").child(cities));
    let name = format!("card-{}", words::name_class(&card.item.name));
    let link = site.to_project(el("a"), &card.item.slug).child(card.item.name);
    let status = el("span").class(format!("status status-{}", card.status.as_str()));
    let time = el("div")
        .class("card-time")
        .child(bar(years, card.start, card.end))
        .child(el("span").child(words::ran(site, card.start, card.end)))
        .child(status.child(labels::status(t, card.status)));
    let budget = card
        .total_budget
        .map(|money| el("span").class("card-money").child(i18n::money_short(site.lang, money.eur)));
    let countries = t.countries.of(names.len(), site.lang);
    let under = el("p")
        .class("card-under")
        .child(el("span").attr("title", names.join(", ")).child(countries))
        .child(budget);
    let place = Partnership {
        pins: card.pins.into_iter().map(LonLat::from).collect(),
        partners: card.partners.into_iter().map(LonLat::from).collect(),
    };
    let (hot, enter, focus) = (place.pins.clone(), place.clone(), place);
    let article = el("article")
        .class(format!("card mark-{mark}"))
        .live("data-lit", move || lit.card(&hot))
        .on("mouseenter", move |_| lit.project(&enter))
        .on("mouseleave", move |_| lit.no_project())
        .on("focusin", move |_| lit.project(&focus))
        .on("focusout", move |_| lit.no_project())
        .child(el("p").class("card-over").child(city).child(el("span").child(card.programme)))
        .child(el(site.heading(3)).class(name).child(link))
        .child(card.title.map(|title| words::local_text(site, "card-title", title)))
        .child(time)
        .child(card.description.map(|text| words::local_text(site, "card-text", text)))
        .child(tags(site, &card.themes))
        .child(under);
    el("li").child(article)
}

/// Themes as small tags.
pub fn tags(site: Site, themes: &[Theme]) -> Option<Element> {
    let tag = |theme: &Theme| {
        el("li").class(format!("tag mark-{}", theme.as_str())).child(i18n::theme(site.lang, *theme))
    };
    let tags: Vec<_> = themes.iter().map(tag).collect();
    (!tags.is_empty()).then(|| el("ul").class("tags").child(tags))
}

/// When it ran, within the years of the catalogue. Where a date is not known
/// the bar covers the year of the other and looks open.
fn bar(
    years: Option<(u16, u16)>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
) -> Option<Element> {
    let (from, to) = (start.or(end)?, end.or(start)?);
    let (first, last) = years?;
    let (first, span) = (f64::from(first), f64::from(last - first + 1));
    let at = |day: Day| {
        ((PartialDate::Day(day).year_fraction() - first) / span * 100.0).clamp(0.0, 100.0)
    };
    let left = at(from.earliest());
    let width = (at(to.latest()) - left).max(1.0);
    let class = if start.is_none() || end.is_none() { "run open" } else { "run" };
    let rect = |class: &'static str, x: String, width: String| {
        svg("rect").class(class).attr("x", x).attr("width", width)
    };
    let track = rect("track", "0".to_owned(), "100".to_owned()).attr("y", "1").attr("height", "2");
    let run = rect(class, tenths(left), tenths(width)).attr("y", "0").attr("height", "4");
    Some(
        svg("svg")
            .class("time-bar")
            .attr("viewBox", "0 0 100 4")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child([track, run]),
    )
}
