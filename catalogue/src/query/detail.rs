//! Answers with everything a project page shows.

use serde::{Deserialize, Serialize};

use super::{
    Catalogue,
    answer::{CityMoney, Item},
    takes_part,
};
use crate::filter::{Lock, Question};
use crate::model::{
    HomeCity, Lang, Programme, Project, Slug, Status, Theme,
    plausibility::{Amount, Doubt},
};

/// Everything a project page shows.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ProjectDetail {
    /// The project, whole.
    pub project: Project,
    /// Which of its amounts are doubtful, and why.
    pub doubts: Vec<Doubt>,
    /// The programme that funds it.
    pub programme: Option<Programme>,
    /// Planned, ongoing, closed or not known.
    pub status: Status,
    /// The home cities of this deployment.
    pub home_cities: Vec<HomeCity>,
    /// Home cities that take part without presenting it.
    pub takes_part: Vec<Slug>,
    /// What the parts of the home cities that present it cost, where that was published and
    /// is not doubtful.
    pub cities_money: Vec<CityMoney>,
    /// Projects with something in common, the nearest first.
    pub related: Vec<Related>,
    /// Where it stands in the search that led to it, if it is part of that.
    pub neighbours: Option<Neighbours>,
}

/// Where a project stands in what a search has found.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Neighbours {
    /// The project before it.
    pub previous: Option<Item>,
    /// The one behind it.
    pub next: Option<Item>,
    /// Its place, from 1.
    pub place: usize,
    /// How many were found.
    pub found: usize,
}

impl ProjectDetail {
    /// What a home city is called; its slug where it is none of them.
    pub fn city_name<'a>(&'a self, slug: &'a Slug) -> &'a str {
        let known = self.home_cities.iter().find(|city| city.slug == *slug);
        known.map_or(slug.as_str(), |city| city.name.as_str())
    }

    /// Why an amount is doubtful; nothing where it is not.
    pub fn doubts_of(&self, amount: Amount) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter().filter(move |doubt| doubt.of == amount)
    }
}

/// A project that has something in common with another.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Related {
    /// The other project.
    pub item: Item,
    /// What they have in common.
    pub ties: Vec<Tie>,
}

/// Something that two projects have in common.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Tie {
    /// Themes.
    Themes(Vec<Theme>),
    /// Organisations, by the names this project gives them.
    Partners(Vec<String>),
    /// The programme.
    Programme,
}

impl Catalogue {
    /// Everything about one project, where it is inside the lock.
    pub fn project(&self, lock: &Lock, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        let position = self.position(slug)?;
        let scope = self.scope(lock);
        if scope.as_ref().is_some_and(|scope| !scope.contains(position)) {
            return None;
        }
        let project = &self.document.projects[position];
        let cities = &self.document.home_cities;
        Some(ProjectDetail {
            project: project.clone(),
            doubts: self.index.doubts.all(position).to_vec(),
            programme: self.programme(&project.programme).cloned(),
            status: project.status(self.today),
            home_cities: cities.clone(),
            takes_part: takes_part::merely_takes_part(project, cities).cloned().collect(),
            cities_money: self.cities_money(position, project),
            related: self.related(position, scope.as_ref(), lang),
            neighbours: None,
        })
    }

    /// The same, with its neighbours in what an address asks.
    pub fn project_of(&self, question: Question, slug: &Slug, lang: Lang) -> Option<ProjectDetail> {
        let detail = self.project(&question.lock, slug, lang)?;
        Some(ProjectDetail { neighbours: self.neighbours(question, slug, lang), ..detail })
    }

    fn neighbours(&self, question: Question, slug: &Slug, lang: Lang) -> Option<Neighbours> {
        let position = self.position(slug)?;
        let Question { mut filter, mut ignored, lock } = question;
        self.drop_unknown(&mut filter, &mut ignored);
        let matches = self.index.text.find(&filter.text);
        let narrowed = self.narrow(&filter, self.scope(&lock).as_ref(), matches.as_ref());
        let found = narrowed.found().count();
        let all = self.listed(&filter, &narrowed, matches.as_ref(), 0, found);
        let place = all.iter().position(|n| *n == position)?;
        let item = |n: usize| self.item(&self.document.projects[n], lang);
        Some(Neighbours {
            previous: place.checked_sub(1).map(|before| item(all[before])),
            next: all.get(place + 1).map(|n| item(*n)),
            place: place + 1,
            found,
        })
    }
}
