//! The index against an oracle that does everything the slow, obvious way.

mod arbitrary;
mod counts;
mod list;
mod money;
mod near;
mod network;
mod rest;
mod scope;

use std::{cell::LazyCell, ops::Deref};

use arbitrary::TODAY;

use super::*;
use crate::{
    facet::Facet,
    filter::{Chosen, Filter, Layer, Part},
    model::*,
    query::clusters::Site,
};

/// For properties of catalogues that take long to make.
fn fewer() -> proptest::test_runner::Config {
    let usual = proptest::test_runner::Config::default();
    proptest::test_runner::Config { cases: usual.cases.div_ceil(16), ..usual }
}

/// The values of a facet that a project has, straight from the definitions.
fn values(document: &Document, facet: Facet, project: &Project) -> Vec<String> {
    let programme = document.programmes.iter().find(|p| p.slug == project.programme).unwrap();
    match facet {
        Facet::City => project.presented_by.iter().map(ToString::to_string).collect(),
        Facet::Theme => project.themes.iter().map(ToString::to_string).collect(),
        Facet::Programme => vec![project.programme.to_string()],
        Facet::Period => vec![programme.period.to_string()],
        Facet::Strand => vec![format!("{:?}", programme.strand)],
        Facet::Country => {
            let countries = project.participations.iter().filter_map(|part| part.country);
            countries.map(|country| country.to_string()).collect()
        }
        Facet::Role if project.led_by_presenting_city() => vec!["lead".to_owned()],
        Facet::Role => vec![],
        Facet::Status => vec![format!("{:?}", project.status(TODAY)).to_lowercase()],
    }
}

/// Whether a project is asked for, one part at a time, straight from the definitions.
fn admits<'a>(
    document: &Document,
    doubts: &impl Deref<Target = money::Doubts<'a>>,
    filter: &Filter,
    part: Part,
    project: &Project,
) -> bool {
    match part {
        Part::Text => filter.text_words().all(|typed| {
            let mut texts: Vec<&str> = vec![];
            texts.extend(project.acronym.as_deref());
            texts.extend(project.title.iter().chain(&project.description).map(|t| t.text.as_str()));
            for part in &project.participations {
                texts.push(&part.organisation);
                texts.extend(part.town.as_deref());
            }
            fold(typed)
                .all(|typed| texts.iter().any(|t| fold(t).any(|word| word.starts_with(&typed))))
        }),
        Part::Facet(facet) => {
            let values = values(document, facet, project);
            filter.choice(facet).admits(values.iter().map(String::as_str))
        }
        Part::Years => {
            filter.years == Default::default()
                || project.years().is_some_and(|ran| filter.years.touch(ran))
        }
        Part::Budget => {
            let asked = &filter.budget;
            let in_range = |(min, max): (Option<Euro>, Option<Euro>)| {
                let Some(total) = doubts.sound_total(project) else { return false };
                total >= min.unwrap_or_default() && total <= max.unwrap_or(Euro::MAX)
            };
            let [unpublished, doubtful] = asked.marks;
            let (is_unpublished, is_doubtful) =
                (project.total_budget.is_none(), !doubts.of(project).is_empty());
            let open = [unpublished, doubtful].iter().all(|chosen| *chosen != Chosen::Included);
            let wanted = asked.range.is_none() && open
                || asked.range.is_some_and(in_range)
                || unpublished == Chosen::Included && is_unpublished
                || doubtful == Chosen::Included && is_doubtful;
            wanted
                && !(unpublished == Chosen::Excluded && is_unpublished)
                && !(doubtful == Chosen::Excluded && is_doubtful)
        }
        Part::Bbox => filter.bbox.is_none_or(|bbox| {
            // Places are known to the ten-thousandth of a degree.
            let at = |location: Location| bbox.contains(Site::of(location.into()).at());
            if filter.layer != Layer::Projects {
                return project.participations.iter().filter_map(|part| part.location).any(at);
            }
            let presenting: Vec<_> = document
                .home_cities
                .iter()
                .filter(|c| project.presented_by.contains(&c.slug))
                .collect();
            if !presenting.is_empty() {
                return presenting.iter().any(|city| at(city.location));
            }
            let leads: Vec<Location> = project.leads().filter_map(|lead| lead.location).collect();
            if leads.is_empty() {
                project.participations.iter().find_map(|part| part.location).is_some_and(at)
            } else {
                leads.into_iter().any(at)
            }
        }),
    }
}

/// The projects asked for, in the catalogue's own order; `but` is not applied.
fn naive<'a>(catalogue: &'a Catalogue, filter: &'a Filter, but: Option<Part>) -> Vec<&'a Project> {
    let document = catalogue.document();
    let doubts = LazyCell::new(|| money::Doubts::new(document));
    let asked = |project: &&Project| {
        Part::all()
            .filter(|part| Some(*part) != but)
            .all(|part| admits(document, &doubts, filter, part, project))
    };
    document.projects.iter().filter(asked).collect()
}
