//! Finds the projects of a file by name, programme and slug.

use std::collections::{HashMap, HashSet};

use catalogue::model::{Programme, Slug};

use super::{
    draft::ProjectDraft,
    identity::{exact, spelled_otherwise},
    key::key,
    same_project::same_project,
};

/// The positions of projects in the list of drafts.
#[derive(Default)]
pub struct Index {
    by_name: HashMap<String, Vec<usize>>,
    /// By name and programme, because in some files all projects have the same name.
    by_programme: HashMap<(String, Slug), Vec<usize>>,
    by_slug: HashMap<Slug, usize>,
    /// The programmes of the projects, as their rows write them and by slug.
    named_programmes: HashSet<String>,
}

/// What a row of the list of partners states about its project.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The name of the project.
    pub name: &'a str,
    /// The programme, as the row writes it.
    pub programme_written: Option<&'a str>,
    /// The programme.
    pub programme: Option<&'a Programme>,
    /// The slug.
    pub slug: Option<&'a Slug>,
}

impl Index {
    /// The earlier project that a row of the list of projects is about.
    pub fn same(&self, projects: &[ProjectDraft], draft: &ProjectDraft) -> Option<usize> {
        let mut known = self.by_programme.get(&pair(draft)).into_iter().flatten().copied();
        known.find(|place| projects.get(*place).is_some_and(|it| same_project(it, draft)))
    }

    /// Notes the programme of a row of the list of projects.
    pub fn note_programme(&mut self, draft: &ProjectDraft) {
        self.named_programmes.insert(draft.programme_written.clone());
        self.named_programmes.insert(draft.programme.slug.to_string());
    }

    /// Adds the project that gets this place.
    pub fn add(&mut self, place: usize, draft: &ProjectDraft) {
        let pair = pair(draft);
        self.by_name.entry(pair.0.clone()).or_default().push(place);
        self.by_programme.entry(pair).or_default().push(place);
        if let Some(slug) = &draft.slug {
            self.by_slug.entry(slug.clone()).or_insert(place);
        }
    }

    /// The project of a row in the list of partners. An equal name is preferred to another
    /// spelling; of several projects, the one whose programme has the same text, or is the
    /// same.
    pub fn of_partner(&self, projects: &[ProjectDraft], wanted: &Wanted<'_>) -> Option<usize> {
        let Wanted { name, programme_written: written, programme, slug } = *wanted;
        if let Some(place) = slug.and_then(|slug| self.by_slug.get(slug)) {
            return Some(*place);
        }
        let alike: Vec<(usize, &ProjectDraft)> = self
            .named(name)
            .iter()
            .filter_map(|place| Some((*place, projects.get(*place)?)))
            .filter(|(_, it)| slug.is_none() || it.slug.is_none())
            .collect();
        let wanted = exact(name);
        let mut same: Vec<_> =
            alike.iter().filter(|(_, it)| exact(it.name()) == wanted).copied().collect();
        if same.is_empty() {
            same = alike.into_iter().filter(|(_, it)| spelled_otherwise(it.name(), name)).collect();
        }
        let only = |fits: &dyn Fn(&ProjectDraft) -> bool| {
            let mut fitting = same.iter().filter(|(_, project)| fits(project));
            match (fitting.next(), fitting.next()) {
                (Some((place, _)), None) => Some(*place),
                _ => None,
            }
        };
        let slug = programme.map(|programme| &programme.slug);
        let as_written = |it: &ProjectDraft| Some(it.programme_written.as_str()) == written;
        let of_programme = |it: &ProjectDraft| Some(&it.programme.slug) == slug;
        // A project with a unique name matches even if its programme is written differently,
        // unless other projects of the file have that programme.
        let elsewhere = written.into_iter().chain(slug.map(Slug::as_str));
        let elsewhere = elsewhere.into_iter().any(|it| self.named_programmes.contains(it));
        only(&|it| as_written(it) && (slug.is_none() || of_programme(it)))
            .or_else(|| only(&of_programme))
            .or_else(|| only(&as_written))
            .or_else(|| if elsewhere { None } else { only(&|_| true) })
    }

    /// The projects of a name.
    fn named(&self, name: &str) -> &[usize] {
        self.by_name.get(&key(name)).map_or(&[], Vec::as_slice)
    }
}

fn pair(draft: &ProjectDraft) -> (String, Slug) {
    (key(draft.name()), draft.programme.slug.clone())
}
