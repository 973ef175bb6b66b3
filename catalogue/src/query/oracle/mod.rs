//! The index against an oracle that does everything the slow, obvious way.

mod arbitrary;
mod counts;
mod list;
mod near;
mod network;
mod rest;
mod scope;

use arbitrary::TODAY;

use super::*;
use crate::{
    filter::{Filter, Layer, LeadRole, Part},
    model::*,
    query::clusters::Site,
};

/// For properties of catalogues that take long to make.
fn fewer() -> proptest::test_runner::Config {
    let usual = proptest::test_runner::Config::default();
    proptest::test_runner::Config { cases: usual.cases.div_ceil(16), ..usual }
}

/// Whether a project is asked for, one part at a time, straight from the definitions.
fn admits(catalogue: &Catalogue, filter: &Filter, part: Part, project: &Project) -> bool {
    let document = catalogue.document();
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
        Part::City => filter.city.admits(&project.presented_by),
        Part::Theme => filter.theme.admits(&project.themes),
        Part::Programme => filter.programme.admits([&project.programme]),
        Part::Period => {
            let programme =
                document.programmes.iter().find(|p| p.slug == project.programme).unwrap();
            filter.period.admits([&programme.period])
        }
        Part::Country => {
            let countries: Vec<Country> =
                project.participations.iter().filter_map(|part| part.country).collect();
            filter.country.admits(&countries)
        }
        Part::Role => {
            let lead = project.led_by_presenting_city().then_some(LeadRole::Lead);
            filter.role.admits(lead.as_ref())
        }
        Part::Status => filter.status.admits([&project.status(TODAY)]),
        Part::Years => {
            filter.years == Default::default()
                || project.years().is_some_and(|ran| filter.years.touch(ran))
        }
        Part::Budget => filter.budget.admits(project.total_budget.map(|money| money.eur)),
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
    let asked = |project: &&Project| {
        Part::ALL
            .into_iter()
            .filter(|part| Some(*part) != but)
            .all(|part| admits(catalogue, filter, part, project))
    };
    catalogue.document().projects.iter().filter(asked).collect()
}
