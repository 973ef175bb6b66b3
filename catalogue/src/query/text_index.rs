//! Finds projects by the beginnings of their words.

use std::collections::BTreeMap;

use super::{bits::Bits, fold};
use crate::model::Project;

/// Where a word stands decides how much finding it there counts.
#[derive(Clone, Copy)]
enum Place {
    Name = 8,
    Title = 4,
    Partner = 2,
    Description = 1,
}

/// Every folded word of the catalogue, sorted, with the projects it stands in.
#[derive(Debug)]
pub(crate) struct TextIndex {
    len: usize,
    words: Vec<(String, Vec<Posting>)>,
}

/// A project that has the word, with the weight of the best place it stands in.
#[derive(Debug)]
struct Posting {
    project: usize,
    weight: u32,
}

/// The projects that match, and how well (only where asked for).
pub(crate) struct Matches {
    pub(crate) set: Bits,
    pub(crate) scores: Vec<u32>,
}

impl TextIndex {
    pub(crate) fn new(projects: &[Project]) -> Self {
        let mut words: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        for (position, project) in projects.iter().enumerate() {
            for (place, text) in texts(project) {
                for word in fold(text) {
                    let postings = words.entry(word).or_default();
                    let weight = place as u32;
                    match postings.last_mut().filter(|last| last.project == position) {
                        Some(last) => last.weight = last.weight.max(weight),
                        None => postings.push(Posting { project: position, weight }),
                    }
                }
            }
        }
        Self { len: projects.len(), words: words.into_iter().collect() }
    }

    /// The projects in which every word of `text` begins some word. `None`
    /// where the text has no words, which asks for nothing.
    pub(crate) fn find(&self, text: &str) -> Option<Matches> {
        let mut matches: Option<Matches> = None;
        for word in fold(text) {
            let (set, best) = self.beginning_with(&word);
            matches = Some(match matches {
                None => Matches { set, scores: best },
                Some(mut so_far) => {
                    so_far.scores.iter_mut().zip(&best).for_each(|(sum, weight)| *sum += weight);
                    Matches { set: so_far.set.and(&set), scores: so_far.scores }
                }
            });
        }
        matches
    }

    fn beginning_with(&self, prefix: &str) -> (Bits, Vec<u32>) {
        let (mut set, mut best) = (Bits::none(self.len), vec![0; self.len]);
        let first = self.words.partition_point(|(word, _)| word.as_str() < prefix);
        for (word, postings) in self.words.iter().skip(first) {
            if !word.starts_with(prefix) {
                break;
            }
            // A whole word is what was meant; its beginning may be chance.
            let factor = if word.len() == prefix.len() { 3 } else { 2 };
            for posting in postings {
                set.insert(posting.project);
                if let Some(best) = best.get_mut(posting.project) {
                    *best = posting.weight.saturating_mul(factor).max(*best);
                }
            }
        }
        (set, best)
    }
}

fn texts(project: &Project) -> impl Iterator<Item = (Place, &str)> {
    let names =
        project.acronym.iter().chain(&project.city_title).map(|s| (Place::Name, s.as_str()));
    let titles = project.title.iter().map(|t| (Place::Title, t.text.as_str()));
    let partners = project.participations.iter().flat_map(|part| {
        std::iter::once((Place::Partner, part.organisation.as_str()))
            .chain(part.town.iter().map(|town| (Place::Partner, town.as_str())))
    });
    let description = project.description.iter().map(|t| (Place::Description, t.text.as_str()));
    names.chain(titles).chain(partners).chain(description)
}
