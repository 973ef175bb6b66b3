//! The whole sheet: heading, texts, facts, partners, relations.

use catalogue::{
    model::{FactGroup, Slug, text::best},
    query::ProjectDetail,
};

use super::{facts, partners::partners, related::related, sources::sources};
use crate::{
    actions::actions,
    explorer::tags,
    map::partners_map,
    markup::{Element, el},
    site::Site,
    words,
};

/// Everything about one project.
pub fn sheet(site: Site, detail: &ProjectDetail) -> Element {
    let t = site.t;
    let project = &detail.project;
    let programme = detail.programme.as_ref();
    let text = best(&project.description, site.lang).cloned();
    let untold = text.is_none().then(|| el("p").class("unknown").child(t.not_published));
    let from = |group| sources(site, project, group);
    let section = |class: &'static str, heading: &'static str| {
        el("section").class(class).child(el(site.heading(2)).child(heading))
    };
    let about = section("sheet-text", t.about_project)
        .child(text.map(|text| words::local_text(site, "description", text)))
        .child(untold)
        .child(from(FactGroup::About))
        .child(facts::links(site, project, programme))
        .child(from(FactGroup::Links));
    let results = best(&project.results, site.lang).cloned();
    let results = results.map(|text| {
        section("sheet-results", t.results).child(words::local_text(site, "description", text))
    });
    let facts = section("sheet-facts", t.key_facts)
        .child(facts::period(site, project, detail.status))
        .child(from(FactGroup::Period))
        .child(facts::money(site, detail))
        .child(from(FactGroup::Money))
        .child(facts::programme(site, project, programme))
        .child(from(FactGroup::Programme));
    let gaps: Vec<_> = project.gaps.iter().map(|gap| el("li").child(gap.clone())).collect();
    let gaps = (!gaps.is_empty()).then(|| {
        let list = el("ul").attr("lang", "en").child(gaps);
        el("details").class("sources").child(el("summary").child(t.gaps)).child(list)
    });
    let partners = section("sheet-partners", t.partners)
        .child(partners_map(site, project))
        .child(partners(site, detail))
        .child(from(FactGroup::Partners))
        .child(gaps);
    let mark = project.themes.first().map_or("none", |theme| theme.as_str());
    let body = el("div").class("sheet-body").child(about).child(results).child([facts, partners]);
    let head = head(site, detail);
    el("article").class(format!("sheet mark-{mark}")).child(head).child(body.child(related(
        site,
        &detail.related,
        &detail.home_cities,
    )))
}

fn head(site: Site, detail: &ProjectDetail) -> Element {
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
        el("span").class("card-city").child(t.presented_by.fill(&[("cities", &presented)]))
    });
    let also =
        (!also.is_empty()).then(|| el("span").child(t.takes_part.fill(&[("cities", &also)])));
    let title = best(&project.title, site.lang);
    // An acronym is of no language; a title that stands in for one is of its own.
    let lang = title.filter(|title| title.text == name).and_then(|title| words::lang(site, title));
    let title = title.filter(|title| title.text != name).cloned();
    // The city's own name for it, where neither the acronym nor the title says it.
    let own = project
        .city_title
        .clone()
        .filter(|own| *own != name && title.as_ref().is_none_or(|title| title.text != *own));
    let h1 = el(site.heading(1))
        .class(words::name_class(&name))
        .attr("tabindex", "-1")
        .attr("lang", lang);
    el("header")
        .class("sheet-head")
        .child(el("p").class("card-over").child(presented).child(also))
        .child(h1.child(name))
        .child(title.map(|title| words::local_text(site, "lead-title", title)))
        .child(own.map(|own| el("p").class("own-title").attr("lang", "en").child(own)))
        .child(tags(site, &project.themes))
        .child(actions(site))
}
