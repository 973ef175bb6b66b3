//! Finds the project of the catalogue that a row means.
//!
//! All rows are matched together, so their order does not matter. The most reliable
//! criterion comes first, and a project that one row has matched is not available to the
//! other rows:
//!
//! 1. the slug, if the file has one;
//! 2. the page in keep.eu;
//! 3. the same acronym, in the same programme;
//! 4. a similar acronym, if file and catalogue have exactly one each and nothing
//!    contradicts it. The report then names the project.
//!
//! A row without a match is a new project.

use std::collections::{HashMap, HashSet};

use catalogue::model::Slug;

use super::{
    draft::ProjectDraft,
    identity::{Facts, exact, spelled_otherwise},
    key::key,
    problem::Problem,
    problem_kind::ProblemKind,
    problems::Problems,
    slug::{self, slugify},
    value,
};

/// The fields of a project in the catalogue that are used for matching.
#[derive(Debug)]
struct Known {
    slug: Slug,
    programme: Slug,
    acronym: Option<String>,
    page: Option<String>,
}

impl Known {
    /// Whether a row has another acronym, in any spelling.
    fn is_called_otherwise(&self, draft: &ProjectDraft) -> bool {
        let both = self.acronym.as_deref().zip(draft.acronym.as_deref());
        both.is_some_and(|(one, other)| key(one) != key(other))
    }
}

/// The projects of the catalogue.
#[derive(Debug, Default)]
pub struct Names {
    known: Vec<Known>,
    by_slug: HashMap<Slug, usize>,
    by_name: HashMap<(Slug, String), Vec<usize>>,
    facts: HashMap<Slug, Facts>,
    used: HashSet<Slug>,
}

/// The matches so far, by the positions of the rows.
struct Found<'a> {
    drafts: &'a [ProjectDraft],
    slugs: Vec<Option<Slug>>,
    problems: &'a mut Problems,
}

impl<'a> Found<'a> {
    fn open(&self) -> Vec<(usize, &'a ProjectDraft)> {
        let all = self.drafts.iter().enumerate();
        all.filter(|(place, _)| matches!(self.slugs.get(*place), Some(None))).collect()
    }
}

/// The key under which similar names are grouped.
fn gathered(draft: &ProjectDraft) -> (Slug, String) {
    (draft.programme.slug.clone(), key(draft.name()))
}

impl Names {
    /// Adds a project of the catalogue.
    pub fn insert(
        &mut self,
        slug: Slug,
        programme: Slug,
        acronym: Option<&str>,
        keep_url: Option<&str>,
    ) {
        let place = self.known.len();
        if let Some(acronym) = acronym {
            self.by_name.entry((programme.clone(), key(acronym))).or_default().push(place);
        }
        self.by_slug.insert(slug.clone(), place);
        let (acronym, page) = (acronym.map(exact), keep_url.and_then(value::keep_page));
        self.known.push(Known { slug, programme, acronym, page });
    }

    /// The projects of the catalogue for which [`Names::know`] needs more facts, because a row
    /// has a similar name.
    pub fn in_doubt(&self, drafts: &[ProjectDraft]) -> HashSet<Slug> {
        let mut doubt = HashSet::new();
        for draft in drafts {
            let by_slug = draft.slug.as_ref().and_then(|slug| self.by_slug.get(slug));
            if let Some(known) = by_slug.and_then(|place| self.known.get(*place)) {
                doubt.extend(known.is_called_otherwise(draft).then(|| known.slug.clone()));
                continue;
            }
            let alike = self.by_name.get(&gathered(draft)).map_or(&[][..], Vec::as_slice);
            let name = exact(draft.name());
            let clear = |place: &&usize| {
                self.known.get(**place).is_some_and(|it| it.acronym.as_ref() == Some(&name))
            };
            if alike.iter().filter(clear).count() != 1 {
                let alike = alike.iter().filter_map(|place| self.known.get(*place));
                doubt.extend(alike.map(|known| known.slug.clone()));
            }
        }
        doubt
    }

    /// Adds the facts about a project that may match.
    pub fn know(&mut self, slug: Slug, facts: Facts) {
        self.facts.insert(slug, facts);
    }

