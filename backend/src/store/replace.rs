//! Replaces the whole catalogue.

use std::collections::HashSet;

use catalogue::model::{Document, Slug};

use super::{change::About, error::StoreError, writer::Writer};

/// Makes the catalogue this document: what is not in it goes, and the order is
/// the document's.
pub async fn replace(writer: &mut Writer<'_>, document: &Document) -> Result<(), StoreError> {
    writer.set_about(&About::of(document)).await?;
    for programme in &document.programmes {
        writer.put_programme(programme).await?;
    }
    for city in &document.home_cities {
        writer.put_home_city(city).await?;
    }
    for project in &document.projects {
        writer.put_project(project).await?;
    }
    let projects: Vec<&Slug> = document.projects.iter().map(|one| &one.slug).collect();
    let programmes: Vec<&Slug> = document.programmes.iter().map(|one| &one.slug).collect();
    let cities: Vec<&Slug> = document.home_cities.iter().map(|one| &one.slug).collect();
    let keys: Vec<Slug> = writer.keys().await?.into_iter().map(|key| key.slug).collect();
    for slug in without(keys, &projects) {
        writer.remove_project(&slug).await?;
    }
    let known_programmes: Vec<Slug> = writer.programmes().map(|one| one.slug.clone()).collect();
    for slug in without(known_programmes, &programmes) {
        writer.remove_programme(&slug).await?;
    }
    let known_cities = writer.home_cities().await?.into_iter().map(|one| one.slug);
    for slug in without(known_cities, &cities) {
        writer.remove_home_city(&slug).await?;
    }
    writer.arrange(&cities, &programmes, &projects).await
}

/// The slugs that are not among these.
fn without(all: impl IntoIterator<Item = Slug>, these: &[&Slug]) -> Vec<Slug> {
    let these: HashSet<&Slug> = these.iter().copied().collect();
    all.into_iter().filter(|slug| !these.contains(slug)).collect()
}
