//! What is served at one moment: a catalogue, its index, and what was drawn of it.
//!
//! A snapshot never changes. When the catalogue does, another one takes its place
//! whole, with drawings of its own; whoever still holds the old one finishes with
//! it. A page that asks several things asks one snapshot, so that no page is put
//! together from two catalogues.

use std::sync::Arc;

use catalogue::{
    filter::Lock,
    map::{Basemap, LonLat, Named, Shown, Viewport, sheet},
    model::{Day, Document, HomeCity, Lang, Slug},
    query::{Catalogue, Exploration, Pins, ProjectDetail},
};

use crate::drawings::Kept;

/// Drawings that are kept, some 40 kB each: what robots walk through need not all stay.
const OVERVIEWS: usize = 64;
const PROJECTS: usize = 256;

/// A catalogue as it stands at one moment, on one day.
#[derive(Debug)]
pub struct Snapshot {
    revision: Arc<str>,
    catalogue: Catalogue,
    drawings: Arc<Drawings>,
}

/// What was drawn of a catalogue. It is the same on every day.
#[derive(Debug)]
struct Drawings {
    basemap: Arc<Basemap>,
    /// By what they show, in hundred-thousandths of a degree.
    overviews: Kept<String>,
    projects: Kept<Slug>,
}

impl Snapshot {
    pub(crate) fn new(
        document: impl Into<Arc<Document>>,
        revision: impl Into<Arc<str>>,
        today: Day,
        basemap: Arc<Basemap>,
    ) -> Self {
        let drawings = Drawings {
            basemap,
            overviews: Kept::at_most(OVERVIEWS),
            projects: Kept::at_most(PROJECTS),
        };
        Self {
            revision: revision.into(),
            catalogue: Catalogue::new(document, today),
            drawings: Arc::new(drawings),
        }
    }

    /// The same catalogue on another day.
    pub(crate) fn on(&self, today: Day) -> Self {
        Self {
            revision: self.revision.clone(),
            catalogue: Catalogue::new(self.catalogue.document().clone(), today),
            drawings: self.drawings.clone(),
        }
    }

    /// Answers a filter, written as the query of an address.
    pub fn explore(&self, lock: &Lock, query: &str, lang: Lang) -> Exploration {
        self.catalogue.explore_within(lock, query, lang)
    }

    /// The pins of a query in any part of the map.
    pub fn pins(&self, lock: &Lock, query: &str, view: &Viewport, lang: Lang) -> Pins {
        self.catalogue.pins(lock, query, view, lang)
    }

    /// What the map shows of the whole catalogue.
    pub fn shown(&self) -> Shown {
        self.catalogue.shown()
    }

    /// Everything about one project.
    pub fn project(&self, lock: &Lock, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.catalogue.project(lock, slug, lang)
    }

    /// The whole catalogue.
    pub fn document(&self) -> Arc<Document> {
        self.catalogue.document().clone()
    }

    /// A name for the catalogue's content that changes when it does.
    pub fn revision(&self) -> Arc<str> {
        self.revision.clone()
    }

    /// The day that decides which projects are under way.
    pub fn today(&self) -> Day {
        self.catalogue.today()
    }

    /// The basemap under the overview, as the content of an SVG. Most visitors see
    /// the whole catalogue, others a part of it; what was drawn stays for a while.
    pub fn overview_basemap(&self, shown: &Shown) -> Arc<str> {
        let draw = || {
            let view = sheet::overview(shown);
            let cities = &self.catalogue.document().home_cities;
            let cities: Vec<Named> = cities.iter().map(named).collect();
            // Names keep clear of every pin that an unfiltered map has.
            let spots = self.catalogue.pins(&Lock::default(), "", &view, Lang::En).spots;
            let spots = spots.iter().map(|spot| LonLat::new(spot.lon, spot.lat));
            let pins = sheet::reserved(&view, spots.chain(cities.iter().map(|city| city.place)));
            Some(self.drawings.basemap.draw(&view, &pins, &cities).into())
        };
        self.drawings.overviews.get(&shown.to_string(), draw).unwrap_or_default()
    }

    /// The basemap under one project's partners, as the content of an SVG.
    pub fn project_basemap(&self, slug: &Slug) -> Option<Arc<str>> {
        let draw = || {
            let projects = &self.catalogue.document().projects;
            let project = projects.iter().find(|project| project.slug == *slug)?;
            let view = sheet::partnership(project);
            let towns = sheet::towns(project);
            let pins = sheet::reserved(&view, towns.iter().map(|town| town.place));
            Some(self.drawings.basemap.draw(&view, &pins, &sheet::names(&towns)).into())
        };
        self.drawings.projects.get(slug, draw)
    }

    /// The ground of any view, drawn anew, with these names and room for pins.
    pub fn ground(&self, view: &Viewport, pins: &[LonLat], names: &[Named]) -> String {
        let pins = sheet::reserved(view, pins.iter().copied());
        self.drawings.basemap.draw(view, &pins, names)
    }
}

fn named(city: &HomeCity) -> Named<'_> {
    Named { name: &city.name, place: city.location.into() }
}

#[cfg(test)]
mod tests {
    use catalogue::query::Spot;

    use super::*;
    use crate::{BASEMAP, default_catalogue};

    fn snapshot() -> Snapshot {
        let basemap = Arc::new(Basemap::read(BASEMAP).unwrap());
        let document = default_catalogue::document().unwrap();
        Snapshot::new(document, "1", "2026-11-24".parse().unwrap(), basemap)
    }

    #[test]
    fn the_four_home_cities_stand_exactly_where_they_are() {
        let snapshot = snapshot();
        let answer = snapshot.explore(&Lock::default(), "", Lang::Nl);
        let mut pins: Vec<_> = answer
            .pins
            .spots
            .iter()
            .map(|s| (s.id.as_str(), s.lon, s.lat, s.count, s.near))
            .collect();
        pins.sort_by_key(|pin| pin.0);
        let document = snapshot.document();
        let mut cities: Vec<_> = document
            .home_cities
            .iter()
            .map(|city| {
                let presents = |p: &&catalogue::model::Project| p.presented_by.contains(&city.slug);
                let count = document.projects.iter().filter(presents).count();
                // Places are known to the ten-thousandth of a degree, eleven metres.
                let rounded = |degrees: f64| (degrees * 1e4).round() / 1e4;
                let (lon, lat) = (city.location.lon.into(), city.location.lat.into());
                (city.slug.as_str(), rounded(lon), rounded(lat), count, 0)
            })
            .collect();
        cities.sort_by_key(|city| city.0);
        assert_eq!(pins, cities);
        assert_eq!(pins.len(), 4);
        assert!(answer.pins.spots.iter().all(|spot: &Spot| spot.items.len() == spot.count));
    }

    #[test]
    fn no_filter_moves_the_map_of_the_ten_projects() {
        let snapshot = snapshot();
        for query in ["city=assen", "theme=health", "q=bling", "q=nothing-has-this-word"] {
            assert_eq!(
                snapshot.explore(&Lock::default(), query, Lang::En).shown,
                snapshot.shown(),
                "{query}"
            );
        }
    }

    #[test]
    fn a_part_of_the_map_has_ground_of_its_own_and_keeps_it() {
        let snapshot = snapshot();
        let part = Shown::exactly("6,52.5,7,53".parse().unwrap());
        let drawn = snapshot.overview_basemap(&part);
        assert_ne!(drawn, snapshot.overview_basemap(&snapshot.shown()));
        assert!(Arc::ptr_eq(&drawn, &snapshot.overview_basemap(&part)));
    }
}