    /// The slug for each row, and whether the catalogue already has that project.
    pub fn of(&mut self, drafts: &[ProjectDraft], problems: &mut Problems) -> Vec<(Slug, bool)> {
        let slugs = vec![None; drafts.len()];
        let mut found = Found { drafts, slugs, problems };
        self.by_slugs(&mut found);
        self.by_pages(&mut found);
        self.by_acronyms(&mut found);
        self.by_likeness(&mut found);
        self.nameless(&mut found);
        self.new_ones(&mut found);
        let slugs = found.slugs.into_iter().zip(drafts);
        let slugs = slugs.map(|(slug, draft)| slug.unwrap_or_else(|| draft.programme.slug.clone()));
        slugs.map(|slug| (self.by_slug.contains_key(&slug), slug)).map(|(a, b)| (b, a)).collect()
    }

    fn claim(&mut self, found: &mut Found<'_>, place: usize, slug: Slug) {
        self.used.insert(slug.clone());
        if let Some(open) = found.slugs.get_mut(place) {
            *open = Some(slug);
        }
    }

    fn by_slugs(&mut self, found: &mut Found<'_>) {
        for (place, draft) in found.open() {
            let Some(slug) = &draft.slug else { continue };
            if self.used.contains(slug) || self.is_anothers(slug, draft) {
                let problem = Problem::new(&draft.row, None, slug.as_str(), ProblemKind::SlugTaken);
                found.problems.push(problem);
            } else {
                self.claim(found, place, slug.clone());
            }
        }
    }

    /// Whether the slug of a row belongs to a project with which the row has nothing in
    /// common: another acronym and page, or another acronym, titles and dates. This happens
    /// when a person copies a row and edits the copy.
    fn is_anothers(&self, slug: &Slug, draft: &ProjectDraft) -> bool {
        let known = self.by_slug.get(slug).and_then(|place| self.known.get(*place));
        let Some(known) = known.filter(|known| known.is_called_otherwise(draft)) else {
            return false;
        };
        let pages = known.page.as_ref().zip(draft.page());
        pages.is_some_and(|(one, other)| *one != other)
            || self.facts.get(slug).is_some_and(|facts| facts.two_projects(&Facts::of_draft(draft)))
    }

    fn by_pages(&mut self, found: &mut Found<'_>) {
        if found.open().iter().all(|(_, draft)| draft.keep_url.is_none()) {
            return;
        }
        let mut pages: HashMap<&str, Vec<&Slug>> = HashMap::new();
        for known in &self.known {
            if let Some(page) = &known.page {
                pages.entry(page).or_default().push(&known.slug);
            }
        }
        let mut claims = Vec::new();
        for (place, draft) in found.open() {
            let known = draft.page().and_then(|page| pages.get(page.as_str()));
            if let Some([slug]) = known.map(Vec::as_slice) {
                claims.push((place, (*slug).clone()));
            }
        }
        for (place, slug) in claims {
            if !self.used.contains(&slug) {
                self.claim(found, place, slug);
            }
        }
    }

    /// The unmatched projects with a name similar to that of a row, and without another page
    /// in keep.eu.
    fn alike(&self, draft: &ProjectDraft) -> Vec<&Known> {
        let page = draft.page();
        let places = self.by_name.get(&gathered(draft)).map_or(&[][..], Vec::as_slice);
        let known = places.iter().filter_map(|place| self.known.get(*place));
        known
            .filter(|it| !self.used.contains(&it.slug))
            .filter(|it| page.is_none() || it.page.is_none() || it.page == page)
            .collect()
    }

    fn by_acronyms(&mut self, found: &mut Found<'_>) {
        for (place, draft) in found.open() {
            let name = exact(draft.name());
            let alike = self.alike(draft);
            let same = alike.iter().filter(|it| it.acronym.as_ref() == Some(&name));
            let own = Facts::of_draft(draft);
            let agreement = |known: &&&Known| {
                self.facts.get(&known.slug).map_or(0, |facts| facts.agreement(&own))
            };
            let several = same.clone().count() > 1;
            // Of two equally good matches the first counts.
            let best = same.rev().max_by_key(agreement);
            let Some(slug) = best.map(|known| known.slug.clone()) else { continue };
            if several {
                let problem = Problem::new(&draft.row, None, draft.name(), ProblemKind::NameAlone);
                found.problems.push(problem.with(slug.as_str()));
            }
            self.claim(found, place, slug);
        }
    }

