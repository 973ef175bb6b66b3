//! A draft becomes a project: places are located, languages detected, home cities found.

use catalogue::{
    model::{Country, HomeCity, Location, Participation, Precision, Project, Role, Slug, Source},
    query::sits_in,
};
use serde::{Deserialize, Serialize};

use super::{
    draft::{PartnerDraft, ProjectDraft},
    key::key,
    language::Tongues,
    mapping,
    problem::Problem,
    problem_kind::ProblemKind,
    problems::Problems,
    value,
};
use crate::gazetteer::{Candidate, Found, Gazetteer, Wanted, distance::between};

/// Coordinates farther from their town than this are taken for a mistake.
const FAR_KM: f64 = 100.0;

/// How many partners were located, by exactness.
#[derive(Clone, Copy, Debug, Deserialize, Default, Eq, PartialEq, Serialize)]
pub struct Located {
    /// By the coordinates in the file.
    pub address: usize,
    /// By the town.
    pub town: usize,
    /// By the region only.
    pub region: usize,
    /// Not at all.
    pub nowhere: usize,
}

/// Makes projects of drafts, and collects problems and counts.
pub struct Assembler<'a> {
    /// The source of the drafts.
    pub source: &'a mapping::Mapping,
    /// The home cities of the catalogue.
    pub home_cities: &'a [HomeCity],
    /// The coordinates of towns.
    pub gazetteer: &'a Gazetteer,
    /// The problems so far.
    pub problems: Problems,
    /// The counts so far.
    pub located: Located,
}

impl<'a> Assembler<'a> {
    /// An assembler without counts.
    pub fn new(
        source: &'a mapping::Mapping,
        home_cities: &'a [HomeCity],
        gazetteer: &'a Gazetteer,
        problems: Problems,
    ) -> Self {
        Self { source, home_cities, gazetteer, problems, located: Located::default() }
    }

    /// Makes the project with this slug.
    pub fn project(&mut self, draft: ProjectDraft, slug: Slug) -> Project {
        let ProjectDraft {
            row,
            programme,
            programme_written: _,
            acronym,
            slug: _,
            titles,
            descriptions,
            results,
            start,
            end,
            budget,
            eu_funding,
            columns: _,
            eu_percent,
            website,
            keep_url,
            themes,
            keep_themes,
            priority,
            objective,
            cities,
            city_title,
            leads,
            partners,
        } = draft;
        let partners = with_leads(leads, partners);
        if partners.iter().all(|partner| partner.role != Role::Lead) {
            let name = acronym.as_deref().unwrap_or_default();
            self.problems.push(Problem::new(&row, None, name, ProblemKind::LeadMissing));
        }
        let mut countries: Vec<Country> =
            partners.iter().filter_map(|partner| partner.country).collect();
        countries.extend(countries_in(&programme.name));
        countries.sort_unstable();
        countries.dedup();
        let texts = titles.iter().chain(&descriptions).chain(&results);
        let tongues = Tongues::new(&countries, texts);
        let participations: Vec<Participation> =
            partners.into_iter().map(|partner| self.participation(partner)).collect();
        let presented_by = match cities.is_empty() {
            false => cities,
            true => self.cities_of(&participations),
        };
        let mut project = Project {
            slug,
            acronym,
            city_title,
            title: tongues.assign(titles),
            description: tongues.assign(descriptions),
            results: tongues.assign(results),
            presented_by,
            programme: programme.slug.clone(),
            priority,
            specific_objective: objective,
            themes,
            themes_assigned_by: None,
            keep_themes,
            start,
            end,
            total_budget: budget,
            eu_funding,
            eu_cofinancing_percent: eu_percent,
            website,
            keep_url,
            partner_count_stated: None,
            participations,
            sources: Vec::new(),
            conflicts: Vec::new(),
            gaps: Vec::new(),
        };
        if let Some(credit) = self.source.credit {
            project.sources.push(Source {
                fields: given(&project),
                url: credit.url.to_owned(),
                note: None,
            });
        }
        project
    }

    fn participation(&mut self, partner: PartnerDraft) -> Participation {
        let (location, name) = self.locate(&partner);
        let PartnerDraft { organisation, role, town, country, nuts, budget, eu_funding, .. } =
            partner;
        let mut part = Participation {
            organisation,
            role,
            city: None,
            town: town.map(|town| tidy(town, name)),
            country,
            nuts,
            location,
            budget,
            eu_funding,
            basis: None,
            sources: Vec::new(),
            note: None,
        };
        part.city = self.municipality(&part);
        part
    }

