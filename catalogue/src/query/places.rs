//! Where projects are: the spots of their pins, and which home cities take part.

use std::collections::HashMap;

use super::{engine::Bits, fold};
use crate::{
    map::{self, Bbox, LonLat},
    model::{Document, HomeCity, Location, Participation, Project, Slug},
};

/// A place where pins stand, with the projects that have one there.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    /// In ascending order, each once.
    pub(crate) projects: Vec<usize>,
}

/// Every pin of the catalogue.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) places: Vec<Place>,
    /// For each project the positions of its places, ascending.
    of: Vec<Vec<u32>>,
    /// The projects that have a pin.
    pub(crate) located: Bits,
    /// What a map of them shows: home cities and pins, but not what is far away.
    pub(crate) extent: Option<Bbox>,
}

impl Places {
    pub(crate) fn new(document: &Document) -> Self {
        let mut places: Vec<Place> = Vec::new();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut located = Bits::none(document.projects.len());
        let mut of = Vec::with_capacity(document.projects.len());
        for (position, project) in document.projects.iter().enumerate() {
            let mut own = Vec::new();
            for (id, name, location) in pins(project, &document.home_cities) {
                let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
                let number = *numbers.entry(id.clone()).or_insert(next);
                if number == next {
                    let (lon, lat) = (location.lon.into(), location.lat.into());
                    places.push(Place { id, name, lon, lat, projects: Vec::new() });
                }
                own.push(number);
            }
            own.sort_unstable();
            own.dedup();
            for number in &own {
                located.insert(position);
                places[*number as usize].projects.push(position);
            }
            of.push(own);
        }
        let home: Vec<LonLat> = document
            .home_cities
            .iter()
            .map(|city| LonLat::new(city.location.lon.into(), city.location.lat.into()))
            .collect();
        let weighed: Vec<(LonLat, usize)> =
            places.iter().map(|p| (LonLat::new(p.lon, p.lat), p.projects.len())).collect();
        let extent = map::extent(&home, &weighed);
        Self { places, of, located, extent }
    }

    /// The spots of one project.
    pub(crate) fn of(&self, project: usize) -> Vec<String> {
        self.of[project].iter().map(|place| self.places[*place as usize].id.clone()).collect()
    }

    /// The projects with a pin inside a rectangle.
    pub(crate) fn within(&self, len: usize, bbox: Bbox) -> Bits {
        let inside =
            self.places.iter().filter(|place| bbox.contains(LonLat::new(place.lon, place.lat)));
        Bits::collect(len, inside.flat_map(|place| place.projects.iter().copied()))
    }
}

/// Where a project has its pins: in the home cities that present it, else at
/// its leads, else at the first organisation whose place is known.
fn pins<'a>(project: &'a Project, cities: &'a [HomeCity]) -> Vec<(String, String, Location)> {
    let presenting: Vec<_> = cities
        .iter()
        .filter(|city| project.presented_by.contains(&city.slug))
        .map(|city| (city.slug.to_string(), city.name.clone(), city.location))
        .collect();
    if !presenting.is_empty() {
        return presenting;
    }
    let pin = |part: &Participation| {
        let location = part.location?;
        let (lon, lat) = (f64::from(location.lon), f64::from(location.lat));
        let name = part.town.clone().unwrap_or_else(|| part.organisation.clone());
        // Two towns never share a ten-thousandth of a degree.
        Some((format!("{:.0}-{:.0}", (lon + 180.0) * 1e4, (lat + 90.0) * 1e4), name, location))
    };
    let mut leads: Vec<_> = project.leads().filter_map(pin).collect();
    leads.dedup_by(|a, b| a.0 == b.0);
    if leads.is_empty() {
        leads.extend(project.participations.iter().find_map(pin));
    }
    leads
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
