//! What is not valid is not kept: a catalogue with it would not be served.

use std::collections::HashMap;

use catalogue::model::{DocumentError, HomeCity, Programme, Project, Slug};

use super::error::StoreError;

/// Turns the error of an entity's own check into one that names the entity.
pub(super) fn valid(
    what: &'static str,
    name: &str,
    checked: Result<(), DocumentError>,
) -> Result<(), StoreError> {
    checked.map_err(|error| StoreError::Invalid { what, name: name.to_owned(), error })
}

/// Checks a project, and that its programme and home cities are there.
pub(super) fn project(
    project: &Project,
    programmes: &HashMap<Slug, Programme>,
    home_cities: &HashMap<Slug, HomeCity>,
) -> Result<(), StoreError> {
    let slug = &project.slug;
    valid("project", slug.as_str(), project.validate())?;
    let missing = |what, missing: &Slug| StoreError::Missing {
        project: slug.clone(),
        what,
        slug: missing.clone(),
    };
    if !programmes.contains_key(&project.programme) {
        return Err(missing("programme", &project.programme));
    }
    let takes_part = project.participations.iter().filter_map(|part| part.city.as_ref());
    let mut cities = project.presented_by.iter().chain(takes_part);
    match cities.find(|city| !home_cities.contains_key(*city)) {
        Some(city) => Err(missing("home city", city)),
        None => Ok(()),
    }
}
