//! The exchange format: a whole catalogue as one document.
//!
//! In a file, what is absent is left out. The types write it all the same
//! (`null`, `[]`), since the same types travel to the browser in a form that
//! goes by position; code that writes files drops it.

use serde::{Deserialize, Serialize};

use super::{
    Country, Day, LocalText, Location, PartialDate, Programme, Project, Slug, web_address,
};

/// A message repeats so many characters of an address that is none.
const MAX_SHOWN: usize = 80;

/// A city this deployment is about.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HomeCity {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The province it lies in.
    #[serde(default)]
    pub province: Option<String>,
    /// The country it lies in.
    pub country: Country,
    /// Its place on the map.
    pub location: Location,
    /// Its own site, where projects of the city are presented.
    #[serde(default)]
    pub website: Option<String>,
}

/// Whose data this catalogue contains, and on what terms.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// Whose data it is, such as "GeoNames".
    pub name: String,
    /// What part of it is used, in English.
    pub part: String,
    /// Where to find it.
    pub url: String,
    /// Its licence, such as "CC BY 4.0".
    pub licence: String,
}

/// The version of the exchange format that this program reads and writes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
    /// The first.
    #[serde(rename = "interreg-explorer/1")]
    V1,
}

/// A whole catalogue: home cities, programmes and projects.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The JSON Schema of this format, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The version of the format.
    pub format: Format,
    /// The day on which the facts were collected.
    pub collected: PartialDate,
    /// The words that open the explorer.
    #[serde(default)]
    pub introduction: Vec<LocalText>,
    /// Notes on how to read the facts, in English.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Whose data this contains.
    #[serde(default)]
    pub credits: Vec<Credit>,
    /// The cities this deployment is about.
    pub home_cities: Vec<HomeCity>,
    /// The programmes that projects refer to.
    pub programmes: Vec<Programme>,
    /// The projects.
    pub projects: Vec<Project>,
}

/// A document whose parts do not fit together, with the place as a JSON path.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct DocumentError {
    /// Where, as in `projects[3].programme`.
    pub path: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Document {
    /// Checks what the types cannot: that names are unique and that every
    /// reference leads somewhere. Gives the first fault found.
    pub fn validate(&self) -> Result<(), DocumentError> {
        let cities: Vec<&Slug> = self.home_cities.iter().map(|city| &city.slug).collect();
        let programmes: Vec<&Slug> =
            self.programmes.iter().map(|programme| &programme.slug).collect();
        unique("home_cities", cities.iter().copied())?;
        unique("programmes", programmes.iter().copied())?;
        unique("projects", self.projects.iter().map(|project| &project.slug))?;
        let within = |list: &'static str, n: usize| {
            move |fault: DocumentError| DocumentError {
                path: format!("{list}[{n}].{}", fault.path),
                ..fault
            }
        };
        for (n, city) in self.home_cities.iter().enumerate() {
            city.validate().map_err(within("home_cities", n))?;
        }
        for (n, programme) in self.programmes.iter().enumerate() {
            programme.validate().map_err(within("programmes", n))?;
        }
        for (n, credit) in self.credits.iter().enumerate() {
            credit.validate().map_err(within("credits", n))?;
        }
        for (index, project) in self.projects.iter().enumerate() {
            let at = |field: &str| format!("projects[{index}].{field}");
            known(at("programme"), &project.programme, "programme", &programmes)?;
            for (n, city) in project.presented_by.iter().enumerate() {
                known(at(&format!("presented_by[{n}]")), city, "home city", &cities)?;
            }
            for (n, part) in project.participations.iter().enumerate() {
                if let Some(city) = &part.city {
                    known(at(&format!("participations[{n}].city")), city, "home city", &cities)?;
                }
            }
            project.validate().map_err(within("projects", index))?;
        }
        Ok(())
    }

    /// Takes out every address that links may not have, and what is nothing without
    /// one, and gives the place of each. A store may be older than the rules for
    /// addresses: its catalogue is served all the same, without these links.
    pub fn drop_bad_addresses(&mut self) -> Vec<DocumentError> {
        let mut dropped = Vec::new();
        let mut is_good = |path: String, url: &str| match address(path, url) {
            Ok(()) => true,
            Err(error) => {
                dropped.push(error);
                false
            }
        };
        for (n, city) in self.home_cities.iter_mut().enumerate() {
            city.website.take_if(|url| !is_good(format!("home_cities[{n}].website"), url));
        }
        for (n, programme) in self.programmes.iter_mut().enumerate() {
            programme.website.take_if(|url| !is_good(format!("programmes[{n}].website"), url));
        }
        self.credits.retain(|credit| is_good(format!("credits, {}", credit.name), &credit.url));
        for project in &mut self.projects {
            let at = |field: &str| format!("projects, {}, {field}", project.slug);
            project.website.take_if(|url| !is_good(at("website"), url));
            project.keep_url.take_if(|url| !is_good(at("keep_url"), url));
            project.sources.retain(|source| is_good(at("sources"), &source.url));
            for part in &mut project.participations {
                part.sources.retain(|url| is_good(at("participations"), url));
            }
            for conflict in &mut project.conflicts {
                conflict.claims.retain(|claim| is_good(at("conflicts"), &claim.url));
            }
        }
        dropped
    }

    /// The day of collection, for those who need a whole date.
    pub fn collected_on(&self) -> Day {
        self.collected.latest()
    }
}

