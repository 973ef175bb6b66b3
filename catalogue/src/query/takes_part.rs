//! Which home cities take part in what others present.

use crate::fold::fold;
use crate::model::{HomeCity, Location, Participation, Project, Slug};

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