    fn by_likeness(&mut self, found: &mut Found<'_>) {
        let mut rows: HashMap<(Slug, String), usize> = HashMap::new();
        for draft in found.drafts {
            *rows.entry(gathered(draft)).or_default() += 1;
        }
        for (place, draft) in found.open() {
            let name = gathered(draft);
            let there = self.by_name.get(&name).map_or(0, Vec::len);
            if rows.get(&name) != Some(&1) || there != 1 {
                continue;
            }
            let own = Facts::of_draft(draft);
            let one = self.alike(draft).into_iter().find(|known| {
                let acronym = known.acronym.as_deref().unwrap_or_default();
                let facts = self.facts.get(&known.slug);
                let spelled = spelled_otherwise(acronym, draft.name());
                facts.is_some_and(|facts| facts.one_project(&own, spelled))
            });
            let Some(slug) = one.map(|known| known.slug.clone()) else { continue };
            let problem = Problem::new(&draft.row, None, draft.name(), ProblemKind::NameAlone);
            found.problems.push(problem.with(slug.as_str()));
            self.claim(found, place, slug);
        }
    }

    /// Projects without an acronym are matched by the slug that was made of their title.
    fn nameless(&mut self, found: &mut Found<'_>) {
        for (place, draft) in found.open() {
            let made = slugify(draft.name(), Slug::MAX_LEN);
            let made: Option<Slug> = made.and_then(|slug| slug.parse().ok());
            let known = made.and_then(|slug| self.by_slug.get(&slug));
            let known = known.and_then(|place| self.known.get(*place)).filter(|known| {
                known.acronym.is_none()
                    && known.programme == draft.programme.slug
                    && !self.used.contains(&known.slug)
            });
            let Some(slug) = known.map(|known| known.slug.clone()) else { continue };
            if draft.acronym.is_some() {
                let problem = Problem::new(&draft.row, None, draft.name(), ProblemKind::NameAlone);
                found.problems.push(problem.with(slug.as_str()));
            }
            self.claim(found, place, slug);
        }
    }

    /// Slugs for new projects. Projects with similar names get them in an order that does
    /// not depend on the file.
    fn new_ones(&mut self, found: &mut Found<'_>) {
        let mut groups: HashMap<(Slug, String), Vec<usize>> = HashMap::new();
        let open = found.open();
        for (place, draft) in &open {
            groups.entry(gathered(draft)).or_default().push(*place);
        }
        for (_, draft) in open {
            let name = gathered(draft);
            let Some(mut group) = groups.remove(&name) else { continue };
            let told_apart = group.len() > 1 || self.by_name.contains_key(&name);
            let name_of = |place: &usize| {
                let name = found.drafts.get(*place).map(ProjectDraft::name).unwrap_or_default();
                let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
                // The name with the fewest special characters comes first.
                (name.chars().count() - letters, exact(name))
            };
            group.sort_by_key(name_of);
            for place in group {
                let Some(draft) = found.drafts.get(place) else { continue };
                let taken =
                    |slug: &Slug| self.used.contains(slug) || self.by_slug.contains_key(slug);
                let slug = slug::slug_for(draft.name(), &draft.programme.slug, told_apart, taken);
                self.claim(found, place, slug);
            }
        }
    }

    /// The projects of the catalogue that no row has matched.
    pub fn left(&self) -> Vec<Slug> {
        let mut left: Vec<Slug> =
            self.by_slug.keys().filter(|slug| !self.used.contains(*slug)).cloned().collect();
        left.sort_unstable();
        left
    }

    /// Marks the project of a slug as matched. Returns whether the catalogue has it.
    pub fn take(&mut self, slug: &Slug) -> bool {
        self.used.insert(slug.clone());
        self.by_slug.contains_key(slug)
    }
}
