//! The catalogue at one moment, with its index and the maps that were drawn of it.
//!
//! A snapshot never changes. When the catalogue changes, a new snapshot replaces it as
//! a whole; a request that still uses the old one finishes with the old one. A page
//! that needs several answers takes them from one snapshot, so that no page mixes two
//! catalogues.

use std::sync::Arc;

use catalogue::{
    filter::{Lock, Question},
    map::{Basemap, LonLat, Named, Shown, Viewport, views},
    model::{Day, Document, HomeCity, Lang, Slug},
    query::{Catalogue, Exploration, Markers, Opening, ProjectDetail},
};

use crate::drawing_cache::DrawingCache;

/// How many drawings are kept, some 40 kB each. A robot that visits every page does not
/// fill the memory.
const OVERVIEWS: usize = 64;
const PROJECTS: usize = 256;

/// A catalogue at one moment, on one day.
#[derive(Debug)]
pub struct Snapshot {
    revision: Arc<str>,
    catalogue: Catalogue,
    drawings: Arc<Drawings>,
}

/// The basemaps drawn for a catalogue. They do not depend on the day.
#[derive(Debug)]
struct Drawings {
    basemap: Arc<Basemap>,
    /// By the part of the map that they show.
    overviews: DrawingCache<String>,
    projects: DrawingCache<Slug>,
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
            overviews: DrawingCache::at_most(OVERVIEWS),
            projects: DrawingCache::at_most(PROJECTS),
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
            catalogue: Catalogue::new(self.catalogue.document().clone(), today)
                .with_opening(self.catalogue.opening().clone()),
            drawings: self.drawings.clone(),
        }
    }

    /// The same, opened by an operator's words.
    pub(crate) fn opened_by(self, opening: Arc<Opening>) -> Self {
        Self { catalogue: self.catalogue.with_opening(opening), ..self }
    }

    /// Answers what an address asks.
    pub fn explore(&self, question: Question, lang: Lang) -> Exploration {
        self.catalogue.answer(question, lang)
    }

    /// The markers of what an address asks in any part of the map.
    pub fn markers(&self, question: Question, view: &Viewport, lang: Lang) -> Markers {
        self.catalogue.answer_markers(question, view, lang)
    }

    /// What the map shows of the whole catalogue.
    pub fn shown(&self) -> Shown {
        self.catalogue.shown()
    }

    /// Everything about one project, and its neighbours in what an address asks.
    pub fn project_of(&self, question: Question, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.catalogue.project_of(question, slug, lang)
    }

    /// Everything about one project.
    pub fn project(&self, lock: &Lock, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        self.catalogue.project(lock, slug, lang)
    }

    /// The whole catalogue.
    pub fn document(&self) -> Arc<Document> {
        self.catalogue.document().clone()
    }

    /// The name of this state of the catalogue. It changes whenever the content does.
    pub fn revision(&self) -> Arc<str> {
        self.revision.clone()
    }

    /// The day that decides which projects are under way.
    pub fn today(&self) -> Day {
        self.catalogue.today()
    }

    /// The basemap of the overview, as the content of an SVG, with the names of these home
    /// cities. The last drawings are kept, since most visitors see the same part of the map.
    pub fn overview_basemap(&self, shown: &Shown, cities: &[Slug]) -> Arc<str> {
        let all = self.catalogue.document().home_cities.iter();
        let cities: Vec<&HomeCity> = all.filter(|city| cities.contains(&city.slug)).collect();
        let slugs = cities.iter().map(|city| city.slug.as_str());
        let key = slugs.fold(shown.to_string(), |key, slug| key + " " + slug);
        let draw = || {
            let view = views::overview(shown);
            let cities: Vec<Named> = cities.iter().map(|city| named(city)).collect();
            // Names do not overlap the markers of the unfiltered map.
            let markers = self.catalogue.markers(&Lock::default(), "", &view, Lang::En).list;
            let markers = markers.iter().map(|marker| LonLat::new(marker.lon, marker.lat));
            let markers =
                views::reserved(&view, markers.chain(cities.iter().map(|city| city.place)));
            Some(self.drawings.basemap.draw(&view, &markers, &cities).into())
        };
        self.drawings.overviews.get(&key, draw).unwrap_or_default()
    }

    /// The basemap of one project's partners, as the content of an SVG.
    pub fn project_basemap(&self, slug: &Slug) -> Option<Arc<str>> {
        let draw = || {
            let projects = &self.catalogue.document().projects;
            let project = projects.iter().find(|project| project.slug == *slug)?;
            let view = views::partnership(project);
            let towns = views::towns(project);
            let markers = views::reserved(&view, towns.iter().map(|town| town.place));
            Some(self.drawings.basemap.draw(&view, &markers, &views::names(&towns)).into())
        };
        self.drawings.projects.get(slug, draw)
    }

    /// Draws the basemap of any view, with these names and room for markers.
    pub fn basemap(&self, view: &Viewport, markers: &[LonLat], names: &[Named]) -> String {
        let markers = views::reserved(view, markers.iter().copied());
        self.drawings.basemap.draw(view, &markers, names)
    }
}

fn named(city: &HomeCity) -> Named<'_> {
    Named::city(&city.name, city.location.into())
}

#[cfg(test)]
mod tests {
    use catalogue::query::Marker;

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
        let answer = snapshot.explore(Question::default(), Lang::Nl);
        let mut markers: Vec<_> = answer
            .markers
            .list
            .iter()
            .map(|s| (s.id.as_str(), s.lon, s.lat, s.count, s.near))
            .collect();
        markers.sort_by_key(|marker| marker.0);
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
        assert_eq!(markers, cities);
        assert_eq!(markers.len(), 4);
        assert!(
            answer.markers.list.iter().all(|marker: &Marker| marker.items.len() == marker.count)
        );
    }

    #[test]
    fn no_filter_moves_the_map_of_the_ten_projects() {
        let snapshot = snapshot();
        for query in ["city=assen", "theme=health", "q=bling", "q=nothing-has-this-word"] {
            assert_eq!(
                snapshot.explore(Question::from_query(query), Lang::En).shown,
                snapshot.shown(),
                "{query}"
            );
        }
    }

    #[test]
    fn a_part_of_the_map_has_a_basemap_of_its_own_and_keeps_it() {
        let snapshot = snapshot();
        let part = Shown::exactly("6,52.5,7,53".parse().unwrap());
        let drawn = snapshot.overview_basemap(&part, &[]);
        assert_ne!(drawn, snapshot.overview_basemap(&snapshot.shown(), &[]));
        assert!(Arc::ptr_eq(&drawn, &snapshot.overview_basemap(&part, &[])));
    }

    #[test]
    fn the_map_names_the_cities_that_present_what_was_found() {
        let snapshot = snapshot();
        for (query, named) in [("", 4), ("city=assen", 1), ("city=assen&city=emmen", 2)] {
            let answer = snapshot.explore(Question::from_query(query), Lang::En);
            let drawn = snapshot.overview_basemap(&answer.shown, &answer.presenting);
            assert_eq!(drawn.matches("<text class=\"home\"").count(), named, "{query}");
        }
    }
}
