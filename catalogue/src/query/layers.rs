//! The layers of the map: where each has a project's markers.

use super::{clusters::Site, named_site::NamedSite, places::Places};
use crate::{
    filter::Layer,
    model::{Document, HomeCity, Project},
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
            projects: Places::new(document, markers),
            partners: Places::new(document, |project, _| {
                project.participations.iter().filter_map(NamedSite::partner).collect()
            }),
        }
    }

    /// Where the markers of a layer stand.
    pub(crate) fn of(&self, layer: Layer) -> &Places {
        match layer {
            Layer::Projects => &self.projects,
            Layer::Partners | Layer::Network => &self.partners,
        }
    }
}

/// Where a project has its markers: in the home cities that present it, else at
/// its leads, else at the first organisation whose place is known.
fn markers<'a>(project: &'a Project, cities: &'a [HomeCity]) -> Vec<NamedSite<'a>> {
    let presenting: Vec<_> = cities
        .iter()
        .filter(|city| project.presented_by.contains(&city.slug))
        .map(|city| NamedSite { site: Site::of(city.location.into()), name: &city.name })
        .collect();
    if !presenting.is_empty() {
        return presenting;
    }
    let mut leads: Vec<_> = project.leads().filter_map(NamedSite::partner).collect();
    // Several leads at one place share one marker.
    leads.sort_by_key(|marker| marker.site.units());
    leads.dedup_by_key(|marker| marker.site);
    if leads.is_empty() {
        leads.extend(project.participations.iter().find_map(NamedSite::partner));
    }
    leads
}
