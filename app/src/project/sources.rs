//! Where the facts come from, and where sources disagree.

use catalogue::{
    Facet,
    model::{Conflict, FactGroup, Project, Source},
};
use leptos::prelude::*;

use super::facts::{host, outward};
use crate::{
    i18n::Messages,
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// Sources and conflicts, folded away.
pub fn sources(site: Site, project: &Project) -> Piece {
    let t = site.t;
    let sources: Vec<_> = project.sources.iter().map(|found| source(site, found)).collect();
    let conflicts: Vec<_> = project.conflicts.iter().map(|found| conflict(site, found)).collect();
    let fold = |class: &'static str, summary: String, rows: Vec<Piece>| {
        view! {
            <details class=class>
                <summary>{summary}</summary>
                <ul>{rows}</ul>
            </details>
        }
    };
    let (n, m) = (sources.len(), conflicts.len());
    [
        (n > 0).then(|| fold("sources", t.sources.of(n, site.lang), sources)),
        (m > 0).then(|| fold("sources conflicts", t.conflicts.of(m, site.lang), conflicts)),
    ]
    .into_piece()
}

fn source(site: Site, source: &Source) -> Piece {
    let note =
        source.note.as_ref().map(|note| view! { <span lang="en">{format!(" {note}")}</span> });
    let link = outward(site, source.url.clone(), host(&source.url).to_owned());
    let about =
        |group: &FactGroup| source.fields.iter().any(|field| FactGroup::of_field(field) == *group);
    let groups: Vec<_> =
        FactGroup::ALL.into_iter().filter(about).map(|group| named(site, group)).collect();
    let of = (!groups.is_empty()).then(|| format!(" ({})", groups.join(", ")));
    view! { <li>{link}{of}{note}</li> }.into_piece()
}

/// What a group of facts is called.
fn named(site: Site, group: FactGroup) -> &'static str {
    let t = site.t;
    match group {
        FactGroup::About => t.about_project,
        FactGroup::Programme => t.facet(Facet::Programme),
        FactGroup::Period => t.years,
        FactGroup::Money => t.money,
        FactGroup::Partners => t.partners,
        FactGroup::Links => t.links,
    }
}

fn conflict(site: Site, conflict: &Conflict) -> Piece {
    let t = site.t;
    let claims: Vec<_> = conflict
        .claims
        .iter()
        .map(|claim| {
            let says = t.claim.fill(&[("value", &claim.value)]);
            let whose = outward(site, claim.url.clone(), host(&claim.url).to_owned());
            view! { <li>{format!("{says} ")}{whose}</li> }
        })
        .collect();
    let chosen = match &conflict.chosen {
        Some(value) => t.chosen.fill(&[("value", value)]),
        None => t.none_chosen.to_owned(),
    };
    view! {
        <li>
            <strong>{field(t, &conflict.field)}</strong>
            <ul>{claims}</ul>
            <p>{format!("{chosen} ")}<span lang="en">{conflict.reason.clone()}</span></p>
        </li>
    }
    .into_piece()
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
