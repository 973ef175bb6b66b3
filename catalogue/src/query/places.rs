//! Every place of a layer, and what it is called.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    bits::Bits,
    clusters::{Point, Points, Site},
    named_site::NamedSite,
    network_tables::Towns,
};
use crate::{
    map::{self, LonLat, Shown},
    model::{Document, HomeCity, Project, Slug},
};

/// Every place of a layer.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) points: Points,
    /// For each of the sites, in the order in which the catalogue comes to them, its
    /// name, as a position in `names`.
    named: Vec<u32>,
    names: Vec<Box<str>>,
    /// The home cities, by their sites.
    cities: HashMap<Site, Slug>,
    /// The towns, as soon as a visitor looks at the network.
    pub(crate) towns: OnceLock<Towns>,
    /// The projects that have a marker.
    pub(crate) located: Bits,
    /// What a map of them shows: home cities and markers, but not what is far away.
    pub(crate) whole: Shown,
}

impl Places {
    /// The places where `markers` has the projects of a document.
    pub(crate) fn new<'a>(
        document: &'a Document,
        markers: impl Fn(&'a Project, &'a [HomeCity]) -> Vec<NamedSite<'a>>,
    ) -> Self {
        let cities: HashMap<Site, &HomeCity> = document
            .home_cities
            .iter()
            .rev()
            .map(|city| (Site::of(city.location.into()), city))
            .collect();
        let mut known = Sites::default();
        let mut points = Vec::new();
        for (project, content) in (0..u32::MAX).zip(&document.projects) {
            for NamedSite { site, name } in markers(content, &document.home_cities) {
                let name = cities.get(&site).map_or(name, |city| city.name.as_str());
                points.push(Point { place: known.place(site, name), project, participations: 1 });
            }
        }
        let Sites { sites, spellings, names, .. } = known;
        let points = Points::new(&sites, points, document.projects.len());
        let home: Vec<LonLat> =
            document.home_cities.iter().map(|city| city.location.into()).collect();
        Self {
            whole: Shown::around(map::extent(&home, &points.weights())),
            towns: OnceLock::new(),
            located: points.located(),
            points,
            named: spellings.into_iter().map(most_frequent).collect(),
            names: names.into_iter().map(Box::from).collect(),
            cities: cities.into_iter().map(|(site, city)| (site, city.slug.clone())).collect(),
        }
    }

    /// The name of a place that is unique in its layer and can stand in addresses.
    pub(crate) fn id(&self, place: usize) -> String {
        let site = self.points.site(place);
        match self.cities.get(&site) {
            Some(city) => city.to_string(),
            None => {
                let (lon, lat) = site.units();
                format!("{lon}-{lat}")
            }
        }
    }

    /// Where the markers of a project stand.
    pub(crate) fn of(&self, project: usize) -> impl Iterator<Item = LonLat> {
        self.points.places_of(project).map(|place| self.points.at(place))
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