    /// The location of a partner, and the name of its town in the gazetteer.
    fn locate(&mut self, partner: &PartnerDraft) -> (Option<Location>, Option<String>) {
        let wanted = Wanted {
            town: partner.town.as_deref(),
            postcode: partner.postcode.as_deref(),
            country: partner.country,
            nuts: &partner.nuts,
        };
        let found = self.gazetteer.locate(&wanted);
        let shown = partner.town.clone().unwrap_or_default();
        let problem = |kind| Problem::new(&partner.row, partner.town_column.as_ref(), &shown, kind);
        if let Some((lat, lon)) = partner.degrees
            && let (Ok(lat), Ok(lon)) = (lat.try_into(), lon.try_into())
        {
            let given = Location { lat, lon, precision: Precision::Address, geonames_id: None };
            match &found {
                Found::Town { location, name } if between(location, &given) > FAR_KM => {
                    let detail = format!("{:.0} km, {name}", between(location, &given));
                    let kind = ProblemKind::CoordinateFarOff;
                    let value = format!("{}, {}", f64::from(given.lat), f64::from(given.lon));
                    self.problems.push(Problem::new(&partner.row, None, &value, kind).with(detail));
                }
                _ => {
                    self.located.address += 1;
                    return (Some(given), None);
                }
            }
        }
        match found {
            Found::Town { location, name } => {
                self.located.town += 1;
                (Some(location), Some(name))
            }
            Found::Region { location, code } => {
                self.located.region += 1;
                self.problems.push(problem(ProblemKind::PlaceRegion).with(code));
                (Some(location), None)
            }
            Found::Ambiguous { candidates } => {
                self.located.nowhere += 1;
                let near = |it: &Candidate| match &it.near {
                    Some(region) => format!("{} ({region})", it.name),
                    None => it.name.clone(),
                };
                let names: Vec<String> = candidates.iter().map(near).collect();
                self.problems.push(problem(ProblemKind::PlaceAmbiguous).with(names.join("; ")));
                (None, None)
            }
            Found::Unknown => {
                self.located.nowhere += 1;
                let country = partner.country.map(|it| it.to_string()).unwrap_or_default();
                self.problems.push(problem(ProblemKind::PlaceUnknown).with(country));
                (None, None)
            }
        }
    }

    /// The home cities in which a partner is located.
    fn cities_of(&self, participations: &[Participation]) -> Vec<Slug> {
        let sits = |city: &&HomeCity| participations.iter().any(|part| sits_in(part, city));
        self.home_cities.iter().filter(sits).map(|city| city.slug.clone()).collect()
    }

    /// The home city of which this organisation is the municipality.
    fn municipality(&self, part: &Participation) -> Option<Slug> {
        const BEFORE: [&str; 12] = [
            "gemeente",
            "gemeinte",
            "municipality of",
            "city of",
            "the city of",
            "stadt",
            "town of",
            "comune di",
            "ville de",
            "commune de",
            "gmina",
            "municipality",
        ];
        const AFTER: [&str; 4] = ["municipality", "city council", "stad", "kommun"];
        let mut near = self.home_cities.iter().filter(|city| part.country == Some(city.country));
        let name = key(&part.organisation);
        let city = near.find(|city| {
            let own = key(&city.name);
            let before = name.strip_suffix(&own).map(str::trim_end);
            let after = name.strip_prefix(&own).map(str::trim_start);
            before.is_some_and(|word| BEFORE.contains(&word))
                || after.is_some_and(|word| AFTER.contains(&word))
        });
        city.map(|city| city.slug.clone())
    }
}

/// The name of a town without punctuation at its end. A name in capital letters is
/// replaced by the spelling of the gazetteer.
fn tidy(town: String, known: Option<String>) -> String {
    let trimmed = town.trim_end_matches([',', ';', '.', ' ']);
    let loud = trimmed.chars().any(char::is_alphabetic) && !trimmed.chars().any(char::is_lowercase);
    match known {
        Some(known) if loud && key(&known) == key(trimmed) => known,
        _ if trimmed.is_empty() => town,
        _ => trimmed.to_owned(),
    }
}

/// The countries in the name of a cross-border programme.
fn countries_in(name: &str) -> impl Iterator<Item = Country> {
    name.split(['-', '–', '/', '(', ')']).filter_map(|word| {
        // "Interreg V-A Germany" is split inside "V-A".
        let word = word.trim().trim_start_matches("A ");
        value::country(word)
    })
}

/// Puts the leads that only the list of projects names before the partners.
pub fn with_leads(leads: Vec<PartnerDraft>, partners: Vec<PartnerDraft>) -> Vec<PartnerDraft> {
    let listed: Vec<String> = partners.iter().map(|partner| key(&partner.organisation)).collect();
    let mut all: Vec<PartnerDraft> =
        leads.into_iter().filter(|lead| !listed.contains(&key(&lead.organisation))).collect();
    all.extend(partners);
    all.sort_by_key(|partner| partner.role);
    all
}

/// The names of the fields that a project has, for the credit of its source.
fn given(project: &Project) -> Vec<String> {
    let fields = [
        ("title", !project.title.is_empty()),
        ("description", !project.description.is_empty()),
        ("results", !project.results.is_empty()),
        ("programme", true),
        ("priority", project.priority.is_some()),
        ("specific_objective", project.specific_objective.is_some()),
        ("keep_themes", !project.keep_themes.is_empty()),
        ("start", project.start.is_some()),
        ("end", project.end.is_some()),
        ("total_budget", project.total_budget.is_some()),
        ("eu_funding", project.eu_funding.is_some()),
        ("website", project.website.is_some()),
        ("participations", !project.participations.is_empty()),
    ];
    fields.iter().filter(|(_, has)| *has).map(|(field, _)| (*field).to_owned()).collect()
}
