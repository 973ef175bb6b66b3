//! Under each group of facts: where they come from, and where sources disagree.

use catalogue::model::{Conflict, FactGroup, Project, Source};

use super::facts::{host, outward};
use crate::{
    i18n::Messages,
    markup::{Element, el},
    site::Site,
};

/// Sources and conflicts of one group, folded away.
pub fn sources(site: Site, project: &Project, group: FactGroup) -> [Option<Element>; 2] {
    let t = site.t;
    let about = |field: &str| FactGroup::of_field(field) == group;
    let sources: Vec<_> = project
        .sources
        .iter()
        .filter(|source| source.fields.iter().any(|field| about(field)))
        .map(|found| source(site, found))
        .collect();
    let conflicts: Vec<_> = project
        .conflicts
        .iter()
        .filter(|conflict| about(&conflict.field))
        .map(|found| conflict(site, found))
        .collect();
    let fold = |class: &'static str, summary: String, rows: Vec<Element>| {
        let list = el("ul").child(rows);
        el("details").class(class).child(el("summary").child(summary)).child(list)
    };
    let (n, m) = (sources.len(), conflicts.len());
    [
        (n > 0).then(|| fold("sources", t.sources.of(n, site.lang), sources)),
        (m > 0).then(|| fold("sources conflicts", t.conflicts.of(m, site.lang), conflicts)),
    ]
}

fn source(site: Site, source: &Source) -> Element {
    let note =
        source.note.clone().map(|note| el("span").attr("lang", "en").child(format!(" {note}")));
    el("li")
        .child(outward(site, source.url.clone()).child(host(&source.url).to_owned()))
        .child(note)
}

fn conflict(site: Site, conflict: &Conflict) -> Element {
    let t = site.t;
    let claims: Vec<_> = conflict
        .claims
        .iter()
        .map(|claim| {
            let says = t.claim.fill(&[("value", &claim.value)]);
            let whose = outward(site, claim.url.clone()).child(host(&claim.url).to_owned());
            el("li").child(format!("{says} ")).child(whose)
        })
        .collect();
    let chosen = match &conflict.chosen {
        Some(value) => t.chosen.fill(&[("value", value)]),
        None => t.none_chosen.to_owned(),
    };
    let reason = el("span").attr("lang", "en").child(conflict.reason.clone());
    el("li")
        .child(el("strong").child(field(t, &conflict.field)))
        .child(el("ul").child(claims))
        .child(el("p").child(format!("{chosen} ")).child(reason))
}

fn field(t: &Messages, path: &str) -> &'static str {
    let place = match path.split(['.', '[']).next().unwrap_or_default() {
        "title" | "city_title" | "acronym" => 0,
        "start" => 1,
        "end" => 2,
        "total_budget" => 3,
        "eu_funding" => 4,
        "eu_cofinancing_percent" => 5,
        "participations" => 6,
        "partner_count_stated" => 7,
        _ => 8,
    };
    t.fields[place]
}
