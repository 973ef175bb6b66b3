//! All about one project: heading, texts, facts, partners, relations.

use catalogue::{
    model::{FactGroup, Slug, text::best},
    query::ProjectDetail,
};
use leptos::prelude::*;

use super::{facts, partners::partners, related::related, sources::sources};
use crate::{
    actions::actions,
    explorer::tags,
    map::partners_map,
    piece::{IntoPiece as _, Piece, heading, page_heading},
    site::Site,
    words,
};

/// Everything about one project.
pub fn article(site: Site, detail: &ProjectDetail) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let programme = detail.programme.as_ref();
    let text = best(&project.description, site.lang).cloned();
    let untold = text.is_none().then(|| view! { <p class="unknown">{t.not_published}</p> });
    let text = text.map(|text| words::local_text(site, "description", text));
    let from = |group| sources(site, project, group);
    let title = |title: &'static str| heading(site, 2, None, title.into_piece());
    let results = best(&project.results, site.lang).cloned().map(|text| {
        view! {
            <section class="project-results">
                {title(t.results)}
                {words::local_text(site, "description", text)}
            </section>
        }
    });
    let gaps: Vec<_> = project.gaps.iter().map(|gap| view! { <li>{gap.clone()}</li> }).collect();
    let gaps = (!gaps.is_empty()).then(|| {
        view! {
            <details class="sources">
                <summary>{t.gaps}</summary>
                <ul lang="en">{gaps}</ul>
            </details>
        }
    });
    let mark = project.themes.first().map_or("none", |theme| theme.as_str());
    view! {
        <article class=format!("mark-{mark}")>
            {head(site, detail)}
            <div class="project-body">
                <section class="project-text">
                    {title(t.about_project)}
                    {text}
                    {untold}
                    {from(FactGroup::About)}
                    {facts::links(site, project, programme)}
                    {from(FactGroup::Links)}
                </section>
                {results}
                <section class="project-facts">
                    {title(t.key_facts)}
                    {facts::period(site, project, detail.status)}
                    {from(FactGroup::Period)}
                    {facts::money(site, detail)}
                    {from(FactGroup::Money)}
                    {facts::programme(site, project, programme)}
                    {from(FactGroup::Programme)}
                </section>
                <section class="project-partners">
                    {title(t.partners)}
                    {partners_map(site, project)}
                    {partners(site, detail)}
                    {from(FactGroup::Partners)}
                    {gaps}
                </section>
                {related(site, &detail.related, &detail.home_cities)}
            </div>
        </article>
    }
    .into_piece()
}

fn head(site: Site, detail: &ProjectDetail) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let name = project.name(site.lang).to_owned();
    let city = |slug: &Slug| {
        let known = detail.home_cities.iter().find(|city| city.slug == *slug);
        known.map_or_else(|| slug.to_string(), |city| city.name.clone())
    };
    let presented = words::cities(site, &project.presented_by, city);
    let also = words::cities(site, &detail.takes_part, city);
    let presented = (!presented.is_empty()).then(|| {
        let text = t.presented_by.fill(&[("cities", &presented)]);
        view! { <span class="card-city">{text}</span> }
    });
    let also = (!also.is_empty()).then(|| {
        let text = t.takes_part.fill(&[("cities", &also)]);
        view! { <span>{text}</span> }
    });
    let title = best(&project.title, site.lang);
    // An acronym is of no language; a title that stands in for one is of its own.
    let lang = title.filter(|title| title.text == name).and_then(|title| words::lang(site, title));
    let title = title.filter(|title| title.text != name).cloned();
    let own = project.title_by_city(site.lang).map(str::to_owned);
    let class = Some(words::name_class(&name).to_owned());
    view! {
        <header class="project-head">
            <p class="card-over">{presented}{also}</p>
            {page_heading(site, class, lang, name.into_piece())}
            {title.map(|title| words::local_text(site, "lead-title", title))}
            {own.map(|own| view! { <p class="title-by-city">{own}</p> })}
            {tags(site, &project.themes)}
            {actions(site)}
        </header>
    }
    .into_piece()
}
