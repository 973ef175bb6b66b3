//! The layers of the map: where each has a project's pins.

use super::{clusters::Site, places::Places};
use crate::{
    filter::Layer,
    model::{Document, HomeCity, Participation, Project},
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
                project.participations.iter().filter_map(Called::partner).collect()
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

/// A place by one of its names.
pub(crate) struct Called<'a> {
    pub(crate) site: Site,
    pub(crate) name: &'a str,
}

impl<'a> Called<'a> {
    fn partner(part: &'a Participation) -> Option<Self> {
        let name = part.town.as_deref().unwrap_or(&part.organisation);
        Some(Self { site: Site::of(part.location?.into()), name })
    }
}

/// Where a project has its pins: in the home cities that present it, else at
/// its leads, else at the first organisation whose place is known.
fn pins<'a>(project: &'a Project, cities: &'a [HomeCity]) -> Vec<Called<'a>> {
    let presenting: Vec<_> = cities
        .iter()
        .filter(|city| project.presented_by.contains(&city.slug))
        .map(|city| Called { site: Site::of(city.location.into()), name: &city.name })
        .collect();
    if !presenting.is_empty() {
        return presenting;
    }
    let mut leads: Vec<_> = project.leads().filter_map(Called::partner).collect();
    // Who leads together from one place has one pin there.
    leads.sort_by_key(|pin| pin.site.units());
    leads.dedup_by_key(|pin| pin.site);
    if leads.is_empty() {
        leads.extend(project.participations.iter().find_map(Called::partner));
    }
    leads
}