impl HomeCity {
    /// Checks what the type cannot. The path begins at the city.
    pub fn validate(&self) -> Result<(), DocumentError> {
        self.website.iter().try_for_each(|url| address("website".to_owned(), url))
    }
}

impl Programme {
    /// Checks what the type cannot. The path begins at the programme.
    pub fn validate(&self) -> Result<(), DocumentError> {
        self.website.iter().try_for_each(|url| address("website".to_owned(), url))
    }
}

impl Credit {
    /// Checks what the type cannot. The path begins at the credit.
    pub fn validate(&self) -> Result<(), DocumentError> {
        address("url".to_owned(), &self.url)
    }
}

impl Project {
    /// Checks what the types cannot and the rest of a document need not be known
    /// for. Paths begin at the project.
    pub fn validate(&self) -> Result<(), DocumentError> {
        if let (Some(start), Some(end)) = (self.start, self.end)
            && end.latest() < start.earliest()
        {
            let message =
                format!("the end ({end}) lies before the start ({start}): mend one of them");
            return Err(DocumentError { path: "end".to_owned(), message });
        }
        addresses(self)
    }
}

/// Links are shown as links, so nothing but web addresses may stand in them.
fn addresses(project: &Project) -> Result<(), DocumentError> {
    let own = [("website", &project.website), ("keep_url", &project.keep_url)];
    let own = own.into_iter().filter_map(|(field, url)| Some((field.to_owned(), url.as_ref()?)));
    let sources =
        project.sources.iter().enumerate().map(|(n, s)| (format!("sources[{n}].url"), &s.url));
    let parts = project.participations.iter().enumerate().flat_map(|(n, part)| {
        let url = move |(m, url)| (format!("participations[{n}].sources[{m}]"), url);
        part.sources.iter().enumerate().map(url)
    });
    let claims = project.conflicts.iter().enumerate().flat_map(|(n, conflict)| {
        let claims = conflict.claims.iter().enumerate();
        claims.map(move |(m, claim)| (format!("conflicts[{n}].claims[{m}].url"), &claim.url))
    });
    own.chain(sources).chain(parts).chain(claims).try_for_each(|(field, url)| address(field, url))
}

fn address(path: String, url: &str) -> Result<(), DocumentError> {
    web_address::check(url).map_err(|error| {
        // Written with escapes: it may hold line ends, or turn the direction of a text.
        let cut: String = url.chars().take(MAX_SHOWN).collect();
        let dots = if cut.len() < url.len() { "…" } else { "" };
        let message = format!("{cut:?}{dots} is not a web address: {error}");
        DocumentError { path, message }
    })
}

fn unique<'a>(list: &str, slugs: impl Iterator<Item = &'a Slug>) -> Result<(), DocumentError> {
    let mut seen = std::collections::HashSet::new();
    for (index, slug) in slugs.enumerate() {
        if !seen.insert(slug) {
            return Err(DocumentError {
                path: format!("{list}[{index}].slug"),
                message: format!("\"{slug}\" stands here a second time: give each its own slug"),
            });
        }
    }
    Ok(())
}

fn known(path: String, slug: &Slug, what: &str, known: &[&Slug]) -> Result<(), DocumentError> {
    if known.contains(&slug) {
        return Ok(());
    }
    let list = known.iter().map(|slug| slug.as_str()).collect::<Vec<_>>().join(", ");
    Err(DocumentError {
        path,
        message: format!("\"{slug}\" is no {what} of this file; it has: {list}"),
    })
}
