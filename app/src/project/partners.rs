//! The organisations that take part.

use catalogue::model::{Basis, Participation, Project, Role};

use super::facts::amount;
use crate::{
    i18n,
    markup::{Children, Element, el},
    site::Site,
};

/// The list, in the order of the source, the lead first.
pub fn partners(site: Site, project: &Project) -> impl Children {
    let t = site.t;
    let listed = project.participations.len();
    let stated = project.partner_count_stated.map(usize::from).filter(|stated| *stated != listed);
    let note = stated.map(|stated| {
        let (stated, listed) =
            (t.partners_stated.of(stated, site.lang), t.partners_listed.of(listed, site.lang));
        el("p").class("note").child(format!("{stated} {listed}"))
    });
    let none = (listed == 0).then(|| el("p").class("unknown").child(t.not_published));
    let rows: Vec<_> =
        project.participations.iter().enumerate().map(|(n, part)| partner(site, n, part)).collect();
    let class = if listed > 12 { "partners many" } else { "partners" };
    [note, none, Some(el("ol").class(class).child(rows))]
}

fn partner(site: Site, position: usize, part: &Participation) -> Element {
    let t = site.t;
    let (class, role) = match part.role {
        Role::Lead => ("partner lead", t.roles[0]),
        Role::Partner => ("partner", t.roles[1]),
        Role::Associate => ("partner", t.roles[2]),
    };
    let country = part.country.map(|country| i18n::country(site.lang, country));
    let place: Vec<String> = part.town.clone().into_iter().chain(country).collect();
    let budget =
        part.budget.map(|money| t.partner_budget.fill(&[("amount", &amount(site, money))]));
    let eu = part.eu_funding.map(|money| t.partner_eu.fill(&[("amount", &amount(site, money))]));
    let amounts: Vec<String> = budget.into_iter().chain(eu).collect();
    let basis = match part.basis {
        Some(Basis::ProjectPage) => Some(t.basis_page),
        Some(Basis::Inferred) => Some(t.basis_inferred),
        Some(Basis::PartnerList) | None => None,
    };
    let line = |class: &'static str, items: Vec<String>| {
        (!items.is_empty()).then(|| el("span").class(class).child(items.join(", ")))
    };
    el("li")
        .class(class)
        .attr("id", format!("partner-{position}"))
        .child(el("span").class("partner-name").child(part.organisation.clone()))
        .child(el("span").class("role").child(role))
        .child(line("partner-place", place))
        .child(line("partner-money", amounts))
        .child(basis.map(|basis| el("span").class("basis").child(basis)))
}
