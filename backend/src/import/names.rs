//! Which project of the catalogue a row is about.

use std::collections::{HashMap, HashSet};

use catalogue::model::Slug;

use super::{
    Fault, Problem,
    draft::ProjectDraft,
    mapping::key,
    slug::{slug_for, slugify},
};

/// The names that projects of the catalogue have, and those of the file so far.
///
/// A project is known by its slug where the file gives one, else by programme
/// and acronym; one without an acronym by programme and the name that its slug
/// was made of.
#[derive(Debug, Default)]
pub struct Names {
    by_key: HashMap<(Slug, String), Slug>,
    catalogue: HashMap<Slug, Option<Slug>>,
    used: HashSet<Slug>,
}

impl Names {
    /// A project of the catalogue.
    pub fn insert(&mut self, slug: Slug, programme: Slug, acronym: Option<&str>) {
        let nameless = match acronym {
            Some(acronym) => {
                self.by_key.entry((programme, key(acronym))).or_insert_with(|| slug.clone());
                None
            }
            None => Some(programme),
        };
        self.catalogue.insert(slug, nameless);
    }

    /// The slug of a row's project, and whether the catalogue has it already.
    pub fn of(&mut self, draft: &ProjectDraft, problems: &mut Vec<Problem>) -> (Slug, bool) {
        let slug = self.find(draft, problems);
        let known = self.catalogue.contains_key(&slug);
        self.used.insert(slug.clone());
        (slug, known)
    }

    fn find(&self, draft: &ProjectDraft, problems: &mut Vec<Problem>) -> Slug {
        let free = |slug: &&Slug| !self.used.contains(*slug);
        if let Some(slug) = &draft.slug {
            if free(&slug) {
                return slug.clone();
            }
            problems.push(Problem::new(&draft.row, None, slug.as_str(), Fault::SlugTaken));
        }
        let programme = &draft.programme.slug;
        let name = draft.name();
        let known = self.by_key.get(&(programme.clone(), key(name)));
        if let Some(slug) = known.filter(free) {
            return slug.clone();
        }
        let made: Option<Slug> = slugify(name, Slug::MAX_LEN).and_then(|slug| slug.parse().ok());
        let nameless = made.filter(|slug| {
            self.catalogue.get(slug).is_some_and(|known| known.as_ref() == Some(programme))
        });
        if let Some(slug) = nameless.filter(|slug| free(&slug)) {
            return slug;
        }
        slug_for(name, programme, |slug| {
            self.used.contains(slug) || self.catalogue.contains_key(slug)
        })
    }

    /// The projects of the catalogue that no row was about.
    pub fn left(&self) -> Vec<Slug> {
        let mut left: Vec<Slug> =
            self.catalogue.keys().filter(|slug| !self.used.contains(*slug)).cloned().collect();
        left.sort_unstable();
        left
    }

    /// Says that a project of the file has this slug, whatever its name.
    pub fn take(&mut self, slug: &Slug) -> bool {
        self.used.insert(slug.clone());
        self.catalogue.contains_key(slug)
    }
}
