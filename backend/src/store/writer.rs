//! One change of the catalogue: puts, removals, and at the end all or nothing.

use std::collections::{HashMap, HashSet};

use catalogue::model::{Document, DocumentError, HomeCity, Programme, Project, Slug};
use serde::Serialize;

use super::{
    About, Committed, Fingerprint, Key, StoreError, What,
    seed::Filling,
    sqlite::{self, Put},
};
use crate::file;

/// A change under way. Nobody else sees it before [`Writer::commit`], and nobody
/// else can change anything meanwhile. Dropped, it never was.
#[derive(Debug)]
pub struct Writer<'s> {
    kind: sqlite::Writing<'s>,
    programmes: HashMap<Slug, Programme>,
    home_cities: HashMap<Slug, HomeCity>,
    about: Option<About>,
    done: Committed,
    /// Projects that were put and not yet written: many go at once.
    waiting: Vec<Waiting>,
    /// Something failed on the way, so that what was written may not hold together.
    failed: bool,
}

/// Projects that are written at once. Some ten kB each.
const AT_ONCE: usize = 64;

/// A project that was put.
#[derive(Debug)]
struct Waiting {
    project: Project,
    fingerprint: Fingerprint,
    body: String,
}

/// What a revision is a revision of.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Thing {
    Project,
    Programme,
    HomeCity,
    About,
}

impl<'s> Writer<'s> {
    pub(super) async fn begin(mut kind: sqlite::Writing<'s>) -> Result<Self, StoreError> {
        // There are some hundreds of them at most, and every project refers to them.
        let programmes = kind.programmes().await?;
        let home_cities = kind.home_cities().await?;
        Ok(Self {
            programmes: programmes.into_iter().map(|one| (one.slug.clone(), one)).collect(),
            home_cities: home_cities.into_iter().map(|one| (one.slug.clone(), one)).collect(),
            about: kind.about().await?,
            kind,
            done: Committed::default(),
            waiting: Vec::new(),
            failed: false,
        })
    }

    /// A project as this change sees it.
    pub async fn project(&mut self, slug: &Slug) -> Result<Option<Project>, StoreError> {
        self.write().await?;
        self.kind.project(slug).await
    }

    /// What an import needs to know of every project, in no particular order.
    pub async fn keys(&mut self) -> Result<Vec<Key>, StoreError> {
        self.write().await?;
        self.kind.keys().await
    }

    /// Puts a project in place of the one of its slug, or behind all others. Its
    /// programme and home cities must be there.
    pub async fn put_project(&mut self, project: &Project) -> Result<(), StoreError> {
        self.check(project)?;
        let body = self.body(project)?;
        let fingerprint = Fingerprint::of_body(&body);
        let again = self.waiting.iter().any(|one| one.project.slug == project.slug);
        if again || self.waiting.len() >= AT_ONCE {
            self.write().await?;
        }
        self.waiting.push(Waiting { project: project.clone(), fingerprint, body });
        Ok(())
    }

