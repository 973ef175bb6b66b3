//! A project in the list.

use catalogue::{
    Facet,
    map::{LonLat, views::tenths},
    model::{Day, PartialDate, Theme},
    query::{Card, Facets},
};
use leptos::prelude::*;

use super::labels;
use crate::{
    doubts, i18n,
    map::{Highlight, Partnership},
    piece::{IntoPiece as _, Piece, heading},
    site::{ProjectLink, Site},
    words,
};

/// The card of one project.
pub fn card(
    site: Site,
    facets: &Facets,
    years: Option<(u16, u16)>,
    highlight: Highlight,
    card: &Card,
) -> Piece {
    let t = site.t;
    let cities = words::cities(site, &card.item.cities, |slug| {
        labels::named(site, facets, Facet::City, slug.as_str())
    });
    let city = (!cities.is_empty()).then(|| view! { <span class="card-city">{cities}</span> });
    let mark = card.themes.first().map_or("none", |theme| theme.as_str());
    let mut names: Vec<String> =
        card.countries.iter().map(|country| i18n::country(site.lang, *country)).collect();
    names.sort();
    let countries = t.countries.of(names.len(), site.lang);
    let ProjectLink { href, rel, target } = site.project_link(&card.item.slug);
    let name = card.item.name.clone();
    let named = format!("card-{}", words::name_class(&name));
    let link = view! { <a href=href rel=rel target=target>{name}</a> };
    let budget = card.total_budget.as_ref().map(|money| {
        let gap = if card.doubt.is_some() { " " } else { "" };
        let amount = i18n::money_short(site.lang, money.eur) + gap;
        view! { <span class="card-money">{amount}{doubts::on_card(site, card.doubt)}</span> }
    });
    let title = card.title.clone().map(|title| words::local_text(site, "card-title", title));
    let text = card.description.clone().map(|text| words::local_text(site, "card-text", text));
    let place = Partnership {
        markers: card.markers.iter().copied().map(LonLat::from).collect(),
        partners: card.partners.iter().copied().map(LonLat::from).collect(),
    };
    let (hot, enter, focus) = (place.markers.clone(), place.clone(), place);
    let own = card.title_by_city.clone().map(|own| view! { <p class="title-by-city">{own}</p> });
    view! {
        <li>
            <article
                class=format!("card mark-{mark}")
                data-lit=move || highlight.card(&hot)
                on:mouseenter=move |_| highlight.project(&enter)
                on:mouseleave=move |_| highlight.no_project()
                on:focusin=move |_| highlight.project(&focus)
                on:focusout=move |_| highlight.no_project()
            >
                <p class="card-over">{city} <span>{card.programme.clone()}</span></p>
                {heading(site, 3, Some(named), link.into_piece())}
                {own}
                {title}
                <div class="card-time">
                    {bar(years, card.start, card.end)}
                    <span>{words::ran(site, card.start, card.end)}</span>
                    <span class=format!("status status-{}", card.status.as_str())>
                        {t.value(Facet::Status, card.status.as_str())}
                    </span>
                </div>
                {text}
                {tags(site, &card.themes)}
                <p class="card-under"><span title=names.join(", ")>{countries}</span> {budget}</p>
            </article>
        </li>
    }
    .into_piece()
}

/// Themes as small tags, also for the page of a project.
pub fn tags(site: Site, themes: &[Theme]) -> Option<Piece> {
    let tag = |theme: &Theme| {
        let class = format!("tag mark-{}", theme.as_str());
        view! { <li class=class>{i18n::theme(site.lang, *theme)}</li> }
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
