//! A project in the list.

use catalogue::{
    Facet,
    map::{LonLat, views::tenths},
    model::{Day, Money, PartialDate, Slug, Status, Theme, plausibility::Doubt},
    query::{Card, CityMoney, Facets},
};
use leptos::prelude::*;

use super::labels;
use crate::{
    doubts, i18n,
    links::found_link,
    map::{Highlight, Partnership},
    piece::{IntoPiece as _, Piece, heading},
    site::Site,
    sorting::sorted,
    words,
};

/// The card of one project, found by a query.
pub fn card(
    site: Site,
    facets: &Facets,
    years: Option<(u16, u16)>,
    highlight: Highlight,
    query: &str,
    card: &Card,
) -> Piece {
    let t = site.t;
    let city = |slug: &Slug| labels::named(site, facets, Facet::City, slug.as_str());
    let cities = words::cities(site, &card.item.cities, city);
    let cities = (!cities.is_empty()).then(|| view! { <span class="card-city">{cities}</span> });
    let names = card.countries.iter().map(|country| i18n::country(site.lang, *country)).collect();
    let names: Vec<String> = sorted(names, |name: &String| (0, name.clone()));
    let countries = t.countries.of(names.len(), site.lang);
    let named = format!("card-{}", words::name_class(&card.item.name));
    let own = card.cities_money.iter().map(|CityMoney { city: slug, budget }| {
        let amount = i18n::money_short(site.lang, budget.eur);
        let own = t.city_money.fill(&[("amount", &amount), ("city", &city(slug))]);
        view! { <span class="card-own">{own}</span> }
    });
    let own: Vec<_> = own.collect();
    let place = Partnership {
        markers: card.markers.iter().copied().map(LonLat::from).collect(),
        partners: card.partners.iter().copied().map(LonLat::from).collect(),
    };
    let (hot, enter, focus) = (place.markers.clone(), place.clone(), place);
    view! {
        <li>
            <article
                class="card"
                data-lit=move || highlight.card(&hot)
                on:mouseenter=move |_| highlight.project(&enter)
                on:mouseleave=move |_| highlight.no_project()
                on:focusin=move |_| highlight.project(&focus)
                on:focusout=move |_| highlight.no_project()
            >
                <p class="card-over">{cities} <span>{card.programme.clone()}</span></p>
                {heading(site, 3, Some(named), found_link(site, &card.item, query))}
                {line(site, card)}
                <div class="card-time">
                    {bar(years, card.start, card.end)}
                    <span title=words::ran(site, card.start, card.end)>
                        {words::years(site, card.start, card.end)}
                    </span>
                    {status(site, card.status)}
                </div>
                <div class="card-under">
                    {tags(&card.themes, |theme| i18n::theme(site.lang, theme).into_piece())}
                    <p>
                        <span title=names.join(", ")>{countries}</span>
                        {own}
                        {money(site, card.total_budget, card.doubt)}
                    </p>
                </div>
            </article>
        </li>
    }
    .into_piece()
}

/// What it is, in one line: the city's own title where that is another one than the name,
/// and the official title or else the first words of the description.
fn line(site: Site, card: &Card) -> Option<Piece> {
    let own = card.title_by_city.clone().map(|own| view! { <p class="title-by-city">{own}</p> });
    let text = card.title.as_ref().or(card.description.as_ref()).cloned();
    let text = text.map(|text| words::local_text(site, "card-text", text));
    (own.is_some() || text.is_some())
        .then(|| view! { <div class="card-line">{own} {text}</div> }.into_piece())
}

/// Planned, ongoing, closed or not known: a shape and the word.
pub fn status(site: Site, status: Status) -> Piece {
    let class = format!("status status-{}", status.as_str());
    let word = site.t.value(Facet::Status, status.as_str());
    view! { <span class=class>{word}</span> }.into_piece()
}

/// An amount of the whole project, with its mark if it is doubtful.
pub fn money(site: Site, money: Option<Money>, doubt: Option<Doubt>) -> Option<Piece> {
    let gap = if doubt.is_some() { " " } else { "" };
    let amount = i18n::money_short(site.lang, money?.eur) + gap;
    let mark = doubts::on_card(site, doubt);
    Some(view! { <span class="card-money">{amount}{mark}</span> }.into_piece())
}

/// Themes as small tags, each with what `inner` makes of it.
pub fn tags(themes: &[Theme], inner: impl Fn(Theme) -> Piece) -> Option<Piece> {
    let tag = |theme: &Theme| {
        let class = format!("tag mark-{}", theme.as_str());
        view! { <li class=class>{inner(*theme)}</li> }.into_piece()
    };
    let tags: Vec<_> = themes.iter().map(tag).collect();
    (!tags.is_empty()).then(|| view! { <ul class="tags">{tags}</ul> }.into_piece())
}

/// When it ran, within the years of the catalogue. Where a date is not known
/// the bar covers the year of the other and looks open.
fn bar(
    years: Option<(u16, u16)>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
) -> Option<Piece> {
    let (from, to) = (start.or(end)?, end.or(start)?);
    let (first, last) = years?;
    let (first, span) = (f64::from(first), f64::from(last - first + 1));
    let at = |day: Day| {
        ((PartialDate::Day(day).year_fraction() - first) / span * 100.0).clamp(0.0, 100.0)
    };
    let left = at(from.earliest());
    let width = (at(to.latest()) - left).max(1.0);
    let class = if start.is_none() || end.is_none() { "run open" } else { "run" };
    let bar = view! {
        <svg class="time-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" x="0" width="100" y="1" height="2"></rect>
            <rect class=class x=tenths(left) width=tenths(width) y="0" height="4"></rect>
        </svg>
    };
    Some(bar.into_piece())
}