    /// Writes the projects that wait for it, as far as they are not there already.
    async fn write(&mut self) -> Result<(), StoreError> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        self.failed = true;
        let slugs: Vec<&Slug> = waiting.iter().map(|one| &one.project.slug).collect();
        let places = self.kind.places(&slugs).await?;
        let mut puts = Vec::with_capacity(waiting.len());
        for Waiting { project, fingerprint, body } in &waiting {
            let place = places.get(&project.slug).copied();
            match place {
                Some(place) if place.fingerprint == *fingerprint => {
                    self.done.unchanged += 1;
                    continue;
                }
                Some(_) => self.done.changed += 1,
                None => self.done.added += 1,
            }
            puts.push(Put { project, place, fingerprint: *fingerprint, body });
        }
        if !puts.is_empty() {
            self.kind.put_projects(&puts).await?;
        }
        self.failed = false;
        Ok(())
    }

    /// Removes a project; says whether it was there.
    pub async fn remove_project(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        self.write().await?;
        let Some(place) = self.kind.places(&[slug]).await?.remove(slug) else { return Ok(false) };
        self.failed = true;
        self.kind.remove_project(place).await?;
        self.kind.record(Thing::Project, slug.as_str(), What::Removed, None).await?;
        self.failed = false;
        self.done.removed += 1;
        Ok(true)
    }

    /// Puts a programme in place of the one of its slug, or behind all others.
    pub async fn put_programme(&mut self, programme: &Programme) -> Result<(), StoreError> {
        let slug = &programme.slug;
        valid("programme", slug.as_str(), programme.validate())?;
        let what = match self.programmes.get(slug) {
            Some(known) if known == programme => return Ok(()),
            Some(_) => What::Changed,
            None => What::Added,
        };
        let body = self.body(programme)?;
        self.failed = true;
        self.kind.put_programme(programme).await?;
        self.kind.record(Thing::Programme, slug.as_str(), what, Some(&body)).await?;
        self.failed = false;
        self.programmes.insert(slug.clone(), programme.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Removes a programme that no project names; says whether it was there.
    pub async fn remove_programme(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        if !self.programmes.contains_key(slug) {
            return Ok(false);
        }
        self.write().await?;
        let projects = self.kind.projects_of_programme(slug).await?;
        if projects > 0 {
            return Err(StoreError::InUse { what: "programme", slug: slug.clone(), projects });
        }
        self.failed = true;
        self.kind.remove_programme(slug).await?;
        self.kind.record(Thing::Programme, slug.as_str(), What::Removed, None).await?;
        self.failed = false;
        self.programmes.remove(slug);
        self.done.others += 1;
        Ok(true)
    }

    /// Puts a home city in place of the one of its slug, or behind all others.
    pub async fn put_home_city(&mut self, city: &HomeCity) -> Result<(), StoreError> {
        let slug = &city.slug;
        valid("home city", slug.as_str(), city.validate())?;
        let what = match self.home_cities.get(slug) {
            Some(known) if known == city => return Ok(()),
            Some(_) => What::Changed,
            None => What::Added,
        };
        let body = self.body(city)?;
        self.failed = true;
        self.kind.put_home_city(city).await?;
        self.kind.record(Thing::HomeCity, slug.as_str(), what, Some(&body)).await?;
        self.failed = false;
        self.home_cities.insert(slug.clone(), city.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Removes a home city that no project names; says whether it was there.
    pub async fn remove_home_city(&mut self, slug: &Slug) -> Result<bool, StoreError> {
        if !self.home_cities.contains_key(slug) {
            return Ok(false);
        }
        self.write().await?;
        let projects = self.kind.projects_of_city(slug).await?;
        if projects > 0 {
            return Err(StoreError::InUse { what: "home city", slug: slug.clone(), projects });
        }
        self.failed = true;
        self.kind.remove_home_city(slug).await?;
        self.kind.record(Thing::HomeCity, slug.as_str(), What::Removed, None).await?;
        self.failed = false;
        self.home_cities.remove(slug);
        self.done.others += 1;
        Ok(true)
    }

    /// What the catalogue says about itself, as this change sees it.
    pub fn about(&self) -> Option<&About> {
        self.about.as_ref()
    }

    /// Puts what the catalogue says about itself.
    pub async fn set_about(&mut self, about: &About) -> Result<(), StoreError> {
        for credit in &about.credits {
            valid("credit", &credit.name, credit.validate())?;
        }
        let what = match &self.about {
            Some(known) if known == about => return Ok(()),
            Some(_) => What::Changed,
            None => What::Added,
        };
        let body = self.body(about)?;
        self.failed = true;
        self.kind.put_about(about).await?;
        self.kind.record(Thing::About, "catalogue", what, Some(&body)).await?;
        self.failed = false;
        self.about = Some(about.clone());
        self.done.others += 1;
        Ok(())
    }

    /// Makes the catalogue this document: what is not in it goes, and the order is
    /// the document's.
    pub async fn replace(&mut self, document: &Document) -> Result<(), StoreError> {
        self.set_about(&About::of(document)).await?;
        for programme in &document.programmes {
            self.put_programme(programme).await?;
        }
        for city in &document.home_cities {
            self.put_home_city(city).await?;
        }
        for project in &document.projects {
            self.put_project(project).await?;
        }
        let projects: Vec<&Slug> = document.projects.iter().map(|one| &one.slug).collect();
        let programmes: Vec<&Slug> = document.programmes.iter().map(|one| &one.slug).collect();
        let cities: Vec<&Slug> = document.home_cities.iter().map(|one| &one.slug).collect();
        let keys: Vec<Slug> = self.keys().await?.into_iter().map(|key| key.slug).collect();
        for slug in without(keys, &projects) {
            self.remove_project(&slug).await?;
        }
        for slug in without(self.programmes.keys().cloned(), &programmes) {
            self.remove_programme(&slug).await?;
        }
        for slug in without(self.home_cities.keys().cloned(), &cities) {
            self.remove_home_city(&slug).await?;
        }
        self.kind.order(Thing::Project, &projects).await?;
        self.kind.order(Thing::Programme, &programmes).await?;
        self.kind.order(Thing::HomeCity, &cities).await
    }

    /// Keeps the change and says what it came to. Where it came to nothing, there
    /// is no new revision of anything.
    pub async fn commit(mut self) -> Result<Committed, StoreError> {
        self.write().await?;
        if self.failed {
            return Err(StoreError::HalfDone);
        }
        self.kind.commit().await?;
        Ok(self.done)
    }

    pub(super) async fn filling(&mut self) -> Result<Filling, StoreError> {
        self.kind.filling().await
    }

    pub(super) async fn set_default(&mut self, release: &str) -> Result<(), StoreError> {
        self.kind.set_default(release).await
    }

    /// A catalogue that does not validate would not be served, so nothing gets in
    /// that would make it so.
    fn check(&self, project: &Project) -> Result<(), StoreError> {
        let slug = &project.slug;
        valid("project", slug.as_str(), project.validate())?;
        let missing = |what, missing: &Slug| StoreError::Missing {
            project: slug.clone(),
            what,
            slug: missing.clone(),
        };
        if !self.programmes.contains_key(&project.programme) {
            return Err(missing("programme", &project.programme));
        }
        let takes_part = project.participations.iter().filter_map(|part| part.city.as_ref());
        let mut cities = project.presented_by.iter().chain(takes_part);
        match cities.find(|city| !self.home_cities.contains_key(*city)) {
            Some(city) => Err(missing("home city", city)),
            None => Ok(()),
        }
    }

    /// A thing in the exchange format, for its revision.
    fn body(&self, thing: &impl Serialize) -> Result<String, StoreError> {
        file::compact(thing).map_err(|cause| StoreError::Other {
            path: self.kind.path().to_owned(),
            cause: cause.to_string(),
        })
    }
}

fn valid(
    what: &'static str,
    name: &str,
    fault: Result<(), DocumentError>,
) -> Result<(), StoreError> {
    fault.map_err(|fault| StoreError::Invalid { what, name: name.to_owned(), fault })
}

/// The slugs that are not among these.
fn without(all: impl IntoIterator<Item = Slug>, these: &[&Slug]) -> Vec<Slug> {
    let these: HashSet<&Slug> = these.iter().copied().collect();
    all.into_iter().filter(|slug| !these.contains(slug)).collect()
}
