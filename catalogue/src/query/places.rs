//! Where projects are, layer by layer, and which home cities take part.

use std::collections::{BTreeMap, HashMap};

use super::{
    clusters::{Point, Points, Site},
    engine::Bits,
    fold,
};
use crate::{
    filter::Layer,
    map::{self, LonLat, Shown},
    model::{Document, HomeCity, Location, Participation, Project, Slug},
};

/// The layers of the map.
#[derive(Debug)]
pub(crate) struct Layers {
    projects: Places,
    partners: Places,
}

impl Layers {
    pub(crate) fn new(document: &Document) -> Self {
        Self {
            projects: Places::new(document, pins),
            partners: Places::new(document, |project, _| {
                project.participations.iter().filter_map(Named::partner).collect()
            }),
        }
    }

    /// Where the pins of a layer stand.
    pub(crate) fn of(&self, layer: Layer) -> &Places {
        match layer {
            Layer::Projects => &self.projects,
            Layer::Partners | Layer::Network => &self.partners,
        }
    }
}

/// Every place of a layer.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) points: Points,
    /// The sites in the order in which the catalogue comes to them.
    sites: Vec<Site>,
    /// For each of them its name, as a position in `names`.
    named: Vec<u32>,
    names: Vec<Box<str>>,
    /// The home cities among them, by position.
    cities: BTreeMap<u32, Slug>,
    /// The projects that have a pin.
    pub(crate) located: Bits,
    /// What a map of them shows: home cities and pins, but not what is far away.
    pub(crate) whole: Shown,
}

impl Places {
    fn new<'a>(
        document: &'a Document,
        pins: impl Fn(&'a Project, &'a [HomeCity]) -> Vec<Named<'a>>,
    ) -> Self {
        let cities: HashMap<Site, &HomeCity> = document
            .home_cities
            .iter()
            .rev()
            .map(|city| (Site::of(at(city.location)), city))
            .collect();
        let mut known = Sites::default();
        let mut points = Vec::new();
        for (project, content) in (0..u32::MAX).zip(&document.projects) {
            for Named { site, name } in pins(content, &document.home_cities) {
                let name = cities.get(&site).map_or(name, |city| city.name.as_str());
                points.push(Point { place: known.place(site, name), project, participations: 1 });
            }
        }
        let Sites { sites, spellings, names, .. } = known;
        let city = |site: &Site| cities.get(site).map(|city| city.slug.clone());
        let cities = (0..u32::MAX).zip(&sites).filter_map(|(n, site)| Some((n, city(site)?)));
        let cities = cities.collect();
        let points = Points::new(&sites, points, document.projects.len());
        let home: Vec<LonLat> = document.home_cities.iter().map(|city| at(city.location)).collect();
        Self {
            whole: Shown::around(map::extent(&home, &points.weights())),
            located: points.located(),
            points,
            sites,
            named: spellings.into_iter().map(most_frequent).collect(),
            names: names.into_iter().map(Box::from).collect(),
            cities,
        }
    }

    /// The name of a place that is unique in its layer and can stand in addresses.
    pub(crate) fn id(&self, place: usize) -> String {
        let origin = self.points.origin(place);
        match u32::try_from(origin).ok().and_then(|origin| self.cities.get(&origin)) {
            Some(city) => city.to_string(),
            None => {
                let (lon, lat) = self.sites[origin].units();
                format!("{lon}-{lat}")
            }
        }
    }

    /// What people call a place.
    pub(crate) fn name(&self, place: usize) -> &str {
        &self.names[self.name_number(place)]
    }

    /// The number of that name; places with the same name have the same.
    pub(crate) fn name_number(&self, place: usize) -> usize {
        self.named[self.points.origin(place)] as usize
    }

    /// How many names there are.
    pub(crate) fn name_count(&self) -> usize {
        self.names.len()
    }
}

/// The sites of a layer while it is read, with all that they are called.
#[derive(Default)]
struct Sites<'a> {
    sites: Vec<Site>,
    numbers: HashMap<Site, u32>,
    /// For each site its names, with how often.
    spellings: Vec<Vec<(u32, u32)>>,
    names: Vec<&'a str>,
    name_numbers: HashMap<&'a str, u32>,
}

impl<'a> Sites<'a> {
    fn place(&mut self, site: Site, name: &'a str) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let name_number = *self.name_numbers.entry(name).or_insert(next);
        if name_number == next {
            self.names.push(name);
        }
        let next = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(site).or_insert(next);
        if number == next {
            self.sites.push(site);
            self.spellings.push(Vec::new());
        }
        let spellings = &mut self.spellings[number as usize];
        match spellings.iter_mut().find(|(known, _)| *known == name_number) {
            Some((_, times)) => *times += 1,
            None => spellings.push((name_number, 1)),
        }
        number
    }
}

/// What a place is called most often; the first of several.
fn most_frequent(spellings: Vec<(u32, u32)>) -> u32 {
    let best = spellings.into_iter().rev().max_by_key(|(_, times)| *times);
    best.map(|(name, _)| name).unwrap_or_default()
}

/// A place by one of its names.
struct Named<'a> {
    site: Site,
    name: &'a str,
}

impl<'a> Named<'a> {
    fn partner(part: &'a Participation) -> Option<Self> {
        let name = part.town.as_deref().unwrap_or(&part.organisation);
        Some(Self { site: Site::of(at(part.location?)), name })
    }
}

/// Where a project has its pins: in the home cities that present it, else at
/// its leads, else at the first organisation whose place is known.
fn pins<'a>(project: &'a Project, cities: &'a [HomeCity]) -> Vec<Named<'a>> {
    let presenting: Vec<_> = cities
        .iter()
        .filter(|city| project.presented_by.contains(&city.slug))
        .map(|city| Named { site: Site::of(at(city.location)), name: &city.name })
        .collect();
    if !presenting.is_empty() {
        return presenting;
    }
    let mut leads: Vec<_> = project.leads().filter_map(Named::partner).collect();
    // Who leads together from one place has one pin there.
    leads.sort_by_key(|pin| pin.site.units());
    leads.dedup_by_key(|pin| pin.site);
    if leads.is_empty() {
        leads.extend(project.participations.iter().find_map(Named::partner));
    }
    leads
}

fn at(location: Location) -> LonLat {
    LonLat::new(location.lon.into(), location.lat.into())
}

/// Whether an organisation sits in a home city, or is its municipality.
pub fn sits_in(part: &Participation, city: &HomeCity) -> bool {
    let place =
        |at: &Location| at.geonames_id.is_some() && at.geonames_id == city.location.geonames_id;
    part.city.as_ref() == Some(&city.slug)
        || (part.country == Some(city.country)
            && (part.location.as_ref().is_some_and(place)
                || part.town.as_ref().is_some_and(|town| fold(town).eq(fold(&city.name)))))
}

/// The home cities in which an organisation sits without the city presenting it.
pub(crate) fn merely_takes_part<'a>(
    project: &'a Project,
    cities: &'a [HomeCity],
) -> impl Iterator<Item = &'a Slug> {
    cities
        .iter()
        .filter(|city| !project.presented_by.contains(&city.slug))
        .filter(|city| project.participations.iter().any(|part| sits_in(part, city)))
        .map(|city| &city.slug)
}
