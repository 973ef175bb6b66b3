//! All about one project: heading, texts, facts, partners, relations.

use catalogue::{
    Facet,
    model::{Slug, Theme, text::best},
    query::ProjectDetail,
};
use leptos::prelude::*;

use super::{
    facts,
    partners::{PartnerOrder, partners},
    related::related,
    sources::sources,
    strip::strip,
};
use crate::{
    actions::actions,
    explorer::tags,
    i18n,
    links::value_link,
    map::partners_map,
    piece::{IntoPiece as _, Piece, heading, page_heading},
    site::Site,
    words,
};

/// Everything about one project.
pub fn article(site: Site, detail: &ProjectDetail, query: &str, order: PartnerOrder) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let programme = detail.programme.as_ref();
    let text = best(&project.description, site.lang).cloned();
    let untold = text.is_none().then(|| view! { <p class="unknown">{t.not_published}</p> });
    let text = text.map(|text| words::paragraphs(site, "description", text));
    let title = |title: &'static str| heading(site, 2, None, title.into_piece());
    let results = best(&project.results, site.lang).cloned().map(|text| {
        view! {
            <section class="project-results">
                {title(t.results)}
                {words::paragraphs(site, "description", text)}
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
                    {facts::links(site, project, programme)}
                </section>
                {results}
                <section class="project-facts">
                    {title(t.key_facts)}
                    {facts::period(site, project, detail.status)}
                    {facts::money(site, detail)}
                    {facts::programme(site, project, programme)}
                </section>
                <section class="project-partners">
                    {title(t.partners)}
                    {partners_map(site, project)}
                    {partners(site, detail, query, order)}
                </section>
                <section class="project-sources">
                    {title(t.sources_heading)}
                    {sources(site, project)}
                    {gaps}
                </section>
                {related(site, detail)}
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
        value_link(site, Facet::City, slug.as_str(), detail.city_name(slug).to_owned())
    };
    let presented = words::linked(site, t.presented_by, &project.presented_by, city);
    let presented = presented.map(|text| view! { <span class="card-city">{text}</span> });
    let also = words::linked(site, t.takes_part, &detail.takes_part, city);
    let also = also.map(|text| view! { <span>{text}</span> });
    let theme = |theme: Theme| {
        let name = i18n::theme(site.lang, theme).to_owned();
        value_link(site, Facet::Theme, theme.as_str(), name)
    };
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
            <div class="project-head-foot">{tags(&project.themes, theme)} {actions(site)}</div>
            {strip(site, detail)}
        </header>
    }
    .into_piece()
}
