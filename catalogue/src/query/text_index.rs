//! Finds projects by the beginnings of their words.
//!
//! A catalogue has millions of occurrences of words, so each is four bytes: the
//! project and the place in it where the word counts most. The words stand one
//! behind the other in one text.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use super::bits::Bits;
use crate::fold;
use crate::model::Project;

/// Where a word stands decides how much finding it there counts: 1, 2, 4 or 8.
#[derive(Clone, Copy)]
enum Place {
    Description,
    Partner,
    Title,
    Name,
}

/// Every folded word of the catalogue, sorted, with the projects it stands in.
#[derive(Debug)]
pub(crate) struct TextIndex {
    len: usize,
    text: String,
    words: Vec<Word>,
    /// The postings of one word after the other, ascending by project.
    postings: Vec<Posting>,
}

/// Where a word stands in the text, and its postings among all.
#[derive(Debug)]
struct Word {
    text: Range<u32>,
    postings: Range<u32>,
}

/// A project that has the word, and the best place it stands in.
#[derive(Clone, Copy, Debug, Default)]
struct Posting(u32);

impl Posting {
    /// Projects above a billion are not found by their texts.
    fn new(project: usize, place: Place) -> Option<Self> {
        let project = u32::try_from(project).ok().filter(|project| *project < 1 << 30)?;
        Some(Self(project << 2 | place as u32))
    }

    fn project(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn weight(self) -> u32 {
        1 << (self.0 & 3)
    }
}

/// The projects that match, and how well.
pub(crate) struct Matches {
    pub(crate) set: Bits,
    pub(crate) scores: Vec<u32>,
}

impl TextIndex {
    pub(crate) fn new(projects: &[Project]) -> Self {
        let mut gathered = Gathered::default();
        let mut folded = String::new();
        for (position, project) in projects.iter().enumerate() {
            for (place, text) in texts(project) {
                let Some(posting) = Posting::new(position, place) else { break };
                folded.clear();
                fold::fold_onto(&mut folded, text);
                fold::words(&folded).for_each(|word| gathered.add(word, posting));
            }
        }
        gathered.sorted(projects.len())
    }

    /// The projects in which every word of `text` begins some word. `None`
    /// where the text has no words, which asks for nothing.
    pub(crate) fn find(&self, text: &str) -> Option<Matches> {
        // A word that is typed twice counts twice, and is looked up once.
        let mut times: BTreeMap<String, u32> = BTreeMap::new();
        for word in fold::fold(text) {
            *times.entry(word).or_default() += 1;
        }
        let mut matches: Option<Matches> = None;
        for (word, times) in times {
            let (set, mut best) = self.beginning_with(&word);
            if times > 1 {
                best.iter_mut().for_each(|weight| *weight *= times);
            }
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
        let first = self.words.partition_point(|word| self.text(word) < prefix);
        for word in self.words.iter().skip(first) {
            let text = self.text(word);
            if !text.starts_with(prefix) {
                break;
            }
            // A whole word is what was meant; its beginning may be chance.
            let factor = if text.len() == prefix.len() { 3 } else { 2 };
            for posting in self.postings.get(span(&word.postings)).unwrap_or_default() {
                set.insert(posting.project());
                if let Some(best) = best.get_mut(posting.project()) {
                    *best = (posting.weight() * factor).max(*best);
                }
            }
        }
        (set, best)
    }

    fn text(&self, word: &Word) -> &str {
        self.text.get(span(&word.text)).unwrap_or_default()
    }
}

fn span(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// The words in the order in which they first occurred.
#[derive(Default)]
struct Gathered {
    numbers: HashMap<String, u32>,
    /// Of each word, where it was found last, and in how many projects.
    words: Vec<(Posting, u32)>,
    /// The number of a word, and where it occurs.
    occurrences: Vec<(u32, Posting)>,
}

impl Gathered {
    /// Adds an occurrence. Projects come one after the other, and in each the
    /// places that count most come first: a word that this project had before
    /// has been noted where it counts most.
    fn add(&mut self, word: &str, posting: Posting) {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                // As many words as do not fit have no text.
                let Ok(number) = u32::try_from(self.words.len()) else { return };
                self.numbers.insert(word.to_owned(), number);
                self.words.push((posting, 0));
                number
            }
        };
        let (last, count) = &mut self.words[number as usize];
        if *count == 0 || last.project() != posting.project() {
            (*last, *count) = (posting, *count + 1);
            self.occurrences.push((number, posting));
        }
    }

    fn sorted(self, len: usize) -> TextIndex {
        let mut by_text: Vec<(String, u32)> = self.numbers.into_iter().collect();
        by_text.sort_unstable();
        let (mut text, mut words) = (String::new(), Vec::with_capacity(by_text.len()));
        // Where the next posting of each word goes.
        let mut next = vec![0_u32; by_text.len()];
        let mut end = 0;
        let position = |text: &String| u32::try_from(text.len()).unwrap_or(u32::MAX);
        for (word, number) in by_text {
            let (from, start) = (position(&text), end);
            text.push_str(&word);
            end += self.words[number as usize].1;
            next[number as usize] = start;
            words.push(Word { text: from..position(&text), postings: start..end });
        }
        let mut postings = vec![Posting::default(); self.occurrences.len()];
        for (number, posting) in self.occurrences {
            let place = &mut next[number as usize];
            postings[*place as usize] = posting;
            *place += 1;
        }
        text.shrink_to_fit();
        TextIndex { len, text, words, postings }
    }
}

/// The texts of a project, those that count most first.
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
