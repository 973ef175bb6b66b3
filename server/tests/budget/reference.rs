//! A piece of work that is always the same, of the kind that pages are made with: texts
//! are written, gathered, found again, compared and escaped. Like a page it goes through
//! some megabytes, so that it suffers as a page does where others share the caches.

use std::{collections::BTreeMap, fmt::Write as _, hint::black_box};

/// Texts that are gathered, of about a hundred bytes with what holds them.
const TEXTS: usize = 20_000;

/// Does it, and gives something that depends on all of it.
pub fn work() -> usize {
    // A step that meets every number once, in an order that no cache foresees.
    let shuffled = |n: usize| n * 7_919 % TEXTS;
    let mut gathered: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for n in 0..TEXTS {
        let n = shuffled(n);
        gathered.entry(format!("{n:05}-{}", "x".repeat(n % 40))).or_default().push(n);
    }
    let mut page = String::new();
    for n in 0..TEXTS / 4 {
        let n = shuffled(n * 3);
        let key = format!("{n:05}-{}", "x".repeat(n % 40));
        let found = gathered.get(&key).map_or(0, Vec::len);
        let _ = write!(page, "<li title=\"{key}\">{found}");
        for c in key.chars() {
            match c {
                '<' => page.push_str("&lt;"),
                '&' => page.push_str("&amp;"),
                c => page.push(c),
            }
        }
    }
    let mut words: Vec<&str> = page.split(['<', ' ']).collect();
    words.sort_unstable();
    black_box(words.iter().map(|word| word.len()).sum::<usize>() + page.len())
}
