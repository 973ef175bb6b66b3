//! Detects damage: whether what is read is what was written.
//!
//! Every entity has a *fingerprint*, a hash that is stored with it and compared when the
//! entity is read. A fingerprint finds a damaged entity. It does not find an entity that is
//! missing, doubled or moved, so every change stores a *seal*: a hash over the
//! fingerprints of all entities in their order.
//!
//! Both are hashes of the exchange format as this program writes it. A version that
//! writes it differently needs a migration that computes all fingerprints again; a test
//! in this file then fails.

use std::{path::Path, thread};

use catalogue::model::{Document, Project, Slug};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{
    change::{About, Fingerprint, Stored},
    entity::EntityKind,
    error::StoreError,
};
use crate::file;

/// How many threads compare projects. Computing a fingerprint takes longer than reading
/// the project, and a large catalogue has tens of thousands.
const THREADS: usize = 8;

/// The stored fingerprints of all entities, in the order of the entities.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    pub(super) about: Option<Fingerprint>,
    pub(super) home_cities: Vec<(Slug, Fingerprint)>,
    pub(super) programmes: Vec<(Slug, Fingerprint)>,
    pub(super) projects: Vec<(Slug, Fingerprint)>,
}

impl Marks {
    /// The seal of a catalogue with these fingerprints.
    pub(super) fn seal(&self) -> Fingerprint {
        let Self { about, home_cities, programmes, projects } = self;
        let mut hash = Sha256::new();
        hash.update(about.map_or([0; 16], |mark| mark.0));
        for list in [home_cities, programmes, projects] {
            hash.update(list.len().to_le_bytes());
            for (slug, Fingerprint(mark)) in list {
                // A slug contains no line break, so it is a safe separator.
                hash.update(slug.as_str());
                hash.update("\n");
                hash.update(mark);
            }
        }
        Fingerprint::of_hash(hash)
    }

    /// The entities of one kind, with their fingerprints.
    pub(super) fn of(&self, entity: EntityKind) -> &[(Slug, Fingerprint)] {
        match entity {
            EntityKind::Project => &self.projects,
            EntityKind::Programme => &self.programmes,
            EntityKind::HomeCity => &self.home_cities,
            EntityKind::About => &[],
        }
    }

    /// Compares them with the seal of the last change. A store without changes has no
    /// seal.
    pub(super) fn check(&self, seal: Option<Fingerprint>, path: &Path) -> Result<(), StoreError> {
        let holds = match seal {
            Some(seal) => self.seal() == seal,
            None => *self == Self::default(),
        };
        if holds { Ok(()) } else { Err(damaged(path, "the list of all that is kept".to_owned())) }
    }
}

/// A catalogue as it was read, with the stored fingerprints and the seal.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) stored: Stored,
    pub(super) marks: Marks,
    pub(super) seal: Option<Fingerprint>,
}

impl Loaded {
    /// The catalogue, if it is what was written. Takes a second for a large one.
    pub(super) fn verified(self, path: &Path) -> Result<Stored, StoreError> {
        let Self { stored, marks, seal } = self;
        let document = &stored.document;
        if let Some(mark) = marks.about {
            same(path, "the text about the catalogue", &About::of(document), mark)?;
        }
        for (city, (slug, mark)) in document.home_cities.iter().zip(&marks.home_cities) {
            same(path, &format!("the home city \"{slug}\""), city, *mark)?;
        }
        for (programme, (slug, mark)) in document.programmes.iter().zip(&marks.programmes) {
            same(path, &format!("the programme \"{slug}\""), programme, *mark)?;
        }
        projects(path, document, &marks)?;
        marks.check(seal, path)?;
        Ok(stored)
    }
}

fn projects(path: &Path, document: &Document, marks: &Marks) -> Result<(), StoreError> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let size = document.projects.len().div_ceil(threads).max(64);
    let compare = |(projects, marks): (&[Project], &[(Slug, Fingerprint)])| {
        projects.iter().zip(marks).try_for_each(|(one, (_, mark))| project(path, one, *mark))
    };
    let parts = document.projects.chunks(size).zip(marks.projects.chunks(size));
    thread::scope(|scope| {
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || compare(part))).collect();
        parts.into_iter().try_for_each(|part| {
            part.join().unwrap_or_else(|_| Err(damaged(path, "a project".to_owned())))
        })
    })
}

/// Compares a project with its fingerprint.
pub(super) fn project(path: &Path, project: &Project, mark: Fingerprint) -> Result<(), StoreError> {
    if Fingerprint::of(project).is_ok_and(|own| own == mark) {
        return Ok(());
    }
    Err(StoreError::DamagedProject {
        path: path.to_owned(),
        slug: project.slug.clone(),
        cause: "its fingerprint is another".to_owned(),
    })
}

/// Compares anything else with its fingerprint.
pub(super) fn same(
    path: &Path,
    name: &str,
    entity: &impl Serialize,
    mark: Fingerprint,
) -> Result<(), StoreError> {
    match file::compact(entity) {
        Ok(body) if Fingerprint::of_body(&body) == mark => Ok(()),
        _ => Err(damaged(path, name.to_owned())),
    }
}

fn damaged(path: &Path, what: String) -> StoreError {
    StoreError::Damaged { path: path.to_owned(), cause: format!("{what} is not what was kept") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::default_catalogue;

    fn marks() -> Marks {
        let document = default_catalogue::document().unwrap();
        let mark = |entity: &str| Fingerprint::of_body(entity);
        Marks {
            about: Some(mark(&file::compact(&About::of(&document)).unwrap())),
            home_cities: document
                .home_cities
                .iter()
                .map(|one| (one.slug.clone(), mark(&file::compact(one).unwrap())))
                .collect(),
            programmes: document
                .programmes
                .iter()
                .map(|one| (one.slug.clone(), mark(&file::compact(one).unwrap())))
                .collect(),
            projects: document
                .projects
                .iter()
                .map(|one| (one.slug.clone(), Fingerprint::of(one).unwrap()))
                .collect(),
        }
    }

    #[test]
    fn the_exchange_format_is_written_as_every_version_before_has_written_it() {
        // An entity with a value in every field that has only ever been written in
        // one way. Where this fails, no store that there is can be read any more:
        // see the top of this file.
        let project = r#"{"slug":"p","acronym":"P","title":[{"lang":"nl","text":"x"}],"presented_by":["assen"],"programme":"q","themes":["climate-adaptation"],"start":"2019-04","total_budget":{"eur":1234.5,"rounded":true},"eu_cofinancing_percent":50,"participations":[{"organisation":"o","role":"lead","country":"NL","location":{"lat":53.219170000000005,"lon":6,"precision":"town"}}],"sources":[{"fields":["title"],"url":"https://example.eu/"}]}"#;
        let read: Project = serde_json::from_str(project).unwrap();
        assert_eq!(file::compact(&read).unwrap(), project);
    }

    #[test]
    fn a_seal_tells_whatever_is_gone_added_or_elsewhere() {
        let whole = marks();
        let changes: [fn(&mut Marks); 6] = [
            |marks| drop(marks.projects.remove(3)),
            |marks| marks.projects.swap(0, 1),
            |marks| marks.projects.push(marks.projects[0].clone()),
            |marks| marks.programmes.reverse(),
            |marks| marks.about = Some(marks.projects[0].1),
            // The same entities in another list.
            |marks| marks.home_cities.append(&mut marks.programmes),
        ];
        for change in changes {
            let mut other = whole.clone();
            change(&mut other);
            assert_ne!(other.seal(), whole.seal());
        }
        assert_eq!(marks().seal(), whole.seal());
    }
}
