//! A project in the list.

use catalogue::{
    Facet,
    map::{LonLat, views::tenths},
    model::{Day, PartialDate, Theme},
    query::{Card, Facets},
};

use super::labels;
use crate::{
    doubts, i18n,
    map::{Highlight, Partnership},
    markup::{Element, el, svg},
    site::Site,
    words,
};

/// The card of one project.
pub fn card(
    site: Site,
    facets: &Facets,
    years: Option<(u16, u16)>,
    highlight: Highlight,
    card: &Card,
) -> Element {
    let t = site.t;
    let cities = words::cities(site, &card.item.cities, |slug| {
        labels::named(site, facets, Facet::City, slug.as_str())
    });
    let mark = card.themes.first().map_or("none", |theme| theme.as_str());
    let mut names: Vec<String> =
        card.countries.iter().map(|country| i18n::country(site.lang, *country)).collect();
    names.sort();
    let city = (!cities.is_empty()).then(|| el("span").class("card-city").child(cities));
    let name = format!("card-{}", words::name_class(&card.item.name));
    let link = site.to_project(el("a"), &card.item.slug).child(card.item.name.clone());
    let status = el("span").class(format!("status status-{}", card.status.as_str()));
    let time = el("div")
        .class("card-time")
        .child(bar(years, card.start, card.end))
        .child(el("span").child(words::ran(site, card.start, card.end)))
        .child(status.child(t.value(Facet::Status, card.status.as_str())));
    let budget = card.total_budget.as_ref().map(|money| {
        let gap = if card.doubt.is_some() { " " } else { "" };
        let amount = i18n::money_short(site.lang, money.eur) + gap;
        el("span").class("card-money").child(amount).child(doubts::on_card(site, card.doubt))
    });
    let countries = t.countries.of(names.len(), site.lang);
    let under = el("p")
        .class("card-under")
        .child(el("span").attr("title", names.join(", ")).child(countries))
        .child(budget);
    let place = Partnership {
        markers: card.markers.iter().copied().map(LonLat::from).collect(),
        partners: card.partners.iter().copied().map(LonLat::from).collect(),
    };
    let (hot, enter, focus) = (place.markers.clone(), place.clone(), place);
    let article = el("article")
        .class(format!("card mark-{mark}"))
        .live("data-lit", move || highlight.card(&hot))
        .on("mouseenter", move |_| highlight.project(&enter))
        .on("mouseleave", move |_| highlight.no_project())
        .on("focusin", move |_| highlight.project(&focus))
        .on("focusout", move |_| highlight.no_project())
        .child(
            el("p").class("card-over").child(city).child(el("span").child(card.programme.clone())),
        )
        .child(el(site.heading(3)).class(name).child(link))
        .child(card.title.clone().map(|title| words::local_text(site, "card-title", title)))
        .child(time)
        .child(card.description.clone().map(|text| words::local_text(site, "card-text", text)))
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
